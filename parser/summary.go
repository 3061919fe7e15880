package parser

import "strings"

// What the summary of a <details> says around the label of an answer.
var (
	summaryLeads  = []string{"click ", "here ", "to ", "for ", "show ", "see ", "view ", "reveal ", "the "}
	summaryTails  = newEndings(`모음 목록 보기 확인하기 확인 접기/펼치기 펼치기 열기 here 보이기 0 1 2 3 4 5 6 7 8 9`)
	summaryLabels = set(answerWords, explanationWords, combine(`정답,정답 `, `및,과,와,&,/`, `해설,풀이, 해설, 풀이`), `hint, 답지, 정답지, 답안지, 해설지`)
)

// maxSummaryLabel is the most bytes of a summary that is no question.
const maxSummaryLabel = 80

// isAnswerSummary reports whether the summary of a <details> only says that an
// answer is inside: "Show answer", "정답 확인".
func isAnswerSummary(s string) bool {
	if len(s) > maxSummaryLabel {
		return false
	}
	s = withoutCounter(key(withoutShortcode(s)))
	for _, lead := range summaryLeads {
		s = strings.TrimPrefix(s, lead)
	}
	for {
		before, ok := summaryTails.cut(s)
		if !ok {
			return summaryLabels.has(s)
		}
		s = strings.TrimSuffix(before, " ")
	}
}

// withoutShortcode drops the shortcode of an emoji at the start: ":memo: 답지".
func withoutShortcode(s string) string {
	t, ok := strings.CutPrefix(strings.TrimLeft(s, " "), ":")
	if !ok || !startsShortcode(t) {
		return s
	}
	_, rest, _ := strings.Cut(t, ":")
	return strings.TrimLeft(rest, " ")
}

// withoutCounter drops the number of a question before the label of its answer:
// "3번 정답", "문제 3 정답".
func withoutCounter(s string) string {
	n := strings.TrimPrefix(s, "문제")
	n = strings.TrimPrefix(strings.TrimPrefix(n, "q"), " ")
	d := digits(n, 3)
	if d == 0 {
		return s
	}
	return strings.TrimLeft(strings.TrimPrefix(n[d:], "번"), " .):-_")
}

// isEmptySummary reports whether a summary only says that there is more.
func isEmptySummary(s string) bool {
	s = strings.TrimFunc(s, func(r rune) bool { return !isLetter(r) })
	return s == "" || emptySummaries.has(s)
}

var emptySummaries = set(`더보기, 더 보기, 펼치기, 접기, 접기/펼치기, 접기 / 펼치기, 열기, 자세히, 자세히 보기, 내용 보기, 코드, 코드 보기, 전체 코드, 소스 코드, 출력, 결과, 목차`,
	`detail, details, more, show more, expand, code, see code, output, toc, table of contents, contents`,
	combine(`click,click me,click here`, `, to expand`))
