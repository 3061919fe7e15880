package parser

import (
	"slices"
	"strings"

	"recto/card"
)

// pass is one note on its way through the recognisers.
type pass struct {
	file     string
	sections []*section // in reading order
	rules    Rules
	note     *card.Note
	near     []nearMiss
	habit    *[separatorKinds]int // plausible definition lines of the file by separator; nil until counted
	keys     []*keyList
	open     []*row         // question labels that no answer label follows
	fields   map[string]int // of the days of a diary, by how many have them
	reported map[int]bool   // lines that have a diagnostic
	claims   []claim        // room for the next ones
	inline   decision       // memo of answersInline
	sides    decision       // memo of writesSides
	onlyKey  bool           // the title says that the note holds nothing but answers
}

func newPass(file string, root *section, rules Rules, n *card.Note) *pass {
	sections := root.sections()
	listGroups(sections)
	for i, s := range sections {
		s.order = i
	}
	return &pass{
		file: file, sections: sections, rules: rules, note: n,
		onlyKey: keyTitle.MatchString(n.Title), reported: map[int]bool{},
	}
}

// nearMiss is a row that looked like a card and was passed over.
type nearMiss struct {
	line int
	why  string
}

// pos returns the place of a row.
func (p *pass) pos(r *row) card.Pos { return card.Pos{File: p.file, Line: r.line, Col: r.col} }

// emit adds a card made by a rule from the rows, which it takes, and returns
// its claim on further rows. A card that would show nothing on one side is
// none.
func (p *pass) emit(rule string, c *card.Card, at *row, took ...*row) *claim {
	k := p.newClaim(rule, c)
	if blankSide(c.Front) || blankSide(c.Answer()) {
		return k
	}
	c.Rule, c.Pos = rule, p.pos(at)
	p.note.Cards = append(p.note.Cards, c)
	k.take(took...)
	return k
}

// claimsAtOnce is how many claims are allocated together.
const claimsAtOnce = 32

func (p *pass) newClaim(rule string, c *card.Card) *claim {
	if len(p.claims) == cap(p.claims) {
		p.claims = make([]claim, 0, claimsAtOnce)
	}
	p.claims = append(p.claims, claim{rule, c})
	return &p.claims[len(p.claims)-1]
}

// blankSide reports whether a side shows neither text nor a picture.
func blankSide(blocks []card.Block) bool {
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*card.Paragraph); ok && beginsWithWord(p.Content) {
			return false // as nearly always
		}
	}
	shown := false
	card.Walk(blocks, func(x card.Inline) {
		switch x := x.(type) {
		case *card.Text:
			shown = shown || strings.TrimSpace(x.Value) != ""
		case *card.Image:
			shown = true
		}
	})
	return !shown && strings.TrimSpace(card.PlainText(blocks)) == ""
}

// beginsWithWord reports whether running text begins with a word.
func beginsWithWord(in []card.Inline) bool {
	if len(in) == 0 {
		return false
	}
	switch x := in[0].(type) {
	case *card.Text:
		return isLetterOrDigit(firstRune(x.Value))
	case *card.CodeSpan:
		return isLetterOrDigit(firstRune(x.Text))
	case *card.Strong:
		return beginsWithWord(x.Content)
	}
	return false
}

// report adds a diagnostic at a row, at most one a row.
func (p *pass) report(r *row, format string, args ...any) {
	if p.reported[r.line] {
		return
	}
	p.reported[r.line] = true
	p.note.Diags.Addf(p.pos(r), format, args...)
}

// count returns how many rows of the note are what a function asks for.
func (p *pass) count(is func(g *group, i int) bool) int {
	n := 0
	for _, s := range p.sections {
		for _, g := range s.groups {
			for i := range g.rows {
				if is(g, i) {
					n++
				}
			}
		}
	}
	return n
}

// skip notes for the explanation why a row was passed over.
func (p *pass) skip(r *row, why string) { p.near = append(p.near, nearMiss{r.line, why}) }

// paragraph returns running text as content.
func paragraph(in []card.Inline) []card.Block {
	if len(in) == 0 {
		return nil
	}
	x := &struct { // one allocation for both
		paragraph card.Paragraph
		blocks    [1]card.Block
	}{paragraph: card.Paragraph{Content: in}}
	x.blocks[0] = &x.paragraph
	return x.blocks[:]
}

// joinLines returns lines of running text with breaks between.
func joinLines(lines ...[]card.Inline) []card.Inline {
	if len(lines) == 1 {
		return lines[0]
	}
	n := 0
	for _, l := range lines {
		n += len(l) + 1
	}
	out := make([]card.Inline, 0, n)
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, &card.Break{})
		}
		out = append(out, l...)
	}
	return out
}

// unclaimed returns the rows that no card has, each without the rows below
// it that a card has.
func unclaimed(rows []*row) []*row {
	if !anyClaimed(rows) {
		return slices.Clip(rows)
	}
	var out []*row
	for _, r := range rows {
		if !r.free() {
			continue
		}
		kept := unclaimed(r.rows)
		if len(kept) != len(r.rows) {
			c := *r
			c.rows = kept
			r = &c
		}
		out = append(out, r)
	}
	return out
}

// trails reports whether a front does not end in r.
func trails(r rune) bool {
	switch r {
	case ' ', ':', '：', '-', '–', '—', '=', '→', '*':
		return true
	}
	return isPicture(r)
}

// cleanFront returns the text of a question or term as a front shows it:
// without numbering, stars, emphasis over all of it and marks at its end.
func cleanFront(in []card.Inline) []card.Inline {
	in = unmarked(in)
	text := card.InlineText(in)
	in = unmarked(cut(in, number(text), len(text)))
	if isLetterOrDigit(lastRune(text)) {
		return in
	}
	text = card.InlineText(in)
	end := len(strings.TrimRightFunc(text, trails))
	if end > 0 && end < len(text) {
		in = cut(in, 0, end)
	}
	return in
}
