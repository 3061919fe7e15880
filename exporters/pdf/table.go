package pdf

import (
	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/text"
)

// table is a table made ready. Widths are in thousandths of the text size.
type table struct {
	rows      [][]*text.Paragraph
	header    int // how many of the rows are header
	align     []card.Align
	least     []int // the widest word of each column
	preferred []int // each column on one line
	rigid     []int // what cannot be cut in each column
}

const (
	padCell     = 380
	scaleTable  = 920
	leastColumn = 2600 // with its padding; narrower columns are not worth reading
)

// table composes a table; one with more columns than fit on a card becomes a
// list of its rows.
func (c *composer) table(dst []item, t *card.Table, at place) []item {
	if len(t.Header) == 0 {
		return dst
	}
	if len(t.Header)*leastColumn > c.room-at.left {
		return c.stacked(dst, t, at)
	}
	n := len(t.Header)
	made := &table{align: t.Align, least: make([]int, n), preferred: make([]int, n), rigid: make([]int, n)}
	look := at.look
	look.Font = font.Bold
	if !blank(t.Header) {
		made.header = 1
		made.add(c.cells(t.Header, look))
	}
	for _, row := range t.Rows {
		made.add(c.cells(row, at.look))
	}
	if len(made.rows) == 0 {
		return dst
	}
	if room := (c.room - at.left - padBox) * 1000 / scaleTable; sum(made.floors(room)) > room {
		return c.stacked(dst, t, at)
	}
	it := at.item(nil)
	it.table, it.scale = made, scaleTable
	return append(dst, it)
}

func blank(cells [][]card.Inline) bool {
	for _, cell := range cells {
		if len(cell) > 0 {
			return false
		}
	}
	return true
}

func (c *composer) cells(row [][]card.Inline, look text.Look) []*text.Paragraph {
	cells := make([]*text.Paragraph, len(row))
	for i, cell := range row {
		cells[i] = c.paragraph(cell, look)
	}
	return cells
}

func (t *table) add(row []*text.Paragraph) {
	for len(row) < len(t.least) {
		row = append(row, &text.Paragraph{})
	}
	row = row[:len(t.least)]
	for i, cell := range row {
		t.least[i] = max(t.least[i], cell.Widest()+2*padCell)
		t.preferred[i] = max(t.preferred[i], cell.Width()+2*padCell)
		t.rigid[i] = max(t.rigid[i], cell.Rigid()+2*padCell)
	}
	t.rows = append(t.rows, row)
}

// stacked shows each row of a table as its cells below each other, named by
// the header.
func (c *composer) stacked(dst []item, t *card.Table, at place) []item {
	list := &card.List{}
	for _, row := range t.Rows {
		var content []card.Block
		for i, cell := range row {
			if len(cell) == 0 {
				continue
			}
			if i < len(t.Header) && len(t.Header[i]) > 0 {
				cell = append([]card.Inline{&card.Strong{Content: t.Header[i]}, &card.Text{Value: ": "}}, cell...)
			}
			content = append(content, &card.Paragraph{Content: cell})
		}
		list.Items = append(list.Items, card.Item{Content: content})
	}
	return c.list(dst, list, at)
}

// columns returns the widths of the columns in a given room: as wide as they
// like when that fits, else the widest word of each and a share of the rest
// by need, else shares of the room.
func (t *table) columns(room int) []int {
	least, preferred := sum(t.least), sum(t.preferred)
	if preferred <= room {
		return t.preferred
	}
	widths := make([]int, len(t.least))
	if least <= room {
		for i := range widths {
			widths[i] = t.least[i] + (room-least)*(t.preferred[i]-t.least[i])/max(1, preferred-least)
		}
		return widths
	}
	return t.shares(room)
}

// floors returns the least width of each column: what a syllable needs, or
// what cannot be cut.
func (t *table) floors(room int) []int {
	floors := make([]int, len(t.rigid))
	for i, rigid := range t.rigid {
		floors[i] = max(min(leastColumn, room/len(t.rigid)), rigid)
	}
	return floors
}

// shares divides a room that is too small by the columns' widest words; no
// column gets less than its floor.
func (t *table) shares(room int) []int {
	widths := t.floors(room)
	spare, want := room-sum(widths), 0
	for i, w := range t.least {
		want += max(0, w-widths[i])
	}
	for i, w := range t.least {
		widths[i] += max(0, spare) * max(0, w-widths[i]) / max(1, want)
	}
	return widths
}

func sum(widths []int) int {
	total := 0
	for _, w := range widths {
		total += w
	}
	return total
}
