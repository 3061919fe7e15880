package tex

import "recto/exporters/pdf/font"

// scripts sets what is raised and lowered: The TeXbook, appendix G, rule 18.
func (l *layouter) scripts(n *scripts, s style) box {
	base := l.node(n.base, s)
	if l.aboveBelow(n, s) {
		return l.limits(n, base, s)
	}
	small := s.script()
	up := max(l.constant(font.SuperscriptShiftUp, s), base.up-l.constant(font.SuperscriptBaselineDropMax, s))
	down := max(l.constant(font.SubscriptShiftDown, s), base.down+l.constant(font.SubscriptBaselineDropMin, s))
	if !base.tall && base.up < 800*s.scale()/1000 {
		up, down = l.constant(font.SuperscriptShiftUp, s), l.constant(font.SubscriptShiftDown, s)
	}
	b := base
	b.ink = append([]ink(nil), base.ink...)
	var sup, sub box
	if n.sup != nil {
		sup = l.node(n.sup, small)
		up = max(up, sup.down+l.constant(font.SuperscriptBottomMin, s))
	}
	if n.sub != nil {
		sub = l.node(n.sub, small)
		down = max(down, sub.up-l.constant(font.SubscriptTopMax, s))
	}
	if n.sup != nil && n.sub != nil {
		gap := up - sup.down - (sub.up - down)
		if least := l.constant(font.SubSuperscriptGapMin, s); gap < least {
			down += least - gap
		}
	}
	subX := base.w
	if base.tall {
		subX -= base.italic
	}
	if n.sup != nil {
		b.add(sup, base.w+italicOf(base), up)
	}
	if n.sub != nil {
		b.add(sub, subX, -down)
	}
	b.w += 40 * s.scale() / 1000
	b.class, b.tall, b.empty, b.italic = base.class, false, false, 0
	return b
}

func italicOf(b box) int {
	if b.tall {
		return 0
	}
	return b.italic
}

// aboveBelow reports whether scripts stand above and below their base.
func (l *layouter) aboveBelow(n *scripts, s style) bool {
	switch n.limits {
	case always:
		return true
	case never:
		return false
	}
	switch base := n.base.(type) {
	case *atom:
		return base.limit && s == displayStyle
	case *words:
		return base.limits && s == displayStyle
	case *stack:
		return base.brace != 0
	case *styled:
		return base.classed && base.class == op && s == displayStyle
	}
	return false
}

// limits sets scripts above and below their base, centred: rule 13a.
func (l *layouter) limits(n *scripts, base box, s style) box {
	small := s.script()
	var above, below box
	if n.sup != nil {
		above = l.node(n.sup, small)
	}
	if n.sub != nil {
		below = l.node(n.sub, small)
	}
	return l.piled(base, above, below, n.sup != nil, n.sub != nil, s)
}

// piled sets boxes above and below another.
func (l *layouter) piled(base, above, below box, hasAbove, hasBelow bool, s style) box {
	w := max(base.w, above.w, below.w)
	b := box{class: base.class}
	b.add(base, (w-base.w)/2, 0)
	if hasAbove {
		gap := max(l.constant(font.UpperLimitGapMin, s), 90*s.scale()/1000)
		b.add(above, (w-above.w)/2+base.italic/2, base.up+gap+above.down)
	}
	if hasBelow {
		gap := max(l.constant(font.LowerLimitGapMin, s), 90*s.scale()/1000)
		b.add(below, (w-below.w)/2-base.italic/2, -base.down-gap-below.up)
	}
	b.w = max(b.w, w)
	return b
}

func (l *layouter) stack(n *stack, s style) box {
	small := s.script()
	if n.base == nil {
		return l.longArrow(n, s)
	}
	base := l.node(n.base, s)
	class := base.class
	if n.brace != 0 {
		base = l.braced(n, base, s)
	}
	var above, below box
	if n.above != nil {
		above = l.node(n.above, small)
	}
	if n.below != nil {
		below = l.node(n.below, small)
	}
	b := l.piled(base, above, below, n.above != nil, n.below != nil, s)
	b.class = class
	return b
}

// braced puts a horizontal brace over or under a box.
func (l *layouter) braced(n *stack, base box, s style) box {
	g, ok := l.math.Rune(n.brace)
	if !ok {
		l.failf("no font has U+%04X", n.brace)
		return base
	}
	brace := l.stretched(g, base.w*1000/s.scale(), s)
	b := box{class: base.class}
	w := max(base.w, brace.w)
	b.add(base, (w-base.w)/2, 0)
	gap := 60 * s.scale() / 1000
	if n.bottom {
		b.add(brace, (w-brace.w)/2, -base.down-gap-brace.up)
	} else {
		b.add(brace, (w-brace.w)/2, base.up+gap+brace.down)
	}
	return b
}

// stretched returns a glyph grown to a width.
func (l *layouter) stretched(g font.Glyph, width int, s style) box {
	parts, _ := l.math.Wider(g, width)
	var b box
	up, down := -1<<20, -1<<20
	for _, p := range parts {
		part := glyphBox(p.Glyph, s.scale())
		up, down = max(up, part.up), max(down, part.down)
		b.add(part, p.Offset*s.scale()/1000, 0)
	}
	b.up, b.down = up, down
	return b
}

// longArrow returns an arrow as long as the text above and below it.
func (l *layouter) longArrow(n *stack, s style) box {
	small := s.script()
	above, below := l.node(n.above, small), l.node(n.below, small)
	g, ok := l.math.Rune(n.brace)
	if !ok {
		l.failf("no font has U+%04X", n.brace)
		return box{}
	}
	arrow := l.stretched(g, (max(above.w, below.w)+600*s.scale()/1000)*1000/s.scale(), s)
	b := l.piled(arrow, above, below, n.above != nil, n.below != nil, s)
	b.class = rel
	return b
}
