package pdf

import (
	"fmt"

	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
	"recto/exporters/pdf/text"
)

// Thickness of lines to cut and fold by: thinner ones cannot be seen on
// paper.
const (
	cutLine = 35 * geom.Point / 100
	cutDash = 3 * geom.Point
)

// front draws the front page of a sheet; on paper printed on one side it has
// the backs, too.
func (r *run) front(leaves []leaf, number int) {
	d := r.fronts
	d.page(r.layout.PageW, r.layout.PageH, r.labels.page(number, false))
	r.sides(d, r.press.sheet.Front, leaves, Offset{})
	r.outline.add(d, r.press.sheet.Front, leaves)
	dash := geom.Length(0)
	if r.options.Cut == Dashed {
		dash = cutDash
	}
	d.strokes(r.marks, inkCut, cutLine, dash)
	d.strokes(r.press.sheet.Folds, inkCut, cutLine, cutDash/2)
	r.holes(d)
	r.sheetLabel(d, number, false)
}

// back draws the back page of a sheet.
func (r *run) back(leaves []leaf, number int) {
	d := r.backs
	d.page(r.layout.PageW, r.layout.PageH, r.labels.page(number, true))
	r.sides(d, r.press.sheet.Back, leaves, r.options.BackOffset)
	r.sheetLabel(d, number, true)
}

func (r *run) sides(d *document, places []impose.Place, leaves []leaf, offset Offset) {
	for _, at := range places {
		if at.Card >= len(leaves) {
			continue
		}
		l := &leaves[at.Card]
		side := &l.front
		if at.Back {
			side = &l.back
		}
		at.Rect.X += offset.X
		at.Rect.Y += offset.Y
		d.layer(side, at.Rect, at.Turned)
	}
}

// holes draws where cards are punched.
func (r *run) holes(d *document) {
	if r.layout.Hole == 0 {
		return
	}
	for _, at := range r.press.sheet.Front {
		if !at.Back {
			d.circle(at.Rect.X+(r.layout.Hole+r.layout.Safe)/2, at.Rect.Y+at.Rect.H/2, geom.MM(2.5), inkCut)
		}
	}
}

// sheetLabel names the sheet in the margin below the cards, where there is
// room for it.
func (r *run) sheetLabel(d *document, number int, back bool) {
	bottom := r.layout.Slot(r.layout.Per() - 1).Bottom()
	if r.layout.SingleCard || r.layout.PageH-bottom < geom.MM(8) {
		return
	}
	name := r.labels.front
	if back {
		name = r.labels.back
	}
	label := fmt.Sprintf("%s · %s %d", oneLine(r.meta.title), name, number)
	r.write(d, label, r.layout.Card.X+geom.MM(5), bottom+geom.MM(5), sizeHeader, text.Look{Ink: inkQuiet, Scale: 1000})
}

// write draws one line of text on a page, cut off at its right margin.
func (p *press) write(d *document, s string, x, base, size geom.Length, look text.Look) {
	c := &composer{setting: p.setting}
	words := c.words(s, look)
	room := int((p.layout.PageW - x - geom.MM(5)) * 1000 / size)
	var l layer
	for _, line := range words.Wrap(room, 0)[:min(1, len(words.Words))] {
		l.line(words, line, x, base, size)
	}
	d.layer(&l, geom.Rect{}, false)
}
