package xlsx

import (
	"math"
	"slices"

	"recto/glossary"
)

// The index is a grid. On top stand the letters, one a column; below each
// letter with its count at the margin and its terms beside it, one a slot of
// several columns.
const (
	gridColumns  = 18
	gridWidth    = 7.4 // of a column, in digits
	groupMargin  = 2
	slotColumns  = 4
	stripColumns = 16
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
	x.add(row{height: 10})
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
		count: len(x.rows), rows: slices.Values(x.rows), frozen: cellAt{1, 3}, tall: true,
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
	lines := [][]string{initials[:korean], initials[korean : korean+stripColumns], initials[korean+stripColumns:]}
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

// group adds the terms of one letter beside it. The text of a term flows over
// the empty cells of its slot, and a long one takes more slots.
func (x *indexWriter) group(initial string, list []indexed) {
	line := x.groupLine(groupLook)
	line.cells[0] = cell{text: x.name(initial), look: initialLook, link: x.link(list[0].line)}
	line.cells[1] = cell{kind: isNumber, number: float64(len(list)), look: initialCount}
	look := groupLook
	at := groupMargin
	for _, term := range list {
		span := slots(term.entry.Name) * slotColumns
		if at+span > gridColumns {
			x.add(line)
			look = entryLook
			line, at = x.groupLine(nil), groupMargin
		}
		line.cells[at] = textCell(term.entry.Name, look)
		if term.entry.Conflicts() {
			disputed := *look
			disputed.color = amberInk
			line.cells[at].look = &disputed
		}
		line.cells[at].link = x.link(term.line)
		at += span
	}
	x.add(line)
}

// groupLine returns an empty row of the grid.
func (x *indexWriter) groupLine(l *look) row {
	r := row{height: 19, cells: make([]cell, gridColumns)}
	for i := range r.cells {
		r.cells[i].look = l
	}
	return r
}

// slots returns how many slots a name takes, at most a whole line.
func slots(name string) int {
	width := textWidth(name)*bodySize/defaultSize + cellPadding
	return min((gridColumns-groupMargin)/slotColumns, max(1, int(math.Ceil(width/(gridWidth*slotColumns)))))
}
