package parser

import (
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// draft is a note on its way through the dialects: its lines, counted from 0,
// and which of them are taken.
type draft struct {
	file  string
	lines []string
	*masked
	osr     *osrMarks
	fo      *foMarks
	start   int // the first line below the front matter
	values  map[string]any
	meta    meta
	name    string // of the dialect that reads now
	cards   []*card.Card
	owner   []*claim
	tokens  []token
	says    []statement // by where they begin
	stating bool        // some of them are about tags
	heads   []head
	refs    map[string]string // link reference definitions by label
	trace   []card.Trace      // what declares dialects
	near    []card.Trace      // lines that were passed over
	diags   card.Diagnostics
	on      map[string]bool // declared dialects
	forced  map[string]bool // those that the run asks for
}

// statement is a deck or tags that hold for the cards of some lines.
type statement struct {
	from, to int
	deck     string
	tags     []string
}

// newDraft prepares the text of a note, whose first start lines are its
// front matter.
func newDraft(file string, lines []string, start int, m meta, s Settings) *draft {
	d := &draft{osr: cmp.Or(s.osr, &osrDefaults), fo: cmp.Or(s.fo, &foDefaults), file: file, on: map[string]bool{}, forced: map[string]bool{}, lines: lines, start: start, meta: m, values: m.Values}
	d.masked = mask(lines, start)
	d.owner = make([]*claim, len(lines))
	slices.SortStableFunc(d.comments, func(a, b remark) int { return a.line - b.line })
	d.readTokens()
	d.readHeads()
	return d
}

// declare remembers for the explanation that a dialect is on.
func (d *draft) declare(name string, e evidence) {
	d.on[name] = true
	d.trace = append(d.trace, card.Trace{Line: e.line + 1, Why: "read as " + name + ": " + e.what})
}

// report adds a diagnostic at line i.
func (d *draft) report(i int, format string, args ...any) {
	d.diags.Addf(card.Pos{File: d.file, Line: i + 1, Col: len(lineMark.FindString(d.lines[i])) + 1}, format, args...)
}

// pass over a line, for the explanation.
func (d *draft) skip(i int, why string) {
	d.near = append(d.near, card.Trace{Line: i + 1, Why: why})
}

// free reports whether no card has line i, and it is no front matter.
func (d *draft) free(i int) bool {
	return i >= d.start && i < len(d.lines) && d.owner[i] == nil
}

// allFree reports whether no card has any of the lines.
func (d *draft) allFree(from, to int) bool {
	for i := from; i <= to; i++ {
		if !d.free(i) {
			return false
		}
	}
	return true
}

// blank reports whether line i is blank or outside of the note.
func (d *draft) blank(i int) bool {
	return i < d.start || i >= len(d.lines) || strings.TrimSpace(d.lines[i]) == ""
}

// silent reports whether line i shows nothing: it is a comment or the id of a
// block.
func (d *draft) silent(i int) bool {
	if d.blank(i) {
		return false
	}
	t := strings.TrimSpace(d.shown(i))
	return t == "" || strings.HasPrefix(t, "<!--") && strings.HasSuffix(t, "-->") && strings.Trim(d.text(i), "\x00 \t") == ""
}

// having yields the lines from the start of the text on in which a mark
// occurs, which is far cheaper than matching an expression against all.
func (d *draft) having(mark string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := d.start; i < len(d.lines); i++ {
			if strings.Contains(d.masked.lines[i], mark) && !yield(i) {
				return
			}
		}
	}
}

// has reports whether a mark occurs anywhere in the text.
func (d *draft) has(mark string) bool {
	for range d.having(mark) {
		return true
	}
	return false
}

// text returns the masked line i without the white space around it.
func (d *draft) text(i int) string { return strings.TrimSpace(d.masked.lines[i]) }

// maxParagraph bounds how far up the beginning of a paragraph is looked for.
const maxParagraph = 200

// paragraph returns the first line of the run of lines that line i ends and
// that no blank line, comment, heading or rule interrupts and no card has.
func (d *draft) paragraph(i int) int {
	from := i
	for from > max(d.start, i-maxParagraph) && d.inParagraph(from-1) && (d.solid[from-1] < 0 || d.solid[from-1] != d.solid[from]) {
		from--
	}
	return from
}

func (d *draft) inParagraph(i int) bool {
	return d.free(i) && !d.blank(i) && !d.silent(i) && !d.isHeading(i) && !isRule(d.text(i))
}

// until returns the last line of the run from line i on that is free and not
// blank; blocks of code are taken whole, with the blank lines in them.
func (d *draft) until(i int) int {
	for i < len(d.lines) && d.free(i) && !d.blank(i) {
		i = max(i, d.solid[i]) + 1
	}
	return i - 1
}

var ruleLine = regexp.MustCompile(`^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$`)

func isRule(text string) bool {
	return len(text) >= 3 && strings.IndexByte("-*_", text[0]) >= 0 && ruleLine.MatchString(text)
}

// lineMark is what stands before the text of a line: quotation marks, then a
// heading's number signs or a list marker with its check box.
var lineMark = regexp.MustCompile(`^[ \t>]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$))?`)

var itemMark = regexp.MustCompile(`^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)`)

// body returns line i without its mark and without ids.
func (d *draft) body(i int) string {
	s := d.shown(i)
	return s[len(lineMark.FindString(s)):]
}

