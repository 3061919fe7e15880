package parser

import (
	"slices"
	"strconv"
	"strings"

	"recto/card"
)

// A definition line is a term, a separator and what the term means. One such
// line alone proves little, because prose, commands and logs look like it;
// a run of them is good evidence. So lines are weighed in their block.

// candidate is a line that may define something.
type candidate struct {
	row   *row
	parts []part
	sep   separator
	score float64 // of the line by itself
}

// part is one term and its definition, as byte offsets of the row's text.
type part struct{ termFrom, termTo, defFrom, defTo int }

// findDefinitions makes cards of the definition lines of a section.
func findDefinitions(p *pass, s *section) {
	accepted := map[*row]*candidate{}
	for g := range s.groups() {
		p.weigh(g, accepted)
	}
	for g := range s.groups() {
		p.define(g, accepted)
	}
}

// weigh accepts the lines of a group that are definitions in the light of
// their neighbours.
func (p *pass) weigh(g group, accepted map[*row]*candidate) {
	cands, items := candidates(g), 0
	run := map[separator]int{}
	cands = withoutCounts(cands)
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
	for _, c := range cands {
		if mixed := run[c.sep]*10 < items*6; mixed && items >= 4 && g.parent != nil && c.weak() {
			c.score -= 0.15
		}
		if (c.sep == semicolon || c.sep == beside) && run[c.sep] < 3 {
			continue
		}
		score := c.score + alone(g, c) + base(c.sep, c.row) + max(runBonus(run[c.sep], items), runBonus(len(cands), items)-0.05) + p.habitBonus(c.sep)
		c.score = min(max(score, 0), 0.98)
		if c.score < p.rules.Min {
			if c.score > p.rules.Min-0.25 {
				p.skip(c.row, "looks like a definition, but too little speaks for it")
			}
			continue
		}
		accepted[c.row] = c
	}
}

// alone lowers a bare line that is all there is below a heading: there the
// heading is the term and the line what it means.
func alone(g group, c *candidate) float64 {
	if g.parent != nil || g.sec.head == nil || len(g.rows) != 1 || c.row.mark != "" || noHeading(cleanHeading(g.sec.head.plain)) {
		return 0
	}
	if strings.HasPrefix(compact(c.row.plain), compact(cleanHeading(g.sec.head.plain))) {
		return 0 // an aspect of what the heading names
	}
	return pick(c.sep == colon, -0.1, -0.25)
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
	return slices.DeleteFunc(cands, func(c *candidate) bool { _, ok := factName(c); return ok })
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

// figure reports whether what stands behind the separator is a figure.
func (c *candidate) figure() bool {
	pt := c.parts[len(c.parts)-1]
	return number_.MatchString(strings.TrimSpace(c.row.plain[pt.defFrom:pt.defTo]))
}

// factName returns the term of a line if it is a number or an address.
func factName(c *candidate) (string, bool) {
	pt := c.parts[0]
	term := cut(c.row.text, pt.termFrom, pt.termTo)
	name := card.InlineText(term)
	return name, fact.MatchString(name) && !emphasised(term)
}

// weak reports whether a line's separator is one that plain statements use
// too, and the writer marked no term.
func (c *candidate) weak() bool {
	pt := c.parts[0]
	return (c.sep == dash || c.sep == arrow || c.sep == equals) && !marked(cut(c.row.text, pt.termFrom, pt.termTo))
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
	case semicolon, beside:
		return 0.13
	case sentence:
		return pick(item, 0.32, 0.27)
	case hyphen:
		return 0.35
	}
	return 0
}

