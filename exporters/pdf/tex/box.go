package tex

import "recto/exporters/pdf/font"

// box is a part of a formula laid out: measures in thousandths of the size
// of the formula, and what it shows relative to its origin on the baseline.
type box struct {
	w, up, down int
	ink         []ink
	class       class
	italic      int // room for a raised script, of a single slanted letter
	accentX     int // where an accent's middle stands, of a single letter
	tall        bool
	empty       bool // a space, which has no class
}

// ink is a glyph or, without a path, a filled rectangle.
type ink struct {
	path  []font.Segment
	x, y  int // y grows upwards
	scale int
	w, h  int // of a rectangle
}

// add puts another box at a place.
func (b *box) add(other box, x, y int) {
	for _, i := range other.ink {
		i.x += x
		i.y += y
		b.ink = append(b.ink, i)
	}
	b.w = max(b.w, x+other.w)
	b.up = max(b.up, other.up+y)
	b.down = max(b.down, other.down-y)
}

// rule puts a filled rectangle at a place; y is its lower edge.
func (b *box) rule(x, y, w, h int) {
	b.ink = append(b.ink, ink{x: x, y: y, w: w, h: h})
	b.w = max(b.w, x+w)
	b.up = max(b.up, y+h)
	b.down = max(b.down, -y)
}

// outline returns the drawing of a box.
func (b *box) outline() *font.Outline {
	o := &font.Outline{Advance: b.w}
	for _, i := range b.ink {
		if i.path == nil {
			o.Path = append(o.Path, rectangle(i)...)
			continue
		}
		for _, s := range i.path {
			for k := range s.Points {
				p := &s.Points[k]
				p.X = float32(p.X*float32(i.scale)/1000) + float32(i.x)
				p.Y = float32(p.Y*float32(i.scale)/1000) + float32(i.y)
			}
			o.Path = append(o.Path, s)
		}
	}
	return o
}

func rectangle(i ink) []font.Segment {
	x1, y1, x2, y2 := float32(i.x), float32(i.y), float32(i.x+i.w), float32(i.y+i.h)
	corner := func(op font.Op, x, y float32) font.Segment {
		return font.Segment{Op: op, Points: [3]font.Point{{X: x, Y: y}}}
	}
	return []font.Segment{corner(font.Move, x1, y1), corner(font.Line, x2, y1), corner(font.Line, x2, y2), corner(font.Line, x1, y2)}
}
