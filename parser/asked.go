package parser

import (
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// asked is the question that an answer found later belongs to.
type asked struct {
	at    *row
	rows  []*row // what the question takes
	front []card.Block
}

// taken gives the question's rows to a card. Of a row that others hang
// below, only its own line is the question.
func (q *asked) taken(k *claim) {
	k.takeLine(q.at)
	k.take(q.rows...)
}

// above returns the headings above the question: a heading that asks does not
// stand above itself.
func (q *asked) above(g *group) []string {
	if q.at == g.sec.head {
		return g.sec.up.path()
	}
	return g.sec.path()
}

// answered makes the card of a question whose answer was found; it takes the
// question's rows, and those of the answer that took names.
func (p *pass) answered(rule string, q *asked, headings []string, back []card.Block, confidence float64, took ...*row) *claim {
	c := &card.Card{Kind: card.Question, Confidence: confidence, Front: q.front, Back: back, Headings: headings}
	defines(c, q.text())
	k := p.emit(rule, c, q.at, took...)
	q.taken(k)
	return k
}

func (q *asked) text() string { return card.PlainText(q.front) }

// maxQuestion is how many rows before an answer a question may span.
const maxQuestion = 10

// questionBefore returns the question that stands before row i of a group: in
// the rows before it, in the line that the group hangs below, or in the
// heading. It returns nil when there is none.
func (p *pass) questionBefore(g *group, i int) *asked {
	rows := questionRows(g, i)
	if g.parent != nil && (g.parent.kind == line || g.parent.kind == heading) {
		if q := statementsQuestion(g, i); q != nil {
			return q
		}
		if len(rows) == i && g.parent.free() {
			return parentQuestion(g, rows)
		}
		if len(rows) == 0 {
			return nil
		}
	}
	if q := p.headingWith(g, rows, i); q != nil {
		return q
	}
	if len(rows) < i && p.onlyHeadingAsks(g, i) {
		return &asked{g.sec.head, []*row{g.sec.head}, paragraph(cleanFront(g.sec.head.text))}
	}
	if len(rows) > 0 {
		front := withoutNumber(rows)
		if len(front) == 0 {
			return nil
		}
		return &asked{rows[0], rows, front}
	}
	if g.parent != nil && g.up != nil {
		return p.questionBefore(g.up, g.at)
	}
	if h := g.sec.head; h != nil && h.free() && g.parent == nil && allRules(g.rows[:i]) && !genericHeadings.has(g.sec.title()) {
		return &asked{h, []*row{h}, paragraph(cleanFront(h.text))}
	}
	return nil
}

// last returns the last of several numbered questions: only that one has the
// options behind it.
func (q *asked) last() *asked {
	if q == nil {
		return nil
	}
	asking := 0 // how many before
	from := 0
	for i, r := range q.rows {
		if r.ordered() && r.asks() {
			if asking++; asking > 1 {
				from = i
			}
		}
	}
	if from == 0 {
		return q
	}
	return &asked{q.rows[from], q.rows[from:], withoutNumber(q.rows[from:])}
}

// statementsQuestion returns a question with numbered statements, below the
// last of which the options stand that combine them:
//
//  1. Which are true?
//  2. one statement
//  3. another
//     a) 2 and 3
func statementsQuestion(g *group, i int) *asked {
	if i > 0 || g.up == nil || !g.parent.ordered() || !g.parent.free() || g.parent.asks() {
		return nil
	}
	rows := g.up.rows
	for j := g.at - 1; j >= 0 && j >= g.at-maxQuestion && rows[j].ordered() && rows[j].free() && len(rows[j].rows) == 0; j-- {
		if !rows[j].asks() {
			continue
		}
		shown := append(slices.Clone(rows[j:g.at]), g.parent.alone())
		return &asked{rows[j], append(slices.Clone(rows[j+1:g.at]), g.parent), withoutNumber(shown)}
	}
	return nil
}

// headingWith returns a heading that asks together with the rows below it, when
// they are all there is before row i and ask nothing themselves: code to look
// at, a case, a table.
func (p *pass) headingWith(g *group, rows []*row, i int) *asked {
	h := g.sec.head
	if len(rows) == 0 || len(rows) != i || g.parent != nil || h == nil || !h.free() || !asks(g.sec.title()) {
		return nil
	}
	if slices.ContainsFunc(rows, func(r *row) bool { return r.asks() || r.labelled() || r.ordered() }) {
		return nil
	}
	return &asked{h, append([]*row{h}, rows...), append(paragraph(cleanFront(h.text)), render(rows)...)}
}

// onlyHeadingAsks reports whether the heading of a group asks, and none of the
// rows before row i does: remarks on the question stand between it and its
// answer.
func (p *pass) onlyHeadingAsks(g *group, i int) bool {
	h := g.sec.head
	if g.parent != nil || h == nil || !h.free() || !asks(g.sec.title()) {
		return false
	}
	return !slices.ContainsFunc(g.rows[:i], func(r *row) bool { return !r.free() || r.asks() || r.labelled() || r.kind == heading })
}

func allRules(rows []*row) bool {
	for _, r := range rows {
		if r.kind != rule {
			return false
		}
	}
	return true
}

// questionRows returns the free rows right before row i that read as one
// question: back to the paragraph that asks, or else the last paragraph.
func questionRows(g *group, i int) []*row {
	from, asking, bullets := i, false, 0
	for j := i - 1; j >= 0 && j >= i-maxQuestion; j-- {
		r := g.rows[j]
		if !r.free() || countsOnly(r) || r.kind == rule || r.kind == heading || r.kind == details {
			break
		}
		if k, _ := r.label(); k == answerLabel || k == explanationLabel {
			break
		}
		if asking && (!g.rows[j+1].joined && g.rows[j+1].mark == "" || passesOn(r.plain)) {
			break
		}
		if item := r.bullet() || r.signed(); item && r.asks() && bullets > 0 {
			break // asks for itself, and others after it do not
		} else if item {
			bullets++
		}
		from = j
		asking = asking || r.kind == line && (r.asks() || g.rows[j].ordered()) || r.bareCallout() && r.asks()
	}
	if asking || from == i {
		return g.rows[from:i]
	}
	last := i - 1
	for last > from && !g.rows[last].gap {
		last--
	}
	return g.rows[last:i]
}

// questionCount matches "Question 1 of 50", which asks nothing.
var questionCount = regexp.MustCompile(`(?i)^question\s+\d+\s+(?:of|/)\s+\d+`)

// countsOnly reports whether a line only counts the question after it: "Question
// 1 of 50".
func countsOnly(r *row) bool {
	return r.look.has(figures) && beginsWord(r.plain, "question") && questionCount.MatchString(r.plain)
}

// parentQuestion is a question in a list item: its line, unless that only
// counts or dates it, and the rows below it up to the answer.
func parentQuestion(g *group, rows []*row) *asked {
	front := render(rows)
	if strings.Trim(g.parent.plain, "0123456789 \n./년월일-") != "" {
		front = append(withoutNumber([]*row{g.parent.alone()}), front...)
	}
	if len(front) == 0 {
		return nil
	}
	return &asked{g.parent, rows, front}
}

// withoutNumber returns rows as content, the first without its label,
// numbering and emphasis.
func withoutNumber(rows []*row) []card.Block {
	first := rows[0]
	if first.kind == line || first.bareCallout() {
		text := first.text
		if k, n := first.label(); k == questionLabel {
			text = cut(text, n, len(first.plain))
		}
		first = first.withText(cleanFront(text))
		first.kind, first.mark = line, ""
		if first.plain == "" && len(rows) > 1 {
			return render(append([]*row{}, rows[1:]...))
		}
	}
	return render(append([]*row{first}, rows[1:]...))
}

// pointers are words that name nothing without what stands before them.
var pointers = set(`it, this, that, they, these, those, he, she, 이것, 그것, 저것, 이거, 그거, 여기, 다음, 이, 그, 저, 이는, 그는`)

// What stands behind the term in a question for its meaning.
var (
	meaningEnds  = newEndings(`무엇 무엇인가 무엇인가요 무엇입니까 무엇일까 무엇일까요 무엇인지 무엇인지_설명하시오 무엇인지_설명하세요 뭐 뭐인가 뭐인가요 뭐입니까 뭐일까 뭐일까요`)
	meaningTopic = newEndings(`(이)란 이란 란`)
	meaningMark  = newEndings(`은 는 이 가`)
)

// askedMeaning returns what stands in a question where the term does whose
// meaning it asks for; "" when it asks for something else.
func askedMeaning(q string) string {
	if len(q) > 8 && beginsWord(q, "what ") {
		thing, _ := strings.CutSuffix(q[5:], "?")
		for _, verb := range []string{"is ", "are "} {
			if len(thing) > len(verb) && beginsWord(thing, verb) && len(thing) < len(q)-5 && !strings.Contains(thing, "?") {
				return withoutArticle(thing[len(verb):])
			}
		}
		return ""
	}
	s := strings.TrimRight(q, " ")
	s = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "?"), "？"), "."), " ")
	what, asking := meaningEnds.cut(s)
	what = strings.TrimRight(what, " ")
	if t, ok := meaningTopic.cut(what); ok {
		return strings.TrimSpace(t)
	}
	if t, ok := meaningMark.cut(what); ok && asking {
		return strings.TrimSpace(t)
	}
	return ""
}

