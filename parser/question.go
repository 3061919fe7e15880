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
		if !r.free() || r.kind == quote || r.kind == heading || r.kind == rule || r.kind == details || r.kind == line && (r.asks() || r.labelled() || isStrong(r.text)) {
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

// questionMark returns where the first question mark of a line stands and
// where its answer may begin; arrowed says that an arrow or a separator leads
// over to it.
func questionMark(words string) (at, answer int, arrowed bool) {
	at = strings.IndexByte(words, '?')
	if wide := strings.Index(words, "？"); wide >= 0 && (at < 0 || wide < at) {
		at = wide
	}
	if at < 0 {
		return -1, 0, false
	}
	_, size := utf8.DecodeRuneInString(words[at:])
	answer = at + size + spaces(words[at+size:])
	for _, lead := range []string{"-->", "==>", "->", "=>", "→", "⇒", ":", "-"} {
		if strings.HasPrefix(words[answer:], lead) {
			answer += len(lead)
			return at, answer + spaces(words[answer:]), true
		}
	}
	return at, answer, false
}

// markedAnswer makes a card of "question? **answer**": the writer set the answer
// apart, so what is asked may run over several sentences, and a fence right
// below shows what it is about. It reports whether row i is such a line.
func (p *pass) markedAnswer(g *group, i int) bool {
	r := g.rows[i]
	n := len(r.text) - 1
	if n < 1 || !r.look.has(questionMarks) {
		return false
	}
	strong, ok := r.text[n].(*card.Strong)
	if !ok {
		return false
	}
	if s := r.split(); s.sep != noSeparator && marked(cut(r.text, s.from, s.left)) {
		return false // "`yes`: skip it? **Boolean**" says what `yes` is
	}
	answer := card.InlineText(strong.Content)
	asked := trim(strings.TrimSuffix(r.words, answer))
	if answer == "" || !strings.HasSuffix(asked, "?") || hasQuestionMark(answer) || runes(asked) < 6 || countWords(asked) < 2 {
		return false
	}
	c := p.question(g, cleanFront(r.text[:n]), joined(paragraph(strong.Content), render(ownRows(r))), 0.8)
	var shown []*row
	if next := i + 1; next < len(g.rows) && g.rows[next].kind == code && g.rows[next].free() {
		shown = g.rows[next : next+1]
		c.Front = append(c.Front, render(shown)...)
	}
	p.emit("question", c, r, append([]*row{r}, shown...)...)
	return true
}

// sameLine makes a card of "question? answer" and "question? -> answer". It
// reports whether the line is one.
func (p *pass) sameLine(g *group, r *row) bool {
	q, ok := inlineQuestion(r)
	if !ok || !q.arrowed && !q.plain && !(q.asksOften && p.answersInline()) {
		return false
	}
	front := cleanFront(cut(r.text, 0, q.end))
	back := joined(paragraph(cut(r.text, q.answer, len(r.words))), render(ownRows(r)))
	p.emit("question", p.question(g, front, back, pick(q.arrowed, 0.8, 0.65)), r, r)
	return true
}

// inline is a question with its answer on the same line.
type inline struct {
	end, answer int  // of the question with its mark, and where the answer begins
	arrowed     bool // an arrow or a separator leads over
	plain       bool // it is one short question and the answer
	asksOften   bool // it is one only where the note has many
}

// maxInline is the most characters of a question of several sentences with its
// answer on the same line.
const maxInline = 400

// inlineQuestion takes such a line apart.
func inlineQuestion(r *row) (q inline, ok bool) {
	if !r.look.has(questionMarks) {
		return inline{}, false
	}
	words := r.words
	at, answer, arrowed := questionMark(words)
	if at < 0 || answer >= len(words) || emphasised(r.text) || asks(words[answer:]) || runes(words[:at]) < 6 || hasQuestionMark(words[answer:]) {
		return inline{}, false
	}
	if onlyStars(words[answer:]) || reflects(cleanHeading(r.plain)) {
		return inline{}, false
	}
	_, size := utf8.DecodeRuneInString(words[at:])
	q = inline{end: at + size, answer: answer, arrowed: arrowed}
	if end := instruction(words, answer); end > answer && end < len(words) {
		q.end, q.answer, q.asksOften = len(strings.TrimRight(words[:end], " ")), end, true
		return q, true
	}
	if reported(words[answer:]) {
		return inline{}, false
	}
	left := cleanQuestion(strings.TrimSpace(words[:at]) + "?")
	q.asksOften = runes(left) <= maxInline && countWords(left) >= 2
	q.plain = countWords(left) >= 2 && runes(left) <= 80 && !strings.ContainsAny(left, ".!") && !strings.ContainsAny(words[answer:answer+1], "()\"")
	return q, true
}

// instruction returns where the parenthesis ends that says how to answer:
// "(Choose two)"; from when there is none.
func instruction(words string, from int) int {
	if !strings.HasPrefix(words[from:], "(") {
		return from
	}
	end := strings.IndexByte(words[from:], ')')
	if end < 0 || !reported(words[from:]) {
		return from
	}
	return from + end + 1 + spaces(words[from+end+1:])
}

// minInline is how many short questions with their answers on the same line a
// note must have before longer ones are read as well.
const minInline = 5

// answersInline reports whether the note answers its questions on the same line.
func (p *pass) answersInline() bool {
	if p.inline == unasked {
		n := 0
		for _, s := range p.sections {
			for _, g := range s.groups {
				for _, r := range g.rows {
					if q, ok := inlineQuestion(r); ok && q.plain && r.kind == line {
						n++
					}
				}
			}
		}
		p.inline = decided(n >= minInline)
	}
	return p.inline == yes
}

// onlyStars reports whether what stands behind a question only says how much
// it matters: "서브넷 마스크란? ***".
func onlyStars(rest string) bool { return strings.Trim(rest, "*★☆⭐ ") == "" }

// reported reports whether a question goes on as one that somebody thought or
// said, "이건 뭐지? 라는 생각이 들었다", or with how to answer it.
func reported(rest string) bool {
	for _, p := range []string{"라는", "라고", "하고", "하는", "란 ", "Check all", "Select ", "Choose ", "(Select", "(Choose", "모두 고르", "하나만 고르"} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return furtherRequests.has(rest[:asciiLetters(rest)])
}

// furtherRequests begin what is asked in addition: "Is it fair? Explain."
var furtherRequests = set(`explain, justify, discuss, describe, why, how, give, support, elaborate, illustrate, prove, show`)

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
	switch {
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
		if (r.ordered() || g.parent == nil && emphasised(r.text)) && hasQuestionMark(r.plain) {
			p.report(r, "question without an answer: %s; write the answer below it", quoted(r.plain))
		}
		return
	}
	if reflects(cleanHeading(r.plain)) {
		return
	}
	shown, kept := splitShown(r, kept)
	back := render(withoutArrow(kept))
	c := p.question(g, cleanFront(r.text), back, 0.85)
	c.Front = joined(c.Front, render(shown))
	if len(r.rows) == 0 {
		c.Confidence = 0.65
	}
	k := p.emit("question", c, r)
	k.takeLine(r)
	k.take(body...)
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
		if r.asks() || onlyWiki(r) && len(r.rows) == 0 {
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
