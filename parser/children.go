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

// setsApart reports whether row i is set apart: quoted, bare in brackets, one of several names
// above their paragraphs, or bare above indented text or lines that count.
func (g *group) setsApart(i int) bool {
	r := asLine(g.rows[i])
	return g.rows[i].kind == quote || g.namesAbove(i) || r.mark == "" && inBracketsAll(r.plain) > 0 || r.mark == "" && (len(r.rows) > 0 && r.rows[0].mark == "" || len(r.rows) == 0 && countedRows(g.rows, i) != nil)
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

func (p *pass) children(g *group, r *row, body []*row, similar int, apart bool) {
	kept := unclaimed(body)
	if (mostlyAsk(kept) || onlyTopics(kept) || g.sec.listsTasks()) && !r.asks() || passesOn(r.plain) {
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
	term, announced := listName(r, kept)
	name := card.InlineText(term)
	if !r.asks() && (isProcedure(name, kept) || isChecklist(kept) || areSettings(kept)) {
		return
	}
	score, ok := parentScore(r, name, kept, similar, apart)
	if announced {
		score, ok = max(score, announcedScore), !genericHeadings.has(name) && !asides.has(name) && !pointsBack(name) && !strings.HasSuffix(name, " 것")
	}
	if !ok || score < p.rules.Min {
		if ok && score > p.rules.Min-0.2 {
			p.skip(r, "has lines below it, but does not read like a term")
		}
		return
	}
	front := p.inContext(g, r, term)
	if front == nil {
		return
	}
	c := &card.Card{Kind: card.Definition, Confidence: round(score), Front: paragraph(front), Back: render(withoutArrow(kept)), Headings: g.sec.path()}
	named(c, name, c.Back)
	k := p.emit("children", c, r)
	k.takeLine(r)
	k.take(kept...)
}

// announcedScore is that of a list which a sentence announces.
const announcedScore = 0.6

// listName returns the name of what is below a line: of a list that a sentence
// announces what that is about.
func listName(r *row, below []*row) (name []card.Inline, announced bool) {
	if len(below) > 1 {
		if from, to, ok := listed(r.plain); ok {
			return cleanTerm(cut(r.text, from, to)), true
		}
	}
	return cleanTerm(r.text), false
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
	case bare && !r.signed() && r.number() == 0: // a sign or number is as good as a bullet
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

// parents counts the rows of a group that have rows below them, or a list
// right below a bare line.
func parents(rows []*row) int {
	n := 0
	for i, r := range rows {
		if r.kind == line && (len(r.rows) > 0 || i+1 < len(rows) && r.mark == "" && !r.joined && rows[i+1].mark != "" && !rows[i+1].gap) {
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
