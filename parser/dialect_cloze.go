package parser

import (
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// holeNumbers says which number a hole without one gets.
type holeNumbers int

const (
	ownNumber holeNumbers = iota // each the next unused
	oneNumber                    // all of them 1
)

// maxHoles is the most holes of one card; Anki has no more than 500 numbers.
const maxHoles = 200

// Places of holes while Markdown is read: a private character that carries
// the index of the hole, and one that ends it.
const (
	holeStart = 0x100000
	holeEnd   = 0x10FFF0
)

// edit replaces a part of a text.
type edit struct {
	from, to int
	with     string
}

// clozeCard makes a cloze of text that begins in line first; nil when the
// grammar finds no hole in it.
func (d *draft) clozeCard(text, masked string, first int, g grammar, n holeNumbers) *card.Card {
	hs := holes(masked, g)
	if len(hs) == 0 || len(hs) > maxHoles {
		return nil
	}
	numberHoles(hs, n)
	var edits []edit
	r := &gaps{}
	for i, h := range hs {
		if j := strings.Index(text[h.inFrom:h.inTo], `\\`); j > 0 && g&logseqCloze != 0 && h.hintFrom == 0 {
			h.hintFrom, h.hintTo, h.inTo = h.inFrom+j+2, h.inTo, h.inFrom+j
		}
		c := card.Cloze{Number: h.number}
		if h.hintFrom > 0 {
			c.Hint = d.words(text[h.hintFrom:h.hintTo])
		}
		r.holes = append(r.holes, c)
		edits = append(edits, edit{h.from, h.inFrom, string(rune(holeStart + i))}, edit{h.inTo, h.to, string(rune(holeEnd))})
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var sb strings.Builder
	at := 0
	for _, e := range edits {
		sb.WriteString(text[at:max(e.from, at)])
		sb.WriteString(e.with)
		at = max(at, e.to)
	}
	sb.WriteString(text[at:])
	s := d.read(sb.String(), first)
	front := r.blocks(s.blocks)
	if !r.found {
		return nil
	}
	return &card.Card{Kind: card.ClozeNote, Front: front, Tags: s.tags}
}

// numberHoles numbers the holes that have no number.
func numberHoles(hs []hole, n holeNumbers) {
	used := map[int]bool{}
	for _, h := range hs {
		used[h.number] = true
	}
	next := 1
	for i := range hs {
		switch {
		case hs[i].number > 0:
		case n == oneNumber:
			hs[i].number = 1
		default:
			for used[next] {
				next++
			}
			used[next] = true
			hs[i].number = next
		}
	}
}

// gaps puts the holes of a text into the content that was read from it.
type gaps struct {
	holes []card.Cloze
	found bool
}

func (g *gaps) blocks(in []card.Block) []card.Block {
	out := make([]card.Block, 0, len(in))
	for _, b := range in {
		switch b := b.(type) {
		case *card.Paragraph:
			out = append(out, &card.Paragraph{Content: g.line(b.Content)})
		case *card.Heading:
			out = append(out, &card.Paragraph{Content: g.line(b.Content)})
		case *card.Quote:
			out = append(out, &card.Quote{Callout: b.Callout, Title: g.line(b.Title), Content: g.blocks(b.Content)})
		case *card.List:
			l := &card.List{Ordered: b.Ordered, Start: b.Start}
			for _, it := range b.Items {
				l.Items = append(l.Items, card.Item{Task: it.Task, Content: g.blocks(it.Content)})
			}
			out = append(out, l)
		case *card.Table:
			t := &card.Table{Align: b.Align, Header: g.cells(b.Header)}
			for _, r := range b.Rows {
				t.Rows = append(t.Rows, g.cells(r))
			}
			out = append(out, t)
		case *card.Code:
			out = append(out, &card.Code{Lang: b.Lang, Text: withoutHoles(b.Text)})
		case *card.Math:
			out = append(out, &card.Math{TeX: withoutHoles(b.TeX)})
		default:
			out = append(out, b)
		}
	}
	return out
}

func (g *gaps) cells(row [][]card.Inline) [][]card.Inline {
	out := make([][]card.Inline, len(row))
	for i, c := range row {
		out[i] = g.line(c)
	}
	return out
}

// line turns the marked places of running text into gaps. One that is not
// closed there is dropped.
func (g *gaps) line(in []card.Inline) []card.Inline {
	var out []card.Inline
	text, at := card.InlineText(in), 0
	for at < len(text) {
		i, n := findHole(text[at:])
		if i < 0 {
			break
		}
		from := at + i + len(string(rune(holeStart)))
		out = append(out, slice(in, at, at+i)...)
		to := closeHole(text, from)
		if to < 0 || n >= len(g.holes) {
			at = from
			continue
		}
		c := g.holes[n]
		if c.Content = tidy(mergeText(g.line(slice(in, from, to)))); len(c.Content) > 0 {
			g.found = true
			out = append(out, &c)
		}
		at = to + len(string(rune(holeEnd)))
	}
	return mergeText(clearHoles(append(out, slice(in, at, len(text))...)))
}

// findHole returns the place and the index of the first hole.
func findHole(s string) (at, index int) {
	for i, r := range s {
		if r >= holeStart && r < holeEnd {
			return i, int(r - holeStart)
		}
	}
	return -1, 0
}

// closeHole returns where the hole whose content begins at from ends; -1 when
// it does not.
func closeHole(s string, from int) int {
	depth := 1
	for i, r := range s[from:] {
		switch {
		case r >= holeStart && r < holeEnd:
			depth++
		case r == holeEnd:
			if depth--; depth == 0 {
				return from + i
			}
		}
	}
	return -1
}

func withoutHoles(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= holeStart && r <= holeEnd {
			return -1
		}
		return r
	}, s)
}

