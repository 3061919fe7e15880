package tex

import "recto/exporters/pdf/font"

// grid is the cells of an array laid out.
type grid struct {
	cells  [][]box
	widths []int
	up     []int // of each row
	down   []int
}

// array sets cells in columns and rows, centred on the axis.
func (l *layouter) array(n *array, s style) box {
	cellStyle := textStyle
	switch {
	case n.small:
		cellStyle = scriptStyle
	case n.display:
		cellStyle = displayStyle
	}
	cellStyle = max(cellStyle, min(s, scriptStyle))
	if s >= scriptStyle {
		cellStyle = s
	}
	g := l.grid(n, cellStyle)
	b := box{class: inner}
	height := (len(g.up) - 1) * n.rowGap * cellStyle.scale() / 1000
	for i := range g.up {
		height += g.up[i] + g.down[i]
	}
	y := l.constant(font.AxisHeight, s) + height/2
	top, bottom := y, y-height
	for i, row := range g.cells {
		y -= g.up[i]
		x := 0
		for j, cell := range row {
			b.add(cell, x+aligned(n.align[j%len(n.align)], g.widths[j]-cell.w), y)
			x += g.widths[j] + n.gapAfter(j)
		}
		y -= g.down[i] + n.rowGap*cellStyle.scale()/1000
	}
	b.w = g.width(n)
	for _, j := range n.bars {
		b.rule(max(0, g.before(n, j)), bottom, 45, top-bottom)
	}
	b.up, b.down = max(b.up, top), max(b.down, -bottom)
	if n.left == 0 && n.right == 0 {
		return b
	}
	return l.enclosed(b, n.left, n.right, s)
}

func (l *layouter) grid(n *array, s style) grid {
	var g grid
	least := [2]int{680 * s.scale() / 1000, 230 * s.scale() / 1000}
	for _, row := range n.rows {
		var cells []box
		up, down := least[0], least[1]
		for j, cell := range row {
			if n.pairs && j%2 == 1 {
				// An empty atom before the cell keeps the distance of a relation.
				cell = &list{nodes: []node{&words{}, cell}}
			}
			c := l.node(flattened(cell), s)
			up, down = max(up, c.up), max(down, c.down)
			if j == len(g.widths) {
				g.widths = append(g.widths, 0)
			}
			g.widths[j] = max(g.widths[j], c.w)
			cells = append(cells, c)
		}
		g.cells = append(g.cells, cells)
		g.up, g.down = append(g.up, up), append(g.down, down)
	}
	return g
}

// flattened joins a list within a list, so that distances reach across.
func flattened(n node) node {
	l, ok := n.(*list)
	if !ok || len(l.nodes) != 2 {
		return n
	}
	second, ok := l.nodes[1].(*list)
	if !ok {
		return n
	}
	return &list{nodes: append([]node{l.nodes[0]}, second.nodes...)}
}

func aligned(align byte, spare int) int {
	switch align {
	case 'c':
		return spare / 2
	case 'r':
		return spare
	}
	return 0
}

// gapAfter returns the room between a column and the next.
func (n *array) gapAfter(column int) int {
	if n.pairs {
		return column % 2 * 1500
	}
	return n.columnGap
}

func (g *grid) width(n *array) int {
	w := 0
	for j, width := range g.widths {
		if j > 0 {
			w += n.gapAfter(j - 1)
		}
		w += width
	}
	return w
}

// before returns where the line before a column stands.
func (g *grid) before(n *array, column int) int {
	x := 0
	for j := range min(column, len(g.widths)) {
		x += g.widths[j] + n.gapAfter(j)
	}
	return x - n.columnGap/2
}
