package parser

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"recto/card"
)

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
	back := joined(paragraph(cut(r.text, q.answer, cmp.Or(q.to, len(r.words)))), render(ownRows(r)))
	p.emit("question", p.question(g, front, back, pick(q.arrowed, 0.8, 0.65)), r, r)
	return true
}

// oneLine is a question with its answer on the same line.
type oneLine struct {
	end, answer int  // of the question with its mark, and where the answer begins
	to          int  // where the answer ends; 0 is the end of the line
	arrowed     bool // an arrow or a separator leads over
	plain       bool // it is one short question and the answer
	asksOften   bool // it is one only where the note has many
}

// maxInline is the most characters of a question of several sentences with its
// answer on the same line.
const maxInline = 400

// inlineQuestion takes such a line apart.
func inlineQuestion(r *row) (q oneLine, ok bool) {
	if !r.look.has(questionMarks) {
		return oneLine{}, false
	}
	words := r.words
	at, answer, arrowed := questionMark(words)
	if at < 0 || answer >= len(words) || emphasised(r.text) || asks(words[answer:]) || hasQuestionMark(words[answer:]) {
		return oneLine{}, false
	}
	left := cleanQuestion(strings.TrimSpace(words[:at]) + "?")
	means := definedTerm(left) != "" // "HEAD란? …" is short and has one word
	if !means && runes(words[:at]) < 6 {
		return oneLine{}, false
	}
	if !hasLetter(words[answer:]) && !hasDigit(words[answer:]) || reflects(cleanHeading(r.plain)) {
		return oneLine{}, false
	}
	_, size := utf8.DecodeRuneInString(words[at:])
	q = oneLine{end: at + size, answer: answer, arrowed: arrowed}
	if end := instruction(words, answer); end > answer && end < len(words) {
		q.end, q.answer, q.asksOften = len(strings.TrimRight(words[:end], " ")), end, true
		return q, true
	}
	if reported(words[answer:]) {
		return oneLine{}, false
	}
	if bracketedAnswer(r, answer) {
		q.answer, q.to, q.plain = answer+1, len(words)-1, countWords(left) >= 2
		return q, true
	}
	q.asksOften = runes(left) <= maxInline && countWords(left) >= 2
	q.plain = (means || countWords(left) >= 2) && runes(left) <= 80 && !strings.ContainsAny(left, ".!") && !strings.ContainsAny(words[answer:answer+1], "()\"")
	return q, true
}

// maxBracketedAnswer is the most bytes of an answer in parentheses.
const maxBracketedAnswer = 90

// bracketedAnswer reports whether all that follows a numbered question is its
// answer in parentheses: "3. 헤더의 최소 크기는? (20바이트)". How many points it
// counts, or how to answer, is none.
func bracketedAnswer(r *row, from int) bool {
	s := r.words[from:]
	if r.number() == 0 && !r.ordered() && !r.labelled() && !saysHow(r.words) || len(r.rows) > 0 || len(s) < 3 || len(s) > maxBracketedAnswer || s[0] != '(' || strings.IndexByte(s, ')') != len(s)-1 {
		return false
	}
	return !remarks.in(s) && !strings.HasSuffix(s, "점)") && hasLetter(s)
}

// saysHow reports whether a question begins with how to answer it, in brackets:
// "[단답형]", "(주관식)".
func saysHow(words string) bool {
	n := strings.IndexAny(words, "])")
	return n > 1 && (words[0] == '[' || words[0] == '(') && howToAnswer.has(words[1:n])
}

var howToAnswer = set(`단답형, 단답, 서술형, 서술, 논술형, 주관식, 객관식, 약술형, 빈칸, short answer, essay, open`)

// remarks are what stands in parentheses behind a question and is no answer.
var remarks = newPhrases("선택", "기출", "복수", "모두", "제외", "이내", "이상", "단,", "힌트", "참고", "예:", "출처", "난이도", "배점", "회)", "년)", "줄)", "자)", "가지)",
	"oint", "mark", "pts", "pt)", "hoose", "elect", "ptional", "int:", "see ", "e.g", "xplain", "page", "words", "sentence")

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
		n := p.count(func(g *group, i int) bool {
			q, ok := inlineQuestion(g.rows[i])
			return ok && q.plain && g.rows[i].kind == line
		})
		p.inline = decided(n >= minInline)
	}
	return p.inline == yes
}

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
