package pdf

import (
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/text"
)

// layer is what one side of a card shows, in the order of drawing: fills lie
// below everything else. Places are relative to the card's top left corner.
type layer struct {
	fills    []fill
	pictures []picture
	texts    []textMark
	outlines []outlineMark
	links    []link
}

// fill is a filled rectangle.
type fill struct {
	geom.Rect
	ink uint32
}

// textMark is text in one face; X is where it starts, Y its baseline.
type textMark struct {
	x, y, size geom.Length
	face       *font.Face
	ink        uint32
	italic     bool
	heavy      bool // thickened, for want of a bold face
	text       string
}

// outlineMark is a drawing in running text, with the text it stands for.
type outlineMark struct {
	x, y, size geom.Length
	outline    *font.Outline
	ink        uint32
	text       string
}

// picture is an image and its place.
type picture struct {
	geom.Rect
	image *raster
}

// link makes a part of the card lead to an address.
type link struct {
	geom.Rect
	address string
}

// line draws a line of a paragraph from x on, with its baseline at y.
func (l *layer) line(p *text.Paragraph, line text.Line, x, y, size geom.Length) {
	var pending text.Piece
	start := x
	flush := func() {
		if pending.Look != nil {
			l.piece(p, pending, start, y, size)
		}
		pending = text.Piece{}
	}
	width := 0
	add := func(piece text.Piece) {
		joins := pending.Look == piece.Look && pending.Face == piece.Face && pending.End == piece.Start &&
			piece.Object == nil && pending.Object == nil && piece.Label == "" && pending.Label == ""
		if joins && pending.Look != nil {
			pending.End = piece.End
			pending.Width += piece.Width
		} else {
			flush()
			pending, start = piece, x+size.Times(width)
		}
		width += piece.Width
	}
	for i, w := range line.Words {
		for _, piece := range p.Pieces(w) {
			add(piece)
		}
		if i < len(line.Words)-1 && w.Space.Look != nil {
			add(w.Space)
		}
	}
	flush()
}

// piece draws a stretch of one look with what lies behind and under it.
func (l *layer) piece(p *text.Paragraph, piece text.Piece, x, y, size geom.Length) {
	look := piece.Look
	y -= size.Times(look.Rise)
	own := size.Times(look.Scale)
	width := size.Times(piece.Width)
	if look.Back != 0 {
		l.fills = append(l.fills, fill{geom.Rect{X: x, Y: y - own.Times(900), W: width, H: own.Times(1160)}, look.Back})
	}
	if look.Underline {
		l.fills = append(l.fills, fill{geom.Rect{X: x, Y: y + size.Times(100+min(50, max(0, 50+look.Rise))), W: width, H: size.Times(55)}, look.Ink})
	}
	if look.Strike {
		l.fills = append(l.fills, fill{geom.Rect{X: x, Y: y - own.Times(330), W: width, H: own.Times(55)}, look.Ink})
	}
	if look.Link != "" {
		l.links = append(l.links, link{geom.Rect{X: x, Y: y - own.Times(900), W: width, H: own.Times(1160)}, look.Link})
	}
	if piece.Object != nil {
		l.object(piece.Object, look, x, y, size, own)
		return
	}
	shown := piece.Label
	if shown == "" {
		shown = p.Text[piece.Start:piece.End]
	}
	heavy := look.Font == font.Bold && piece.Face.Lone()
	l.texts = append(l.texts, textMark{x, y, own, piece.Face, look.Ink, look.Italic, heavy, shown})
}

func (l *layer) object(o *text.Object, look *text.Look, x, y, size, own geom.Length) {
	if image, ok := o.Picture.(*raster); ok {
		box := geom.Rect{X: x, Y: y - size.Times(o.Ascent), W: size.Times(o.Advance), H: size.Times(o.Ascent + o.Descent)}
		l.pictures = append(l.pictures, picture{box, image})
		return
	}
	l.outlines = append(l.outlines, outlineMark{x, y, own, o.Outline, look.Ink, o.Text})
}
