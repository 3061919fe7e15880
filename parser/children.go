package parser

import (
	"slices"
	"strings"
	"unicode"

	"recto/card"
)

// findChildren makes cards of lines that name something and have its
// explanation nested below, or listed right after.
func findChildren(p *pass, s *section) {
	for _, g := range slices.Backward(s.groups) { // inner groups first
		similar := parents(g.rows)
		for _, nested := range []bool{true, false} { // what is listed after a line may have rows of its own
			for i, r := range g.rows {
				if nested && r.isCallout() && naming.has(r.callout) {
					p.callout(g, r, "children")
				}
				if r = asLine(r); r == nil || !r.free() || isBareAnswer(r) || strings.HasPrefix(r.plain, ": ") || i == 0 && introduces(g, r) || nested != (len(r.rows) > 0) {
					continue
				}
				if body := childRows(g, i); len(body) > 0 {
					p.children(g, r, body, similar, g.setsApart(i))
				}
			}
		}
	}
}

// setsApart reports whether row i is set apart: quoted, one of several names
// above their paragraphs, or bare above indented text.
func (g *group) setsApart(i int) bool {
	r := asLine(g.rows[i])
	return g.rows[i].kind == quote || g.namesAbove(i) || r.mark == "" && len(r.rows) > 0 && r.rows[0].mark == ""
}

// isStrong reports whether all words of a text are bold.
func isStrong(in []card.Inline) bool {
	bold := false
	for _, x := range in {
		switch x := x.(type) {
		case *card.Strong:
			bold = true
		case *card.Text:
			if strings.ContainsFunc(x.Value, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				return false
			}
		default:
			return false
		}
	}
	return bold
}

// asLine returns the row itself if it is a line, or the only line of a
// quotation that holds a name and nothing else; nil for any other row.
func asLine(r *row) *row {
	switch {
	case r.kind == line:
		return r
	case r.kind == quote && r.callout == "" && r.free() && len(r.rows) == 1 && r.rows[0].kind == line && len(r.rows[0].rows) == 0 && r.rows[0].look.runes <= 30:
		return r.rows[0]
	}
	return nil
}

// childRows returns what hangs below row i, or the list that directly follows
// a bare line.
func childRows(g *group, i int) []*row {
	rows := g.rows
	r := asLine(rows[i])
	if len(r.rows) > 0 {
		return r.rows
	}
	if next := i + 1; next < len(rows) && rows[next].joined && rows[next].kind == line && strings.HasPrefix(rows[next].plain, ": ") {
		return rows[next : next+1]
	}
	if pointed := pointedRows(rows, i); len(pointed) > 0 {
		return pointed
	}
	if strings.HasSuffix(r.plain, ":") || strings.HasSuffix(r.plain, "：") {
		j := i + 1
		for j < len(rows) && rows[j].joined && rows[j].kind == line && !strings.HasSuffix(rows[j].plain, ":") {
			j++
		}
		if j > i+1 {
			return rows[i+1 : j]
		}
		if body := paragraphAfter(rows, i); r.ordered() && body != nil {
			return body
		}
	}
	if r.mark != "" {
		j := i + 1
		for j < len(rows) && rows[j].lazy && rows[j].kind != code {
			j++
		}
		if j == i+1 {
			return headedByItem(rows, i)
		}
		return rows[i+1 : j]
	}
	if r.joined && !emphasised(r.text) && !r.signed() {
		return nil
	}
	j := i + 1
	named := isStrong(r.text) || len(r.text) > 0 && isStrong(r.text[:1]) && marked(r.text) || g.namesAbove(i) || r.signed()
	for named && j < len(rows) && rows[j].joined && rows[j].mark == "" && rows[j].kind == line && !emphasised(rows[j].text) && !rows[j].signed() {
		j++
	}
	if j > i+1 && rows[i+1].look.runes >= 8 {
		return rows[i+1 : j]
	}
	if j = i + 1; j < len(rows) && rows[j].kind == formula && !rows[j].gap {
		return rows[j : j+1]
	}
	for j < len(rows) && rows[j].mark != "" && (j > i+1 || !rows[j].gap || emphasised(r.text) || rows[j].bullet() && headsList(r, rows[j])) && (j == i+1 || !rows[j].gap || rows[j].ordered() == rows[j-1].ordered()) {
		j++
	}
	return rows[i+1 : j]
}

