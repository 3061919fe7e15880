package parser

import "recto/card"

// minDefining is how many headings beside each other must define a term before
// their colons are taken for it; a single one is a title with its subtitle.
const minDefining = 3

// headingDefines makes a card of a heading that holds a term and what it means,
// "ls: list the files", with the text below it.
func (p *pass) headingDefines(s *section) bool {
	if s.up == nil || !s.up.subsDefine() || !holdsDefinition(s) {
		return false
	}
	r, at := s.head, s.head.split()
	back, took := paragraph(trimSeparators(cut(r.text, at.right, len(r.plain)))), []*row{r}
	if lead := leadingRows(trimRows(s.rows)); len(lead) <= maxSectionRows {
		back, took = append(back, render(lead)...), append(took, lead...)
	}
	c := &card.Card{Kind: card.Definition, Confidence: 0.75, Front: paragraph(cleanTerm(cut(r.text, r.number(), at.left))), Back: back, Headings: s.up.path()}
	c.Term = newTerm(card.PlainText(c.Front), back)
	p.emit("heading", c, r, took...)
	return true
}

// holdsDefinition reports whether a heading can hold a term and its definition.
func holdsDefinition(s *section) bool {
	r := s.head
	at := r.split()
	if at.sep != colon || r.labelled() || r.asks() || s.unnamed() {
		return false
	}
	term := r.plain[r.number():at.left]
	score, ok := termScore(term, marked(cut(r.text, r.number(), at.left)))
	return ok && score >= 0 && !isAspect(term) && !genericHeadings.has(term) && runes(r.plain[at.right:]) >= 4 && hasLetter(r.plain[at.right:])
}

// subsDefine reports whether most headings right below the section define terms. It is
// counted once.
func (s *section) subsDefine() bool {
	if s.memo.defining != unasked {
		return s.memo.defining == yes
	}
	n := 0
	for _, sub := range s.subs {
		if holdsDefinition(sub) {
			n++
		}
	}
	s.memo.defining = decided(n >= minDefining && n*2 >= len(s.subs))
	return s.memo.defining == yes
}
