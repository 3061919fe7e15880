package xlsx

import (
	"iter"
	"slices"
)

// book is a workbook as it shall be written: decided, not yet drawn.
type book struct {
	sheets []*sheet
	names  []definedName
	title  string
	date   string // RFC 3339, second precision
}

// definedName gives a range a name.
type definedName struct{ name, refers string }

// sheet is one sheet. Rows are made when they are written, so that a long
// sheet is never in memory as a whole.
type sheet struct {
	name    string
	tab     string // colour of its tab, RRGGBB
	columns []column
	count   int           // number of rows
	rows    iter.Seq[row] // from row 1
	merged  []area        // areas that are one cell
	frozen  cellAt        // first cell that scrolls; zero for none
	table   *table        // at most one
	choices *choices      // a drop-down
	marks   []mark        // conditional formats
	charts  []chart       // native charts
	print   area          // printed columns and rows; zero for all
	repeat  int           // rows repeated on every printed page
	tall    bool          // printed in portrait
	onePage bool          // printed on one page
	grid    bool          // grid lines are shown
	numbers []area        // text that looks like numbers and is meant so
}

// folds reports whether the sheet has columns that fold away.
func (s *sheet) folds() bool {
	return slices.ContainsFunc(s.columns, func(c column) bool { return c.folds })
}

// column is one column of a sheet.
type column struct {
	width  float64 // in digits of the default font
	hidden bool
	folds  bool // belongs to the group of columns that fold away
}

// row is one row; cells start at column A. It holds good until the next row is
// made: rows share the memory of their cells.
type row struct {
	height float64 // in points; 0 for the default
	cells  []cell
	low    bool // few lines: cells stand in the middle, not at the top
	cut    bool // some text of it did not fit
}

// cell is one cell. The zero value is empty and unstyled.
type cell struct {
	look    *look
	text    string  // what is shown; of a formula the value it had
	runs    []run   // takes the place of text where parts look different
	number  float64 // shown when isNumber; finite
	formula string
	link    link
	kind    kind
	yours   bool // the user wrote it
}

// kind says which field of a cell holds its value.
type kind uint8

const (
	isText kind = iota
	isNumber
	isBool // number is 1 or 0
)

// run is a piece of a cell's text in one face.
type run struct {
	text string
	face face
}

// face is how a run differs from its cell's font.
type face struct {
	bold, italic, strike, code, mark, super, sub bool
}

// link is where a click on a cell leads; the zero value leads nowhere.
type link struct {
	url   string // outside the workbook
	place string // inside it: 'sheet'!A1
}

// cellAt is the place of a cell, both counted from 1.
type cellAt struct{ column, row int }

// area is a rectangle of cells, both corners included.
type area struct{ from, to cellAt }

// table is a table with a filter and banding. Its first row is the header.
type table struct {
	name string
	area area
}

// choices is a drop-down of a few words for the cells of an area.
type choices struct {
	area  area
	words []string
}

// mark is a fill for cells of an area that hold a text.
type mark struct {
	area  area
	equal string
	look  *look
}

// chart is a native chart over cells of the sheet.
type chart struct {
	at            cellAt
	round         bool // a doughnut; else bars
	title         string
	labels        area
	values        area
	colors        []string // of the doughnut's parts; of the bars the first
	width, height int      // in pixels
}
