package parser

import (
	"strings"

	"recto/card"
)

// Books set a term as the bold beginning of its paragraph, with a full stop:
//
//	**Entropy.** A measure of disorder.
//	**Theorem 2 (Rolle).** If …

// statements are what books number and may give a name; that of one of the
// definitions is the term.
var (
	statements  = set(`theorem, lemma, definition, proposition, corollary, axiom, law, principle, rule, identity, 정리, 보조정리, 정의, 명제, 따름정리, 공리, 법칙`)
	definitions = set(`definition, 정의`)
)

// maxRunIn is the most words of such a beginning.
const maxRunIn = 5

// findRunIn splits such a paragraph behind the full stop.
func findRunIn(r *row, words string) split {
	if !r.look.has(stops) || len(r.text) < 2 || len(words) < len(r.plain) || !isBold(r.text[:1]) {
		return split{}
	}
	bold := card.InlineText(r.text[:1])
	name, ok := strings.CutSuffix(bold, ".")
	if !ok || countWords(name) > maxRunIn || countWords(words[len(bold):]) < 3 || !strings.HasPrefix(words[len(bold):], " ") {
		return split{}
	}
	s := split{sep: defining, left: len(name), right: len(bold) + 1}
	kind, _, _ := strings.Cut(name, " ")
	if statements.has(kind) {
		open, end := strings.IndexByte(name, '('), strings.LastIndexByte(name, ')')
		if open < 0 || end < open+2 {
			return split{} // "Theorem 2." has no name
		}
		if definitions.has(kind) {
			s.from, s.left = open+1, end
		}
	}
	if inner := name[s.from:s.left]; advice.has(kind) || beginsWithOrder(inner) || isAspect(inner) || genericHeadings.has(inner) || asides.has(inner) || proofWords.has(inner) {
		return split{}
	}
	return s
}

// advice begins with these words.
var advice = set(`always, never, do, don't, not, only, first, then, next, finally, remember`)

// proofWords begin paragraphs that belong to a statement before them.
var proofWords = set(`proof, example, examples, remark, remarks, solution, claim, case, exercise, problem, question, answer, hint, recall, idea, warning, caution, 증명, 예제, 풀이, 참고, 보기, 비고`)
