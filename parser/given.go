package parser

import (
	"strings"
	"unicode/utf8"
)

// Who collects wrong answers keeps what was answered beside what is right:
//
//	내 답: 3
//	정답: 2
//
// That answer is no part of the question, and must not show on a card.

// given are the words for the answer that somebody gave; what they label is
// dropped only beside the right answer.
var given = newPhrases("내 답안", "내 답", "내답", "나의 답안", "나의 답", "내가 쓴 답", "내가 고른 답", "내가 선택한 답", "내 선택", "나의 선택",
	"선택한 답", "고른 답", "제출한 답", "제출 답안", "제출 답", "선택",
	"your answer", "your choice", "your selection", "my answer", "my choice", "my guess", "you answered", "you chose", "you selected", "selected answer")

// maxGiven is how many rows a given answer below its label has.
const maxGiven = 10

// withoutGiven returns rows without the answers that somebody gave, each of
// which stands right before or behind the right answer.
func withoutGiven(rows []*row) []*row {
	kept := 0
	for i := 0; i < len(rows); {
		switch end := givenEnd(rows, i); {
		case end > i && end < len(rows) && isAnswerLabel(rows[end]):
			rows[end].gap = rows[end].gap || rows[i].gap
			rows[end].joined, rows[end].lazy = rows[i].joined, rows[i].lazy
			i = end
		case end == i+1 && kept > 0 && isAnswerLabel(rows[kept-1]):
			i = end
		default:
			rows[kept] = rows[i]
			kept, i = kept+1, i+1
		}
	}
	return rows[:kept]
}

// givenEnd returns the end of a given answer that begins in row i: behind its
// line, or where its label stands alone, before the label after it; i where none
// begins.
func givenEnd(rows []*row, i int) int {
	n := givenLabel(rows[i])
	if n == 0 {
		return i
	}
	end := i + 1
	if n == len(rows[i].plain) {
		for end < len(rows) && end < i+maxGiven && !isAnswerLabel(rows[end]) && rows[end].kind == line {
			end++
		}
	}
	return end
}

// givenLabel returns the length of the label of a given answer with which a row
// begins; 0 when it has none.
func givenLabel(r *row) int {
	if r.kind != line {
		return 0
	}
	s := labelStart(r.plain)
	if s == "" || s[0] < utf8.RuneSelf && strings.IndexByte("yms", s[0]|0x20) < 0 {
		return 0 // as most
	}
	n := given.len(strings.ToLower(s[:min(len(s), maxGivenLabel)]))
	if n == 0 {
		return 0
	}
	tail, _, ok := labelTail(s[n:])
	if !ok && strings.HasPrefix(s[n:], " ") { // "선택 3"
		_, key := keyToken(s[n+1:])
		ok = key > 0 && n+1+key == len(s)
	}
	if !ok {
		return 0
	}
	return len(r.plain) - len(s) + n + tail
}

// maxGivenLabel is the most bytes of the words of such a label.
const maxGivenLabel = 32

// isAnswerLabel reports whether a row begins with the label of an answer.
func isAnswerLabel(r *row) bool {
	kind, _ := r.label()
	return kind == answerLabel && r.kind == line
}
