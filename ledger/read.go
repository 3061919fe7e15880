package ledger

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"recto/card"
)

var unescaper = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r")

// Read reads a ledger. Lines that it does not understand, such as those that
// a merge leaves behind, are left out and reported; the cards on them get the
// ids of their questions, as without a ledger. Of two lines for one id the
// one that changed last counts. A text that is no ledger of this version is
// reported and left alone: see [Ledger.Foreign]. The error is that of r.
func Read(r io.Reader) (*Ledger, card.Diagnostics, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", Name, err)
	}
	lines := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	if len(text) == 0 {
		return &Ledger{}, nil, nil
	}
	if !slices.Contains(lines[:min(len(lines), 9)], version) { // a merge may put marks before it
		var diags card.Diagnostics
		diags.Addf(card.Pos{File: Name, Line: 1},
			"this is not a lock file of this version of recto; it was left alone and ids come from questions; move it away to begin a new one")
		return &Ledger{Foreign: true}, diags, nil
	}
	l, bad := readEntries(lines)
	var diags card.Diagnostics
	if len(bad) > 0 {
		diags.Addf(card.Pos{File: Name, Line: bad[0]},
			"%d damaged lines from here on were left out; a card on them whose question has changed since may be new to Anki; restore the file if you can", len(bad))
	}
	return l, diags, nil
}

// readEntries returns the entries of the lines, and the numbers of those that
// are damaged.
func readEntries(lines []string) (l *Ledger, bad []int) {
	l = &Ledger{}
	index := map[string]int{} // of ids among the entries
	for i, line := range lines {
		if line == "" || line == version || strings.HasPrefix(line, "#") {
			continue
		}
		e, ok := readEntry(line)
		if !ok {
			bad = append(bad, i+1)
			continue
		}
		at, again := index[e.id]
		switch {
		case !again:
			index[e.id] = len(l.entries)
			l.entries = append(l.entries, e)
		case e.modified > l.entries[at].modified:
			l.entries[at] = e
		}
	}
	return l, bad
}

func readEntry(line string) (e entry, ok bool) {
	c := strings.Split(line, "\t")
	if len(c) != columns || !isID(c[0]) || !isHash(c[4]) || !isHash(c[5]) || c[3] != cards && c[3] != clozes {
		return entry{}, false
	}
	modified, errModified := time.Parse(time.RFC3339, c[1])
	gone, errGone := time.Unix(0, 0), error(nil)
	if c[2] != present {
		gone, errGone = time.Parse(time.RFC3339, c[2])
	}
	bits, errBits := strconv.ParseUint(c[6], 16, 64)
	if errModified != nil || errGone != nil || errBits != nil {
		return entry{}, false
	}
	return entry{
		id:       c[0],
		modified: modified.Unix(),
		gone:     gone.Unix(),
		family:   c[3],
		body:     c[4],
		shown:    c[5],
		sketch:   sketch(bits),
		origin:   unescaper.Replace(c[7]),
		file:     unescaper.Replace(c[8]),
		headings: unescaper.Replace(c[9]),
		question: unescaper.Replace(c[10]),
	}, true
}
