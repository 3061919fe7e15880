// Package pdf prints cards: sheets of paper with fronts, and backs that lie
// behind them.
//
// What stands where is decided first, without the PDF library: cards become
// sides, which [Exporter.Export] fits on several processors; sides become
// rows of measured text; package impose places them on sheets. One file,
// draw.go, then makes the calls.
package pdf

import (
	"fmt"
	"time"

	"recto/card"
	"recto/exporters"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/impose"
)

// Exporter makes cards.pdf. Printing in two files it makes cards-fronts.pdf
// and cards-backs.pdf; split, the names get numbers. The zero value is not
// ready: Flags sets the defaults.
type Exporter struct{ Options }

var _ exporters.Exporter = (*Exporter)(nil)

// Export prints all cards in their order. A card whose content does not fit
// continues on further leaves; nothing is left out.
func (e *Exporter) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	layout := e.layout()
	sheet, err := layout.Sheet(e.Sides)
	if err != nil {
		return nil, fmt.Errorf("--pdf-layout %s: %w", layout.Name, err)
	}
	fonts, err := e.fonts()
	if err != nil {
		return nil, err
	}
	p := &press{
		options: e.Options, layout: layout, sheet: sheet, marks: e.marks(layout, sheet), labels: labelsOf(c.Lang),
		meta:    meta{title: c.Title, lang: c.Lang, date: dated(c.Modified())},
		setting: newSetting(&e.Options, layout, fonts, c), out: out,
	}
	if err := p.calibration(); err != nil {
		return nil, err
	}
	cards := make([]*card.Card, 0, c.Len())
	for k := range c.Cards() {
		cards = append(cards, k)
	}
	err = p.print(c, cards)
	return p.diags, err
}

// dated returns the date of a document of unknown age as the start of 2000,
// since some readers refuse earlier ones.
func dated(t time.Time) time.Time {
	if t.IsZero() {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t.UTC()
}

// marks returns the lines to cut by.
func (o *Options) marks(l impose.Layout, s impose.Sheet) []impose.Line {
	switch {
	case l.SingleCard || o.Cut == NoCut:
		return nil
	case o.Cut == Marks:
		return s.Marks(l.Page())
	}
	return s.FullLines(l.Page())
}

func newSetting(o *Options, layout impose.Layout, fonts *font.Set, c *card.Collection) *setting {
	s := &setting{
		fonts: fonts, images: newImages(), formulas: newFormulas(),
		w: layout.Card.W, h: layout.Card.H, safe: layout.Safe, hole: layout.Hole,
		least: o.MinSize.Length, badges: map[string]badge{},
	}
	s.room = int(s.frame().w * 1000 / s.least)
	if o.SourceLinks {
		s.sources = sourcesOf(c)
	}
	for k := range c.Cards() {
		if _, ok := s.badges[k.Deck]; !ok {
			s.badges[k.Deck] = badgeOf(len(s.badges))
		}
	}
	return s
}
