package font

// Taller returns the parts of a glyph grown to at least a height, from the
// bottom up: one of its variants, or an assembly when none is tall enough.
// The last result is the height of the whole.
func (m *MathFace) Taller(g Glyph, height int) ([]Part, int) {
	return m.grow(m.vertical[g.ID], g, height, g.Ascent+g.Descent)
}

// Wider returns the parts of a glyph grown to a width, from the left: the
// widest of its variants that is not wider, or an assembly of it.
func (m *MathFace) Wider(g Glyph, width int) ([]Part, int) {
	c := m.level[g.ID]
	if len(c.parts) > 0 {
		return m.grow(c, g, width, g.Advance)
	}
	best, size := g, g.Advance
	for _, v := range c.variants {
		if v.size <= width {
			best, size = m.glyph(v.glyph), v.size
		}
	}
	return []Part{{Glyph: best}}, size
}

func (m *MathFace) grow(c construction, g Glyph, want, size int) ([]Part, int) {
	if size >= want {
		return []Part{{Glyph: g}}, size
	}
	best := g
	for _, v := range c.variants {
		best, size = m.glyph(v.glyph), v.size
		if size >= want {
			return []Part{{Glyph: best}}, size
		}
	}
	if len(c.parts) == 0 {
		return []Part{{Glyph: best}}, size
	}
	return m.assemble(c.parts, want)
}

// assemble repeats the extenders of an assembly until it reaches a size,
// then draws its parts together as far as their connectors allow.
func (m *MathFace) assemble(parts []assemblyPart, want int) ([]Part, int) {
	least := m.u16(m.at(8, 0)) * 1000 / m.upem
	for repeats := 1; ; repeats++ {
		var chain []assemblyPart
		for _, p := range parts {
			n := 1
			if p.extender {
				n = repeats
			}
			for range n {
				chain = append(chain, p)
			}
		}
		total := 0
		for _, p := range chain {
			total += p.advance
		}
		joints := len(chain) - 1
		if longest := total - least*joints; longest < want && repeats < 100 {
			continue
		}
		return m.joined(chain, total, least, want)
	}
}

func (m *MathFace) joined(chain []assemblyPart, total, least, want int) ([]Part, int) {
	joints := len(chain) - 1
	overlap := least
	if joints > 0 {
		overlap = max(least, (total-want)/joints)
	}
	made, at := make([]Part, len(chain)), 0
	for i, p := range chain {
		if i > 0 {
			at -= max(least, min(overlap, chain[i-1].end, p.start))
		}
		made[i] = Part{m.glyph(p.glyph), at}
		at += p.advance
	}
	return made, at
}
