package pdf

import (
	"strconv"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/text"
)

// item is a block made ready: measured, at its depth, but not yet broken
// into lines. All its measures are in thousandths of the side's text size.
type item struct {
	para   *text.Paragraph // nil for the kinds below
	table  *table
	figure *raster
	rule   bool

	scale    int // size of its text
	gap      int // space above it
	left     int // indent of its text
	hang     int // further indent of all lines but the first
	marker   *text.Paragraph
	rails    []rail
	box      int    // items of one coloured box share a number; 0 for none
	back     uint32 // the colour of the box
	centered bool
	display  bool       // a formula on a line of its own
	keep     bool       // stays with what follows
	softMark *font.Face // face of the mark before continued lines, for code; nil for none
}

// rail is a vertical line along quoted blocks.
type rail struct {
	id   int // lines of one quote join
	left int
	ink  uint32
}

// Measures of blocks.
const (
	gapParagraph = 450
	gapItem      = 220
	gapTight     = 120
	gapMarker    = 450 // between a marker and its text
	indentList   = 1500
	indentQuote  = 1000
	maxIndent    = 9000 // deeper levels stand where this one does; on small cards earlier
	scaleCode    = 950
	scaleNote    = 800
)

// place is where blocks are composed: their depth and decoration.
type place struct {
	left  int
	most  int // the deepest indent
	rails []rail
	box   int
	back  uint32
	look  text.Look
	tight bool // within a list
}

// top returns the place of a side's first block.
func (c *composer) top() place {
	return place{look: plainLook(), most: min(maxIndent, c.room*2/5)}
}

// items composes blocks.
func (c *composer) items(dst []item, blocks []card.Block, at place) []item {
	for i, b := range blocks {
		n := len(dst)
		dst = c.block(dst, b, at)
		if n > 0 && (i > 0 || at.left == 0) && len(dst) > n && dst[n].gap == 0 {
			dst[n].gap = gapParagraph
			if at.tight {
				dst[n].gap = gapItem
			}
		}
	}
	return dst
}

func (c *composer) block(dst []item, b card.Block, at place) []item {
	switch b := b.(type) {
	case *card.Paragraph:
		return c.paragraphs(dst, b.Content, at)
	case *card.Heading:
		look := at.look
		look.Font = bolder(look.Font)
		it := at.item(c.paragraph(b.Content, look))
		it.scale, it.gap, it.keep = max(1000, 1250-50*b.Level), 600, true
		return append(dst, it)
	case *card.List:
		return c.list(dst, b, at)
	case *card.Quote:
		return c.quote(dst, b, at)
	case *card.Code:
		return c.code(dst, b, at)
	case *card.Table:
		return c.table(dst, b, at)
	case *card.Math:
		return c.display(dst, b, at)
	case *card.Rule:
		it := at.item(nil)
		it.rule = true
		return append(dst, it)
	}
	panic("pdf: unknown block")
}

// item returns an item at a place.
func (at place) item(p *text.Paragraph) item {
	return item{para: p, scale: 1000, left: at.left, rails: at.rails, box: at.box, back: at.back}
}

// indent returns the place deeper by n.
func (at place) indent(n int) place {
	at.left = max(at.left, min(at.left+n, at.most))
	return at
}

// paragraphs composes running text; a paragraph of images becomes figures,
// and a longer text with images in it is cut where they stand.
func (c *composer) paragraphs(dst []item, content []card.Inline, at place) []item {
	start := 0
	flush := func(end int) {
		if p := c.paragraph(content[start:end], at.look); len(p.Words) > 0 {
			it := at.item(p)
			if start > 0 {
				it.gap = gapTight
			}
			dst = append(dst, it)
		}
	}
	for i, in := range content {
		image, ok := in.(*card.Image)
		if !ok {
			continue
		}
		if raster := c.image(image); raster != nil {
			flush(i)
			it := at.item(nil)
			it.figure, it.gap = raster, gapTight
			dst = append(dst, it)
			start = i + 1
		}
	}
	flush(len(content))
	return dst
}

func (c *composer) list(dst []item, l *card.List, at place) []item {
	markers, widest := c.markers(l, at.look)
	inner := at.indent(max(indentList, widest+600))
	inner.tight = true
	beside := widest+gapMarker <= inner.left
	for i, it := range l.Items {
		n := len(dst)
		if !beside {
			it.Content = append([]card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: markers[i].Text}}}}, it.Content...)
		}
		dst = c.items(dst, it.Content, inner)
		if len(dst) == n {
			dst = append(dst, inner.item(c.words("", inner.look)))
		}
		if i > 0 && dst[n].gap < gapItem {
			dst[n].gap = gapItem
		}
		if dst[n].marker == nil && beside {
			dst[n].marker = markers[i]
		}
	}
	return dst
}

// markers returns what stands before the items of a list, and the width of
// the widest.
func (c *composer) markers(l *card.List, look text.Look) ([]*text.Paragraph, int) {
	markers, widest := make([]*text.Paragraph, len(l.Items)), 0
	for i := range l.Items {
		markers[i] = c.marker(l, i, look)
		widest = max(widest, markers[i].Width())
	}
	return markers, widest
}

// marker returns what stands before the ith item of a list.
func (c *composer) marker(l *card.List, i int, look text.Look) *text.Paragraph {
	look.Ink, look.Italic, look.Strike, look.Back = inkQuiet, false, false, 0
	mark := "•"
	switch {
	case l.Items[i].Task == card.Done:
		mark = "☑"
	case l.Items[i].Task == card.Open:
		mark = "☐"
	case l.Ordered:
		look.Font = font.Regular
		mark = strconv.Itoa(l.Start+i) + "."
	}
	return c.words(mark, look)
}

func (c *composer) quote(dst []item, q *card.Quote, at place) []item {
	ink := uint32(railQuote)
	if q.Callout != "" {
		ink = railCallout
		if special, ok := callouts[q.Callout]; ok {
			ink = special
		}
	}
	c.rails++
	inner := at.indent(indentQuote)
	inner.rails = append(append([]rail(nil), at.rails...), rail{c.rails, at.left, ink})
	if q.Callout != "" && at.box == 0 {
		c.boxes++
		inner.box, inner.back = c.boxes, backCallout
	}
	n := len(dst)
	if len(q.Title) > 0 {
		look := at.look
		look.Font, look.Ink = font.Bold, ink
		title := inner.item(c.paragraph(q.Title, look))
		title.keep = true
		dst = append(dst, title)
	}
	titled := len(dst) > n
	body := len(dst)
	dst = c.items(dst, q.Content, inner)
	if titled && len(dst) > body {
		dst[body].gap = gapItem
	}
	return dst
}

// notes adds the footnotes of the side below a short rule.
func (c *composer) notes(dst []item) []item {
	for i, p := range c.footnotes {
		it := item{para: p, scale: scaleNote, gap: gapTight, hang: 700}
		if i == 0 {
			dst = append(dst, item{rule: true, gap: gapParagraph, scale: 1000, keep: true})
			it.gap = gapTight
		}
		dst = append(dst, it)
	}
	return dst
}
