package xlsx

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"recto/card"
	"recto/exporters"
)

// maxPlaces is how many names are tried before giving up.
const maxPlaces = 9

// settle finds the name under which the workbook may be written, and reads
// what the user wrote into the one of an earlier run. A file that is not ours
// or is open in another program is left alone; the next name is tried.
func settle(out exporters.Output) (name string, before *earlier, diags card.Diagnostics, err error) {
	before = &earlier{}
	found := false
	for n := range maxPlaces {
		name := placeName(n)
		e, err := readPrevious(out, name)
		if errors.Is(err, fs.ErrNotExist) {
			return name, before, diags, nil
		}
		if err != nil {
			diags.Addf(card.Pos{File: name}, "left as it is, for it %s; the glossary is %s", reason(err), placeName(n+1))
			continue
		}
		if !found {
			before, found = e, true
		}
		if lock := lockOf(out, name); lock != "" {
			diags.Addf(card.Pos{File: name}, "left as it is, for it is open in another program; the glossary is %s. If it is not open, delete %s", placeName(n+1), lock)
			continue
		}
		kept, err := keepCopy(out, name, e)
		diags = append(diags, kept...)
		return name, before, diags, err
	}
	return "", nil, diags, fmt.Errorf("no free name beside %s: move the files glossary-recto*.xlsx away", FileName)
}

// placeName returns the n-th name to try.
func placeName(n int) string {
	stem := strings.TrimSuffix(FileName, ".xlsx")
	switch n {
	case 0:
		return FileName
	case 1:
		return stem + "-" + program + ".xlsx"
	}
	return fmt.Sprintf("%s-%s-%d.xlsx", stem, program, n)
}

// reason says why a workbook is not ours.
func reason(err error) string {
	if errors.Is(err, errForeign) {
		return errForeign.Error()
	}
	return "cannot be read as a workbook"
}

func readPrevious(out exporters.Output, name string) (*earlier, error) {
	r, err := out.Previous(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return readEarlier(r)
}

// lockOf returns the name of the file by which Excel or LibreOffice shows that
// a workbook is open; empty when it is not.
func lockOf(out exporters.Output, name string) string {
	for _, lock := range []string{"~$" + name, ".~lock." + name + "#"} {
		if r, err := out.Previous(lock); err == nil {
			r.Close()
			return lock
		}
	}
	return ""
}

// keepCopy copies a workbook beside itself before it is replaced, when it
// holds something that cannot be taken over.
func keepCopy(out exporters.Output, name string, e *earlier) (card.Diagnostics, error) {
	if len(e.lost) == 0 {
		return nil, nil
	}
	copied, err := copyAside(out, name)
	if err != nil {
		return nil, fmt.Errorf("keeping %s: %w", name, err)
	}
	var diags card.Diagnostics
	diags.Addf(card.Pos{File: name}, "its %s are not in the new workbook; the old one is %s", strings.Join(e.lost, " and "), copied)
	return diags, nil
}

// copyAside copies a file to the first free name like it and returns that.
func copyAside(out exporters.Output, name string) (string, error) {
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s-before-%d.xlsx", strings.TrimSuffix(name, ".xlsx"), n)
		if r, err := out.Previous(aside); err == nil {
			r.Close()
			continue
		}
		from, err := out.Previous(name)
		if err != nil {
			return "", err
		}
		defer from.Close()
		to, err := out.Create(aside)
		if err != nil {
			return "", err
		}
		if _, err := io.Copy(to, from); err != nil {
			return "", errors.Join(err, to.Close())
		}
		return aside, to.Close()
	}
}
