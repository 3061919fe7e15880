package pdf

import (
	"fmt"
	"strings"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/text"
)

// cover draws a sheet about the cards of a file: what they are, how many
// there are in each deck, and how to print them.
func (p *press) cover(d *document, c *card.Collection, cards []*card.Card) {
	d.page(p.layout.PageW, p.layout.PageH, oneLine(p.meta.title))
	small := min(p.layout.PageW, p.layout.PageH) < geom.MM(140)
	margin, title := geom.MM(25), 28*geom.Point
	if small {
		margin, title = geom.MM(9), 15*geom.Point
	}
	f := frame{p.layout.PageW - 2*margin, p.layout.PageH - 2*margin}
	s := &composer{setting: p.setting}
	content := fit(s.coverItems(p, c, cards, title), f, title*2/5, 5*geom.Point)
	var l layer
	y := margin
	for i := range content.pages[0] {
		row := &content.pages[0][i]
		if i > 0 {
			y += row.gap
		}
		row.draw(&l, nil, f, margin, y, content.size)
		y += row.height
	}
	d.layer(&l, geom.Rect{}, false)
}

// maxDecks is how many decks a cover lists.
const maxDecks = 24

func (c *composer) coverItems(p *press, all *card.Collection, cards []*card.Card, title geom.Length) []item {
	look := plainLook()
	strong := look
	strong.Font = font.Bold
	quiet := look
	quiet.Ink = inkQuiet
	at := c.top()
	line := func(s string, look text.Look, scale, gap int) item {
		it := at.item(c.words(s, look))
		it.scale, it.gap = scale, gap
		return it
	}
	items := []item{line(oneLine(p.meta.title), strong, 2500, 0)}
	about := fmt.Sprintf(p.labels.cards, len(cards))
	if date := all.Modified(); !date.IsZero() {
		about += " · " + date.UTC().Format("2006-01-02")
	}
	items = append(items, line(about, quiet, 1200, 300))
	names, counts := decksOf(cards)
	for i, name := range names {
		gap := gapItem
		if i == 0 {
			gap = 1800
		}
		if i == maxDecks {
			items = append(items, line("…", look, 1000, gap))
			break
		}
		it := line(fmt.Sprintf("%s — %d", oneLine(strings.ReplaceAll(name, "::", " › ")), counts[name]), look, 1000, gap)
		it.marker, it.left = c.words("•", quiet), indentList
		items = append(items, it)
	}
	items = append(items, line(p.labels.howTo[p.options.Sides], strong, 1000, 1800))
	return append(items, line(p.labels.scale, look, 1000, gapParagraph))
}

// decksOf returns the decks of cards in their order with their numbers of
// cards.
func decksOf(cards []*card.Card) ([]string, map[string]int) {
	var names []string
	counts := map[string]int{}
	for _, k := range cards {
		if counts[k.Deck] == 0 {
			names = append(names, k.Deck)
		}
		counts[k.Deck]++
	}
	return names, counts
}
