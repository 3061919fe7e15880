package parser

import (
	"strings"

	"recto/card"
)

// findDefinitions makes cards of the definition lines of a section.
func findDefinitions(p *pass, s *section) {
	p.countHabits()
	for _, g := range s.groups {
		p.weigh(g)
	}
	for _, g := range s.groups {
		p.define(g)
	}
}

// define makes the cards of a group's accepted lines.
func (p *pass) define(g *group) {
	for i, r := range g.rows {
		if !r.free() || !r.defines() {
			continue
		}
		c := r.candidate()
		more := continuation(g.rows[i+1:])
		if c.sep == copula && strings.HasSuffix(c.row.plain, ".") {
			more = nil // the next line is a sentence of its own
		}
		for j, pt := range c.parts {
			extra := more
			if j < len(c.parts)-1 {
				extra = nil
			}
			p.defineOne(g, c, pt, j == len(c.parts)-1, extra)
		}
		if r.free() {
			(&claim{"definition", nil}).takeLine(r)
		}
	}
}

// continuation returns the rows that only go on with the line before them:
// joined lines without a number that are no definitions and ask nothing.
func continuation(rows []*row) []*row {
	n := 0
	for n < len(rows) && n < maxWrapped && goesOn(rows[n]) {
		n++
	}
	return rows[:n]
}

// maxWrapped is how many further lines a definition may run over.
const maxWrapped = 5

func goesOn(r *row) bool {
	if !r.joined || r.mark != "" || r.kind != line || !r.free() || r.asks() || r.labelled() || isStrong(r.text) || r.number() > 0 && !r.signed() {
		return false
	}
	return r.candidate() == nil && r.split().sep == noSeparator
}

// defineOne makes one card of one part of a line.
func (p *pass) defineOne(g *group, c *candidate, pt part, last bool, more []*row) {
	r := c.row
	term := cleanTerm(cut(r.text, pt.termFrom, pt.termTo))
	def := cut(r.text, pt.defFrom, pt.defTo)
	name := card.InlineText(term)
	front := p.inContext(g, r, term)
	if front == nil {
		p.skip(r, "names an aspect, but of what is not clear")
		return
	}
	var below []*row
	if last {
		below = ownRows(r)
	}
	back := appendRows(def, more, below)
	if len(back) == 0 {
		return
	}
	d := &card.Card{Kind: card.Definition, Confidence: round(c.score), Front: paragraph(front), Back: back, Headings: g.sec.path()}
	named(d, name, back)
	if pt.fullTo > 0 && d.Term != nil {
		full := cut(r.text, pt.fullFrom, pt.fullTo)
		d.Term.Expansion = card.InlineText(full)
		d.Back = append(paragraph(full), back...)
	}
	k := p.emit("definition", d, r)
	k.takeLine(r)
	k.take(more...)
	k.take(below...)
}

// ownRows returns the rows below a line that only explain it: not those that
// make cards themselves.
func ownRows(r *row) []*row {
	var out []*row
	for _, c := range r.rows {
		if c.free() && (c.kind != line || c.candidate() == nil && len(c.rows) == 0) {
			out = append(out, c)
		}
	}
	return out
}

// appendRows returns the definition with the lines that continue it and the
// rows below it.
func appendRows(def []card.Inline, more, below []*row) []card.Block {
	if len(more) == 0 {
		return joined(paragraph(trimSeparators(def)), render(below))
	}
	lines := [][]card.Inline{trimSeparators(def)}
	for _, m := range more {
		lines = append(lines, m.text)
	}
	out := paragraph(joinLines(lines...))
	for _, m := range more {
		below = append(below[:len(below):len(below)], m.rows...)
	}
	return joined(out, render(below))
}

// trimSeparators drops what a hasty writer leaves around a definition.
func trimSeparators(in []card.Inline) []card.Inline {
	if len(in) == 0 {
		return nil
	}
	s := card.InlineText(in)
	if isLetterOrDigit(firstRune(s)) && isLetterOrDigit(lastRune(s)) {
		return in // as nearly always
	}
	from := len(s) - len(strings.TrimLeft(s, " :：,-–"))
	to := len(strings.TrimRight(s, " ,"))
	if _, ok := in[len(in)-1].(*card.Image); ok {
		to = len(s)
	}
	if strings.HasPrefix(s[from:], "- ") || from > 0 && s[0] == '-' {
		from = 0
	}
	if from >= to {
		return in
	}
	return cut(in, from, to)
}

// round returns a score as a confidence: at most 0.99, in hundredths.
func round(f float64) float64 { return float64(int(min(f, 0.99)*100+0.5)) / 100 }
