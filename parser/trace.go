package parser

import (
	"cmp"
	"slices"

	"recto/card"
)

// trace returns what became of the note's lines, by line. merged says which
// card stands for one that was left out.
func (p *pass) trace(merged map[*card.Card]*card.Card) []card.Trace {
	var out []card.Trace
	add := func(r *row) {
		if r.claim == nil {
			return
		}
		k := r.claim.card
		if m := merged[k]; m != nil {
			k = m
		}
		for l := r.line; l <= max(r.end, r.line); l++ {
			out = append(out, card.Trace{Line: l, Card: k, Rule: r.claim.rule})
		}
	}
	for _, s := range p.sections {
		if s.head != nil {
			add(s.head)
		}
		for _, r := range s.rows {
			for x := range r.all() {
				add(x)
			}
		}
	}
	for _, k := range p.note.Cards {
		out = append(out, card.Trace{Line: k.Pos.Line, Card: k, Rule: k.Rule})
	}
	for _, m := range p.near {
		out = append(out, card.Trace{Line: m.line, Why: m.why})
	}
	slices.SortStableFunc(out, func(a, b card.Trace) int { return cmp.Compare(a.Line, b.Line) })
	return slices.Compact(out)
}
