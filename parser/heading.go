package parser

import (
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// findHeadings makes cards of question headings and term headings with the
// text below them.
func findHeadings(p *pass, s *section) {
	if s.head == nil || !s.head.free() {
		return
	}
	h := s.title()
	if countsQuestion(s) {
		p.numberedQuestion(s)
		return
	}
	if p.headingDefines(s) {
		return
	}
	kind, end := s.head.label()
	labelled := kind == questionLabel && end < len(s.head.plain)
	if labelled {
		h = cleanHeading(s.head.plain[end:])
	}
	asking := labelled || asks(h)
	topic := asking || namesAspect(h)
	if h == "" || !asking && s.unnamed() && !s.saysWhat() || asking && (pointsHere(h) || isDate(h)) {
		return
	}
	rows := trimRows(s.rows)
	lead := leadingRows(rows)
	if n := len(lead); n > 0 && n < len(rows) && announces(lead[n-1].plain) {
		lead = rows[:announcedEnd(rows, n)] // what is announced belongs to it
	}
	if n := len(lead); !asking && n > 0 && n < len(rows) && (headsList(lead[n-1], rows[n]) || headsOneOfLists(rows, n-1)) {
		lead = lead[:n-1]
	}
	lead = withWholeLists(rows, lead, func() bool { return topic || enumerates(h) })
	lead = withoutAsides(lead)
	if n := len(lead); n > 0 && lead[n-1].kind == line && strings.HasSuffix(lead[n-1].plain, ":") {
		lead = lead[:n-1] // announces what is not there
	}
	for len(lead) > 1 && linkOnly(lead[0]) && anyProse(lead[1:]) {
		lead = lead[1:]
	}
	if !asking && len(lead) > 0 && lead[len(lead)-1].free() {
		all := countRows(lead)
		opening := untaken(lead)
		if lead = unclaimed(lead); countRows(lead)*2 < all {
			if len(opening) == 0 || opening[0].look.runes < minOpening {
				return // groups the cards below it
			}
			lead = opening // says what it is before the cards about it
		}
	}
	switch {
	case len(rows) == 0:
		p.emptyHeading(s, asking)
	case mostlyAsk(lead) || s.answersOnly() || p.onlyKey:
	case len(lead) > 0 && (startsWithText(lead) || startsWithNotes(lead) || asking && anyAnswer(lead)):
		p.headingCard(s, h, lead, asking, topic)
	case asking || topic && enumerates(h):
		if !termsInHeading(h, rows) && anyAnswer(rows) {
			p.headingCard(s, h, rows, asking, topic)
		}
	}
}

// minOpening is the least characters of a line that says what a heading names,
// above lines that are cards of their own.
const minOpening = 25

// untaken returns the rows before the first that a card has, or has a part of.
func untaken(rows []*row) []*row {
	n := 0
	for n < len(rows) && !anyClaimed(rows[n:n+1]) {
		n++
	}
	return rows[:n]
}

// startsWithNotes reports whether rows begin with a fence that holds notes, no
// code.
func startsWithNotes(rows []*row) bool {
	return rows[0].kind == code && startsWithText(rows[0].rows)
}

// headsList reports whether a bare line is a name above the list after it.
func headsList(r, next *row) bool {
	return r.kind == line && r.mark == "" && !r.joined && next.mark != "" && countWords(r.plain) <= 3 && r.look.runes <= 20 && !isSentence(r.plain)
}

// headsOneOfLists reports whether row i is a bare line right above a list, as
// another of the rows after that list is.
func headsOneOfLists(rows []*row, i int) bool {
	if !isListHead(rows, i) || isSentence(rows[i].plain) {
		return false
	}
	for i++; i < len(rows) && rows[i].mark != ""; i++ {
	}
	return i < len(rows) && isListHead(rows, i)
}

// isListHead reports whether row i is a bare line right above a list.
func isListHead(rows []*row, i int) bool {
	r := rows[i]
	return r.kind == line && r.mark == "" && !r.joined && i+1 < len(rows) && rows[i+1].mark != "" && !rows[i+1].gap
}

// listHeads counts the bare lines right above lists.
func listHeads(rows []*row) int {
	n := 0
	for i := range rows {
		n += pick(isListHead(rows, i), 1, 0)
	}
	return n
}

// pointsHere reports whether an English question is about the note itself:
// "What does this contain?".
func pointsHere(s string) bool {
	if !strings.Contains(s, "his") || hasCJK(s) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if strings.EqualFold(strings.Trim(w, "?.,"), "this") {
			return true
		}
	}
	return false
}