// maxHeaded is how many rows an item heads, and maxHead how many characters it
// has then.
const (
	maxHeaded = 12
	maxHead   = 40
)

// headedByItem returns the quotation, or the fence with the paragraphs after it,
// that stands right behind item i and is not indented below it. As that is a
// slip in a single item, the item before or after must have the same.
func headedByItem(rows []*row, i int) []*row {
	end := headedEnd(rows, i)
	if end == i+1 {
		return nil
	}
	before := i - 1
	for before >= 0 && before >= i-maxHeaded && rows[before].mark == "" {
		before--
	}
	if before >= 0 && headedEnd(rows, before) == i || end < len(rows) && rows[end].ordered() == rows[i].ordered() && headedEnd(rows, end) > end+1 {
		return rows[i+1 : end]
	}
	return nil
}

// headedEnd returns the end of what stands behind item i up to the next item;
// i+1 where that is nothing, or begins with other than a quotation or a fence.
func headedEnd(rows []*row, i int) int {
	r := rows[i]
	if r.mark == "" || r.kind != line || len(r.rows) > 0 || r.look.runes > maxHead || i+1 == len(rows) || rows[i+1].kind != quote && rows[i+1].kind != code {
		return i + 1
	}
	end := i + 1
	for end < len(rows) && end <= i+maxHeaded && rows[end].mark == "" && rows[end].kind != heading && rows[end].kind != rule {
		end++
	}
	return end
}

// paragraphAfter returns the only paragraph between row i and the next item or
// blank line behind it; nil where something else follows row i.
func paragraphAfter(rows []*row, i int) []*row {
	j := i + 1
	for j < len(rows) && rows[j].kind == line && rows[j].mark == "" && rows[j].gap == (j == i+1) && !strings.HasSuffix(rows[j].plain, ":") {
		j++
	}
	if j == i+1 || j < len(rows) && rows[j].kind == line && rows[j].mark == "" && rows[j].gap && !strings.HasSuffix(rows[j].plain, ":") && !rows[j].signed() {
		return nil
	}
	return rows[i+1 : j]
}

// pointedRows returns the lines right below a bare line that begin with an
// arrow, as in "set(type)" and "-> a list without duplicates".
func pointedRows(rows []*row, i int) []*row {
	j := i + 1
	words := 0
	for !rows[i].joined && rows[i].mark == "" && j < len(rows) && rows[j].joined && rows[j].kind == line && leadArrow(rows[j].plain) > 0 {
		words += countWords(rows[j].plain) - 1
		j++
	}
	if n := j - i - 1; n > 2 && words < n*2 {
		return nil // a flow, one station a line
	}
	return rows[i+1 : j]
}

func (p *pass) children(g *group, r *row, body []*row, similar int, apart bool) {
	kept := unclaimed(body)
	if (mostlyAsk(kept) || onlyTopics(kept) || g.sec.listsTasks()) && !r.asks() {
		return
	}
	if !anyProse(kept) && !(enumerates(r.plain) && anyProse(body)) {
		return
	}
	if anyClaimed(body) {
		if kept = untouched(body); !anyProse(kept) || len(kept) == 1 && enumerates(r.plain) {
			if !enumerates(r.plain) && !r.asks() {
				return // its children are cards; the line only groups them
			}
			kept = body
		}
	}
	name := card.InlineText(cleanTerm(r.text))
	if !r.asks() && (isProcedure(name, kept) || isChecklist(kept) || areSettings(kept)) {
		return
	}
	score, ok := parentScore(r, name, kept, similar, apart)
	if !ok || score < p.rules.Min {
		if ok && score > p.rules.Min-0.2 {
			p.skip(r, "has lines below it, but does not read like a term")
		}
		return
	}
	front := p.inContext(g, r, cleanTerm(r.text))
	if front == nil {
		return
	}
	c := &card.Card{Kind: card.Definition, Confidence: round(score), Front: paragraph(front), Back: render(withoutArrow(kept)), Headings: g.sec.path()}
	named(c, name, c.Back)
	k := p.emit("children", c, r)
	k.takeLine(r)
	k.take(kept...)
}

// maxTopic is the most characters of a line that only names what to think
// about.
const maxTopic = 20

