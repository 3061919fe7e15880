package parser

import (
	"slices"
	"strconv"
	"strings"
)

// weigh accepts the lines of a group that are definitions in the light of
// their neighbours.
func (p *pass) weigh(g *group) {
	cands, items := withoutCounts(withoutNames(g, candidates(g))), 0
	if g.sec.listsTasks() { // unless they are tasks of something, as sentences say
		cands = slices.DeleteFunc(cands, func(c *candidate) bool { return !c.marked || !isSentence(c.row.plain) })
	}
	if len(cands) == 0 {
		return
	}
	var run [separatorKinds]int
	if areSettings(g.rows) {
		cands = slices.DeleteFunc(cands, func(c *candidate) bool { return c.isShort() })
	}
	creditFigures(cands)
	for _, c := range cands {
		if c.score > -0.2 {
			run[c.sep]++
		}
	}
	for _, r := range g.rows {
		if r.kind == line && r.free() {
			items++
		}
	}
	words := run[gloss] > 0 && run[gloss]+run[beside] >= 3
	phrases := listsPhrases(cands)
	var short []*candidate
	for _, c := range cands {
		if c.row.ordered() && (c.sep == arrow || c.sep == dash) && c.weak() {
			c.score -= 0.15 // a step
		}
		if c.row.ordered() && !c.marked && hasActor(c.name) {
			c.score -= 0.35 // a step, with who takes it
		}
		if c.weak() && g.sec.dated() {
			c.score -= 0.25 // what was done that day
		}
		if mixed := run[c.sep]*10 < items*6; mixed && items >= 4 && g.parent != nil && c.weak() {
			c.score -= 0.15
		}
		switch {
		case c.answers(g), g.sec.dated() && p.isField(c.name):
			continue // the question before it asks for that, or the template does
		case c.sep == semicolon && max(run[c.sep], p.habit[c.sep]) < 3,
			c.sep == beside && run[c.sep] < 3 && !words && !(c.marked && len(cands) >= 3 && len(cands)*10 >= items*6),
			c.sep == gloss && !words,
			c.sep == dated && run[c.sep] < 3,
			c.sep == coded && (run[c.sep] < 3 || !g.sec.listsCodes()),
			c.sep == copula && run[c.sep] < 2,
			c.sep == cells && run[c.sep] < 2:
			continue // only in runs
		}
		if (c.sep == semicolon || words || phrases) && c.translates() {
			c.score = max(c.score, 0.1) + pick(phrases, 0, 0.25) // a phrase may be a clause
		}
		score := c.score + alone(g, c) + base(c.sep, c.row) + max(runBonus(run[c.sep], items), runBonus(len(cands), items)-0.05) + p.habitBonus(c.sep)
		c.score = min(max(score, 0), 0.98)
		if c.accepted = c.score >= p.rules.Min; !c.accepted {
			short = append(short, c)
		}
	}
	p.lift(short, cands)
}

// lift accepts the odd line that falls short where nearly all lines with its
// separator are definitions; not one in a paragraph that it may only go on with.
func (p *pass) lift(short, cands []*candidate) {
	if len(short) == 0 {
		return
	}
	var all, accepted [separatorKinds]int
	for _, c := range cands {
		all[c.sep]++
		accepted[c.sep] += pick(c.accepted, 1, 0)
	}
	for _, c := range short {
		switch n := accepted[c.sep]; {
		case n >= 3 && n*4 >= all[c.sep]*3 && !c.row.joined && c.score > p.rules.Min-maxLift:
			c.score, c.accepted = p.rules.Min, true
		case c.score > p.rules.Min-0.25:
			p.skip(c.row, "looks like a definition, but too little speaks for it")
		}
	}
}

// maxLift is the most that a line may lack.
const maxLift = 0.2

// alone lowers a bare line that is all there is below a heading: there the
// heading is the term and the line what it means.
func alone(g *group, c *candidate) float64 {
	if c.marked || g.parent != nil || g.sec.head == nil || len(g.rows) != 1 || c.row.mark != "" || g.sec.unnamed() || c.translates() {
		return 0
	}
	if strings.HasPrefix(compact(c.row.plain), compact(g.sec.title())) {
		return 0 // an aspect of what the heading names
	}
	return pick(c.sep == colon, -0.1, -0.25)
}

// answers reports whether a sentence, or what an arrow leads to, stands right
// below a question in its paragraph: then it is the answer, even if it begins
// with a marked term.
func (c *candidate) answers(g *group) bool {
	return (c.sep == sentence || c.sep == beside || c.sep == defining || leadArrow(c.row.plain) > 0) && c.row.joined && c.row.mark == "" && c.row.at > 0 && g.rows[c.row.at-1].asks()
}

