package parser

import "recto/card"

// An answer sheet may give each answer a heading of its own, as the questions
// before it have:
//
//	## Question 1: Ports
//	Which port has HTTPS?
//	## Answer Key
//	### Answer 1: Ports
//	443

// headedSheet pairs the numbered headings below the heading of a sheet with the
// numbered headings of questions before it.
func (p *pass) headedSheet(s *section) {
	answers := map[string]*section{}
	for _, sub := range s.subs {
		if number := headNumber(sub); number != "" && len(trimRows(sub.rows)) > 0 && sub.head.free() {
			answers[number] = sub
		}
	}
	if len(answers) < 2 {
		return
	}
	before := p.sections[max(0, s.order-maxSheet):s.order]
	last := map[string]*section{} // the last question before the sheet with each number
	for _, q := range before {
		if number := headNumber(q); answers[number] != nil && q.head.free() && asksBelow(q) {
			last[number] = q
		}
	}
	if len(last) < 2 || len(last)*5 < len(answers)*4 {
		return
	}
	for _, q := range before {
		if number := headNumber(q); last[number] == q {
			p.headedAnswer(q, answers[number])
		}
	}
	(&claim{"sheet", nil}).takeLine(s.head)
}

// headNumber returns the number that a heading counts a question or an answer
// by; "" when it does not.
func headNumber(s *section) string {
	if s.head == nil {
		return ""
	}
	number, _ := rowNumber(s.head, "")
	return number
}

// asksBelow reports whether a numbered heading is a question: it says so, or
// it asks, or the text below it does.
func asksBelow(s *section) bool {
	if isQuestionLabel(s.head) || s.head.asks() {
		return true
	}
	rows := trimRows(s.rows)
	return len(rows) > 0 && rows[len(rows)-1].asks()
}

// headedAnswer makes the card of a question and its answer, which have a
// heading each.
func (p *pass) headedAnswer(question, answer *section) {
	h := question.head
	c := &card.Card{Kind: card.Question, Confidence: 0.85, Front: question.front(), Back: render(trimRows(answer.rows)), Headings: question.up.path()}
	k := p.emit("sheet", c, h, question.rows...)
	k.takeLine(h)
	k.takeLine(answer.head)
	k.take(answer.rows...)
}