// onlyTopics reports whether rows only name what to think about: questions, and
// aspects such as "GC의 종류".
func onlyTopics(rows []*row) bool {
	for _, r := range rows {
		if r.kind != line || len(r.rows) > 0 || !r.asks() && (r.look.runes > maxTopic || !namesAspect(cleanQuestion(r.plain))) {
			return false
		}
	}
	return len(rows) > 0
}

// anyClaimed reports whether a card has any of the rows or of what is below.
func anyClaimed(rows []*row) bool {
	for _, r := range rows {
		if !r.free() || anyClaimed(r.rows) {
			return true
		}
	}
	return false
}

// untouched returns the rows before the first that a card has a part of; of
// that one its own line, when only rows below it are taken.
func untouched(rows []*row) []*row {
	for i, r := range rows {
		if !anyClaimed([]*row{r}) {
			continue
		}
		if r.free() && r.prose() {
			return append(slices.Clip(rows[:i]), r.alone())
		}
		return rows[:i]
	}
	return rows
}

// parentScore says how much a line with rows below it reads like a term with
// its explanation. similar is how many lines beside it have rows below them;
// apart says that the line is set apart.
func parentScore(r *row, name string, kept []*row, similar int, apart bool) (float64, bool) {
	if genericHeadings.has(name) || asides.has(name) || r.task != card.NoTask || r.mark == "" && credits(r.plain) {
		return 0, false
	}
	open, _ := openEnd.cut(name)
	bold := emphasised(r.text) || marked(r.text) || isStrong(r.text)
	ts, ok := termScore(open, bold)
	if !ok {
		return 0, false
	}
	score := 0.45 + ts
	if r.mark == ":" || strings.HasPrefix(kept[0].plain, ": ") {
		score = 0.95 + max(ts, -0.4) // a definition list, whatever it defines
	}
	switch bare := r.mark == "" && !bold; {
	case bare && apart:
		score += 0.1
	case bare && !r.signed(): // a sign is as good as a bullet
		score -= 0.1
	}
	if enumerates(r.plain) {
		score += 0.1
	}
	if compares(name) {
		score += 0.15
	}
	announces := len(kept) >= 2 && (countsThings(r.plain) || criteria.end(r.plain))
	asksAspect := namesAspect(name) && anyProse(kept) && !beginsWithExample(kept[0].plain)
	if announces || asksAspect {
		score = max(score, 0.55) // however long the line is
	}
	if open != name || kept[0].kind == line && leadArrow(kept[0].plain) > 0 {
		score += 0.2
	}
	if similar >= 3 {
		score += 0.1
	}
	if !startsWithText(kept) && !(kept[0].kind == code && anyProse(kept[1:])) {
		score -= 0.25
	}
	if len(kept) > 12 {
		score -= 0.15
	}
	if strings.HasSuffix(r.plain, ":") {
		score += pick(countWords(name) > 5, -0.2, 0.1)
	}
	return score, true
}

// compares reports whether a name sets two things against each other: "TCP vs UDP".
func compares(name string) bool {
	return strings.Contains(name, " vs ") || strings.Contains(name, " vs. ")
}

// credits reports whether a line says whose words stand before it: "— Name".
func credits(s string) bool { r := firstRune(s); return r == '—' || r == '–' }

// openEnd are ends of lines that are continued below.
var openEnd = newEndings(`은 는 이란 란`)

// criteria end lines above the kinds that something has by a criterion.
var criteria = newEndings(`에_따라`)

// parents counts the rows of a group that have rows below them.
func parents(rows []*row) int {
	n := 0
	for _, r := range rows {
		if len(r.rows) > 0 && r.kind == line {
			n++
		}
	}
	return n
}

// linkOnly reports whether a line is links or an address only.
func linkOnly(r *row) bool {
	return onlyLinks(r.text) || isURL(r.plain) && !strings.Contains(r.plain, " ") || strings.EqualFold(r.plain, "[toc]") || strings.HasPrefix(r.plain, "{%")
}

// startsWithText reports whether the first of the rows is text that can
// answer: no link, image, code or URL.
func startsWithText(rows []*row) bool {
	for _, r := range rows {
		switch r.kind {
		case figure, rule:
			continue
		case line:
			return !linkOnly(r) && r.plain != ""
		case quote:
			return startsWithText(r.rows)
		}
		return r.kind == formula || r.kind == table
	}
	return false
}
