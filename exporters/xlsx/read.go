package xlsx

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// errForeign says that a workbook is not one of ours.
var errForeign = errors.New("is not a glossary of this program")

// readEarlier reads a workbook of an earlier run. It returns an error that
// wraps errForeign for another workbook.
func readEarlier(r io.Reader) (*earlier, error) {
	f, err := excelize.OpenReader(r)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	e := &earlier{}
	found := false
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
		sr := &sheetReader{file: f, name: name, rows: rows}
		switch {
		case len(rows) == 0 || !isTermHeader(rows[0]):
			if !isOurs(name) {
				e.others = append(e.others, name)
			}
		case !found && !isArchive(name):
			found = true
			sr.findColumns(e)
			e.rows = sr.read(e)
		default:
			sr.findColumns(e)
			sr.moved = true
			e.stored = append(e.stored, sr.read(e)...)
		}
		if sr.err != nil {
			return nil, sr.err
		}
	}
	if !found {
		return nil, errForeign
	}
	return e, nil
}

// isArchive reports whether a sheet has the archive's name in any language.
func isArchive(name string) bool {
	return slices.ContainsFunc(languages, func(l *labels) bool { return l.archive == name })
}

// sheetReader reads a sheet with the columns of terms.
type sheetReader struct {
	file    *excelize.File
	name    string
	rows    [][]string // what the cells show, from row 1
	columns []owner
	moved   bool            // formulas would not fit: columns stand elsewhere
	links   map[string]bool // cells with a link; true when it leads outside
	err     error           // the first that happened
}

// owner says whose a column is: ours, or number own of earlier.own.
type owner struct {
	ours bool
	term termColumn
	own  int
}

// findColumns finds out whose each column is, and adds the columns that the
// user has made to e: those with other titles, and without any.
func (r *sheetReader) findColumns(e *earlier) {
	for i := range r.breadth() {
		title := ""
		if i < len(r.rows[0]) {
			title = r.rows[0][i]
		}
		var o owner
		if c, ok := columnOf(title); ok && !slices.Contains(r.columns, owner{ours: true, term: c}) {
			o = owner{ours: true, term: c}
			r.moved = r.moved || int(c) != i
		} else {
			o = owner{own: r.ownColumn(e, i, title)}
			r.moved = r.moved || o.own != i-int(termColumns)
		}
		r.columns = append(r.columns, o)
	}
}

// ownColumn returns which of the user's columns column i is; a new one when
// no column of its title is known.
func (r *sheetReader) ownColumn(e *earlier, i int, title string) int {
	for at, o := range e.own {
		if o.title == title && title != "" && !slices.Contains(r.columns, owner{own: at}) {
			return at
		}
	}
	width, err := r.file.GetColWidth(r.name, columnName(i+1))
	r.fail(err)
	e.own = append(e.own, ownTitle{title, width})
	return len(e.own) - 1
}

// breadth returns how many columns hold something.
func (r *sheetReader) breadth() int {
	n := 0
	for _, row := range r.rows {
		n = max(n, len(row))
	}
	return n
}

// fail keeps the first error.
func (r *sheetReader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// read returns the rows below the header.
func (r *sheetReader) read(e *earlier) []oldRow {
	r.findLinks()
	var out []oldRow
	for i, texts := range r.rows[1:] {
		row := oldRow{line: i + 2, own: make([]cell, len(e.own))}
		for column, text := range texts {
			at := cellAt{column + 1, row.line}
			o := r.columns[column]
			switch {
			case !o.ours:
				row.own[o.own] = r.cell(at, text)
			case o.term == stateColumn:
				row.state = r.cell(at, text)
			case o.term == notesColumn:
				row.notes = r.cell(at, text)
			case o.term == idColumn:
				row.id = text
			case o.term == numberColumn: // counted anew
			default:
				row.texts[o.term] = text
			}
		}
		out = append(out, row)
	}
	return out
}

// cell reads a cell that the user may have written: its value with its type,
// its formula, its link and its number format.
func (r *sheetReader) cell(at cellAt, text string) cell {
	ref := at.ref()
	formula, err := r.file.GetCellFormula(r.name, ref)
	r.fail(err)
	if text == "" && formula == "" {
		return cell{}
	}
	c := cell{text: text, link: r.link(ref), look: r.format(ref)}
	if !r.moved {
		c.formula = formula
	}
	kind, err := r.file.GetCellType(r.name, ref)
	r.fail(err)
	switch kind {
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			c.kind, c.number, c.text = isNumber, n, ""
		}
	case excelize.CellTypeBool:
		c.kind, c.text = isBool, ""
		if text == "1" || text == "TRUE" {
			c.number = 1
		}
	}
	return c
}

// findLinks notes which cells have links.
func (r *sheetReader) findLinks() {
	r.links = make(map[string]bool)
	for _, kind := range []string{"Location", "External"} {
		refs, err := r.file.GetHyperLinkCells(r.name, kind)
		r.fail(err)
		for _, ref := range refs {
			r.links[ref] = kind == "External"
		}
	}
}

func (r *sheetReader) link(ref string) link {
	outside, ok := r.links[ref]
	if !ok {
		return link{}
	}
	_, dest, err := r.file.GetCellHyperLink(r.name, ref)
	r.fail(err)
	if outside {
		return link{url: dest}
	}
	return link{place: dest}
}

// format returns the number format of a cell as a look; nil for general.
func (r *sheetReader) format(ref string) *look {
	id, err := r.file.GetCellStyle(r.name, ref)
	r.fail(err)
	style, err := r.file.GetStyle(id)
	r.fail(err)
	if err != nil {
		return nil
	}
	l := look{formatID: style.NumFmt}
	if style.CustomNumFmt != nil {
		l = look{format: *style.CustomNumFmt}
	}
	if l == (look{}) {
		return nil
	}
	return &l
}
