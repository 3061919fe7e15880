package parser

import "unicode"

// Some writers put a name on a line of its own and what it means on the next,
// without any mark:
//
//	Interface list
//	Shows the number of every interface and the systems behind it.
//
// One such line proves nothing, because prose is wrapped like that as well.

const (
	maxNameAbove = 24 // characters of a name above its paragraph
	minMeaning   = 12 // characters of the paragraph
)

// namesAbove reports whether row i of a group is a name above its paragraph,
// as at least one other row of the group is.
func (g *group) namesAbove(i int) bool {
	if g.named == unasked {
		n, paragraphs := 0, 0
		for j, r := range g.rows {
			if r.kind != line || r.joined || r.mark != "" || j+1 == len(g.rows) || !g.rows[j+1].joined {
				continue
			}
			paragraphs++
			if g.mayName(j) {
				n++
			}
		}
		g.named = decided(n >= 2 && n*2 >= paragraphs)
	}
	return g.named == yes && g.mayName(i)
}

// mayName reports whether row i is a short name with a longer line below it in
// the same paragraph.
func (g *group) mayName(i int) bool {
	if i+1 >= len(g.rows) {
		return false
	}
	r, next := g.rows[i], g.rows[i+1]
	if r.kind != line || r.joined || r.mark != "" || r.look.runes > maxNameAbove || r.labelled() || r.asks() || r.candidate() != nil || r.split().sep != noSeparator && r.split().sep != beside {
		return false
	}
	if next.kind != line || !next.joined || next.mark != "" || next.look.runes < max(minMeaning, r.look.runes+r.look.runes/2) || next.candidate() != nil {
		return false
	}
	score, ok := termScore(r.plain, false)
	return ok && score >= 0.1 && !isSentence(r.plain) && !isAspect(r.plain) && !genericHeadings.has(r.plain) && !goesOnBelow(r, next)
}

// goesOnBelow reports whether a line is only the beginning of a sentence that
// the next goes on with: it ends like a clause, has a topic or an object, or the
// next begins with a small letter.
func goesOnBelow(r, next *row) bool {
	if !r.look.has(hangul | han) {
		first := firstRune(r.plain)
		return first != unicode.ToUpper(first) || hasClause(r.plain) || next.plain[0] >= 'a' && next.plain[0] <= 'z'
	}
	for i := range len(r.plain) {
		if isSpace(r.plain[i]) && marksAfter(r.plain[:i], "은", "는", "을", "를") {
			return true
		}
	}
	return brokenClauses.end(r.plain)
}

// brokenClauses end lines in the middle of a Korean sentence.
var brokenClauses = newEndings(`어서 아서 라서 면서 하게 에서 에게 으로 는데 때 ,`)
