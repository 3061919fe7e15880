package parser

import "slices"

// reportLoose reports what looks like half a card when all recognisers are
// done: terms without definitions, keys without questions.
func (p *pass) reportLoose() {
	for _, s := range p.sections {
		for _, g := range s.groups {
			for i, r := range g.rows {
				if r.kind == line && r.free() && !p.looseTerm(g, i) && len(r.rows) == 0 {
					p.looseAnswer(r)
					p.looseQuestion(g, i)
				}
			}
		}
	}
	for _, r := range p.open {
		if r.free() {
			p.report(r, "question without an answer: %s; add a line that begins with \"A:\" or \"정답:\"", quoted(r.plain))
		}
	}
	for _, k := range p.keyLists() {
		if k.used == 0 && k.rows[0].free() && len(k.entries) >= 3 {
			p.report(k.rows[0], "answers without questions: %s; number the questions they belong to", quoted(k.rows[0].plain))
		}
	}
}

// looseTerm reports a term with a separator and nothing behind it.
func (p *pass) looseTerm(g *group, i int) bool {
	r := g.rows[i]
	words := r.words
	if len(r.rows) > 0 || isLetterOrDigit(lastRune(words)) {
		return false
	}
	s := r.split()
	if s.sep != colon && s.sep != dash || s.right < len(words) {
		return false
	}
	if i+1 < len(g.rows) && (g.rows[i+1].kind != line || !g.rows[i+1].gap || r.mark == "" && g.rows[i+1].mark != "") && s.sep == colon {
		return false // announces what follows
	}
	name := words[r.number():s.left]
	if score, ok := termScore(name, emphasised(r.text)); !ok || score < 0 || isAspect(name) {
		return false
	}
	p.report(r, "term without a definition: %s; write what it means behind it", quoted(name))
	return true
}

// looseAnswer reports an answer label that no question took.
func (p *pass) looseAnswer(r *row) {
	if k, end := r.label(); k == answerLabel && !letterAnswer(r.plain) && end < len(r.plain) && end <= 24 {
		p.report(r, "answer without a question: %s; write the question in the line before", quoted(r.plain))
	}
}

// looseQuestion reports a question that is a paragraph by itself where others of
// its group are answered. Elsewhere prose asks what it goes on to say.
func (p *pass) looseQuestion(g *group, i int) {
	r := g.rows[i]
	if !r.look.has(questionMarks) || r.labelled() || r.joined || r.mark != "" || i+1 < len(g.rows) && g.rows[i+1].joined || !r.asks() {
		return
	}
	answered := func(o *row) bool { return o.kind == line && !o.free() && o.look.has(questionMarks) && o.asks() }
	if slices.ContainsFunc(g.rows[max(0, i-maxBetween):min(len(g.rows), i+maxBetween)], answered) {
		p.report(r, "question without an answer: %s; write the answer below it", quoted(r.plain))
	}
}

// maxBetween is how many rows away an answered question counts.
const maxBetween = 12
