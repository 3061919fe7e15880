package parser

import (
	"slices"
	"strings"

	"recto/card"
)

// findAnswers pairs labelled answers with their questions.
func findAnswers(p *pass, s *section) {
	p.headingAnswers(s)
	for _, g := range s.groups {
		p.answers(g)
	}
}

func (p *pass) answers(g *group) {
	question := -1 // row of the last question label without an answer
	for i := 0; i < len(g.rows); i++ {
		r := labelRow(g.rows[i])
		if !r.free() || r.kind != line {
			continue
		}
		words := r.words
		kind, end := r.label()
		if kind == noLabel && question >= 0 && r.gap && r.asks() && (g.rows[question].asks() || hasQuestionMark(g.rows[question].plain)) {
			p.unanswered(g, question) // another question, without a label
			question = -1
		}
		switch {
		case kind == noLabel && r.look.has(colonSign):
			i = p.writtenOut(g, i)
		case kind == questionLabel && end < len(words):
			p.unanswered(g, question)
			question = i
		case kind == answerLabel && letterAnswer(words) && (question < 0 && !p.headingAsks(g, i) && !parentAsks(g, i) || offersMore(g.rows, i)):
		case kind == answerLabel, kind == explanationLabel && i > 0 && answersAlone(g.rows, i):
			i = p.answer(g, question, i, end)
			question = -1
		}
	}
	p.unanswered(g, question)
}

// answersAlone reports whether the explanation in row i is all the answer that the
// question before it has.
func answersAlone(rows []*row, i int) bool {
	q := rows[i-1]
	if kind, _ := q.label(); q.kind != line || !q.free() || q.rows != nil || kind == answerLabel || kind == explanationLabel {
		return false
	}
	next := noLabel
	if i+1 < len(rows) {
		next, _ = rows[i+1].label()
	}
	return q.asks() && next != answerLabel
}

// labelRow returns the label that a quotation holds and nothing else, "> 답변"
// above a list; any other row itself.
func labelRow(r *row) *row {
	if r.kind != quote || r.callout != "" || len(r.rows) != 1 || r.rows[0].kind != line || len(r.rows[0].rows) > 0 {
		return r
	}
	if kind, end := r.rows[0].label(); kind == noLabel || end < len(r.rows[0].plain) {
		return r
	}
	return r.rows[0]
}

// headingAsks reports whether the heading of the group is the question to an
// "A:" in its first row.
func (p *pass) headingAsks(g *group, i int) bool {
	h := g.sec.head
	return i == 0 && g.parent == nil && h != nil && h.free() && asks(g.sec.title())
}

// parentAsks reports whether the line that the group hangs below is the
// question to an "A:" in its first row.
func parentAsks(g *group, i int) bool {
	if i > 0 || g.parent == nil || g.parent.kind != line || !g.parent.free() {
		return false
	}
	kind, _ := g.parent.label()
	return kind == questionLabel || g.parent.asks()
}

// offersMore reports whether the row after row i is option B.
func offersMore(rows []*row, i int) bool {
	if i+1 == len(rows) {
		return false
	}
	l, _ := optionMark(rows[i+1].words)
	return strings.EqualFold(l, "b")
}

// unanswered notes a question label without an answer label; a later rule may
// still find its answer.
func (p *pass) unanswered(g *group, i int) {
	if i >= 0 && g.rows[i].free() && len(g.rows[i].rows) == 0 {
		p.open = append(p.open, g.rows[i])
	}
}

// answer makes the card of the answer label in row i and returns the last row
// that it takes. question is the row of its question label, or -1.
func (p *pass) answer(g *group, question, i, end int) int {
	r := labelRow(g.rows[i])
	last := answerEnd(g.rows, i, end < len(r.plain) || len(r.rows) > 0)
	back := answerContent(r, end, g.rows[i+1:last+1])
	var q *asked
	if question >= 0 {
		rows := g.rows[question:i]
		q = &asked{rows[0], rows, withoutNumber(rows)}
	} else {
		q = p.questionBefore(g, i)
	}
	switch {
	case q == nil:
		if len(back) > 0 && end <= 24 {
			p.report(r, "answer without a question: %s; write the question in the line before", quoted(r.plain))
		}
		return i
	case len(back) == 0 || isPlaceholder(card.PlainText(back)):
		p.report(r, "question without an answer: %s; write the answer behind the label", quoted(q.text()))
		q.taken(&claim{"answer", nil})
		return i
	}
	p.answered("answer", q, q.above(g), back, 0.95).take(g.rows[i : last+1]...)
	return last
}

// answerEnd returns the last row of an answer that begins in row i: it runs
// to the next label, heading or rule; behind text on the label's own line, to
// the next blank line, unless an explanation follows.
func answerEnd(rows []*row, i int, inline bool) int {
	last := i
	explaining := false
	nested := rows[i].mark != "" && len(rows[i].rows) > 0 && !inlineText(rows[i])
	for j := i + 1; j < len(rows); j++ {
		r := rows[j]
		kind, _ := r.label()
		if r.kind == heading || r.kind == rule || r.kind == details || r.kind == quote && rows[i].kind == quote || !r.free() || kind == questionLabel || kind == answerLabel {
			break
		}
		if kind == explanationLabel {
			explaining = true
		} else if nested && !explaining {
			break
		} else if r.gap && (inline || explaining) || (r.gap || rows[j-1].kind == code || r.number() > 0) && r.asks() {
			break
		}
		if r.mark != "" && rows[i].mark != "" && !r.lazy && r.ordered() == rows[i].ordered() && kind != explanationLabel && inline {
			break
		}
		if r.gap && !inline && last > i && r.kind == line {
			break
		}
		last = j
	}
	return last
}

// inlineText reports whether a label has text behind it on its own line.
func inlineText(r *row) bool {
	_, end := r.label()
	return end < len(r.plain)
}

// answerContent returns what an answer label announces: the rest of its line,
// what hangs below it, and the rows after it.
func answerContent(r *row, end int, more []*row) []card.Block {
	first := r.withText(cut(r.text, end, len(r.plain)))
	first.mark = ""
	if len(first.text) == 0 {
		return render(slices.Concat(first.rows, more))
	}
	return render(append([]*row{first}, more...))
}
