package parser

import "recto/card"

// A question and its answer may have a heading each:
//
//	### Q1. What is a pod?
//	#### A1.
//	The smallest thing that is deployed.

// headingAnswers pairs the heading of an answer with the heading of the question
// above or before it.
func (p *pass) headingAnswers(s *section) {
	if s.head == nil || !s.head.free() {
		return
	}
	kind, end := s.head.label()
	if kind != answerLabel || letterAnswer(s.head.plain) && numberIn(s.head.plain[:end]) == "" {
		return
	}
	q := p.asker(s)
	if q == nil {
		return
	}
	back := answerContent(s.head, end, trimRows(s.rows))
	if len(back) == 0 {
		return
	}
	p.answered("answer", &asked{q.head, trimRows(q.rows), q.front()}, q.up.path(), back, 0.95, append([]*row{s.head}, s.rows...)...)
}

// front returns a section as a question: its heading, without the label or
// number, and the text below it.
func (s *section) front() []card.Block {
	_, end := rowNumber(s.head, "")
	front := paragraph(cleanFront(cut(s.head.text, end, len(s.head.plain))))
	return append(front, render(trimRows(s.rows))...)
}

// asker returns the section whose heading is the question that another answers:
// the one around it whose first part it is, or the one before; nil for none.
func (p *pass) asker(s *section) *section {
	q := p.sections[s.order-1]
	if q != s.up && (q.up != s.up || q.level != s.level) {
		return nil
	}
	if q.head == nil || !q.head.free() || anyClaimed(q.rows) {
		return nil
	}
	kind, end := q.head.label()
	switch {
	case kind == answerLabel, kind == explanationLabel:
		return nil
	case kind == questionLabel && end == len(q.head.plain): // the text below it asks
		return pick(len(trimRows(q.rows)) > 0, q, nil)
	case kind == questionLabel, q.head.asks():
		return q
	}
	return nil
}

// keyHeaded reads the key of a choice from the section after it, whose heading is
// the label of an answer.
func (c *choice) keyHeaded(p *pass) {
	next := c.g.sec.order + 1
	if len(c.key) > 0 || c.g.parent != nil || next >= len(p.sections) || len(trimRows(c.g.rows[c.after:])) > 0 {
		return
	}
	s := p.sections[next]
	kind, end := s.head.label()
	if kind != answerLabel || !s.head.free() {
		return
	}
	rows := trimRows(s.rows)
	if end < len(s.head.plain) {
		c.labelledKey(s.head, end, rows)
	} else if n := c.keysBehind(rows); n > 0 {
		c.explain = append(c.explain, render(rows[n:])...)
	}
	if len(c.key) > 0 {
		c.rows = append(c.rows[:len(c.rows):len(c.rows)], append([]*row{s.head}, rows...)...)
	}
}
