package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recto/card"
)

// findQuestions makes cards of question lines with their answer: on the same
// line, behind an arrow, nested below, quoted below, or in the next lines.
func findQuestions(p *pass, s *section) {
	for _, g := range s.groups {
		numbered := pairsUp(g)
		for i, r := range g.rows {
			if r.kind == quote && r.free() {
				p.quotedQuestion(g, i)
			}
			if r.kind != line || !r.free() {
				continue
			}
			switch {
			case p.markedAnswer(g, i):
			case p.filledBlank(g, r):
			case p.sameLine(g, r):
			case r.asks() || numbered && r.ordered():
				p.questionLine(g, i)
			}
		}
	}
}

// quotedQuestion makes a card of a callout whose title asks, or of a quoted
// question with the answer in the paragraphs after it.
func (p *pass) quotedQuestion(g *group, i int) {
	r := g.rows[i]
	switch {
	case r.callout != "" && r.asks() && len(r.rows) > 0:
		p.emit("question", p.question(g, cleanFront(r.text), render(r.rows), 0.9), r, r)
	case r.callout == "" && len(r.rows) == 1 && r.rows[0].kind == line && r.rows[0].asks():
		if body := paragraphsAfter(g.rows, i); anyAnswer(body) && !mostlyAsk(body) {
			p.emit("question", p.question(g, cleanFront(r.rows[0].text), render(body), 0.75), r, append(body, r)...)
		}
	}
}

// paragraphsAfter returns the rows after row i up to what may begin another
// question: a quotation, a bold line, a question, a heading or a rule.
func paragraphsAfter(rows []*row, i int) []*row {
	j := i + 1
	for j < len(rows) && j <= i+maxSectionRows {
		r := rows[j]
		if !r.free() || r.kind == quote || r.kind == heading || r.kind == rule || r.kind == details || r.kind == line && (r.asks() || r.labelled() || isStrong(r.text)) || r.ordered() && r.num == rows[i].num+1 {
			break
		}
		j++
	}
	return slices.Clip(rows[i+1 : j])
}

// listAfter returns the bulleted list that follows row i behind blank lines.
func listAfter(rows []*row, i int) []*row {
	j := i + 1
	for j < len(rows) && rows[j].bullet() && rows[j].free() && (j == i+1 || !rows[j].gap) {
		j++
	}
	return slices.Clip(rows[i+1 : j])
}

func cleanQuestion(s string) string { return strings.TrimRight(s[number(s):], " *") }

// pairsUp reports whether most numbered lines of a group have answers nested
// below them and read like things to know: then all of them are questions.
func pairsUp(g *group) bool {
	with, all, asking := 0, 0, 0
	for _, r := range g.rows {
		if !r.ordered() || r.kind != line {
			continue
		}
		all++
		if len(r.rows) > 0 {
			with++
		}
		if r.asks() || namesAspect(cleanQuestion(r.plain)) {
			asking++
		}
	}
	return all >= 3 && with*10 >= all*8 && asking*2 >= all
}

// leadArrow returns the length of the arrow that leads over from a question to
// its answer at the start of s, with the space behind it; 0 for none.
func leadArrow(s string) int {
	n := 0
	switch firstRune(s) {
	case '-', '=':
		for n < 2 && n < len(s) && (s[n] == '-' || s[n] == '=') {
			n++
		}
		if n == len(s) || s[n] != '>' {
			return 0
		}
		n++
	case '→', '⇒', '↳', '☞', '☛', '👉':
		_, n = utf8.DecodeRuneInString(s)
	default:
		return 0
	}
	return n + spaces(s[n:])
}

// leadMark returns the length of the arrow or separator that an answer begins
// with.
func leadMark(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if (r == '=' || r == ':' || r == '：') && spaces(s[n:]) > 0 {
		return n + spaces(s[n:])
	}
	return leadArrow(s)
}

// questionLine makes a card of a line that asks and what answers it.
func (p *pass) questionLine(g *group, i int) {
	r := g.rows[i]
	body := append([]*row{}, r.rows...)
	if len(body) == 0 {
		body = answerRows(g.rows, i)
	}
	if len(body) == 0 {
		body = quotedAnswer(g.rows, i)
	}
	switch {
	case len(body) == 0 && g.answersSpaced(i):
		body = paragraphsAfter(g.rows, i)
	case len(body) > 0 || r.mark != "":
	case isStrong(r.text):
		body = paragraphsAfter(g.rows, i)
	case !r.joined && hasQuestionMark(r.plain) && (g.sec.head == nil || !countsQuestion(g.sec)):
		body = listAfter(g.rows, i)
	}
	next := i + 1
	if len(r.rows) == 0 {
		next += len(body)
	}
	if next < len(g.rows) && len(body) > 0 && pointsBelow(r) && answerSign(g.rows[next].plain) > 0 && g.rows[next].free() {
		body = append(body[:len(body):len(body)], g.rows[next])
	}
	kept := body // what are cards of their own is quoted
	if len(kept) == 0 || !anyAnswer(kept) || mostlyAsk(kept) || isPlaceholder(body[0].plain) {
		if (r.ordered() || g.parent == nil && emphasised(r.text)) && hasQuestionMark(r.plain) && !pagePart(r.text) {
			p.report(r, "question without an answer: %s; write the answer below it", quoted(r.plain))
		}
		return
	}
	if reflects(cleanHeading(r.plain)) || passesOn(r.plain) {
		return
	}
	shown, kept := splitShown(r, kept)
	back := render(withoutArrow(kept))
	c := p.question(g, cleanFront(r.text), back, 0.85)
	told := toldBefore(g, i)
	if told != nil {
		c.Front, c.Term = withoutNumber([]*row{told.alone(), r.alone()}), nil
	}
	c.Front = joined(c.Front, render(shown))
	if len(r.rows) == 0 {
		c.Confidence = 0.65
	}
	k := p.emit("question", c, r)
	k.takeLine(r)
	if told != nil {
		k.takeLine(told)
	}
	k.take(body...)
}

