package parser

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// questionEnds are the ends of texts that ask or tell the reader to answer.
var questionEnds = newEndings(`? ？
	란 이란 인가 는가 은가 던가 일까 을까 될까 할까 나요 까요 무엇 뭔가 뭘까 뭔데 뭐야 뭐지 무엇인지
	시오 써라 쓰라 고르라 구하라 논하라 답하라 서술 고르면 설명하기 서술하기 비교하기 나열하기
	とは ですか でしょうか なぜ 何か せよ 述べよ 答えよ`,
	// of questions that offer answers
	`고른_것은 옳은_것은 아닌_것은 않은_것은 틀린_것은 맞는_것은 적절한_것은 어느_것`)

var (
	indirectEnds = newEndings(`인지 는지 은지 한지 될지 할지 을지 인_지 는_지 은_지 한_지 될_지 할_지 을_지`)
	requestEnds  = newEndings(`하세요 주세요 보세요 하라 해라 보라 해세요`)
	requestVerbs = newEndings(`설명 서술 기술 비교 나열 제시 작성 정의 답 논 계산 분석 열거 선택 기입 말 소개 구현 증명 찾아 적어 써 골라 알려 들어 풀어 나타내 구`)
	bidEnds      = newEndings(`설명 서술 기술 비교 나열`)
	bidManners   = newEndings(`대해 대하여 관해 하게 히`)
)

// maxIndirect is the most bytes between a question word and the end of an
// indirect question.
const maxIndirect = 190

// wonders reports whether a text ends in an indirect question: "무엇을
// 뜻하는지".
func wonders(s string) bool {
	s, ok := indirectEnds.cut(s)
	return ok && indirectWords.in(s[max(0, len(s)-maxIndirect):])
}

var indirectWords = newPhrases("무엇", "뭐", "어떤", "어떻게", "왜", "언제", "어디", "누가", "얼마")

// requests reports whether a text ends in a polite request to answer: "설명해
// 주세요". At most three characters stand between its verb and its end.
func requests(s string) bool {
	s, ok := requestEnds.cut(s)
	if !ok {
		return false
	}
	s = strings.TrimSuffix(s, " ")
	for range 4 {
		if requestVerbs.end(s) {
			return true
		}
		r, n := utf8.DecodeLastRuneInString(s)
		if n == 0 || r == ' ' || r == '\n' {
			return false
		}
		s = s[:len(s)-n]
	}
	return false
}

// askingWords begin English questions and tasks; each has what must follow it.
var askingWords = map[string]func(string) bool{
	"what": whatIs, "what's": anything, "how": howDo, "why": whyIs, "when": whenIs, "where": whereIs, "who": whoIs, "which": whichOf,
	"explain": anything, "describe": anything, "define": anything, "compare": anything, "contrast": someOf, "name": someOf,
	"list": someOf, "state": someOf, "give": anything, "discuss": anything, "consider": someOf, "prove": someOf, "derive": someOf, "illustrate": someOf,
	"justify": someOf, "summarize": someOf, "summarise": someOf, "analyze": someOf, "analyse": someOf, "evaluate": someOf, "outline": someOf, "choose": anything,
	"select": someOf, "calculate": anything, "differentiate": anything, "distinguish": anything, "identify": anything,
	"true": trueOr, "t/f": trueOr, "true/false": trueOr, "o/x": trueOr, "ox": trueOr, "fill": fillIn, "tell": tellMe,
	"is": asksLater, "are": asksLater, "was": asksLater, "were": asksLater, "do": asksLater, "does": asksLater, "did": asksLater,
	"can": asksLater, "could": asksLater, "should": asksLater, "would": asksLater, "will": asksLater, "has": asksLater, "have": asksLater,
}

// What must follow them.
var (
	whatIs  = wordOrMark(`is, are, does, do, was, were, happens, makes, kind, type`)
	howDo   = wordOrMark(`do, does, is, are, can, many, much, to, would`)
	whyIs   = wordOrMark(`is, are, do, does, should, would, use`)
	whenIs  = wordOrMark(`is, are, do, does, should, would`)
	whereIs = wordOrMark(`is, are, do, does`)
	whoIs   = wordOrMark(`is, are, was`)
	whichOf = wordOrMark(`of, one, is, are, two, three, type, command, service, option`)
	quantum = set(`the, a, an, all, any, some, each, every, one, two, three, four, five, six, seven, at, what, which, how, why`)
)

