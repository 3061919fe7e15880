package pdf

import (
	"fmt"

	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
	"recto/exporters/pdf/text"
)

// page draws one page of a sheet.
func (p *press) page(d *document, places []impose.Place, leaves []leaf, sheet int, back bool) {
	layout := &p.options.Layout
	d.page(layout.PageW, layout.PageH)
	for _, at := range places {
		if at.Card >= len(leaves) {
			continue
		}
		l := &leaves[at.Card]
		side := &l.front
		if at.Back {
			side = &l.back
		}
		d.layer(side, at.Rect, at.Turned)
	}
	if layout.SingleCard {
		return
	}
	if !back {
		d.strokes(layout.Marks(), inkCut, geom.Point*35/100, 0)
		d.strokes(p.sheet.Folds, inkCut, geom.Point*35/100, 2*geom.Point)
	}
	p.sheetLabel(d, sheet, back)
}

// sheetLabel names the sheet in the margin below the cards, where there is
// room for it.
func (p *press) sheetLabel(d *document, sheet int, back bool) {
	layout := &p.options.Layout
	bottom := layout.Slot(layout.Per() - 1).Bottom()
	if layout.PageH-bottom < geom.MM(8) {
		return
	}
	name := p.labels.front
	if back {
		name = p.labels.back
	}
	c := &composer{setting: p.setting}
	look := text.Look{Ink: inkQuiet, Scale: 1000}
	label := c.words(fmt.Sprintf("%s · %s %d", oneLine(p.meta.title), name, sheet), look)
	room := int((layout.PageW - 2*layout.Card.X - geom.MM(20)) * 1000 / sizeHeader)
	var l layer
	for _, line := range label.Wrap(room, 0)[:1] {
		l.line(label, line, layout.Card.X+geom.MM(5), bottom+geom.MM(5), sizeHeader)
	}
	d.layer(&l, geom.Rect{}, false)
}