// withNumber returns a heading without stars and marks, but with its number.
func withNumber(s string) string { return strings.Trim(s, stars+"\ufe0f :：.#*") }

// numberHeading matches a heading that only counts the question below it.
var numberHeading = regexp.MustCompile(`(?i)^(?:question|문제|문항|질문|퀴즈|quiz|q|exercise)\s*[-.#]?\s*\d+\s*번?$|^\d+번(?: ?문제)?$`)

// countsQuestion reports whether a heading only counts the question below it.
func countsQuestion(s *section) bool {
	if !s.head.look.has(figures) {
		return false
	}
	h := withNumber(s.head.plain)
	return len(h) < 40 && numberHeading.MatchString(h)
}

// numberedQuestion makes a card of a counted question: the text below the
// heading asks, and the list or quotation at its end answers.
func (p *pass) numberedQuestion(s *section) {
	rows := trimRows(s.rows)
	n := len(rows)
	for n > 0 && rows[n-1].free() && (rows[n-1].mark != "" || rows[n-1].kind == quote) {
		n--
	}
	if n == 0 || !rows[0].prose() || !rows[0].free() {
		return
	}
	if n == len(rows) {
		if asks(rows[len(rows)-1].plain) {
			p.report(rows[0], "question without an answer: %s; write the answer below it", quoted(rows[0].plain))
		}
		return
	}
	c := &card.Card{Kind: card.Question, Confidence: 0.8, Front: render(rows[:n]), Back: render(rows[n:]), Headings: s.up.path()}
	p.emit("heading", c, rows[0], rows...).takeLine(s.head)
}

// withWholeLists returns the leading rows of a section so that they do not end
// within a list, because half of one answers nothing: where a list is wanted, all
// of it, else none of it.
func withWholeLists(rows, lead []*row, wanted func() bool) []*row {
	n := len(lead)
	if n == 0 || n == len(rows) || !lead[n-1].ordered() || !rows[n].ordered() {
		return lead
	}
	if wanted() {
		return rows[:announcedEnd(rows, n)]
	}
	for n > 0 && lead[n-1].ordered() {
		n--
	}
	return lead[:n]
}

// announcedEnd returns the end of the list that begins in row n.
func announcedEnd(rows []*row, n int) int {
	end := n
	for end < len(rows) && rows[end].mark != "" && rows[end].ordered() == rows[n].ordered() {
		end++
	}
	return end
}

// countRows counts rows with all below them.
func countRows(rows []*row) int {
	n := 0
	for _, r := range rows {
		n += 1 + countRows(r.rows)
	}
	return n
}

// withoutAsides drops lines at the start that only say where a text is from
// or when it was asked.
func withoutAsides(rows []*row) []*row {
	for len(rows) > 0 {
		r := rows[0]
		if r.kind == quote && r.callout == "" && len(r.rows) == 1 {
			r = r.rows[0]
		}
		if r.kind == line && countsOnly(r) {
			rows = rows[1:]
			continue
		}
		if r.kind != line || !r.look.has(separators) {
			break
		}
		if s := r.split(); s.sep != colon || !asides.has(r.words[:s.left]) {
			break
		}
		rows = rows[1:]
	}
	return rows
}

// leadingRows returns the rows before the first that is a card of its own.
func leadingRows(rows []*row) []*row {
	n := 0
	for n < len(rows) && rows[n].free() {
		n++
	}
	return rows[:n]
}

// emptyHeading reports a heading with nothing below it, unless headings of a
// lower level follow: those it only groups.
func (p *pass) emptyHeading(s *section, asking bool) {
	if len(s.subs) > 0 || s.level == 1 && s.up.up == nil && s == s.up.subs[0] && len(s.up.subs) > 1 {
		return // groups others, or is the title
	}
	if p.takenBelow(s.head.end) {
		return
	}
	if asking {
		p.report(s.head, "question without an answer: %s; write the answer below the heading", quoted(s.head.plain))
		return
	}
	p.report(s.head, "heading with nothing under it: %s; write what it means below, or remove it", quoted(s.head.plain))
}