// translates reports whether what stands on the sides of a line is a phrase and
// its translation: in two scripts, one Latin, or both with a question mark.
func (c *candidate) translates() bool {
	if c.row.look.has(questionMarks) && strings.HasSuffix(c.name, "?") && strings.HasSuffix(c.row.plain, "?") {
		return true
	}
	if !c.row.look.has(latin) || !c.row.look.has(hangul|han) {
		return false
	}
	left, right := lookAt(c.name), c.row.plain[c.one[0].defFrom:c.one[0].defTo]
	return inLatin(left) && inCJK(lookAt(right)) || inCJK(left) && inLatin(lookAt(right))
}

func inLatin(l look) bool { return l.has(latin) && !l.has(hangul|han) }

func inCJK(l look) bool { return l.has(hangul|han) && !l.has(latin) }

// minPhrases is how many lines with a colon must translate before a group is a
// list of phrases, in which whole sentences are terms.
const minPhrases = 5

// listsPhrases reports whether most lines with a colon are phrases with their
// translations.
func listsPhrases(cands []*candidate) bool {
	all := 0
	for _, c := range cands {
		all += pick(c.sep == colon, 1, 0)
	}
	n := all
	enough := func() bool { return n >= minPhrases && n*10 >= all*6 }
	for i := 0; i < len(cands) && enough(); i++ {
		if c := cands[i]; c.sep == colon && !c.translates() {
			n--
		}
	}
	return enough()
}

// withoutNames drops lines that are what the heading above them says, dash and
// all: names such as "bias - variance trade-off".
func withoutNames(g *group, cands []*candidate) []*candidate {
	if g.sec.head == nil || !g.sec.head.look.has(separators) {
		return cands
	}
	return slices.DeleteFunc(cands, func(c *candidate) bool { return sameWords(c.row.plain, g.sec.head.plain) })
}

// withoutCounts drops lines whose numbers are no facts: too few of them, or
// each one more than the last, as in a log or a list of steps.
func withoutCounts(cands []*candidate) []*candidate {
	facts, steps, last := 0, 0, 0
	for _, c := range cands {
		if name, ok := factName(c); ok {
			facts++
			n, err := strconv.Atoi(name)
			if err == nil && n == last+1 && n <= len(cands)+1 {
				steps++
			}
			last = n
		}
	}
	if facts >= 3 && steps*2 < facts {
		return cands
	}
	return slices.DeleteFunc(cands, func(c *candidate) bool {
		name, ok := factName(c)
		return ok && !lookAt(name).has(latin) // "July 4, 1776" is one by itself
	})
}

// creditFigures takes back what figures on the right side cost where at least
// three lines in a row have them: ports, sizes and limits are learnt like that.
func creditFigures(cands []*candidate) {
	figures := 0
	for _, c := range cands {
		if c.figure() {
			figures++
		}
	}
	for _, c := range cands {
		if figures >= 3 && c.figure() {
			c.score += figurePenalty
		}
	}
}

// isShort reports whether a line with an unmarked term says only a few words of
// it.
func (c *candidate) isShort() bool {
	pt := c.parts[len(c.parts)-1]
	return !c.marked && runes(c.row.plain[pt.defFrom:pt.defTo]) < 30
}

// figure reports whether what stands behind the separator is a figure.
func (c *candidate) figure() bool {
	pt := c.parts[len(c.parts)-1]
	return isBareFigure(trim(c.row.plain[pt.defFrom:pt.defTo]))
}

// factName returns the term of a line if it is a number or an address.
func factName(c *candidate) (string, bool) {
	return c.name, isFact(c.name) && !c.whole
}

// weak reports whether a line's separator is one that plain statements use
// too, and the writer marked no term.
func (c *candidate) weak() bool {
	return !c.marked && (c.sep == dash || c.sep == arrow || c.sep == equals)
}

// base is the weight of a separator, from how often such lines of real notes
// are definitions.
func base(s separator, r *row) float64 {
	item := r.mark != "" || r.lazy
	switch s {
	case colon:
		return pick(item, 0.48, 0.42)
	case dash:
		return pick(item, 0.40, 0.38)
	case equals:
		return pick(item, 0.45, 0.40)
	case arrow:
		return pick(item, 0.25, 0.15)
	case topic:
		return 0.60
	case semicolon, beside, gloss:
		return 0.13
	case sentence:
		return pick(item, 0.32, 0.27)
	case hyphen:
		return 0.35
	case dated, coded:
		return 0.42
	case copula:
		return 0.27
	case cells, defining:
		return 0.45
	}
	return 0
}

// pick returns a when the condition holds, else b.
func pick[T any](cond bool, a, b T) T {
	if cond {
		return a
	}
	return b
}

// runBonus is what n definition-like lines among all lines of a group add.
func runBonus(n, all int) float64 {
	switch {
	case n >= 5 && n*10 >= all*9:
		return 0.3
	case n >= 3 && n*10 >= all*7:
		return 0.25
	case n >= 3:
		return 0.18
	case n == 2:
		return 0.1
	}
	return 0
}

// habitBonus is what a writer's habit of defining with a separator adds.
func (p *pass) habitBonus(s separator) float64 {
	switch n := p.habit[s]; {
	case n >= 8:
		return 0.1
	case n >= 3:
		return 0.05
	}
	return 0
}
