package parser

import (
	"slices"
	"strings"

	"recto/card"
)

// A definition line is a term, a separator and what the term means. One such
// line alone proves little, because prose, commands and logs look like it;
// a run of them is good evidence. So lines are weighed in their block.

// candidate is a line that may define something.
type candidate struct {
	row      *row
	parts    []part
	one      [1]part // the first, and room for the parts of nearly every line
	sep      separator
	score    float64 // of the line by itself, then in the light of its neighbours
	accepted bool    // the neighbours bear it out
	name     string  // the words of the first term
	marked   bool    // the writer marked that term
	whole    bool    // the mark covers all of it
}

// part is one term and its definition, as byte offsets of the row's text; of
// an abbreviation also the full words between them.
type part struct{ termFrom, termTo, defFrom, defTo, fullFrom, fullTo int }

// maxRecord is the most bytes of the twelve characters that the value of a
// record may have.
const maxRecord = 48

// recordPenalty keeps a line of a record from being a definition, unless it
// stands among definitions: "default" among the modifiers of a language.
const recordPenalty = 0.5

// candidates returns the lines of a group that can be taken apart.
func candidates(g *group) []*candidate {
	var out []*candidate
	for i, r := range g.rows {
		if c := r.definable(); c != nil {
			if out == nil {
				out = make([]*candidate, 0, len(g.rows)-i)
			}
			out = append(out, c)
		}
	}
	return out
}

// definable returns the free row taken apart as a definition; nil when it
// cannot be one.
func (r *row) definable() *candidate {
	if r.kind != line && !r.bareCallout() || !r.free() || r.form == onlyLink {
		return nil
	}
	return r.candidate()
}

// newCandidate takes a line apart; nil when it cannot be a definition.
func newCandidate(r *row) *candidate {
	if r.labelled() {
		return nil
	}
	s := takeApart(r)
	if s.sep == noSeparator {
		return abbreviation(r, r.number())
	}
	return candidateAt(r, s)
}

// candidateAt returns the candidate of a line taken apart; nil when its looks
// speak against a definition.
func candidateAt(r *row, s split) *candidate {
	first := part{termFrom: s.from, termTo: s.left, defFrom: s.right, defTo: s.end}
	if s.sep == equals && (r.mark == "" && isStatement(r.plain) || isAssignment(r.plain[s.from:s.left], r.plain[s.right:s.end])) {
		return nil
	}
	c := candidateOf(r, first, s.sep)
	if s.sep == arrow && strings.HasSuffix(c.name, "?") {
		return nil // a question and its answer
	}
	if s.sep == equals && r.mark == "" && r.col > 1 && strings.Contains(r.plain[first.defFrom:first.defTo], " = ") {
		return nil // an equation below the line that it is about
	}
	if c.marked && r.look.has(bars) && isRecord(r.text) {
		return nil
	}
	if r.mark == ":" && !c.marked {
		return nil // the term of a definition list, which has its definition below
	}
	score, ok := c.judge()
	if !ok {
		return nil
	}
	c.score = score
	kept := c.keep()
	kept.addParts(r.words)
	return kept
}

// isRecord reports whether a line holds several marked names with their values,
// and bars between: "**Tier**: 4 | **Passing score**: 0.7".
func isRecord(in []card.Inline) bool {
	for i, x := range in[1:] {
		if t, ok := x.(*card.Text); ok && strings.HasSuffix(strings.TrimRight(t.Value, " "), "|") && i+2 < len(in) && emphasised(in[i+2:i+3]) {
			return true
		}
	}
	return false
}

// onlyFull reports whether a line is an abbreviation and in parentheses the full
// words, and nothing else.
func (c *candidate) onlyFull() bool {
	pt := c.one[0]
	return c.sep == colon && pt.defFrom > 0 && c.row.plain[pt.defFrom-1] == '(' && pt.defTo+1 == len(c.row.plain)
}

// candidateOf returns a line with its first part, not judged yet and not for
// keeping.
func candidateOf(r *row, first part, sep separator) candidate {
	c := candidate{row: r, sep: sep, one: [1]part{first}}
	c.name = trim(r.plain[first.termFrom:first.termTo])
	if r.form == onlyWords {
		return c
	}
	term := cut(r.text, first.termFrom, first.termTo)
	c.marked, c.whole = marked(term), emphasised(term)
	return c
}

// keep returns a copy that outlives the judgement.
func (c *candidate) keep() *candidate {
	kept := *c
	kept.parts = kept.one[:]
	return &kept
}