// takenBelow reports whether text stands below a line of the note all the
// same: a dialect took it.
func (p *pass) takenBelow(at int) bool {
	for _, l := range p.note.Lines[min(at, len(p.note.Lines)):] {
		if l = strings.Trim(strings.TrimSpace(l), "=-_* "); l != "" {
			return !strings.HasPrefix(l, "#")
		}
	}
	return false
}

// headingCard makes the card of a heading and the rows that answer it.
func (p *pass) headingCard(s *section, h string, rows []*row, asking, topic bool) {
	if r := definedBelow(s); r != nil {
		addsToFormula(r, s.head, rows)
		return
	}
	if !asking && (isProcedure(h, rows) || isChecklist(rows) || areSettings(rows) || onlyFigures(rows)) {
		return
	}
	if rows[0].kind == line && strings.HasPrefix(rows[0].plain, ": ") {
		rows = rows[:1+len(continuation(rows[1:]))] // the paragraph that defines it
	}
	score := headingScore(s, h, rows, asking, topic)
	if score < p.rules.Min {
		if score > p.rules.Min-0.25 {
			p.skip(s.head, "heading with text, but more a section than a term")
		}
		return
	}
	if reflects(h) || s.dated() && p.isField(h) {
		return
	}
	front := withoutPart(cleanFront(withoutLabel(s.head)))
	if isAspect(h) || s.up.head != nil && runes(h) <= 4 && strings.Contains(s.up.head.plain, h) {
		of := headingContext(s.up)
		if of == "" {
			of = p.note.Title
		}
		if of == "" {
			return
		}
		front = mergeText(aspectOfThing(of, front))
	}
	back := render(withoutArrow(withoutRepeat(h, rows)))
	if len(back) == 0 {
		return
	}
	c := &card.Card{Kind: card.Definition, Confidence: round(score), Front: paragraph(front), Back: back, Headings: s.up.path()}
	switch {
	case asking:
		c.Kind = card.Question
		defines(c, h)
	default:
		c.Term = newTerm(card.InlineText(front), back)
	}
	k := p.emit("heading", c, s.head)
	k.takeLine(s.head)
	k.take(rows...)
}

// withoutLabel returns the text of a row behind the label of a question.
func withoutLabel(r *row) []card.Inline {
	if kind, end := r.label(); kind == questionLabel && end < len(r.plain) {
		return cut(r.text, end, len(r.plain))
	}
	return r.text
}

// onlyFigures reports whether rows show nothing but pictures and tables of dates:
// what is to be seen there, their heading does not ask.
func onlyFigures(rows []*row) bool {
	return !slices.ContainsFunc(rows, func(r *row) bool {
		return r.kind != figure && r.kind != rule && (r.kind != table || !isLog(r.block.(*card.Table)))
	})
}

// maxSectionRows and maxSectionText are how many lines and characters the
// answer to a heading may have before it is a chapter; minText is how many
// characters it must have.
const (
	maxSectionRows = 14
	maxSectionText = 1200
	minText        = 2
)

// answersOnly reports whether the section is part of a list of answers, whose
// questions stand elsewhere.
func (s *section) answersOnly() bool {
	return s.within(func(m *sectionMemo) *decision { return &m.answers }, answerHeadings.has)
}

// keyTitle matches the title of a note that holds nothing but answers.
var keyTitle = regexp.MustCompile(`(?i)answer key|정답지|답안지|정답\s?모음`)

// answerHeadings are headings above nothing but answers.
var answerHeadings = set(`answer, answers, answer key, answer keys, answers key, answers keys, key, solution, solutions, 解答`,
	combine(`,퀴즈,퀴즈 ,문제,문제 `, `정답,답안,해답,모범답안,모범 답안`, `,지,표`))

// combine returns every way to join one of each list.
func combine(lists ...string) string {
	all := []string{""}
	for _, l := range lists {
		var next []string
		for _, a := range all {
			for x := range strings.SplitSeq(l, ",") {
				next = append(next, a+x)
			}
		}
		all = next
	}
	return strings.Join(all, ",")
}

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

// withoutRepeat drops a first line that only repeats the heading.
func withoutRepeat(h string, rows []*row) []*row {
	if len(rows) > 1 && sameWords(rows[0].plain, h) {
		return rows[1:]
	}
	return rows
}
