package xlsx

import (
	"slices"

	"github.com/xuri/excelize/v2"
)

// copy returns the plan of a sheet that is the user's own: its cells with
// values, formulas, links and the plain part of their looks, its merged cells
// and the sizes of columns and rows.
func (r *sheetReader) copy() *sheet {
	r.findLinks()
	s := &sheet{name: r.name, tab: faint, grid: true, count: len(r.rows)}
	for i := range max(1, r.breadth()) {
		width, err := r.file.GetColWidth(r.name, columnName(i+1))
		r.fail(err)
		s.columns = append(s.columns, column{width: width})
	}
	var rows []row
	for i, texts := range r.rows {
		height, err := r.file.GetRowHeight(r.name, i+1)
		r.fail(err)
		line := row{height: height}
		for j, text := range texts {
			at := cellAt{j + 1, i + 1}
			c := r.cell(at, text)
			c.look, c.yours = r.look(at.ref()), true
			line.cells = append(line.cells, c)
		}
		rows = append(rows, line)
	}
	s.rows = slices.Values(rows)
	merged, err := r.file.GetMergeCells(r.name)
	r.fail(err)
	for _, m := range merged {
		s.merged = append(s.merged, area{r.at(m.GetStartAxis()), r.at(m.GetEndAxis())})
	}
	return s
}

// at returns the place that a reference names.
func (r *sheetReader) at(ref string) cellAt {
	column, row, err := excelize.CellNameToCoordinates(ref)
	r.fail(err)
	return cellAt{column, row}
}

// look returns how a cell of the user's looks, as far as looks go.
func (r *sheetReader) look(ref string) *look {
	style := r.style(ref)
	if style == nil {
		return nil
	}
	l := &look{}
	l.setFormat(style)
	if f := style.Font; f != nil {
		l.size, l.bold, l.underline = f.Size, f.Bold, f.Underline != ""
		if len(f.Color) == len(ink) {
			l.color = f.Color
		}
	}
	if fill := style.Fill; fill.Type == "pattern" && fill.Pattern == 1 && len(fill.Color) == 1 && len(fill.Color[0]) == len(ink) {
		l.fill = fill.Color[0]
	}
	if a := style.Alignment; a != nil {
		l.wrap, l.center, l.middle = a.WrapText, a.Horizontal == "center", a.Vertical == "center"
	}
	return l
}
