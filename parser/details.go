package parser

import (
	"cmp"

	"recto/card"
)

// findDetails makes cards of <details>. Its summary is the question, unless
// it is a label such as 정답: then the question stands before.
func findDetails(p *pass, s *section) {
	for _, g := range s.groups {
		for i, r := range g.rows {
			switch {
			case !r.free():
			case r.foldsAnswer():
				p.labelledDetails(g, i)
			case r.kind == details && !isEmptySummary(r.plain):
				p.details(g, r)
			}
		}
	}
}

// foldsAnswer reports whether the row is a <details> or a callout that says it
// holds an answer; a callout without a title says so by its type.
func (r *row) foldsAnswer() bool {
	if r.kind != details && !r.isCallout() {
		return false
	}
	if r.memo.folds == unasked {
		title := r.plain
		if r.kind == quote {
			title = cmp.Or(title, r.callout)
		}
		r.memo.folds = decided(isAnswerSummary(title))
	}
	return r.memo.folds == yes
}

// maxFold is the most rows that a <details> holds as an answer; a longer one
// folds away a chapter.
const maxFold = 60

func (p *pass) details(g *group, r *row) {
	n, folds := 0, 0
	for x := range r.all() {
		n++
		if x.kind == details {
			folds++
		}
		if folds > 2 || x.kind == heading && x.level < 4 {
			return // folds away other questions
		}
	}
	if n > maxFold {
		return
	}
	back := answerInside(r)
	if len(back) == 0 {
		p.report(r, "question without an answer: %s; write the answer inside <details>", quoted(r.plain))
		return
	}
	p.emit("details", p.question(g, cleanFront(r.text), back, 0.9), r, r)
}

// answerInside returns what a <details> folds away, without its summary;
// nothing when that only promises an answer.
func answerInside(r *row) []card.Block {
	rows := trimRows(r.rows)
	if len(rows) == 1 && len(rows[0].rows) == 0 && isPlaceholder(rows[0].plain) {
		return nil
	}
	return render(rows)
}

func (p *pass) labelledDetails(g *group, i int) {
	r := g.rows[i]
	if anyClaimed(r.rows) {
		return // the key of a choice
	}
	q := p.questionBefore(g, i)
	back := answerInside(r)
	switch {
	case q == nil:
		p.report(r, "answer without a question: %s; write the question in the line before", quoted(r.plain))
		return
	case len(back) == 0:
		p.report(r, "question without an answer: %s; write the answer inside <details>", quoted(q.text()))
		return
	}
	p.answered("details", q, q.above(g), back, 0.9, r)
}

// question returns a question card; the term of "X란?" goes to the glossary.
func (p *pass) question(g *group, front []card.Inline, back []card.Block, confidence float64) *card.Card {
	asked := card.InlineText(front)
	if isAspect(asked) { // "왜 필요한가?" says nothing alone
		if of := p.context(g); of != "" {
			front = mergeText(aspectOfThing(of, front))
		}
	}
	c := &card.Card{Kind: card.Question, Confidence: confidence, Front: paragraph(front), Back: back, Headings: g.sec.path()}
	defines(c, asked)
	return c
}
