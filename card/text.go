package card

import (
	"strconv"
	"strings"
)

// PlainText returns the words of blocks without any marks. Blocks, items,
// rows and breaks are separated by "\n", the cells of a row by "\t"; ordered
// items keep their numbers.
func PlainText(blocks []Block) string {
	if len(blocks) == 1 {
		return blockText(blocks[0])
	}
	var lines []string
	for _, b := range blocks {
		if s := blockText(b); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

// InlineText returns the words of inlines without any marks; a break is "\n".
func InlineText(inlines []Inline) string {
	if len(inlines) == 1 {
		switch in := inlines[0].(type) {
		case *Text:
			return in.Value
		case *CodeSpan:
			return in.Text
		case *Strong:
			return InlineText(in.Content)
		}
	}
	var room [256]byte // of nearly every line
	text := room[:0]
	for _, in := range inlines {
		text = appendText(text, in)
	}
	return string(text)
}

func blockText(b Block) string {
	switch b := b.(type) {
	case *Paragraph:
		return InlineText(b.Content)
	case *Heading:
		return InlineText(b.Content)
	case *List:
		return listText(b)
	case *Quote:
		title := InlineText(b.Title)
		if title == "" {
			return PlainText(b.Content)
		}
		return strings.TrimSuffix(title+"\n"+PlainText(b.Content), "\n")
	case *Code:
		return b.Text
	case *Table:
		return tableText(b)
	case *Math:
		return b.TeX
	case *Rule:
		return ""
	}
	panic("card: unknown block")
}

func listText(l *List) string {
	var lines []string
	for i, it := range l.Items {
		s := PlainText(it.Content)
		if l.Ordered {
			s = strconv.Itoa(l.Start+i) + ". " + s
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func tableText(t *Table) string {
	var lines []string
	for _, row := range append([][][]Inline{t.Header}, t.Rows...) {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = InlineText(c)
		}
		if s := strings.TrimRight(strings.Join(cells, "\t"), "\t"); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

// appendText appends the words of an inline.
func appendText(b []byte, in Inline) []byte {
	switch in := in.(type) {
	case *Text:
		return append(b, in.Value...)
	case *CodeSpan:
		return append(b, in.Text...)
	case *MathSpan:
		return append(b, in.TeX...)
	case *Image:
		return append(b, in.Alt...)
	case *Break:
		return append(b, '\n')
	case *Footnote:
		b = append(b, " ("...)
		for _, c := range in.Content {
			b = appendText(b, c)
		}
		return append(b, ')')
	}
	for _, c := range Children(in) {
		b = appendText(b, c)
	}
	return b
}

// Children returns what an inline contains; nil for one that contains none.
func Children(in Inline) []Inline {
	switch in := in.(type) {
	case *Emphasis:
		return in.Content
	case *Strong:
		return in.Content
	case *Strike:
		return in.Content
	case *Highlight:
		return in.Content
	case *Superscript:
		return in.Content
	case *Subscript:
		return in.Content
	case *Link:
		return in.Content
	case *Footnote:
		return in.Content
	case *Cloze:
		return in.Content
	case *Text, *CodeSpan, *MathSpan, *Image, *Break:
		return nil
	}
	panic("card: unknown inline")
}

// Walk calls f for every inline in blocks, parents first, in reading order.
func Walk(blocks []Block, f func(Inline)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			walkInlines(b.Content, f)
		case *Heading:
			walkInlines(b.Content, f)
		case *List:
			for _, it := range b.Items {
				Walk(it.Content, f)
			}
		case *Quote:
			walkInlines(b.Title, f)
			Walk(b.Content, f)
		case *Table:
			for _, row := range append([][][]Inline{b.Header}, b.Rows...) {
				for _, c := range row {
					walkInlines(c, f)
				}
			}
		case *Code, *Math, *Rule:
		default:
			panic("card: unknown block")
		}
	}
}

func walkInlines(inlines []Inline, f func(Inline)) {
	for _, in := range inlines {
		f(in)
		walkInlines(Children(in), f)
	}
}

// Sides yields all content of a card in reading order: front, options with
// their notes, back, explanation.
func (c *Card) Sides() []Block {
	out := append([]Block(nil), c.Front...)
	for _, o := range c.Options {
		out = append(out, &Paragraph{Content: o.Content})
		if len(o.Note) > 0 {
			out = append(out, &Paragraph{Content: o.Note})
		}
	}
	out = append(out, c.Back...)
	return append(out, c.Explanation...)
}