// wordOrMark returns what reports whether a text begins with one of the words
// or holds a question mark.
func wordOrMark(list string) func(string) bool {
	words := set(list)
	return func(s string) bool { return words.has(leadingWord(s)) || asksLater(s) }
}

// leadingWord returns the letters, digits and underscores of ASCII that a text
// begins with.
func leadingWord(s string) string {
	n := 0
	for n < len(s) && isWordByte(s[n]) {
		n++
	}
	return s[:n]
}

func asksLater(s string) bool { return strings.IndexByte(s, '?') >= 0 }

func anything(s string) bool { return s != "" && !isSpace(s[0]) && !strings.HasPrefix(s, "of ") } // but "choose of"

// someOf is what follows a word that is a noun as well: "list", "state".
func someOf(s string) bool {
	w := leadingWord(s)
	return quantum.has(w) || w != "" && digits(w, len(w)) == len(w)
}

func trueOr(s string) bool { return trim(s) != "" }

func fillIn(s string) bool { return beginsWord(s, "in ") }

func tellMe(s string) bool { return beginsWord(s, "me ") }

// beginsWord reports whether a text begins with a word or other text, whatever
// the case of its letters.
func beginsWord(s, word string) bool {
	return len(s) >= len(word) && lower(s[0]) == lower(word[0]) && strings.EqualFold(s[:len(word)], word)
}

// maxAsking is the most bytes of a text that is one question.
const maxAsking = 2000

// asks reports whether a text is a question or tells the reader to answer.
func asks(s string) bool {
	s = trim(withoutNote(s))
	if len(s) < 4 || len(s) > maxAsking {
		return false
	}
	if asksAtEnd(withoutMarks(s)) {
		return true
	}
	return asksAtStart(s)
}

// withoutMarks drops the marks behind the last word or question mark.
func withoutMarks(s string) string {
	for s != "" {
		r := lastRune(s)
		switch r {
		case ' ', '.', ':', '"', '\'', ')', ']', '*', '。', '”':
		default:
			if isSyllable(r) || !isPicture(r) {
				return s
			}
		}
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}

// withoutNote drops a parenthesis at the end of a question.
func withoutNote(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	i := strings.LastIndexByte(s, '(')
	if i <= 0 || len(s)-i > 120 || i == len(s)-2 {
		return s
	}
	return s[:i]
}

// askingLast rules out most texts by their last character.
var askingLast = func() (last byteSet) {
	for _, e := range []*endings{questionEnds, indirectEnds, requestEnds, bidEnds} {
		for i := range last {
			last[i] |= e.last[i]
		}
	}
	return last
}()

func asksAtEnd(s string) bool {
	if !askingLast.has(lastBytes(s)) {
		return false
	}
	if questionEnds.end(s) || wonders(s) || requests(s) {
		return true
	}
	// a task in note form: "간략하게 설명"
	how, ok := bidEnds.cut(s)
	return ok && bidManners.end(strings.TrimRight(how, " "))
}

// askingEdges rules out most words by their first and last letters.
var askingEdges = func() (s sieve) {
	for w := range askingWords {
		s.add(edges(w))
	}
	return s
}()

// maxAskingWord is the most bytes of a key of askingWords with marks behind it.
const maxAskingWord = 16

func asksAtStart(s string) bool {
	if strings.HasPrefix(s, "참 또는 거짓") || strings.HasPrefix(s, "참/거짓") {
		return true
	}
	if s[0] >= utf8.RuneSelf || !unicode.IsLetter(rune(s[0])) {
		return false
	}
	n := strings.IndexByte(s[:min(len(s), maxAskingWord+1)], ' ')
	if n < 0 || isWord(s[n-1]) && !askingEdges.has(edges(s[:n])) {
		return false
	}
	var buf [maxAskingWord]byte
	word := buf[:0]
	for i := range n {
		word = append(word, lower(s[i]))
	}
	want := askingWords[string(bytes.TrimRight(word, ":.)"))]
	return want != nil && want(s[n+1:])
}
