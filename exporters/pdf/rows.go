package pdf

import (
	"recto/card"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/text"
)

// row is a strip of a side that is never cut: a line of text, a line of the
// cells of a table, a figure or a rule.
type row struct {
	item   *item
	line   text.Line
	cells  *cellRow
	figure geom.Rect // the size of a figure
	gap    geom.Length
	height geom.Length
	base   geom.Length // from the top to the baseline
	first  bool        // of its item
	keep   bool        // stays with the next row
}

// cellRow is the nth line of the cells of a table's row.
type cellRow struct {
	index   int
	n       int
	last    bool
	columns []int
	lines   [][]text.Line
}

// Heights of lines in thousandths of their size.
const (
	lineHeight = 1420
	lineBase   = 1040
	lineTop    = 890 // of letters above the baseline
	lineBottom = 250
	padBox     = 350
	padFigure  = 150
)

// frame is the room that content is laid out in.
type frame struct{ w, h geom.Length }

// rowsOf breaks items into rows for a text size.
func rowsOf(items []item, f frame, size geom.Length) []row {
	rows := make([]row, 0, 2*len(items))
	for i := range items {
		it := &items[i]
		start := len(rows)
		switch {
		case it.para != nil:
			rows = textRows(rows, it, f, size)
		case it.table != nil:
			rows = tableRows(rows, it, f, size)
		case it.figure != nil:
			rows = append(rows, figureRow(it, f, size))
		case it.rule:
			rows = append(rows, row{item: it, height: size.Times(300), base: size.Times(150)})
		}
		if start == len(rows) {
			continue
		}
		rows[start].first = true
		rows[start].gap = size.Times(it.gap)
		if it.box != 0 && (i == 0 || items[i-1].box != it.box) {
			rows[start].height += size.Times(padBox)
			rows[start].base += size.Times(padBox)
		}
		end := &rows[len(rows)-1]
		if it.box != 0 && (i == len(items)-1 || items[i+1].box != it.box) {
			end.height += size.Times(padBox)
		}
		end.keep = end.keep || it.keep
	}
	return rows
}

// room returns the width of an item's text in thousandths of its own size.
func (it *item) room(f frame, size geom.Length) int {
	w := int(f.w*1000/size) - it.left
	if it.box != 0 {
		w -= padBox
	}
	return max(w, 1) * 1000 / it.scale
}

func textRows(rows []row, it *item, f frame, size geom.Length) []row {
	own := size.Times(it.scale)
	limit := it.room(f, size)
	if it.centered {
		limit = it.para.Balance(limit)
	}
	lines := it.para.Wrap(limit, it.hang)
	if n := len(lines); n > 1 && n < 4 && it.softMark == nil && !it.centered && lines[n-1].Width < limit/4 {
		lines = it.para.Wrap(it.para.Balance(limit), it.hang)
	}
	for i, line := range lines {
		// No line stands alone at the end or the start of a card.
		lonely := it.softMark == nil && (i == 0 || i == len(lines)-2) && i < len(lines)-1
		r := row{keep: lonely, item: it, line: line, height: own.Times(lineHeight), base: own.Times(lineBase)}
		up, down := it.para.Extent(line)
		if extra := own.Times(up - lineTop); extra > 0 {
			r.height, r.base = r.height+extra, r.base+extra
		}
		r.height += max(0, own.Times(down-lineBottom))
		rows = append(rows, r)
	}
	return rows
}

func tableRows(rows []row, it *item, f frame, size geom.Length) []row {
	own := size.Times(it.scale)
	columns := it.table.columns(it.room(f, size))
	for i, cells := range it.table.rows {
		lines := make([][]text.Line, len(cells))
		n := 1
		for j, cell := range cells {
			lines[j] = cell.Wrap(columns[j]-2*padCell, 0)
			n = max(n, len(lines[j]))
		}
		for k := range n {
			r := row{item: it, height: own.Times(1350), base: own.Times(1000)}
			r.cells = &cellRow{index: i, n: k, last: k == n-1, columns: columns, lines: lines}
			up, down := 0, 0
			for j, cell := range cells {
				if k < len(lines[j]) {
					u, d := cell.Extent(lines[j][k])
					up, down = max(up, u), max(down, d)
				}
			}
			extra := max(0, own.Times(up-lineTop))
			r.height, r.base = r.height+extra+max(0, own.Times(down-lineBottom)), r.base+extra
			if k == 0 {
				r.height, r.base = r.height+own.Times(180), r.base+own.Times(180)
			}
			if r.cells.last {
				r.height += own.Times(180)
			}
			r.keep = !r.cells.last || i < it.table.header
			rows = append(rows, r)
		}
	}
	return rows
}

