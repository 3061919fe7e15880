package pdf

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"unicode/utf16"
)

// finisher passes a file of the PDF library on with two changes. It adds to
// the catalog what the library has no call for, viewer preferences and page
// labels (PDF 32000-1, 12.2 and 12.4.2), and it compresses the pages, on all
// processors: the library would take most of its time for that, and a new
// compressor of 1 MB for every page.
type finisher struct {
	w     io.Writer
	extra []byte
}

var errForm = errors.New("the PDF library wrote a file of an unknown form")

// object is an object of a file: its number and its bytes, in up to three
// parts.
type object struct {
	number, offset int
	parts          [3][]byte
}

const catalogEntry = "/Type /Catalog\n"

// Write takes the whole file at once, as the library hands it over.
func (f *finisher) Write(file []byte) (int, error) {
	objects, trailer, err := objectsOf(file)
	if err != nil {
		return 0, err
	}
	compress(objects)
	catalog := slices.IndexFunc(objects, func(o object) bool {
		return bytes.Contains(o.parts[0][:min(60, len(o.parts[0]))], []byte(catalogEntry))
	})
	if catalog < 0 {
		return 0, errForm
	}
	body := objects[catalog].parts[0]
	at := bytes.Index(body, []byte(catalogEntry)) + len(catalogEntry)
	objects[catalog].parts = [3][]byte{body[:at], f.extra, body[at:]}
	if err := f.write(objects, trailer); err != nil {
		return 0, err
	}
	return len(file), nil
}

// objectsOf returns the objects of a file in their order, and its trailer
// without the place of the reference table.
func objectsOf(file []byte) ([]object, []byte, error) {
	const start, row = "\nxref\n0 ", 20
	table := bytes.LastIndex(file, []byte(start))
	end := bytes.LastIndex(file, []byte("startxref\n"))
	if table < 0 || end < table {
		return nil, nil, errForm
	}
	count, rows, ok := bytes.Cut(file[table+len(start):end], []byte("\n"))
	n, err := strconv.Atoi(string(count))
	if !ok || err != nil || len(rows) < n*row {
		return nil, nil, errForm
	}
	var objects []object
	for i := 1; i < n; i++ {
		offset, err := strconv.Atoi(string(rows[i*row : i*row+10]))
		if err != nil || offset > table {
			return nil, nil, errForm
		}
		objects = append(objects, object{number: i, offset: offset})
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.offset, b.offset) })
	for i := range objects {
		stop := table + 1
		if i+1 < len(objects) {
			stop = objects[i+1].offset
		}
		objects[i].parts[0] = file[objects[i].offset:stop]
	}
	return objects, rows[n*row:], nil
}

// compress compresses the streams that have no filter yet.
func compress(objects []object) {
	work := make(chan *object)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			z, _ := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
			for o := range work {
				o.compress(z)
			}
		})
	}
	for i := range objects {
		if bytes.Contains(objects[i].parts[0][:min(40, len(objects[i].parts[0]))], []byte("obj\n<</Length ")) {
			work <- &objects[i]
		}
	}
	close(work)
	wait.Wait()
}

func (o *object) compress(z *zlib.Writer) {
	head, rest, ok := bytes.Cut(o.parts[0], []byte(">>\nstream\n"))
	content, found := bytes.CutSuffix(rest, []byte("\nendstream\nendobj\n"))
	number, length, _ := bytes.Cut(head, []byte("<</Length "))
	if _, err := strconv.Atoi(string(length)); !ok || !found || err != nil {
		return // it has more entries than its length
	}
	var out bytes.Buffer
	z.Reset(&out)
	z.Write(content)
	z.Close()
	o.parts[0] = fmt.Appendf(bytes.Clone(number), "<</Filter /FlateDecode /Length %d>>\nstream\n", out.Len())
	o.parts[1] = out.Bytes()
	o.parts[2] = []byte("\nendstream\nendobj\n")
}

// write writes a file of objects with a reference table of its own.
func (f *finisher) write(objects []object, trailer []byte) error {
	offsets := make([]int, len(objects)+1)
	written := 0
	put := func(b []byte) error {
		n, err := f.w.Write(b)
		written += n
		return err
	}
	if err := put([]byte("%PDF-1.7\n")); err != nil {
		return err
	}
	for _, o := range objects {
		offsets[o.number] = written
		for _, part := range o.parts {
			if err := put(part); err != nil {
				return err
			}
		}
	}
	table := fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, offset := range offsets[1:] {
		table = fmt.Appendf(table, "%010d 00000 n \n", offset)
	}
	table = append(table, trailer...)
	return put(fmt.Appendf(table, "startxref\n%d\n%%%%EOF\n", written))
}

// catalogEntries returns what is added: no scaling when printing, how a
// printer shall turn the paper, and a label for each page.
func catalogEntries(duplex string, pages []string) []byte {
	b := []byte("/ViewerPreferences << /PrintScaling /None /PickTrayByPDFSize true /DisplayDocTitle true")
	if duplex != "" {
		b = append(b, " /Duplex /"+duplex...)
	}
	b = append(b, " >>\n/PageLabels << /Nums ["...)
	for i, label := range pages {
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, " <</P "...)
		b = appendString(b, label)
		b = append(b, ">>"...)
	}
	return append(b, " ] >>\n"...)
}

// appendString appends a text string in UTF-16, in hexadecimal.
func appendString(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return append(b, '>')
}
