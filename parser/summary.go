package parser

import (
	"regexp"
	"strings"
)

// summaryLabel matches the summary of a <details> that holds an answer.
var summaryLabel = regexp.MustCompile(`(?i)^[^\p{L}]*(?:show |see |view |click (?:here )?(?:to |for )(?:see |show |view |reveal )?(?:the )?|reveal |the )?(?:` + strings.ReplaceAll(answerWords+`,`+explanationWords, `,`, `|`) + `|정답\s?(?:및|과|와|&|/)\s?(?:해설|풀이)|답\s?보기|hint)(?:\s?(?:보기|확인|확인하기|펼치기|열기|here|보이기|접기/펼치기|\d))*[^\p{L}]*$`)

// maxSummaryLabel is the most bytes of a summary that is no question.
const maxSummaryLabel = 80

// isAnswerSummary reports whether the summary of a <details> only says that an
// answer is inside.
func isAnswerSummary(s string) bool {
	return len(s) <= maxSummaryLabel && mayAnswer(s) && summaryLabel.MatchString(s)
}

// mayAnswer reports whether a summary holds what every label of an answer has,
// so that the pattern is only tried where it can match.
func mayAnswer(s string) bool {
	if hasCJK(s) && containsAny(s, "답", "해설", "풀이", "解", "正", "答", "説") {
		return true
	}
	s = strings.ToLower(s)
	return containsAny(s, "ans", "solution", "correct", "explanation", "rationale", "hint")
}

// isEmptySummary reports whether a summary only says that there is more.
func isEmptySummary(s string) bool {
	s = strings.TrimFunc(s, func(r rune) bool { return !isLetter(r) })
	return s == "" || emptySummaries.has(s)
}

var emptySummaries = set(`더보기, 더 보기, 펼치기, 접기, 접기/펼치기, 접기 / 펼치기, 열기, 자세히, 자세히 보기, 내용 보기, 코드, 코드 보기, 전체 코드, 소스 코드, 출력, 결과, 목차`,
	`detail, details, more, show more, expand, code, see code, output, toc, table of contents, contents`,
	combine(`click,click me,click here`, `, to expand`))