// isItem reports whether line i begins an item of a list.
func (d *draft) isItem(i int) bool { return itemMark.MatchString(d.masked.lines[i]) }

// indent returns the width of white space before line i.
func (d *draft) indent(i int) int {
	n := 0
	for _, c := range d.lines[i] {
		switch c {
		case ' ':
			n++
		case '\t':
			n += 4 - n%4
		default:
			return n
		}
	}
	return n
}

// children returns the last line of what is indented below line i; i when
// nothing is.
func (d *draft) children(i int) int {
	last, n := i, d.indent(i)
	for j := i + 1; j < len(d.lines) && (d.owner[j] == nil || d.owner[j].card == nil); j++ {
		if d.blank(j) {
			continue
		}
		if d.indent(j) <= n {
			break
		}
		last = max(j, d.solid[j])
		j = last
	}
	return last
}

// emit adds a card that takes the lines from and to, with the ids around it.
func (d *draft) emit(c *card.Card, from, to int) *card.Card {
	c.Rule, c.Confidence = RuleDialects+":"+d.name, 1
	c.Headings = d.path(from)
	mark := lineMark.FindString(d.lines[from])
	c.Pos = card.Pos{File: d.file, Line: from + 1, Col: len(mark) + 1}
	d.shelve(c, from)
	c.Tags = slices.DeleteFunc(c.Tags, d.marksCards)
	d.take(c, from, to)
	d.identify(c, from, to)
	d.cards = append(d.cards, c)
	return c
}

// shelve gives a card what statements say of its line; of two decks the one
// stated later wins.
func (d *draft) shelve(c *card.Card, line int) {
	n, _ := slices.BinarySearchFunc(d.says, line+1, func(s statement, i int) int { return cmp.Compare(s.from, i) })
	for _, s := range slices.Backward(d.says[:n]) {
		if line > s.to {
			continue
		}
		c.Deck = cmp.Or(c.Deck, s.deck)
		c.Tags = append(c.Tags, s.tags...)
		if c.Deck != "" && !d.stating {
			return
		}
	}
}

// take marks lines as used, for a card or for nothing (nil).
func (d *draft) take(c *card.Card, from, to int) {
	for i := max(from, 0); i <= to && i < len(d.lines); i++ {
		if d.owner[i] == nil {
			d.owner[i] = &claim{RuleDialects + ":" + d.name, c}
		}
	}
}

// say sets the deck or tags of the cards between two lines; the statement
// itself, in the lines first to last, is taken.
func (d *draft) say(s statement, first, last int) {
	n, _ := slices.BinarySearchFunc(d.says, s.from+1, func(s statement, i int) int { return cmp.Compare(s.from, i) })
	d.says = slices.Insert(d.says, n, s)
	d.stating = d.stating || len(s.tags) > 0
	d.take(nil, first, last)
}

// rest returns the text for the recognisers: the lines that no card took,
// without ids, and taken headings, which keep the outline together.
func (d *draft) rest() []byte {
	out := make([]string, len(d.lines))
	for i := range d.lines {
		switch {
		case i < d.start:
		case d.owner[i] == nil:
			out[i] = d.shown(i)
		case d.isHeading(i):
			out[i] = inlineTag.ReplaceAllString(d.shown(i), "$1")
		}
	}
	return []byte(strings.Join(out, "\n"))
}

// inlineTag matches a tag in running text.
var inlineTag = regexp.MustCompile(`(^|[ \t])#[\p{L}\p{N}_/-]*[\p{L}_-][\p{L}\p{N}_/-]*`)

// traces returns what the dialects made of the lines. merged says which card
// stands for one that was left out.
func (d *draft) traces(merged map[*card.Card]*card.Card) []card.Trace {
	out := append(d.trace, d.near...)
	for i, o := range d.owner {
		if o == nil {
			continue
		}
		k := o.card
		if m := merged[k]; m != nil {
			k = m
		}
		out = append(out, card.Trace{Line: i + 1, Card: k, Rule: o.rule})
	}
	return out
}

// remarks returns the texts of the comments that begin in the lines.
func (d *draft) remarks(from, to int) []string {
	n, _ := slices.BinarySearchFunc(d.comments, from, func(c remark, i int) int { return cmp.Compare(c.line, i) })
	var out []string
	for ; n < len(d.comments) && d.comments[n].line <= to; n++ {
		out = append(out, strings.TrimSpace(d.comments[n].text))
	}
	return out
}

// parts returns the runs of lines between the lines that split says end one.
func (d *draft) parts(from, to int, split func(i int) bool) [][2]int {
	var out [][2]int
	for i := from; i <= to; i++ {
		if d.solid[i] < 0 && split(i) {
			out = append(out, [2]int{from, i - 1})
			from = i + 1
		}
	}
	return append(out, [2]int{from, to})
}

// trim returns lines without the blank ones at both ends; to is below from
// when there is no other.
func (d *draft) trim(from, to int) (int, int) {
	for from <= to && d.blank(from) {
		from++
	}
	for to >= from && d.blank(to) {
		to--
	}
	return from, to
}

// allBlank reports whether the lines show nothing.
func (d *draft) allBlank(from, to int) bool {
	from, to = d.trim(from, to)
	return to < from
}

func declareNothing(*draft) evidence { return evidence{} }