// withoutArticle drops an English article at the start.
func withoutArticle(s string) string {
	for _, a := range []string{"a ", "an ", "the "} {
		if len(s) > len(a) && beginsWord(s, a) {
			return s[len(a):]
		}
	}
	return s
}

// definedTerm returns the term that a question asks the meaning of: 파드 of
// "파드란?", Kubernetes of "What is Kubernetes?"; else "".
func definedTerm(q string) string {
	t := askedMeaning(q)
	if t == "" || runes(t) > 40 || pointers.has(t) || namesAspect(t) || countWords(t) > 4 || strings.ContainsAny(t, ",:") || hasObject(t+" ") {
		return ""
	}
	return t
}

// defines makes a definition of a card whose question asks for the meaning of
// a term; other cards stay what they are.
func defines(c *card.Card, question string) {
	if t := definedTerm(question); t != "" {
		c.Kind, c.Term = card.Definition, newTerm(t, c.Back)
	}
}

// named makes a question of a card whose term is one, and gives any other card
// its term. name is the term as written, def what it means.
func named(c *card.Card, name string, def []card.Block) {
	if asks(name) {
		c.Kind = card.Question
		return
	}
	c.Term = newTerm(card.PlainText(c.Front), def)
}

// maxQuoted is the most characters of a note that a message quotes.
const maxQuoted = 40

// quoted returns a text in quotation marks, cut to the length of a message.
func quoted(s string) string {
	s = foldSpace(s)
	n, end := 0, 0
	for i := range s {
		if n++; n == maxQuoted {
			end = i
		}
	}
	if n > maxQuoted {
		s = s[:end] + "…"
	}
	return "“" + s + "”"
}
