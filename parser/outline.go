package parser

import (
	"iter"
	"slices"

	"recto/card"
)

// An outline is a note as the recognisers see it: sections of rows. A row is
// one line of the writer's, because in notes a line is a thought; what
// Markdown joins into one paragraph or loosely continues in a list item stays
// apart here, marked as joined. Code, tables and formulas are one row each.

// section is a heading with everything down to the next heading of the same
// or a higher level. The root section has no heading.
type section struct {
	head  *row // nil for the root
	level int  // 0 for the root
	rows  []*row
	subs  []*section
	up    *section

	groups []*group // listed by newPass, as the next
	order  int      // among the sections of the note, in reading order
	memo   sectionMemo
}

// title returns the heading's text without numbering, stars and marks at its
// end; "" for the root.
func (s *section) title() string {
	if s.memo.title == "" && s.head != nil {
		s.memo.title = cleanHeading(s.head.plain)
	}
	return s.memo.title
}

// kind says what a row is.
type kind int8

const (
	line    kind = iota // a line of text: of a paragraph, of a list item, or a heading inside one
	heading             // a heading, of a section or inside an item
	quote               // a block quotation or callout; the rows are what it holds
	details             // an HTML <details>; text is the summary, the rows are the body
	code                // block holds *card.Code
	table               // block holds *card.Table
	formula             // block holds *card.Math
	figure              // a line of nothing but images
	rule                // a thematic break
)

// form says what the text of a row consists of.
type form int8

const (
	inParts   form = iota // words and marks, several texts, or nothing
	onlyWords             // words without any mark
	onlyLink              // one link
)

// formOf returns the form of a text.
func formOf(in []card.Inline) form {
	if len(in) == 1 {
		switch in[0].(type) {
		case *card.Text:
			return onlyWords
		case *card.Link:
			return onlyLink
		}
	}
	return inParts
}

// row is one line of a note, or one block that has no lines to judge.
type row struct {
	kind   kind
	form   form
	gap    bool // blank lines stand before it
	joined bool // Markdown reads it as more text of the row before
	lazy   bool // joined, and not even indented below the item it continues
	task   card.Task
	claim  *claim
	look   look          // at plain
	plain  string        // the words of text; white space folded, never ending in it
	words  string        // the same as literal has them
	text   []card.Inline // set by setText, with what of the above follows from it
	mark   string        // the list marker as written: "-", "*", "1.", "2)"; empty for no item
	num    int           // the number of an ordered item
	rows   []*row        // what belongs to it: nested items, further paragraphs, indented text
	memo   memo

	line int // first source line
	end  int // last source line of the row itself, without its rows
	col  int // 1-based byte column of the text

	at      int    // its index in its group, set by listGroups
	level   int    // of a heading
	callout string // of a quote: the callout's type
	block   card.Block
	lines   []int // source line of each table row, header first
}

// setText gives the row its text.
func (r *row) setText(in []card.Inline) {
	r.text, r.form, r.plain = in, formOf(in), card.InlineText(in)
	r.words, r.look = r.plain, lookAt(r.plain)
	if slices.ContainsFunc(in, opaque) {
		r.words = literal(in)
	}
}

// ordered reports whether the row is an item of a numbered list.
func (r *row) ordered() bool { return r.mark != "" && r.num >= 0 }

// bullet reports whether the row is an item of a bulleted list.
func (r *row) bullet() bool { return r.mark != "" && r.num < 0 }

// signed reports whether the row begins with an emoji or another sign, which
// marks it as a bullet does.
func (r *row) signed() bool { return isPicture(firstRune(r.plain)) }

// isCallout reports whether the row is a callout.
func (r *row) isCallout() bool { return r.kind == quote && r.callout != "" }

// bareCallout reports whether the row is a callout with a title and nothing
// below it.
func (r *row) bareCallout() bool { return r.isCallout() && len(r.rows) == 0 }

// alone returns a copy of the row without what hangs below it.
func (r *row) alone() *row {
	c := *r
	c.rows = nil
	return &c
}

// free reports whether no card has taken the row.
func (r *row) free() bool { return r.claim == nil }

// prose reports whether the row shows text that can be read as an answer.
func (r *row) prose() bool { return r.kind == line && r.plain != "" }

// all yields the row and everything below it in reading order.
func (r *row) all() iter.Seq[*row] {
	return func(yield func(*row) bool) { r.walk(yield) }
}

func (r *row) walk(yield func(*row) bool) bool {
	if !yield(r) {
		return false
	}
	for _, c := range r.rows {
		if !c.walk(yield) {
			return false
		}
	}
	return true
}

// sections returns s and all sections below it, in reading order.
func (s *section) sections() []*section { return s.appendTo(nil) }

func (s *section) appendTo(out []*section) []*section {
	out = append(out, s)
	for _, c := range s.subs {
		out = c.appendTo(out)
	}
	return out
}

// path returns the headings above the section and its own, outermost first.
// The cards of a section share it.
func (s *section) path() []string {
	if s == nil || s.head == nil {
		return nil
	}
	if s.memo.path == nil {
		s.memo.path = slices.Clip(slices.Concat(s.up.path(), []string{s.head.plain}))
	}
	return s.memo.path
}

// everyRow returns the heading and all rows of the section itself.
func (s *section) everyRow() []*row {
	var out []*row
	if s.head != nil {
		out = append(out, s.head)
	}
	for _, r := range s.rows {
		out = slices.AppendSeq(out, r.all())
	}
	return out
}
