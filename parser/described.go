package parser

import (
	"strings"

	"recto/card"
)

// findDescribed makes cards of descriptions with the name of what they
// describe below them:
//
//   - the protocol that maps names to addresses
//   - DNS
//
// One such line proves little, because examples are nested as well: it takes a
// description that ends in the kind of thing it asks for, or a list of them.
func findDescribed(p *pass, s *section) {
	for _, g := range s.groups {
		run := 0
		for _, r := range g.rows {
			if describes(r) {
				run++
			}
		}
		if run < 2 {
			continue
		}
		for _, r := range g.rows {
			if describes(r) && (run >= 3 && run*10 >= len(g.rows)*7 || run >= 2 && describesKind(r.plain)) {
				p.described(g, r)
			}
		}
	}
}

// maxName is the most characters of a name below its description.
const maxName = 30

// describes reports whether a line can describe the only name below it: it is
// a phrase, longer than the name, and nothing else that a line can be.
func describes(r *row) bool {
	if r.kind != line || !r.free() || len(r.rows) != 1 || r.asks() || r.labelled() || r.candidate() != nil || r.task != card.NoTask {
		return false
	}
	name := r.rows[0]
	if name.kind != line || !name.free() || len(name.rows) > 0 || name.plain == "" || name.split().sep != noSeparator || name.asks() || name.form == onlyLink {
		return false
	}
	n := name.look.runes
	score, ok := termScore(name.plain, marked(name.text))
	return ok && score >= 0 && n <= maxName && n*2 <= r.look.runes && strings.Count(r.plain, " ") >= 3 && !isAspect(name.plain)
}

func (p *pass) described(g *group, r *row) {
	name := r.rows[0]
	c := &card.Card{Kind: card.Definition, Confidence: 0.7, Front: paragraph(cleanFront(r.text)), Back: paragraph(cleanTerm(name.text)), Headings: g.sec.path()}
	c.Term = newTerm(card.InlineText(cleanTerm(name.text)), c.Front)
	p.emit("described", c, r, r)
}
