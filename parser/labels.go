package parser

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/card"
)

// labelKind says what a label at the start of a line announces.
type labelKind int8

const (
	noLabel labelKind = iota
	questionLabel
	answerLabel
	explanationLabel
)

// labelWord is a word that labels a line, in lower case.
type labelWord struct {
	text string
	kind labelKind
}

// labelWords are the words that label lines, by their first character modulo
// 256; labelFirsts holds these numbers.
var labelWords, labelFirsts = func() (byFirst [256][]labelWord, firsts byteSet) {
	for i, words := range []string{questionWords + `,q`, answerWords + `,a`, explanationWords} {
		for w := range strings.SplitSeq(words, ",") {
			first := byte(firstRune(w))
			firsts.add(first)
			byFirst[first] = append(byFirst[first], labelWord{w, questionLabel + labelKind(i)})
		}
	}
	return byFirst, firsts
}()

var (
	questionWords = `문제,질문,문항,물음,꼬리질문,꼬리 질문,추가 질문,예상 질문,question,問題,質問,` + combine(`확인,연습,기출,예상,개념,실전,복습`, `문제, 문제`) + `,퀴즈`
	answerWords   = combine(`,모범,모범 ,예시,예시 `, `정답,답안,답변,해답,답`) + `,` + combine(`,correct ,right `, `answer,answers`) +
		`,ans,sol,solution,correct,解答,正解,答え,回答`
	explanationWords = combine(`,문제,문제 ,정답,정답 `, `해설,풀이`) + `,오답노트,오답 노트,explanation,rationale,解説`
)

// readLabel returns the label at the start of a line and its length. The words
// may be in brackets, numbered, and have a remark in parentheses.
func readLabel(words string) (labelKind, int) {
	s := labelStart(words)
	first := byte(unicode.ToLower(firstRune(s)))
	if !labelFirsts.has(first) {
		return noLabel, 0
	}
	for _, w := range labelWords[first] {
		if !beginsWord(s, w.text) {
			continue
		}
		n, numbered, ok := labelTail(s[len(w.text):])
		if !ok {
			continue
		}
		if letter := len(w.text) == 1; letter && n+1 == len(s) && !(w.kind == questionLabel && numbered || w.kind == answerLabel && strings.ContainsAny(s, ":.")) {
			return noLabel, 0 // a letter by itself
		}
		return w.kind, len(words) - len(s) + len(w.text) + n
	}
	if strings.HasPrefix(words, "정답") || strings.HasPrefix(words, "답") {
		if looseAnswer.MatchString(words) {
			return answerLabel, strings.IndexByte(words, ' ') + 1
		}
	}
	return noLabel, 0
}

// looseAnswer matches an answer label without a mark before a key: "답은 ②".
var looseAnswer = regexp.MustCompile(`^(?:정답|답)\s*(?:은|는)?\s+(?:[①-⑨]|[A-Ea-e1-5]\b|\d번)`)

// labelStart returns a line without the marks before its first word.
func labelStart(words string) string {
	for words != "" {
		switch words[0] {
		case ' ', '\t', '\n', '[', '<', '(', '*', '>', '-':
			words = words[1:]
			continue
		}
		if words[0] < utf8.RuneSelf || beginsSyllable(words) {
			break
		}
		r, n := utf8.DecodeRuneInString(words)
		if !isStar(r) && r != '【' && r != '「' {
			break
		}
		words = words[n:]
	}
	return words
}

// labelTail reads what follows the words of a label: its number, a remark in
// parentheses, and the mark that ends it. It returns the length of all that,
// with the space behind it.
func labelTail(s string) (n int, numbered, ok bool) {
	if d := labelNumber(s); d > 0 {
		if n, ok = labelEnd(s[d:]); ok {
			return d + n, true, true
		}
	}
	n, ok = labelEnd(s)
	return n, false, ok
}

// labelNumber returns the length of the number of a label, with the space before
// it: 3, #3, 6.1.
func labelNumber(s string) int {
	n := min(spaces(s), 1)
	if n < len(s) && (s[n] == '#' || s[n] == '.') {
		n++
	}
	n += min(spaces(s[n:]), 1)
	d := digits(s[n:], 3)
	if d == 0 {
		return 0
	}
	n += d
	if n+1 < len(s) && (s[n] == '.' || s[n] == '-') {
		if d = digits(s[n+1:], 3); d > 0 {
			n += 1 + d
		}
	}
	return n
}

// maxRemark is the most characters of a remark behind a label.
const maxRemark = 20

// labelEnd reads the mark that ends a label, behind a remark where there is
// one. Brackets may have a colon behind them; a dash has space on one side.
func labelEnd(s string) (n int, ok bool) {
	n = spaces(s)
	if n < len(s) && s[n] == '(' {
		if i := strings.IndexByte(s[n:], ')'); i > 1 && runes(s[n+1:n+i]) <= maxRemark {
			n += i + 1
			n += spaces(s[n:])
		}
	}
	rest := s[n:]
	closed := strings.TrimLeft(rest, "]>】)」")
	r, size := utf8.DecodeRuneInString(closed)
	spaced := n > 0 && isSpace(s[n-1])
	switch {
	case len(closed) < len(rest):
		if k := spaces(closed); k < len(closed) {
			if r, size := utf8.DecodeRuneInString(closed[k:]); r == ':' || r == '：' || r == '.' {
				closed = closed[k+size:]
			}
		}
	case r == ':', r == '：', r == '.', (r == '-' || r == '–') && spaced, r == '-' && spaces(closed[1:]) > 0:
		closed = closed[size:]
	case rest != "":
		return 0, false
	}
	n = len(s) - len(closed)
	return n + spaces(s[n:]), true
}

// codeLabel reads a label that the writer put in code to make it stand out:
// "`정답` TCP". Words of programs are none, so it is Hangul, or has its colon.
func codeLabel(first card.Inline, plain string) (labelKind, int) {
	code, ok := first.(*card.CodeSpan)
	if !ok {
		return noLabel, 0
	}
	kind, n := readLabel(code.Text)
	if kind == noLabel || !hasCJK(code.Text[:n]) && (letterAnswer(code.Text) || !strings.Contains(code.Text[:n], ":")) {
		return noLabel, 0
	}
	if n == len(code.Text) {
		n = len(plain) - len(strings.TrimLeft(plain[n:], " :："))
	}
	return kind, n
}

// letterAnswer reports whether the answer label at the start of a line is the
// letter A, which is an answer only where a question stands before it;
// elsewhere it is an option.
func letterAnswer(words string) bool {
	s := labelStart(words)
	return asciiLetters(s) == 1 && s[0]|0x20 == 'a'
}

// isLabel reports whether a line begins with a label.
func isLabel(words string) bool {
	k, _ := readLabel(words)
	return k != noLabel
}
