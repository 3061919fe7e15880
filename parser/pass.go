package parser

import (
	"iter"
	"strings"

	"recto/card"
)

// pass is one note on its way through the recognisers.
type pass struct {
	file     string
	root     *section
	rules    Rules
	note     *card.Note
	near     []nearMiss
	habit    map[separator]int // plausible definition lines of the file by separator
	keys     []*keyList
	reported map[int]bool      // lines that have a diagnostic
	onlyKey  bool              // the title says that the note holds nothing but answers
	defining map[*section]bool // most headings right below define terms
	mixed    map[*row]bool     // by a group's first row: labelled lines stand among plain ones
}

func newPass(file string, root *section, rules Rules, n *card.Note) *pass {
	return &pass{
		file: file, root: root, rules: rules, note: n,
		onlyKey: keyTitle.MatchString(n.Title),
		habit:   map[separator]int{}, reported: map[int]bool{}, mixed: map[*row]bool{}, defining: map[*section]bool{},
	}
}

// nearMiss is a row that looked like a card and was passed over.
type nearMiss struct {
	line int
	why  string
}

// group is a run of sibling rows with what stands above them.
type group struct {
	sec    *section
	parent *row // nil at the top of the section
	rows   []*row
	up     *group // the group that parent is in
	at     int    // the index of parent there
}

// groups yields every run of sibling rows in s, outer ones first. They are
// listed once: recognisers claim rows, but never move them.
func (s *section) groups() iter.Seq[group] {
	if s.grouped == nil {
		s.grouped = appendGroups([]*group{}, &group{sec: s, rows: s.rows})
	}
	return func(yield func(group) bool) {
		for _, g := range s.grouped {
			if !yield(*g) {
				return
			}
		}
	}
}

func appendGroups(out []*group, g *group) []*group {
	if len(g.rows) > 0 {
		out = append(out, g)
	}
	for i, r := range g.rows {
		if len(r.rows) > 0 {
			out = appendGroups(out, &group{sec: g.sec, parent: r, rows: r.rows, up: g, at: i})
		}
	}
	return out
}

// pos returns the place of a row.
func (p *pass) pos(r *row) card.Pos { return card.Pos{File: p.file, Line: r.line, Col: r.col} }

// emit adds a card made by a rule from the rows, which it takes. A card that
// would show nothing on one side is none.
func (p *pass) emit(rule string, c *card.Card, at *row, took ...*row) {
	if blankSide(c.Front) || blankSide(c.Answer()) {
		return
	}
	c.Rule, c.Pos = rule, p.pos(at)
	p.note.Cards = append(p.note.Cards, c)
	take(rule, c, took...)
}

// blankSide reports whether a side shows neither text nor a picture.
func blankSide(blocks []card.Block) bool {
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*card.Paragraph); ok && len(p.Content) > 0 {
			if t, ok := p.Content[0].(*card.Text); ok && strings.TrimSpace(t.Value) != "" {
				return false
			}
		}
	}
	if strings.TrimSpace(card.PlainText(blocks)) != "" {
		return false
	}
	picture := false
	card.Walk(blocks, func(x card.Inline) {
		if _, ok := x.(*card.Image); ok {
			picture = true
		}
	})
	return !picture
}

// take marks rows and everything below them as used by a card. Rows that
// another card has stay with it.
func take(rule string, c *card.Card, rows ...*row) {
	for _, r := range rows {
		for x := range r.all() {
			if x.claim == nil {
				x.claim = &claim{rule, c}
			}
		}
	}
}

// takeRow marks only the row itself.
func takeRow(rule string, c *card.Card, r *row) {
	if r.claim == nil {
		r.claim = &claim{rule, c}
	}
}

// report adds a diagnostic at a row, at most one a row.
func (p *pass) report(r *row, format string, args ...any) {
	if p.reported[r.line] {
		return
	}
	p.reported[r.line] = true
	p.note.Diags.Addf(p.pos(r), format, args...)
}

// skip notes for the explanation why a row was passed over.
func (p *pass) skip(r *row, why string) { p.near = append(p.near, nearMiss{r.line, why}) }

// paragraph returns running text as content.
func paragraph(in []card.Inline) []card.Block {
	if len(in) == 0 {
		return nil
	}
	return []card.Block{&card.Paragraph{Content: in}}
}

// joinLines returns lines of running text with breaks between.
func joinLines(lines ...[]card.Inline) []card.Inline {
	var out []card.Inline
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

// cleanFront returns the text of a question or term as a front shows it:
// without numbering, stars, emphasis over all of it and marks at its end.
func cleanFront(in []card.Inline) []card.Inline {
	in = unmarked(in)
	text := card.InlineText(in)
	in = unmarked(cut(in, number(text), len(text)))
	text = card.InlineText(in)
	if isLetterOrDigit(lastRune(text)) {
		return in
	}
	end := len(strings.TrimRightFunc(text, func(r rune) bool { return strings.ContainsRune(" :：-–—=→*", r) || isPicture(r) }))
	if end > 0 && end < len(text) {
		in = cut(in, 0, end)
	}
	return in
}
