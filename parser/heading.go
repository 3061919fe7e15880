package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// findHeadings makes cards of question headings and term headings with the
// text below them.
func findHeadings(p *pass, s *section) {
	if s.head == nil || !s.head.free() {
		return
	}
	h := cleanHeading(s.head.plain)
	asking := asks(h)
	topic := asking || topicEnd.MatchString(h)
	if h == "" || noHeading(h) && !asking {
		return
	}
	rows := trimRows(s.rows)
	lead := leadingRows(rows)
	if !asking {
		lead = unclaimed(lead)
	}
	switch {
	case len(rows) == 0:
		p.emptyHeading(s, asking)
	case len(lead) > 0 && (startsWithText(lead) || asking && anyAnswer(lead)):
		p.headingCard(s, h, lead, asking, topic)
	case asking || topic && enumerates.MatchString(h):
		if !termsInHeading(h, rows) && anyAnswer(rows) {
			p.headingCard(s, h, rows, asking, topic)
		}
	}
}

// leadingRows returns the rows before the first that is a card of its own.
func leadingRows(rows []*row) []*row {
	n := 0
	for n < len(rows) && rows[n].free() {
		n++
	}
	return rows[:n]
}

var dateHeading = regexp.MustCompile(`^[\d\s./~년월일주차회교시()_-]+(?:\([가-힣]\))?$|(?i)^(?:day|week|chapter|ch|part|section|lecture|unit|step)\s*[-.]?\s*\d+$|^\d+\s*(?:주차|일차|장|강|회차|교시|차시)|작성\s?중|^(?:섹션|파트|챕터|강의)\s*\d+`)

// noHeading reports whether a heading never is the front of a card.
func noHeading(h string) bool {
	return genericHeadings.has(h) || dateHeading.MatchString(h) || urlLike.MatchString(h) || runes(h) > 100 || !hasLetter(h)
}

// emptyHeading reports a heading with nothing below it, unless headings of a
// lower level follow: those it only groups.
func (p *pass) emptyHeading(s *section, asking bool) {
	if len(s.subs) > 0 {
		return
	}
	if asking {
		p.report(s.head, "question without an answer: %s; write the answer below the heading", quoted(s.head.plain))
		return
	}
	p.report(s.head, "heading with nothing under it: %s; write what it means below, or remove it", quoted(s.head.plain))
}

// headingCard makes the card of a heading and the rows that answer it.
func (p *pass) headingCard(s *section, h string, rows []*row, asking, topic bool) {
	score := headingScore(s, h, rows, asking, topic)
	if score < p.rules.Min {
		if score > p.rules.Min-0.25 {
			p.skip(s.head, "heading with text, but more a section than a term")
		}
		return
	}
	front := cleanFront(s.head.text)
	if attributes.has(h) || s.up.head != nil && runes(h) <= 4 && strings.Contains(s.up.head.plain, h) {
		of := headingContext(s.up)
		if of == "" {
			of = p.note.Title
		}
		if of == "" {
			return
		}
		front = append([]card.Inline{&card.Text{Value: of + " "}}, front...)
	}
	back := render(withoutRepeat(h, rows))
	if len(back) == 0 {
		return
	}
	c := &card.Card{Kind: card.Definition, Confidence: round(score), Front: paragraph(mergeText(front)), Back: back, Headings: s.up.path()}
	switch {
	case asking:
		c.Kind = card.Question
		if t := definedTerm(h); t != "" {
			c.Kind, c.Term = card.Definition, newTerm(t, back)
		}
	default:
		c.Term = newTerm(card.InlineText(front), back)
	}
	p.emit("heading", c, s.head)
	takeRow("heading", c, s.head)
	take("heading", c, rows...)
}

// maxSection is how many lines and characters the answer to a heading may
// have before it is a chapter rather than an answer.
const (
	maxSectionRows = 14
	maxSectionText = 1200
)

// headingScore says how much a heading and the rows below it read like a
// question or a term with its answer.
func headingScore(s *section, h string, rows []*row, asking, topic bool) float64 {
	score := 0.62
	switch {
	case asking:
		score = 0.9
	case topic:
		score = 0.75
	default:
		ts, _ := termScore(h, false)
		score += min(ts, 0) * 0.4
	}
	n, size, other := 0, 0, 0
	for _, r := range rows {
		for x := range r.all() {
			n++
			size += runes(x.plain)
			if x.kind == code || x.kind == figure || x.kind == line && onlyLinks(x.text) {
				other++
			}
		}
	}
	if n > maxSectionRows || size > maxSectionText {
		score -= 0.2
	}
	if other*2 > n {
		score -= 0.2
	}
	if size < 4 && !asking {
		score -= 0.3
	}
	if s.level == 1 && s.up.up == nil && len(s.subs) > 2 && !asking {
		score -= 0.25 // a title with a preface
	}
	if placeholder.MatchString(strings.TrimSpace(rows[0].plain)) {
		score -= 0.6
	}
	return score
}

var placeholder = regexp.MustCompile(`(?i)^(?:추가 예정|작성\s?중|작성 예정|정리 예정|미완|todo|tbd|wip|coming soon|추후|내용 없음|\.\.\.|…|공부해야)`)

// termsInHeading reports whether all rows are cards whose terms the heading
// itself names: then a card of the heading would ask the same again.
func termsInHeading(h string, rows []*row) bool {
	k := compact(h)
	for _, r := range rows {
		if r.kind != line {
			continue
		}
		if r.claim == nil || r.claim.card == nil {
			return false
		}
		if t := compact(card.PlainText(r.claim.card.Front)); t == "" || !strings.Contains(k, t) {
			return false
		}
	}
	return true
}

// compact returns a text as comparisons see it: letters and digits only, in
// lower case.
func compact(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !hasLetter(string(r)) && (r < '0' || r > '9')
	}), "")
}

// withoutRepeat drops a first line that only repeats the heading.
func withoutRepeat(h string, rows []*row) []*row {
	if len(rows) > 1 && compact(rows[0].plain) == compact(h) {
		return unjoin(rows[1:])
	}
	return unjoin(rows)
}
