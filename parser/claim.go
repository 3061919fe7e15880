package parser

import "recto/card"

// claim says which card took a row and why.
type claim struct {
	rule string
	card *card.Card // nil when the row was used up without a card of its own
}

// take marks rows and everything below them as used by the card. Rows that
// another card has stay with it.
func (k *claim) take(rows ...*row) {
	for _, r := range rows {
		k.takeLine(r)
		k.take(r.rows...)
	}
}

// takeLine marks only the row itself.
func (k *claim) takeLine(r *row) {
	if r.claim == nil {
		r.claim = k
	}
}