// answersSpaced reports whether row i is a numbered question with its answer in
// the paragraph after it, as another one of the group is.
func (g *group) answersSpaced(i int) bool {
	if !g.spacedQuestion(i) {
		return false
	}
	for j := range g.rows {
		if j != i && g.spacedQuestion(j) {
			return true
		}
	}
	return false
}

// spacedQuestion reports whether row i is a numbered question behind which a blank
// line and then a paragraph stands.
func (g *group) spacedQuestion(i int) bool {
	if r := g.rows[i]; !r.ordered() || len(r.rows) > 0 || i+1 == len(g.rows) || !r.asks() {
		return false
	}
	next := g.rows[i+1]
	return next.kind == line && next.mark == "" && next.gap && !next.asks() && !next.labelled()
}

// toldBefore returns the numbered line that row i goes on with and asks about:
// the case. It returns nil when there is none.
func toldBefore(g *group, i int) *row {
	if p := g.parent; i > 0 || !g.rows[i].lazy || p == nil || p.kind != line || !p.ordered() || !p.free() || p.asks() || p.candidate() != nil {
		return nil
	}
	return g.parent
}

// pagePart reports whether a line is a link to a part of its own page, as those
// of a table of contents are.
func pagePart(in []card.Inline) bool {
	if len(in) != 1 {
		return false
	}
	l, ok := in[0].(*card.Link)
	return ok && strings.HasPrefix(l.Dest, "#")
}

// splitShown takes what a question points at, "다음 설명에 해당하는 것은?", from the
// rows below it: all before the first that a sign marks as the answer.
func splitShown(question *row, rows []*row) (shown, answer []*row) {
	if !pointsBelow(question) {
		return nil, rows
	}
	i := slices.IndexFunc(rows, func(r *row) bool { return r.kind == line && answerSign(r.plain) > 0 })
	if i <= 0 {
		return nil, rows
	}
	first := rows[i].withText(cut(rows[i].text, answerSign(rows[i].plain), len(rows[i].plain)))
	return rows[:i], append([]*row{first}, rows[i+1:]...)
}

// pointsBelow reports whether a question points at what stands below it.
func pointsBelow(r *row) bool {
	return pointing.in(r.plain)
}

var pointing = newPhrases("다음", "아래", "빈칸", "빈 칸", "괄호", "보기", "following", "below")

// answerSign returns the length of the sign that marks a line as the answer,
// with the space behind it; 0 for none.
func answerSign(s string) int {
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '✅', '✔', '☑', '👉', '⇒', '→':
		n += len(s[n:]) - len(strings.TrimLeft(s[n:], "\ufe0f "))
		return n
	}
	return 0
}

// mostlyAsk reports whether half of the rows are questions themselves, or
// links to other notes: then they answer nothing.
func mostlyAsk(rows []*row) bool {
	n, all := 0, 0
	for _, r := range rows {
		if r.kind != line {
			continue
		}
		all++
		if r.asks() || onlyWiki(r) && len(r.rows) == 0 || r.look.has(underscores) && strings.Contains(r.plain, "___") {
			n++
		}
	}
	return n > 0 && (n*2 > all || n*2 == all && all > 2)
}

// onlyWiki reports whether a line is a link to another note and nothing else.
func onlyWiki(r *row) bool {
	return len(r.text) == 1 && isWiki(r.text[0])
}

func anyAnswer(rows []*row) bool {
	for _, r := range rows {
		if r.kind == code || r.kind == figure {
			return true
		}
	}
	return anyProse(rows)
}

// answerRows returns the rows that answer a question in row i without hanging
// below it: an arrow line, a quotation, or the further lines of its
// paragraph.
func answerRows(rows []*row, i int) []*row {
	j := i + 1
	if j == len(rows) || !rows[j].free() {
		return nil
	}
	next := rows[j]
	switch {
	case next.kind == quote:
		return rows[j : j+1]
	case next.kind == line && leadArrow(next.plain) > 0 && next.mark == "":
		for j++; j < len(rows) && rows[j].joined && rows[j].kind == line && !rows[j].asks(); j++ {
		}
		return rows[i+1 : j]
	case next.kind == line && !next.gap && !next.asks() && !next.labelled():
		for j < len(rows) && !rows[j].gap && rows[j].kind == line && !rows[j].asks() && rows[j].free() {
			if rows[i].mark != "" && rows[j].mark != "" {
				break
			}
			j++
		}
		return rows[i+1 : j]
	}
	return nil
}

// quotedAnswer returns the lines below a labelled question in its paragraph, of
// which the first are cards of their own: "Q. A와 B의 차이는?" above "A : …".
func quotedAnswer(rows []*row, i int) []*row {
	if kind, end := rows[i].label(); kind != questionLabel || end == len(rows[i].plain) {
		return nil
	}
	j := i + 1
	for j < len(rows) && rows[j].joined && rows[j].kind == line && !rows[j].asks() && !rows[j].labelled() {
		j++
	}
	return rows[i+1 : j]
}

// withoutArrow returns rows without the arrow at the start of the first.
func withoutArrow(rows []*row) []*row {
	if isLetterOrDigit(firstRune(rows[0].plain)) || rows[0].kind != line {
		return rows
	}
	n := leadMark(rows[0].plain)
	if n == 0 {
		return rows
	}
	first := rows[0].withText(cut(rows[0].text, n, len(rows[0].plain)))
	return append([]*row{first}, rows[1:]...)
}
