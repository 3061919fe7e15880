package xlsx

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

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
	var readers []*sheetReader
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
		readers = append(readers, &sheetReader{file: f, name: name, rows: rows})
	}
	terms, l := findTerms(readers)
	if terms == nil {
		return nil, errForeign
	}
	e := &earlier{lost: lostParts(f)}
	for _, sr := range readers {
		switch _, isTerms := headerLabels(sr.header()); {
		case sr == terms:
			sr.findColumns(e)
			e.rows = sr.read(e)
		case sr.name == l.archive && isTerms:
			sr.findColumns(e)
			sr.moved = true // a formula in an archive stands beside nothing
			e.stored = sr.read(e)
		case !slices.Contains(l.sheets(), sr.name):
			e.sheets = append(e.sheets, sr.copy())
		}
		if sr.err != nil {
			return nil, fmt.Errorf("sheet %s: %w", sr.name, sr.err)
		}
	}
	return e, nil
}

// findTerms returns the sheet of terms and the labels it is written with; nil
// when there is none. It may have another name than we gave it.
func findTerms(readers []*sheetReader) (*sheetReader, *labels) {
	var found *sheetReader
	var labels *labels
	for _, sr := range readers {
		l, ok := headerLabels(sr.header())
		switch {
		case !ok || sr.name == l.archive:
		case sr.name == l.terms:
			return sr, l
		case found == nil:
			found, labels = sr, l
		}
	}
	return found, labels
}

// ourCharts is how many charts the workbook has at most by itself.
const ourCharts = 2

// lostParts returns what a workbook holds that cannot be taken over.
func lostParts(f *excelize.File) []string {
	charts := 0
	var out []string
	f.Pkg.Range(func(key, _ any) bool {
		name := key.(string)
		if strings.HasPrefix(name, "xl/charts/chart") {
			charts++
		}
		for _, kind := range []struct{ prefix, what string }{
			{"xl/comments", "comments"}, {"xl/threadedComments", "comments"}, {"xl/media/", "pictures"},
			{"xl/pivot", "pivot tables"}, {"xl/vbaProject", "macros"},
		} {
			if strings.HasPrefix(name, kind.prefix) && !slices.Contains(out, kind.what) {
				out = append(out, kind.what)
			}
		}
		return true
	})
	if charts > ourCharts {
		out = append(out, "charts")
	}
	slices.Sort(out)
	return out
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

// header returns the first row.
func (r *sheetReader) header() []string {
	if len(r.rows) == 0 {
		return nil
	}
	return r.rows[0]
}

// owner says whose a column is: ours, number own of earlier.own, or nobody's.
type owner struct {
	ours   bool
	nobody bool
	term   termColumn
	own    int
}

// findColumns finds out whose each column is, and adds the columns that the
// user has made to e: those with other titles, and without any.
func (r *sheetReader) findColumns(e *earlier) {
	for i := range r.breadth() {
		title := ""
		if header := r.header(); i < len(header) {
			title = header[i]
		}
		var o owner
		c, known := columnOf(title)
		switch {
		case known && !slices.Contains(r.columns, owner{ours: true, term: c}):
			o = owner{ours: true, term: c}
			r.moved = r.moved || int(c) != i
		case r.isBlank(i):
			o = owner{nobody: true}
		default:
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

// isBlank reports whether a column holds nothing.
func (r *sheetReader) isBlank(column int) bool {
	return !slices.ContainsFunc(r.rows, func(row []string) bool {
		return column < len(row) && strings.TrimSpace(row[column]) != ""
	})
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
			case o.nobody:
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
		if n, err := strconv.ParseFloat(text, 64); err == nil && !math.IsNaN(n) && !math.IsInf(n, 0) {
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
	style := r.style(ref)
	if style == nil || style.NumFmt == 0 && style.CustomNumFmt == nil {
		return nil
	}
	l := &look{}
	l.setFormat(style)
	return l
}

// style returns the style of a cell; nil for the default.
func (r *sheetReader) style(ref string) *excelize.Style {
	id, err := r.file.GetCellStyle(r.name, ref)
	r.fail(err)
	if id == 0 {
		return nil
	}
	style, err := r.file.GetStyle(id)
	r.fail(err)
	return style
}

func (l *look) setFormat(style *excelize.Style) {
	l.formatID = style.NumFmt
	if style.CustomNumFmt != nil {
		l.format, l.formatID = *style.CustomNumFmt, 0
	}
}