// figureRow scales an image down to the width and to a part of the height of
// the frame that shrinks with the text.
func figureRow(it *item, f frame, size geom.Length) row {
	w, h := it.figure.size()
	maxW := max(geom.Point, f.w-size.Times(it.left+2*padFigure))
	maxH := min(f.h-size.Times(2*padBox), f.h*size/(15*geom.Point)) * 9 / 10
	maxH = max(maxH, f.h/4)
	if w > maxW {
		w, h = maxW, h*maxW/w
	}
	if h > maxH {
		w, h = w*maxH/h, maxH
	}
	w, h = max(w, geom.Point), max(h, geom.Point)
	pad := size.Times(padFigure)
	return row{item: it, figure: geom.Rect{X: pad, Y: pad, W: w, H: h}, height: h + 2*pad}
}

// draw adds a row to a layer, with its top at y. The row above it, which may
// be nil, tells which boxes and rails go on.
func (r *row) draw(l *layer, above *row, f frame, x, y, size geom.Length) {
	r.decorate(l, above, f, x, y, size)
	it := r.item
	left := x + size.Times(it.left)
	own := size.Times(it.scale)
	switch {
	case r.cells != nil:
		r.drawCells(l, left, y, own)
	case it.figure != nil:
		at := left + r.figure.X
		if it.centered {
			at = x + (f.w-r.figure.W)/2
		}
		l.pictures = append(l.pictures, picture{geom.Rect{X: at, Y: y + r.figure.Y, W: r.figure.W, H: r.figure.H}, it.figure})
	case it.rule:
		l.fills = append(l.fills, fill{geom.Rect{X: left, Y: y + r.base, W: min(geom.MM(18), x+f.w-left), H: 400}, inkRule})
	default:
		r.drawLine(l, f, x, y, size)
	}
}

func (r *row) drawLine(l *layer, f frame, x, y, size geom.Length) {
	it := r.item
	own := size.Times(it.scale)
	left := x + size.Times(it.left)
	base := y + r.base
	switch {
	case it.centered:
		left = x + (f.w-own.Times(r.line.Width))/2
	case !r.first:
		left += own.Times(it.hang)
		if it.softMark != nil {
			l.texts = append(l.texts, textMark{x: left - own.Times(1000), y: base, size: own.Times(800), face: it.softMark, ink: inkQuiet, text: "↪"})
		}
	}
	l.line(it.para, r.line, left, base, own)
	if r.first && it.marker != nil {
		for _, line := range it.marker.Wrap(it.marker.Width(), 0)[:1] {
			l.line(it.marker, line, x+size.Times(it.left-gapMarker-line.Width), base, size)
		}
	}
}

// decorate draws the box and the rails behind a row.
func (r *row) decorate(l *layer, above *row, f frame, x, y, size geom.Length) {
	it := r.item
	top := func(joined bool) geom.Length {
		if joined {
			return y - r.gap
		}
		return y
	}
	if it.box != 0 {
		t := top(above != nil && above.item.box == it.box)
		left := x + size.Times(it.left-padBox)
		if len(it.rails) > 0 {
			left = x + size.Times(it.rails[len(it.rails)-1].left)
		}
		l.fills = append(l.fills, fill{geom.Rect{X: left, Y: t, W: x + f.w - left, H: y + r.height - t}, it.back})
	}
	for i, rail := range it.rails {
		joined := above != nil && len(above.item.rails) > i && above.item.rails[i].id == rail.id
		t := top(joined)
		l.fills = append(l.fills, fill{geom.Rect{X: x + size.Times(rail.left), Y: t, W: 1800, H: y + r.height - t}, rail.ink})
	}
}

func (r *row) drawCells(l *layer, left, y, own geom.Length) {
	t := r.item.table
	width := own.Times(sum(r.cells.columns))
	header := r.cells.index < t.header
	if header {
		l.fills = append(l.fills, fill{geom.Rect{X: left, Y: y, W: width, H: r.height}, backHeader})
	}
	x := left
	for j, cell := range t.rows[r.cells.index] {
		column := own.Times(r.cells.columns[j])
		if r.cells.n < len(r.cells.lines[j]) {
			line := r.cells.lines[j][r.cells.n]
			l.line(cell, line, x+own.Times(padCell)+shift(t, j, column-own.Times(2*padCell+line.Width)), y+r.base, own)
		}
		x += column
	}
	if r.cells.last {
		ink := uint32(inkRule)
		if header {
			ink = inkQuiet
		}
		l.fills = append(l.fills, fill{geom.Rect{X: left, Y: y + r.height - 400, W: width, H: 400}, ink})
	}
}

// shift returns how far a cell's line moves within the spare room of its
// column.
func shift(t *table, column int, spare geom.Length) geom.Length {
	if column >= len(t.align) || spare < 0 {
		return 0
	}
	switch t.align[column] {
	case card.Center:
		return spare / 2
	case card.Right:
		return spare
	}
	return 0
}
