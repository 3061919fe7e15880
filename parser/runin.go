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
	statements  = set(`theorem, thm, lemma, definition, def, defn, proposition, prop, corollary, cor, axiom, law, principle, rule, identity, 정리, 보조정리, 정의, 명제, 따름정리, 공리, 법칙`)
	definitions = set(`definition, def, defn, 정의`)
)

// maxRunIn is the most words of such a beginning.
const maxRunIn = 5

// findRunIn splits such a paragraph behind the full stop.
func findRunIn(r *row, words string) split {
	if !r.look.has(stops) || len(words) < len(r.plain) {
		return split{}
	}
	if len(r.text) < 2 || !isBold(r.text[:1]) {
		return findStatement(words)
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

// findStatement splits "Thm 2 (Rolle). If …": a numbered or named statement that
// is not set in bold.
func findStatement(words string) split {
	n := strings.IndexAny(words, " (.")
	if n <= 0 || !statements.has(words[:n]) {
		return split{}
	}
	open := n + len(words[n:]) - len(strings.TrimLeft(words[n:], " .0123456789"))
	if open >= len(words) || words[open] != '(' {
		return split{}
	}
	end := open + strings.IndexByte(words[open:], ')') + 1
	rest := words[max(end, open):]
	if end < open+3 || !strings.HasPrefix(rest, ". ") || countWords(rest) < 4 {
		return split{}
	}
	s := split{sep: defining, left: end, right: end + 2}
	if definitions.has(words[:n]) {
		s.from, s.left = open+1, end-1
	}
	return s
}

// advice begins with these words.
var advice = set(`always, never, do, don't, not, only, first, then, next, finally, remember`)

// proofWords begin paragraphs that belong to a statement before them.
var proofWords = set(`proof, example, examples, remark, remarks, solution, claim, case, exercise, problem, question, answer, hint, recall, idea, warning, caution, 증명, 예제, 풀이, 참고, 보기, 비고`)
