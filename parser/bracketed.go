package parser

import "strings"

// Some set the term in brackets, and nothing else before what it means:
//
//	[MTU] the most bytes of a packet
//
// Brackets hold tags as well, of which a few are used again and again, so such
// lines count in runs only, and the usual tags never.

// termBrackets are the pairs that terms are set in.
var termBrackets = []string{"[]", "【】"}

// maxInBrackets is the most characters of a term in brackets.
const maxInBrackets = 30

// tags are what brackets say of a line.
var tags = set(`feat, fix, docs, style, refactor, test, chore, info, warn, warning, error, debug, todo, note, update, new, fe, be,
	중요, 필수, 선택, 참고, 주의, 공지, 예제, 예시, 추가, 수정, 삭제, 완료, 진행, 진행중, 보류, 공통, 오전, 오후, 개인, 팀`)

// findBracketed splits such a line behind the brackets.
func findBracketed(_ *row, words string) split {
	for _, pair := range termBrackets {
		n := len(pair) / 2
		rest, ok := strings.CutPrefix(words, pair[:n])
		if !ok {
			continue
		}
		name, meaning, ok := strings.Cut(rest, pair[n:])
		if !ok || !hasLetter(name) || runes(name) > maxInBrackets || !strings.HasPrefix(meaning, " ") || tags.has(name) {
			return split{}
		}
		return split{sep: beside, from: n, left: n + len(name), right: n + len(name) + n + 1}
	}
	return split{}
}
