package xlsx

import (
	"math"
	"slices"
	"strconv"

	"recto/glossary"
)

// The index is a grid: letters one a column, terms one a slot of several.
const (
	gridColumns = 16
	gridWidth   = 7.6 // of a column, in digits
	slotColumns = 4
)

// indexSheet plans the index: the letters with their counts, then the terms
// of each letter, all linked to the sheet of terms.
func (p *plan) indexSheet() *sheet {
	x := &indexWriter{plan: p, byInitial: make(map[string][]indexed)}
	line := 2
	for _, e := range p.glossary.Entries {
		x.byInitial[e.Initial] = append(x.byInitial[e.Initial], indexed{e, line})
		line += len(e.Senses)
	}
	x.add(row{height: 34, cells: []cell{{text: p.labels.index, look: titleLook}}})
	x.add(row{height: 18, cells: []cell{{text: p.labels.indexHint, look: factLook}}})
	x.strip()
	for _, initial := range glossary.Initials() {
		if list := x.byInitial[initial]; len(list) > 0 {
			x.group(initial, list)
		}
	}
	columns := make([]column, gridColumns)
	for i := range columns {
		columns[i].width = gridWidth
	}
	return &sheet{
		name: p.labels.index, tab: "6C8EAD", columns: columns,
		count: len(x.rows), rows: slices.Values(x.rows), frozen: cellAt{1, 3},
	}
}

// indexed is an entry and the row where it begins in the sheet of terms.
type indexed struct {
	entry *glossary.Entry
	line  int
}

// indexWriter gathers the rows of the index.
type indexWriter struct {
	*plan
	byInitial map[string][]indexed
	rows      []row
}

func (x *indexWriter) add(r row) { x.rows = append(x.rows, r) }

// link returns the link to a line of the sheet of terms.
func (x *indexWriter) link(line int) link {
	return inside(x.labels.terms, termNameColumn.at(line))
}

// name returns the name of a group of the index.
func (x *indexWriter) name(initial string) string {
	if initial == glossary.Others {
		return x.labels.others
	}
	return initial
}

// strip adds the letters with their counts: Korean, then the rest.
func (x *indexWriter) strip() {
	initials := glossary.Initials()
	korean := slices.Index(initials, "A")
	lines := [][]string{initials[:korean], initials[korean : korean+gridColumns], initials[korean+gridColumns:]}
	for _, line := range lines {
		letters := row{height: 22}
		counts := row{height: 15}
		for _, initial := range line {
			list := x.byInitial[initial]
			letter, count := cell{text: x.name(initial), look: noLetterLook}, cell{look: letterCountLook}
			if len(list) > 0 {
				letter.look, letter.link = letterLook, x.link(list[0].line)
				count = cell{kind: isNumber, number: float64(len(list)), look: letterCountLook}
			}
			letters.cells, counts.cells = append(letters.cells, letter), append(counts.cells, count)
		}
		x.add(letters)
		x.add(counts)
	}
}

// group adds the terms of one letter under their heading. The text of a term
// flows over the empty cells of its slot, and a long one takes more slots.
func (x *indexWriter) group(initial string, list []indexed) {
	x.add(row{height: 10})
	heading := row{height: 24, cells: make([]cell, gridColumns)}
	for i := range heading.cells {
		heading.cells[i].look = sectionLook
	}
	heading.cells[0] = cell{text: x.name(initial), look: sectionLook, link: x.link(list[0].line)}
	heading.cells[1] = cell{text: strconv.Itoa(len(list)), look: sectionCount}
	x.add(heading)
	line := row{height: 18, cells: make([]cell, gridColumns)}
	at := 0
	for _, term := range list {
		c := textCell(term.entry.Name, entryLook)
		if term.entry.Conflicts() {
			c.look = disputedEntry
		}
		c.link = x.link(term.line)
		span := slots(c.shown()) * slotColumns
		if at+span > gridColumns {
			x.add(line)
			line, at = row{height: 18, cells: make([]cell, gridColumns)}, 0
		}
		line.cells[at] = c
		at += span
	}
	x.add(line)
}

// slots returns how many slots a name takes, at most a whole line.
func slots(name string) int {
	width := textWidth(name)*bodySize/defaultSize + cellPadding
	return min(gridColumns/slotColumns, max(1, int(math.Ceil(width/(gridWidth*slotColumns)))))
}
