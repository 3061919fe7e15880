package parser

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"recto/card"
)

// labelKind says what a label at the start of a line announces.
type labelKind int

const (
	noLabel labelKind = iota
	questionLabel
	answerLabel
	explanationLabel
)

const (
	questionWords    = `문제|질문|문항|물음|question|問題|質問`
	answerWords      = `(?:모범\s?|예시\s?)?(?:정답|답안|답변|해답|답)|(?:correct |right )?answers?|ans|solution|correct|解答|正解|答え|回答`
	explanationWords = `(?:문제\s?|정답\s?)?(?:해설|풀이)|오답\s?노트|explanation|rationale|解説`
)

// label matches a label and what ends it. The words may be in brackets.
var label = regexp.MustCompile(`(?i)^[\s\[<【(「*>-]*[` + stars + `\x{fe0f}]*\s*(?:(` + questionWords + `)|(` + answerWords + `)|(` + explanationWords + `)|(q)|(a))(?:\s?[#.]?\s?(\d{1,3}))?\s*(?:\([^)]{1,20}\)\s*)?(?:[\]>】)」]+\s*[:：.]?|[:：]|[.)]|\s[-–]|-\s|$)\s*`)

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

// looseAnswer matches an answer label without a mark before a key: "답은 ②".
var looseAnswer = regexp.MustCompile(`^(?:정답|답)\s*(?:은|는)?\s+(?:[①-⑨]|[A-Ea-e1-5]\b|\d번)`)

// readLabel returns the label at the start of a line and its length.
func readLabel(words string) (labelKind, int) {
	if !mayLabel(words) {
		return noLabel, 0
	}
	m := label.FindStringSubmatchIndex(words)
	if m == nil {
		if looseAnswer.MatchString(words) {
			return answerLabel, strings.IndexByte(words, ' ') + 1
		}
		return noLabel, 0
	}
	end := m[1]
	switch {
	case m[2] >= 0 || m[8] >= 0:
		if end == len(words) && m[8] >= 0 && m[12] < 0 {
			return noLabel, 0
		}
		return questionLabel, end
	case m[4] >= 0:
		return answerLabel, end
	case m[6] >= 0:
		return explanationLabel, end
	case end < len(words) || strings.ContainsAny(words, ":."):
		return answerLabel, end
	}
	return noLabel, 0
}

// mayLabel reports whether a line can begin with a label, so that the pattern
// is only tried where it can match.
func mayLabel(words string) bool {
	s := words
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if !isStar(r) && (r >= utf8.RuneSelf || strings.IndexByte(" \t\n[<(*>-", byte(r)) < 0) && r != '【' && r != '「' {
			break
		}
		s = s[n:]
	}
	if s == "" {
		return false
	}
	if s[0] < utf8.RuneSelf {
		n := 0
		for n < len(s) && s[n] < utf8.RuneSelf && isLetter(rune(s[n])) {
			n++
		}
		return labelWords.has(s[:n])
	}
	switch firstRune(s) {
	case '문', '질', '물', '정', '답', '모', '예', '해', '풀', '오', '問', '質', '解', '正', '答', '回':
		return true
	}
	return false
}

// labelWords are the first words of English labels.
var labelWords = set(`q, a, question, answer, answers, ans, solution, correct, right, explanation, rationale`)

// letterAnswer reports whether the label is the letter A, which is an answer
// only where a question stands before it; elsewhere it is an option.
func letterAnswer(words string) bool {
	m := label.FindStringSubmatchIndex(words)
	return m != nil && m[10] >= 0
}

// isLabel reports whether a line begins with a label.
func isLabel(words string) bool {
	k, _ := readLabel(words)
	return k != noLabel
}

// summaryLabel matches the summary of a <details> that holds an answer.
var summaryLabel = regexp.MustCompile(`(?i)^[^\p{L}]*(?:show |see |view |click (?:here )?(?:to |for )(?:see |show |view |reveal )?(?:the )?|reveal |the )?(?:` + answerWords + `|` + explanationWords + `|정답\s?(?:및|과|와|&|/)\s?(?:해설|풀이)|답\s?보기|hint)(?:\s?(?:보기|확인|확인하기|펼치기|열기|here|보이기|접기/펼치기|\d))*[^\p{L}]*$`)

// maxSummaryLabel is the most bytes of a summary that is no question.
const maxSummaryLabel = 80

// isAnswerSummary reports whether the summary of a <details> only says that an
// answer is inside.
func isAnswerSummary(s string) bool { return len(s) <= maxSummaryLabel && summaryLabel.MatchString(s) }

// isEmptySummary reports whether a summary only says that there is more.
func isEmptySummary(s string) bool {
	s = strings.TrimFunc(s, func(r rune) bool { return !isLetter(r) })
	return s == "" || emptySummaries.has(s)
}

var emptySummaries = set(`더보기, 더 보기, 펼치기, 접기, 접기/펼치기, 접기 / 펼치기, 열기, 자세히, 자세히 보기, 내용 보기, 코드, 코드 보기, 전체 코드, 소스 코드, 출력, 결과, 목차`,
	`detail, details, more, show more, expand, code, see code, output, toc, table of contents, contents`,
	combine(`click,click me,click here`, `, to expand`))
