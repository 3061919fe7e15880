package parser

import (
	"strings"

	"recto/card"
)

// findLabels makes cards of lines that only name an aspect ("역할",
// "Features") with what they announce below: front "kubelet 역할". Where the
// label merely introduces the answer to a question heading, the heading takes
// it.
func findLabels(p *pass, s *section) {
	for _, g := range s.groups {
		for i, r := range g.rows {
			switch {
			case r.kind != line || !r.free():
			case isAspect(r.plain):
				p.label(g, i)
			case aspectOf(r) && (i > 0 || g.sec.head == nil || g.sec.unnamed()) && i+1 < len(g.rows) && g.rows[i+1].joined && g.rows[i+1].free():
				p.aspect(g, i)
			}
		}
	}
}

// aspectOf reports whether a bare line names an aspect of a thing: "iac 장점".
func aspectOf(r *row) bool {
	spaces := strings.Count(r.plain, " ")
	if r.mark != "" || r.joined || spaces < 1 || spaces > 4 || isSentence(r.plain) {
		return false
	}
	last := r.plain[strings.LastIndexByte(r.plain, ' ')+1:]
	return isLetter(lastRune(last)) && isAspect(last)
}

// aspect makes a card of such a line and the lines of its paragraph.
func (p *pass) aspect(g *group, i int) {
	r, j := g.rows[i], i+1
	for j < len(g.rows) && g.rows[j].joined && g.rows[j].kind == line && g.rows[j].free() {
		j++
	}
	body := g.rows[i+1 : j]
	if !anyProse(body) {
		return
	}
	c := &card.Card{Kind: card.Definition, Confidence: 0.65, Front: paragraph(cleanTerm(r.text)), Back: render(body), Headings: g.sec.path()}
	c.Term = newTerm(card.InlineText(cleanTerm(r.text)), c.Back)
	p.emit("label", c, r, g.rows[i:j]...)
}

func (p *pass) label(g *group, i int) {
	r := g.rows[i]
	body := labelBody(g.rows, i)
	all := append(append([]*row{}, r.rows...), body...)
	kept := unclaimed(all)
	if len(kept) == 0 || !anyProse(kept) || len(kept)*2 < len(all) {
		return
	}
	if i == 0 && introduces(g, r) {
		return
	}
	of := p.contextOf(g, r)
	if of == "" {
		return
	}
	name := cleanTerm(r.text)
	front := mergeText(aspectOfThing(of, name))
	c := &card.Card{Kind: card.Definition, Confidence: 0.75, Front: paragraph(front), Back: render(kept), Headings: g.sec.path()}
	c.Term = newTerm(card.InlineText(front), c.Back)
	k := p.emit("label", c, r)
	k.takeLine(r)
	k.take(all...)
}

// introduces reports whether a label in the first row below a question
// heading merely introduces its answer.
func introduces(g *group, r *row) bool {
	return g.parent == nil && g.sec.head != nil && isAspect(r.plain) && asks(g.sec.title())
}

// labelBody returns the rows that a label without rows of its own announces:
// the joined lines right after it.
func labelBody(rows []*row, i int) []*row {
	j := i + 1
	for j < len(rows) && rows[j].joined && rows[j].mark == "" {
		j++
	}
	if j == i+1 && rows[i].mark == "" { // a bare label, then a list or paragraph
		for j < len(rows) && rows[j].kind == line && (rows[j].mark != "" || j == i+1) && !rows[j].gap {
			j++
		}
	}
	return rows[i+1 : j]
}

// anyProse reports whether any of the rows, or of those below them, is text, a
// table or a formula.
func anyProse(rows []*row) bool {
	for _, r := range rows {
		if r.prose() && !linkOnly(r) || r.kind == formula || r.kind == table || anyProse(r.rows) {
			return true
		}
	}
	return false
}