// clearHoles drops what is left of holes that did not close.
func clearHoles(in []card.Inline) []card.Inline {
	for i, x := range in {
		switch x := x.(type) {
		case *card.Text:
			in[i] = &card.Text{Value: withoutHoles(x.Value)}
		case *card.CodeSpan:
			in[i] = &card.CodeSpan{Text: withoutHoles(x.Text)}
		case *card.MathSpan:
			in[i] = &card.MathSpan{TeX: withoutHoles(x.TeX)}
		case *card.Image:
			img := *x
			img.Alt, img.Dest = withoutHoles(x.Alt), withoutHoles(x.Dest)
			in[i] = &img
		case *card.Break, *card.Cloze:
		default:
			in[i] = withContent(x, clearHoles(slices.Clone(card.Children(x))))
		}
	}
	return in
}

// findNativeCloze makes a cloze of every paragraph or item with Anki's marks.
func findNativeCloze(d *draft) {
	if !d.has("{") {
		return
	}
	d.findClozes(nativeCloze, ownNumber, func(from, to int) bool { return strings.Contains(d.hidden(from, to), "{{") })
	d.findClozes(nativeCloze|shortCloze, ownNumber, func(from, to int) bool { return !programs.MatchString(d.hidden(from, to)) })
	for i := range d.having("{{") {
		if m := nativeOpen.FindStringIndex(d.masked.lines[i]); m != nil && d.free(i) {
			d.report(i, "cloze without words or without its end: %s; write {{c1::words}}", quoted(d.lines[i][m[0]:]))
		}
	}
}

var nativeOpen = regexp.MustCompile(`\{\{c\d+::`)

// programs matches text that reads like source code, where {c1: 5} is an
// object.
var programs = regexp.MustCompile(`(?m)[;{(,]\s*$|=>?\s*\{|\b(?:const|let|var|return|function|import|class|type|interface)\s`)

// findClozes makes clozes of the paragraphs and items in which a grammar
// finds holes and which pass the test, if there is one.
func (d *draft) findClozes(g grammar, n holeNumbers, pass func(from, to int) bool) {
	if !slices.ContainsFunc([]string{"{", "==", "~~", "["}, d.has) {
		return
	}
	for i := d.start; i < len(d.lines); {
		if !d.free(i) || d.blank(i) || d.solid[i] >= 0 {
			i++
			continue
		}
		end := d.unit(i)
		if pass == nil || pass(i, end) {
			d.clozeLines(i, end, g, n)
		}
		i = end + 1
	}
}

// unit returns the last line of the heading, item or paragraph that begins in
// line i; an item ends before the next one and before what is nested in it.
func (d *draft) unit(i int) int {
	if d.isHeading(i) {
		return i
	}
	for d.inParagraph(i+1) && !d.isItem(i+1) && d.solid[i+1] < 0 {
		i++
	}
	return i
}

// clozeLines makes a cloze of the lines; what is indented below an item
// belongs to its back.
func (d *draft) clozeLines(from, to int, g grammar, n holeNumbers) *card.Card {
	text := d.join(from, to)
	if !strings.ContainsAny(text, "{=~[") {
		return nil
	}
	hidden := d.hidden(from, to)
	mark := len(lineMark.FindString(text))
	if strings.ContainsRune(lineMark.FindString(text), '>') {
		mark = 0
	}
	c := d.clozeCard(text[mark:], hidden[mark:], from, g, n)
	if c == nil {
		return nil
	}
	last := to
	if d.isItem(from) {
		last = max(to, d.children(from))
	}
	if last > to && d.allFree(to+1, last) && !d.holds(to+1, last, g) {
		s := d.side(to+1, last)
		c.Back, c.Tags = s.blocks, append(c.Tags, s.tags...)
		to = last
	}
	return d.emit(c, from, to)
}

// holds reports whether any of the lines has a hole of its own.
func (d *draft) holds(from, to int, g grammar) bool {
	for i := from; i <= to; i++ {
		if len(holes(d.masked.lines[i], g)) > 0 {
			return true
		}
	}
	return false
}
