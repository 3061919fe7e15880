package tex

import "recto/exporters/pdf/font"

// fraction sets a fraction: The TeXbook, appendix G, rule 15.
func (l *layouter) fraction(n *fraction, s style) box {
	if n.set {
		s = n.style
	}
	inside := s.inner()
	above, below := l.node(n.above, inside), l.node(n.below, inside)
	axis := l.constant(font.AxisHeight, s)
	thick := l.constant(font.FractionRuleThickness, s)
	up, down := l.constant(font.FractionNumeratorShiftUp, s), l.constant(font.FractionDenominatorShiftDown, s)
	gapUp, gapDown := l.constant(font.FractionNumeratorGapMin, s), l.constant(font.FractionDenominatorGapMin, s)
	if s == displayStyle {
		up, down = l.constant(font.FractionNumeratorDisplayShiftUp, s), l.constant(font.FractionDenominatorDisplayShiftDown, s)
		gapUp, gapDown = l.constant(font.FractionNumeratorDisplayGapMin, s), l.constant(font.FractionDenominatorDisplayGapMin, s)
	}
	up = max(up, axis+thick/2+gapUp+above.down)
	down = max(down, -axis+thick/2+gapDown+below.up)
	pad := 100 * s.scale() / 1000
	w := max(above.w, below.w) + 2*pad/2
	b := box{class: inner}
	b.add(above, pad+(w-above.w)/2, up)
	b.add(below, pad+(w-below.w)/2, -down)
	if !n.bare {
		b.rule(pad, axis-thick/2, w, thick)
	}
	b.w = w + 2*pad
	if n.left == 0 && n.right == 0 {
		return b
	}
	return l.enclosed(b, n.left, n.right, s)
}

// radical sets a root: rule 11.
func (l *layouter) radical(n *radical, s style) box {
	body := l.node(n.body, s)
	thick := l.constant(font.RadicalRuleThickness, s)
	gap := l.constant(font.RadicalGap, s)
	if s == displayStyle {
		gap = l.constant(font.RadicalDisplayGap, s)
	}
	want := body.up + max(body.down, 0) + gap + thick
	g, _ := l.math.Rune('√')
	sign := l.pile(g, want, s)
	height := sign.up + sign.down
	gap = max(gap, (gap+height-body.up-max(body.down, 0)-thick)/2)
	b := box{class: ord}
	top := body.up + gap + thick
	x := 0
	if n.degree != nil {
		degree := l.node(n.degree, scriptScriptStyle)
		raise := (top - height) + height*60/100
		x = max(0, degree.w-sign.w*55/100)
		b.add(degree, max(0, sign.w*55/100-degree.w), raise)
	}
	b.add(sign, x, top-sign.up)
	x += sign.w
	b.add(body, x, 0)
	b.rule(x-10*s.scale()/1000, top-thick, body.w+10*s.scale()/1000, thick)
	b.w = x + body.w + 50*s.scale()/1000
	b.up += l.constant(font.RadicalExtraAscender, s)
	return b
}

// pile returns a glyph grown to a height; its ink is from down to up.
func (l *layouter) pile(g font.Glyph, height int, s style) box {
	scale := s.scale()
	parts, _ := l.math.Taller(g, height*1000/scale)
	if len(parts) == 1 {
		return glyphBox(parts[0].Glyph, scale)
	}
	b := box{up: -1 << 20, down: -1 << 20}
	for _, p := range parts {
		b.add(glyphBox(p.Glyph, scale), 0, p.Offset*scale/1000)
	}
	return b
}

// delimiter returns a delimiter of at least a height, centred on the axis.
func (l *layouter) delimiter(r rune, height int, s style) box {
	if r == 0 {
		return box{w: 120 * s.scale() / 1000}
	}
	g, ok := l.math.Rune(r)
	if !ok {
		l.failf("no delimiter U+%04X", r)
		return box{}
	}
	b := l.pile(g, height, s)
	var centred box
	centred.add(b, 0, l.constant(font.AxisHeight, s)-(b.up-b.down)/2)
	centred.w = b.w
	return centred
}

// enclosed puts delimiters around a box, nearly as tall as it: rule 19.
func (l *layouter) enclosed(b box, left, right rune, s style) box {
	height := l.fenceHeight(b, s)
	made := box{class: inner}
	if left != 0 {
		d := l.delimiter(left, height, s)
		made.add(d, 0, 0)
	}
	made.add(b, made.w, 0)
	if right != 0 {
		made.add(l.delimiter(right, height, s), made.w, 0)
	}
	return made
}