func pick(cond bool, a, b float64) float64 {
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

// candidates returns the lines of a group that can be taken apart.
func candidates(g group) []*candidate {
	var out []*candidate
	for _, r := range g.rows {
		if r.kind != line || !r.free() {
			continue
		}
		if c := r.candidate(); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// newCandidate takes a line apart; nil when it cannot be a definition.
func newCandidate(r *row) *candidate {
	words := r.words()
	skip := number(words)
	if m := strings.TrimLeft(words[skip:], ": "); skip > 0 && len(m) < len(words[skip:]) {
		skip = len(words) - len(m)
	}
	s := findSplit(words[skip:])
	if s.sep == noSeparator && !r.asks() {
		s = findTopic(words[skip:])
	}
	if s.sep == noSeparator {
		s = findMarked(r, words, skip)
	}
	if s.sep == noSeparator && r.mark == "" {
		s = findHyphen(words[skip:])
	}
	if s.sep == noSeparator {
		return abbreviation(r, skip)
	}
	first := part{skip, skip + s.left, skip + s.right, len(r.plain)}
	score, ok := judge(r, first)
	if !ok {
		return nil
	}
	return &candidate{r, furtherParts(words, first, s.sep), s.sep, score}
}

// judge scores a term and its definition by their looks.
func judge(r *row, pt part) (float64, bool) {
	if r.labelled() {
		return 0, false
	}
	term := cut(r.text, pt.termFrom, pt.termTo)
	left, right := card.InlineText(unmarked(term)), strings.TrimSpace(r.plain[pt.defFrom:pt.defTo])
	ts, ok := termScore(left, marked(term))
	if !ok {
		return 0, false
	}
	ds, ok := definitionScore(right)
	if !ok {
		return 0, false
	}
	if described.MatchString(left) && runes(right) <= max(runes(left), 20) {
		ts = max(ts, 0.1)
	}
	if records.has(left) && !marked(term) && (runes(right) < 12 || right[0] >= '0' && right[0] <= '9') {
		return 0, false
	}
	score := ts + ds
	if r.task != card.NoTask {
		score -= 0.4
	}
	if pronouns.has(left) && !marked(term) && r.mark == "" {
		score -= 0.5
	}
	if def := cut(r.text, pt.defFrom, pt.defTo); onlyLinks(def) && !onlyImages(def) {
		return 0, false
	}
	return score, true
}

// marked reports whether the writer marked a term, by emphasis over all of it
// or over all that stands before its parenthesis.
func marked(term []card.Inline) bool {
	if emphasised(term) {
		return true
	}
	if len(term) < 2 || !emphasised(term[:1]) {
		return false
	}
	rest := strings.TrimSpace(card.InlineText(term[1:]))
	return rest == "" || rest[0] == '('
}

// onlyLinks reports whether text is links and punctuation only.
func onlyLinks(in []card.Inline) bool {
	links := false
	for _, x := range in {
		switch x := x.(type) {
		case *card.Link:
			if x.Wiki {
				return false
			}
			links = true
		case *card.Image:
			links = true
		case *card.Text:
			if hasLetter(x.Value) {
				return false
			}
		default:
			return false
		}
	}
	return links
}

// furtherParts finds more definitions behind the first on the same line:
// "EKS : master , EC2 : worker" or "A : x B : y" with a Latin term.
func furtherParts(words string, first part, sep separator) []part {
	parts := []part{first}
	mark := map[separator]string{colon: " : ", dash: " - "}[sep]
	if mark == "" {
		return parts
	}
	for {
		last := &parts[len(parts)-1]
		i := strings.Index(words[last.defFrom:], mark)
		if i < 0 {
			return parts
		}
		i += last.defFrom
		from, end := secondTerm(words, last.defFrom, i, sep == colon)
		if from < 0 {
			return parts
		}
		last.defTo = end
		parts = append(parts, part{from, i, i + 3, len(words)})
	}
}

// secondTerm finds the term that ends at to: what follows the last comma or
// slash, or else the Latin words there. It returns where the term begins and
// where the definition before it ends; -1 when there is none.
func secondTerm(words string, from, to int, bare bool) (term, end int) {
	text := words[from:to]
	if i := strings.LastIndexAny(text, ",/;|"); i >= 0 {
		name := strings.TrimSpace(text[i+1:])
		if strings.TrimSpace(text[:i]) == "" || name == "" || strings.Count(name, " ") > 3 {
			return -1, 0
		}
		return from + i + 1 + strings.Index(text[i+1:], name), from + len(strings.TrimRight(text[:i], " "))
	}
	fields := strings.Fields(text)
	if len(fields) < 2 || !bare {
		return -1, 0
	}
	name := fields[len(fields)-1]
	if !latinWord.MatchString(name) || !hasHangul(fields[len(fields)-2]) {
		return -1, 0
	}
	i := strings.LastIndex(text, name)
	return from + i, from + len(strings.TrimRight(text[:i], " "))
}

// define makes the cards of a group's accepted lines.
func (p *pass) define(g group, accepted map[*row]*candidate) {
	for i, r := range g.rows {
		c := accepted[r]
		if c == nil || !r.free() {
			continue
		}
		more := continuation(g.rows[i+1:], accepted)
		for j, pt := range c.parts {
			extra := more
			if j < len(c.parts)-1 {
				extra = nil
			}
			p.defineOne(g, c, pt, j == len(c.parts)-1, extra)
		}
		takeRow("definition", nil, r)
	}
}

// continuation returns the rows that only go on with the line before them:
// joined lines that are no definitions and ask nothing.
func continuation(rows []*row, accepted map[*row]*candidate) []*row {
	n := 0
	for n < len(rows) && n < maxWrapped && goesOn(rows[n]) && accepted[rows[n]] == nil {
		n++
	}
	return rows[:n]
}

// maxWrapped is how many further lines a definition may run over.
const maxWrapped = 5

func goesOn(r *row) bool {
	if !r.joined || r.mark != "" || r.kind != line || !r.free() || r.asks() || r.labelled() {
		return false
	}
	return r.candidate() == nil && findSplit(r.words()).sep == noSeparator
}

// defineOne makes one card of one part of a line.
func (p *pass) defineOne(g group, c *candidate, pt part, last bool, more []*row) {
	r := c.row
	term := cleanTerm(cut(r.text, pt.termFrom, pt.termTo))
	def := cut(r.text, pt.defFrom, pt.defTo)
	name := card.InlineText(term)
	front := p.inContext(g, term)
	if front == nil {
		p.skip(r, "names an aspect, but of what is not clear")
		return
	}
	back := paragraph(trimSeparators(def))
	var took []*row
	if last {
		back = appendRows(def, more, ownRows(r))
		took = more
	}
	if len(back) == 0 {
		return
	}
	k := &card.Card{Kind: card.Definition, Confidence: round(c.score), Front: paragraph(front), Back: back, Headings: g.sec.path()}
	if asks(name) {
		k.Kind = card.Question
	} else {
		k.Term = newTerm(card.InlineText(front), back)
	}
	p.emit("definition", k, r)
	takeRow("definition", k, r)
	take("definition", k, took...)
	take("definition", k, ownRows(r)...)
}

// ownRows returns the rows below a line that only explain it: not those that
// make cards themselves.
func ownRows(r *row) []*row {
	var out []*row
	for _, c := range r.rows {
		if c.free() && (c.kind != line || c.candidate() == nil && len(c.rows) == 0) {
			out = append(out, c)
		}
	}
	return out
}

// appendRows returns the definition with the lines that continue it and the
// rows below it.
func appendRows(def []card.Inline, more, below []*row) []card.Block {
	lines := [][]card.Inline{trimSeparators(def)}
	for _, m := range more {
		lines = append(lines, m.text)
	}
	out := paragraph(joinLines(lines...))
	for _, m := range more {
		below = append(below[:len(below):len(below)], m.rows...)
	}
	return append(out, render(below)...)
}

// trimSeparators drops what a hasty writer leaves around a definition.
func trimSeparators(in []card.Inline) []card.Inline {
	s := card.InlineText(in)
	from := len(s) - len(strings.TrimLeft(s, " :：,-–"))
	to := len(strings.TrimRight(s, " ,"))
	if strings.HasPrefix(s[from:], "- ") || from > 0 && s[0] == '-' {
		from = 0
	}
	if from >= to {
		return in
	}
	return cut(in, from, to)
}

// round returns a score as a confidence: at most 0.99, in hundredths.
func round(f float64) float64 { return float64(int(min(f, 0.99)*100+0.5)) / 100 }
