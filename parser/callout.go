package parser

import (
	"slices"

	"recto/card"
)

// Callouts are quotations with a type and a title, "> [!definition] Basis", as
// Obsidian writes them.

// naming are the types of callouts whose title may name what the body
// explains; the titles of others are advice.
var naming = set(`note, info, abstract, summary, important, cite`)

// stating are types of callouts whose title always names what the body states.
var stating = set(`definition, def, term, concept, theorem, lemma, proposition, corollary, axiom, law, principle, formula`)

// findCallouts makes cards of callouts whose type or title says that the body
// states something: then its lines are no cards by themselves.
func findCallouts(p *pass, s *section) {
	for _, g := range slices.Backward(s.groups) { // inner callouts first
		for _, r := range g.rows {
			if !r.isCallout() {
				continue
			}
			if stating.has(r.callout) || naming.has(r.callout) && enumerates(r.plain) && areItems(r.rows) {
				p.callout(g, r, "callout")
			}
		}
	}
}

// areItems reports whether rows are a list of at least two items.
func areItems(rows []*row) bool {
	return len(rows) > 1 && !slices.ContainsFunc(rows, func(r *row) bool { return r.mark == "" })
}

// callout makes a card of a callout whose title is a term. A callout inside of
// it that is a card stays one.
func (p *pass) callout(g *group, r *row, rule string) {
	if r.kind != quote || len(r.text) == 0 || !r.free() {
		return
	}
	body := r.rows
	for len(body) > 0 && body[len(body)-1].isCallout() && !body[len(body)-1].free() {
		body = body[:len(body)-1]
	}
	if !startsWithText(body) || anyClaimed(body) {
		return
	}
	score, ok := termScore(r.plain, false)
	if !ok || score < 0 && rule == "children" || genericHeadings.has(r.plain) || isAspect(r.plain) {
		return
	}
	c := &card.Card{Kind: card.Definition, Confidence: 0.65, Front: paragraph(cleanTerm(r.text)), Back: render(body), Headings: g.sec.path()}
	c.Term = newTerm(card.InlineText(cleanTerm(r.text)), c.Back)
	k := p.emit(rule, c, r)
	k.takeLine(r)
	k.take(body...)
}
