package tex

import (
	"fmt"
	"strings"

	"recto/exporters/pdf/font"
)

// style is how large a part of a formula is set, and how loosely.
type style uint8

const (
	displayStyle style = iota
	textStyle
	scriptStyle
	scriptScriptStyle
)

// scale returns the size of a style in thousandths of the formula's.
func (s style) scale() int {
	switch s {
	case scriptStyle:
		return 720
	case scriptScriptStyle:
		return 580
	}
	return 1000
}

// script returns the style of what is raised or lowered.
func (s style) script() style { return min(max(s+1, scriptStyle), scriptScriptStyle) }

// inner returns the style of the parts of a fraction.
func (s style) inner() style { return min(s+1, scriptScriptStyle) }

type layouter struct {
	math *font.MathFace
	set  *font.Set
	err  error
}

// constant returns a measure of the font in a style.
func (l *layouter) constant(c font.Constant, s style) int {
	return l.math.Constant(c) * s.scale() / 1000
}

func (l *layouter) failf(format string, args ...any) {
	if l.err == nil {
		l.err = fmt.Errorf(format, args...)
	}
}

func (l *layouter) node(n node, s style) box {
	switch n := n.(type) {
	case nil:
		return box{}
	case *atom:
		return l.atom(n, s)
	case *list:
		return l.list(n.nodes, s)
	case *scripts:
		return l.scripts(n, s)
	case *fraction:
		return l.fraction(n, s)
	case *radical:
		return l.radical(n, s)
	case *fence:
		return l.fence(n, s)
	case *sized:
		b := l.delimiter(n.r, n.size*s.scale()/1000, s)
		b.class = n.class
		return b
	case *array:
		return l.array(n, s)
	case *accent:
		return l.accent(n, s)
	case *stack:
		return l.stack(n, s)
	case *words:
		return l.words(n, s)
	case *space:
		return box{w: n.width * s.scale() / 1000, empty: true}
	case *styled:
		return l.styled(n, s)
	case *bar:
		return l.bar(n, s)
	case *frame:
		return l.frame(n, s)
	}
	panic("tex: unknown node")
}

// glyph returns a box of one glyph.
func glyphBox(g font.Glyph, scale int) box {
	return box{
		w: g.Advance * scale / 1000, up: g.Ascent * scale / 1000, down: g.Descent * scale / 1000,
		ink: []ink{{path: g.Path, scale: scale}},
	}
}

func (l *layouter) atom(a *atom, s style) box {
	if a.r == ' ' {
		return box{}
	}
	r := shape(a.r, a.face)
	g, ok := l.math.Rune(r)
	if !ok {
		var err error
		if g, err = l.set.Glyph(font.Regular, a.r); err != nil {
			l.failf("%w", err)
			return box{}
		}
	}
	scale := s.scale()
	if a.large {
		return l.large(a, g, s)
	}
	b := glyphBox(g, scale)
	b.class = a.class
	b.italic = l.math.ItalicCorrection(g) * scale / 1000
	b.accentX = l.math.AccentX(g) * scale / 1000
	return b
}

// large returns a big operator, centred on the axis; displays have a larger
// one.
func (l *layouter) large(a *atom, g font.Glyph, s style) box {
	if s == displayStyle {
		parts, _ := l.math.Taller(g, g.Ascent+g.Descent+300)
		g = parts[0].Glyph
	}
	b := glyphBox(g, s.scale())
	centred := box{class: op, tall: true, italic: l.math.ItalicCorrection(g) * s.scale() / 1000}
	centred.add(b, 0, l.constant(font.AxisHeight, s)-(b.up-b.down)/2)
	centred.w = b.w
	return centred
}

// words returns text in the font of the cards.
func (l *layouter) words(n *words, s style) box {
	style := font.Regular
	if n.bold {
		style = font.Bold
	}
	b := box{class: n.class}
	for _, r := range strings.Join(strings.FieldsFunc(n.s, func(r rune) bool { return r == '\n' || r == '\t' }), " ") {
		g, err := l.set.Glyph(style, r)
		if err != nil {
			l.failf("%w", err)
			return box{}
		}
		b.add(glyphBox(g, s.scale()), b.w, 0)
	}
	return b
}

// list sets nodes beside each other with the distances of their classes.
func (l *layouter) list(nodes []node, s style) box {
	boxes := make([]box, 0, len(nodes))
	for _, n := range nodes {
		boxes = append(boxes, l.node(n, s))
	}
	binaries(boxes)
	var b box
	last := -1
	for i := range boxes {
		if boxes[i].empty {
			b.w += boxes[i].w
			continue
		}
		if last >= 0 {
			b.w += distance(boxes[last].class, boxes[i].class, s)
		}
		b.add(boxes[i], b.w, 0)
		last = i
	}
	if len(nodes) == 1 {
		b.class, b.italic, b.accentX, b.tall, b.empty = boxes[0].class, boxes[0].italic, boxes[0].accentX, boxes[0].tall, boxes[0].empty
	}
	return b
}

// binaries makes ordinary atoms of operators that have nothing to join: the
// minus of a negative number.
func binaries(boxes []box) {
	before := class(op)
	last := -1
	for i := range boxes {
		b := &boxes[i]
		if b.empty {
			continue
		}
		if b.class == bin && (before == bin || before == op || before == rel || before == open || before == punct) {
			b.class = ord
		}
		if (b.class == rel || b.class == closing || b.class == punct) && last >= 0 && boxes[last].class == bin {
			boxes[last].class = ord
		}
		before, last = b.class, i
	}
	if last >= 0 && boxes[last].class == bin {
		boxes[last].class = ord
	}
}

// distances are those of The TeXbook, chapter 18: 1 thin, 2 medium, 3 thick;
// negative ones are left out in scripts.
var distances = [8][8]int{
	ord:     {0, 1, -2, -3, 0, 0, 0, -1},
	op:      {1, 1, 0, -3, 0, 0, 0, -1},
	bin:     {-2, -2, 0, 0, -2, 0, 0, -2},
	rel:     {-3, -3, 0, 0, -3, 0, 0, -3},
	open:    {},
	closing: {0, 1, -2, -3, 0, 0, 0, -1},
	punct:   {-1, -1, 0, -1, -1, -1, -1, -1},
	inner:   {-1, 1, -2, -3, -1, 0, -1, -1},
}

func distance(left, right class, s style) int {
	d := distances[left][right]
	if d < 0 && s >= scriptStyle {
		return 0
	}
	return [4]int{0, 167, 222, 278}[max(d, -d)] * s.scale() / 1000
}

func (l *layouter) styled(n *styled, s style) box {
	if n.restyle {
		s = n.style
	}
	b := l.node(n.body, s)
	if n.hidden {
		b.ink = nil
	}
	if n.classed {
		b.class = n.class
	}
	return b
}