func (l *layouter) fenceHeight(b box, s style) int {
	axis := l.constant(font.AxisHeight, s)
	half := max(b.up-axis, b.down+axis)
	return max(2*half*901/1000, 2*half-500*s.scale()/1000)
}

func (l *layouter) fence(n *fence, s style) box {
	parts := make([]box, len(n.parts))
	var all box
	for i, p := range n.parts {
		parts[i] = l.node(p, s)
		all.up, all.down = max(all.up, parts[i].up), max(all.down, parts[i].down)
	}
	height := l.fenceHeight(all, s)
	b := box{class: inner}
	b.add(l.delimiter(n.left, height, s), 0, 0)
	for i, part := range parts {
		b.add(part, b.w, 0)
		if i < len(n.middle) {
			gap := 120 * s.scale() / 1000
			b.add(l.delimiter(n.middle[i], height, s), b.w+gap, 0)
			b.w += gap
		}
	}
	b.add(l.delimiter(n.right, height, s), b.w, 0)
	return b
}

// accent puts a mark above a body: rule 12.
func (l *layouter) accent(n *accent, s style) box {
	body := l.node(n.body, s)
	g, ok := l.math.Rune(n.mark)
	if !ok {
		l.failf("no accent U+%04X", n.mark)
		return body
	}
	b := body
	b.ink = append([]ink(nil), body.ink...)
	if n.mark == '\u0338' {
		mark := glyphBox(g, s.scale())
		b.add(mark, body.w, 0)
		b.w = body.w
		return b
	}
	parts := []font.Part{{Glyph: g}}
	if n.wide || body.accentX == 0 {
		parts, _ = l.math.Wider(g, body.w*1000/s.scale())
	}
	mark := glyphBox(parts[0].Glyph, s.scale())
	left, right := extent(parts[0].Glyph, s.scale())
	middle := body.w / 2
	if body.accentX != 0 {
		middle = body.accentX
	}
	lift := max(0, body.up-l.constant(font.AccentBaseHeight, s))
	b.add(mark, middle-(left+right)/2, lift)
	b.w = body.w
	b.tall = false
	return b
}

// extent returns where the ink of a glyph begins and ends.
func extent(g font.Glyph, scale int) (left, right int) {
	low, high := float32(1e9), float32(-1e9)
	for _, s := range g.Path {
		low, high = min(low, s.Points[0].X), max(high, s.Points[0].X)
	}
	if low > high {
		return 0, 0
	}
	return int(low) * scale / 1000, int(high) * scale / 1000
}

// bar puts a line over, under or through a body: rules 9 and 10.
func (l *layouter) bar(n *bar, s style) box {
	body := l.node(n.body, s)
	thick, gap := 50*s.scale()/1000, 130*s.scale()/1000
	b := box{class: body.class}
	b.add(body, 0, 0)
	switch {
	case n.over:
		b.rule(0, body.up+gap, body.w, thick)
	case n.under:
		b.rule(0, -body.down-gap-thick, body.w, thick)
	case n.strike:
		b.ink = append(b.ink, ink{path: slash(body, thick), scale: 1000})
	}
	return b
}

// slash returns a line from the lower left to the upper right of a box.
func slash(b box, thick int) []font.Segment {
	t := float32(thick) / 2
	x, up, down := float32(b.w), float32(b.up), float32(-b.down)
	corners := []font.Point{{X: -t, Y: down}, {X: t, Y: down}, {X: x + t, Y: up}, {X: x - t, Y: up}}
	path := []font.Segment{{Op: font.Move, Points: [3]font.Point{corners[0]}}}
	for _, c := range corners[1:] {
		path = append(path, font.Segment{Op: font.Line, Points: [3]font.Point{c}})
	}
	return path
}

func (l *layouter) frame(n *frame, s style) box {
	body := l.node(n.body, s)
	pad, thick := 250, 45
	b := box{class: ord}
	b.add(body, pad, 0)
	w, up, down := body.w+2*pad, body.up+pad, body.down+pad
	b.rule(0, -down, w, thick)
	b.rule(0, up-thick, w, thick)
	b.rule(0, -down, thick, up+down)
	b.rule(w-thick, -down, thick, up+down)
	return b
}
