package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/text"
)

// leaf is one printed card: two sides, of which card to show.
type leaf struct {
	card        *card.Card
	number      int // of the card in the collection, from 1
	part        int // which of the card's leaves, from 1
	parts       int
	front, back layer
}

// setting is what the layout of all cards shares. It is read-only.
type setting struct {
	fonts    *font.Set
	images   *images
	formulas *formulas
	w, h     geom.Length // of a card
	safe     geom.Length
	hole     geom.Length
	least    geom.Length // the smallest text size
	room     int         // width of content at that size, in thousandths of it
	badges   map[string]badge
	sources  *sources // nil when headers lead nowhere
}

// Measures of the line on top of each side.
const (
	sizeHeader = 13 * geom.Point / 2
	gapHeader  = 5 * geom.Point
)

// frames returns the room for content on a side.
func (s *setting) frame() frame {
	return frame{s.w - 2*s.safe - s.hole, s.h - 2*s.safe - sizeHeader - gapHeader}
}

// left returns where content begins: a hole is on the left of a front and on
// the right of a back.
func (s *setting) left(back bool) geom.Length {
	if back {
		return s.safe
	}
	return s.safe + s.hole
}

// leaves lays out one card.
func (s *setting) leaves(k *card.Card, number int) ([]leaf, card.Diagnostics) {
	c := &composer{setting: s, pos: k.Pos}
	f := s.frame()
	front := c.front(k)
	frontFit := fit(front.items, f, f.largest(front.most), s.least)
	back := c.back(k)
	backFit := fit(back.items, f, f.largest(back.most), s.least)
	n := max(len(frontFit.pages), len(backFit.pages))
	leaves := make([]leaf, n)
	top := s.safe + sizeHeader + gapHeader
	for i := range leaves {
		l := &leaves[i]
		*l = leaf{card: k, number: number, part: i + 1, parts: n}
		c.header(&l.front, l, false)
		c.header(&l.back, l, true)
		frontFit.draw(&l.front, i%len(frontFit.pages), s.left(false), top)
		backFit.draw(&l.back, i%len(backFit.pages), s.left(true), top)
	}
	return leaves, c.report(k, n)
}

// label returns the number that pairs front and back: "6", or "6 (1/2)".
func (l *leaf) label() string {
	if l.parts == 1 {
		return strconv.Itoa(l.number)
	}
	return fmt.Sprintf("%d (%d/%d)", l.number, l.part, l.parts)
}

// header draws the line on top of a side: the deck's badge, on a front the
// headings above the card, and the card's number.
func (c *composer) header(l *layer, leaf *leaf, back bool) {
	left := c.left(back)
	right := left + c.frame().w
	base := c.safe + sizeHeader.Times(800)
	x := left
	badge := c.badges[leaf.card.Deck]
	for _, stroke := range badge.strokes {
		l.fills = append(l.fills, fill{geom.Rect{X: x, Y: base - sizeHeader.Times(620), W: stroke, H: sizeHeader.Times(480)}, badge.ink})
		x += stroke + geom.MM(1)
	}
	look := text.Look{Font: font.Bold, Ink: inkQuiet, Scale: 1000}
	number := c.words(leaf.label(), look)
	right -= sizeHeader.Times(number.Width())
	c.headerText(l, number, right, base)
	if address := c.sources.address(leaf.card.Pos.File); address != "" {
		l.links = append(l.links, link{geom.Rect{X: left, Y: base - sizeHeader, W: c.frame().w, H: sizeHeader.Times(1300)}, address})
	}
	if back {
		return
	}
	look.Font = font.Regular
	from := left + badgeWidth + geom.MM(2)
	if p := c.breadcrumb(leaf.card, look, int((right-geom.MM(3)-from)*1000/sizeHeader)); p != nil {
		c.headerText(l, p, from, base)
	}
}

func (c *composer) headerText(l *layer, p *text.Paragraph, x, base geom.Length) {
	for _, line := range p.Wrap(p.Width(), 0) {
		l.line(p, line, x, base, sizeHeader)
	}
}

// breadcrumb returns the headings above a card, or its deck when there are
// none: as many of the innermost as fit, else the start of the innermost.
func (c *composer) breadcrumb(k *card.Card, look text.Look, room int) *text.Paragraph {
	path := k.Headings
	if len(path) == 0 {
		path = strings.Split(k.Deck, "::")
	}
	for i := range path {
		s := strings.Join(path[i:], " › ")
		if i > 0 {
			s = "… › " + s
		}
		if p := c.words(oneLine(s), look); p.Width() <= room {
			return p
		}
	}
	runes := []rune(text.Clean(oneLine(path[len(path)-1])))
	for n := min(len(runes), 60); n > 0; n-- {
		if p := c.words(string(runes[:n])+"…", look); p.Width() <= room {
			return p
		}
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