// judge scores a term and its definition by their looks.
func (c *candidate) judge() (float64, bool) {
	r, pt := c.row, c.one[0]
	left, right := c.name, trim(r.plain[pt.defFrom:pt.defTo])
	ts, ok := termScore(left, c.marked)
	if !ok {
		return 0, false
	}
	ds, ok := definitionScore(right)
	if !ok && !c.translates() && !onlyImages(cut(r.text, pt.defFrom, pt.defTo)) {
		return 0, false
	}
	if describesKind(left) && (len(right) <= 20 || runes(right) <= max(runes(left), 20)) {
		ts = max(ts, 0.1)
	}
	score := ts + ds
	if !c.marked {
		if isCircular(left, right) || isVersion(right) {
			return 0, false
		}
		if records.has(left) && (len(right) < maxRecord && runes(right) < 12 || startsWithDigit(right)) {
			score -= recordPenalty
		}
		if c.sep != colon && r.look.has(arrows) && isFlow(right) {
			return 0, false // a flow: a -> b -> c
		}
		if c.sep == dash && isSequence(right) {
			return 0, false // low - middle - high - highest
		}
		if isIdentifier(right) {
			score -= 0.3
		}
		if r.mark == "" && c.sep == colon && pronouns.has(left) {
			score -= 0.5
		}
	}
	if r.task != card.NoTask {
		score -= 0.4
	}
	return score, !r.onlyLinks(pt.defFrom, pt.defTo)
}

// onlyLinks reports whether a part of the row's text is links and punctuation,
// and not only pictures.
func (r *row) onlyLinks(from, to int) bool {
	if !slices.ContainsFunc(r.text, isLink) {
		return false
	}
	in := cut(r.text, from, to)
	return onlyLinks(in) && !onlyImages(in)
}

func isLink(x card.Inline) bool {
	switch x.(type) {
	case *card.Link, *card.Image:
		return true
	}
	return false
}

// isCircular reports whether a short definition ends in its own term: "계정 :
// 내 계정" is a setting.
func isCircular(term, definition string) bool {
	before, ok := strings.CutSuffix(definition, term)
	return ok && (runes(term) > 1 || before == "" || isSpace(before[len(before)-1])) && strings.Count(before, " ") <= 3
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// isFlow reports whether an arrow stands by itself among the words.
func isFlow(s string) bool {
	for _, a := range []string{" -> ", " --> ", " → ", " ⇒ ", " ➔ ", " ➜ ", " ➡ ", " ⟶ ", " ⇨ "} {
		if strings.Contains(s, a) {
			return true
		}
	}
	return false
}

// maxLink is the most bytes of a name in a sequence.
const maxLink = 24

// isSequence reports whether words go on as the names of a sequence with dashes
// between.
func isSequence(s string) bool {
	n := 0
	for name := range strings.SplitSeq(s, " - ") {
		if n++; len(name) > maxLink || countWords(name) > 2 {
			return false
		}
	}
	return n >= 3
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
	rest := trim(card.InlineText(term[1:]))
	return rest == "" || rest[0] == '('
}

// onlyLinks reports whether text is links and punctuation only. A single link to
// another note is a name.
func onlyLinks(in []card.Inline) bool {
	links, names := false, 0
	for _, x := range in {
		switch x := x.(type) {
		case *card.Link:
			links = true
			names += pick(x.Wiki, 1, 0)
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
	return links && names != 1
}

// addParts finds more definitions behind the first on the same line: "EKS :
// master , EC2 : worker", "A : x B : y" with a Latin term, or "**A**: x, **B**: y".
func (c *candidate) addParts(words string) {
	mark := ""
	switch c.sep {
	case colon:
		mark = " : "
		if def := c.one[0].defFrom; c.marked && !strings.HasSuffix(words[:def], " :") {
			mark = ": "
		}
	case dash:
		mark = " - "
	default:
		return
	}
	for from := c.one[0].defFrom; ; {
		last := &c.parts[len(c.parts)-1]
		i := strings.Index(words[from:], mark)
		if i < 0 {
			return
		}
		i += from
		if inner := words[last.defFrom:i]; strings.Count(inner, "(") > strings.Count(inner, ")") {
			return
		}
		term, end := secondTerm(words, last.defFrom, i, mark == " : ")
		if term < 0 || mark == ": " && (asides.has(words[term:i]) || !emphasised(cut(c.row.text, term, i))) {
			return
		}
		last.defTo = end
		c.parts = append(c.parts, part{termFrom: term, termTo: i, defFrom: i + len(mark), defTo: len(words)})
		from = i + len(mark)
	}
}

// secondTerm finds the term that ends at to: what follows the last comma or
// slash, or else the Latin words there. It returns where the term begins and
// where the definition before it ends; -1 when there is none.
func secondTerm(words string, from, to int, bare bool) (term, end int) {
	text := words[from:to]
	if i := strings.LastIndexAny(text, ",/;|"); i >= 0 {
		name := trim(text[i+1:])
		if trim(text[:i]) == "" || name == "" || strings.Count(name, " ") > 3 {
			return -1, 0
		}
		return from + i + 1 + strings.Index(text[i+1:], name), from + len(strings.TrimRight(text[:i], " "))
	}
	fields := strings.Fields(text)
	if len(fields) < 2 || !bare {
		return -1, 0
	}
	name := fields[len(fields)-1]
	if !isLatinTerm(name) || !hasHangul(fields[len(fields)-2]) {
		return -1, 0
	}
	i := strings.LastIndex(text, name)
	return from + i, from + len(strings.TrimRight(text[:i], " "))
}
