package xlsx

import (
	"iter"
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
	x := &indexMaker{plan: p, byInitial: make(map[string][]indexed)}
	line := 2
	for _, e := range p.glossary.Entries {
		x.byInitial[e.Initial] = append(x.byInitial[e.Initial], indexed{e, line, slots(e.Name) * slotColumns})
		line += len(e.Senses)
	}
	columns := make([]column, gridColumns)
	for i := range columns {
		columns[i].width = gridWidth
	}
	count := len(x.head())
	for _, list := range x.byInitial {
		for range indexLines(list) {
			count++
		}
	}
	return &sheet{
		name: p.labels.index, tab: "6C8EAD", columns: columns,
		count: count, rows: x.rows, frozen: cellAt{1, 3}, tall: true,
	}
}

// indexed is an entry of the index.
type indexed struct {
	entry *glossary.Entry
	line  int // where it begins in the sheet of terms
	span  int // how many columns it takes
}

// indexLines yields the terms of one letter line by line. The text of a term
// flows over the empty cells of its slot, and a long one takes more slots.
func indexLines(list []indexed) iter.Seq[[]indexed] {
	return func(yield func([]indexed) bool) {
		start, at := 0, groupMargin
		for i, term := range list {
			if at+term.span > gridColumns {
				if !yield(list[start:i]) {
					return
				}
				start, at = i, groupMargin
			}
			at += term.span
		}
		yield(list[start:])
	}
}

// indexMaker makes the rows of the index.
type indexMaker struct {
	*plan
	byInitial map[string][]indexed
}

// head returns the rows above the terms.
func (x *indexMaker) head() []row {
	title := []row{
		{height: 34, cells: []cell{{text: x.labels.index, look: titleLook}}},
		{height: 18, cells: []cell{{text: x.labels.indexHint, look: factLook}}},
	}
	return slices.Concat(title, x.strip(), []row{{height: 10}})
}

// rows yields the rows of the index.
func (x *indexMaker) rows(yield func(row) bool) {
	for _, r := range x.head() {
		if !yield(r) {
			return
		}
	}
	line := row{height: 19, cells: make([]cell, gridColumns)}
	for _, initial := range glossary.Initials() {
		if list := x.byInitial[initial]; len(list) > 0 && !x.group(initial, list, line, yield) {
			return
		}
	}
}

// link returns the link to a line of the sheet of terms.
func (x *indexMaker) link(line int) link {
	return inside(x.labels.terms, termNameColumn.at(line))
}

// name returns the name of a group of the index.
func (x *indexMaker) name(initial string) string {
	if initial == glossary.Others {
		return x.labels.others
	}
	return initial
}

// strip returns the letters with their counts: Korean, then the rest.
func (x *indexMaker) strip() []row {
	initials := glossary.Initials()
	latin := slices.Index(initials, "A")
	var out []row
	for _, line := range [][]string{initials[:latin], initials[latin : latin+stripColumns], initials[latin+stripColumns:]} {
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
		out = append(out, letters, counts)
	}
	return out
}

// group yields the terms of one letter beside it, line after line. It reports
// whether the rows go on.
func (x *indexMaker) group(initial string, list []indexed, line row, yield func(row) bool) bool {
	clearLine(line, groupLook)
	line.cells[0] = cell{text: x.name(initial), look: initialLook, link: x.link(list[0].line)}
	line.cells[1] = cell{kind: isNumber, number: float64(len(list)), look: initialCount}
	plain, disputed := groupLook, groupDispute
	for terms := range indexLines(list) {
		at := groupMargin
		for _, term := range terms {
			line.cells[at] = textCell(term.entry.Name, plain)
			if term.entry.Conflicts() {
				line.cells[at].look = disputed
			}
			line.cells[at].link = x.link(term.line)
			at += term.span
		}
		if !yield(line) {
			return false
		}
		plain, disputed = entryLook, entryDispute
		clearLine(line, nil)
	}
	return true
}

// clearLine empties a line of the grid.
func clearLine(line row, l *look) {
	for i := range line.cells {
		line.cells[i] = cell{look: l}
	}
}

// slots returns how many slots a name takes, at most a whole line.
func slots(name string) int {
	width := textWidth(name)*bodySize/defaultSize + cellPadding
	return min((gridColumns-groupMargin)/slotColumns, max(1, int(math.Ceil(width/(gridWidth*slotColumns)))))
}
