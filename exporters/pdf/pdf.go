// Package pdf prints cards: sheets of paper with fronts, and backs that lie
// behind them.
//
// What stands where is decided first, without the PDF library: cards become
// sides ([Exporter.Export] fits them on several processors), sides become
// rows of measured text, and package impose places them on sheets. One file,
// draw.go, then makes the calls.
package pdf

import (
	"fmt"
	"time"

	"recto/card"
	"recto/exporters"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
)

// Exporter makes cards.pdf. The zero value is not ready: Flags sets the
// defaults.
type Exporter struct{ Options }

var _ exporters.Exporter = (*Exporter)(nil)

// Export prints all cards in their order. A card whose content does not fit
// continues on further leaves; nothing is left out.
func (e *Exporter) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	sheet, err := e.Layout.Sheet(e.Sides)
	if err != nil {
		return nil, fmt.Errorf("--pdf-layout, --pdf-sides: %w", err)
	}
	p := &press{options: e.Options, sheet: sheet, labels: labelsOf(c.Lang), setting: e.setting(c)}
	p.meta = meta{title: c.Title, lang: c.Lang, date: dated(c.Modified())}
	cards := make([]*card.Card, 0, c.Len())
	for k := range c.Cards() {
		cards = append(cards, k)
	}
	err = p.print(cards, out)
	return p.diags, err
}

// dated returns the date of a document: SOURCE_DATE_EPOCH-like zero times
// are put at the start of 2000, since some readers refuse earlier ones.
func dated(t time.Time) time.Time {
	if t.IsZero() {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t.UTC()
}

func (e *Exporter) setting(c *card.Collection) *setting {
	s := &setting{
		fonts: font.NewSet(nil), images: newImages(),
		w: e.Layout.Card.W, h: e.Layout.Card.H, safe: e.Layout.Safe, hole: e.Layout.Hole,
		least: 15 * geom.Point / 2, badges: map[string]badge{},
	}
	s.room = int(s.frame().w * 1000 / s.least)
	for k := range c.Cards() {
		if _, ok := s.badges[k.Deck]; !ok {
			s.badges[k.Deck] = badgeOf(len(s.badges))
		}
	}
	return s
}

// press turns leaves into pages and pages into files.
type press struct {
	options Options
	sheet   impose.Sheet
	labels  labels
	meta    meta
	setting *setting
	diags   card.Diagnostics
}

// print lays cards out and draws them, sheet by sheet.
func (p *press) print(cards []*card.Card, out exporters.Output) error {
	fronts, backs := p.document(), (*document)(nil)
	var held [][]leaf // sheets whose backs come after all fronts
	sheets := 0
	draw := func(leaves []leaf) {
		sheets++
		p.page(fronts, p.sheet.Front, leaves, sheets, false)
		switch {
		case p.options.Sides.Interleaved():
			p.page(fronts, p.sheet.Back, leaves, sheets, true)
		case len(p.sheet.Back) > 0:
			held = append(held, leaves)
		}
	}
	var waiting []leaf
	for done := range layoutAll(p.setting, cards) {
		p.diags = append(p.diags, done.diags...)
		waiting = append(waiting, done.leaves...)
		for len(waiting) >= p.sheet.Cards {
			draw(waiting[:p.sheet.Cards:p.sheet.Cards])
			waiting = waiting[p.sheet.Cards:]
		}
	}
	if len(waiting) > 0 || sheets == 0 {
		draw(waiting)
	}
	target := fronts
	if p.options.Sides == impose.TwoFiles {
		backs = p.document()
		target = backs
	}
	for i, leaves := range held {
		p.page(target, p.sheet.Back, leaves, i+1, true)
	}
	if backs == nil {
		return p.save(fronts, "cards.pdf", out)
	}
	if err := p.save(fronts, "cards-fronts.pdf", out); err != nil {
		return err
	}
	return p.save(backs, "cards-backs.pdf", out)
}

func (p *press) document() *document {
	return newDocument(p.options.Layout.PageW, p.options.Layout.PageH, p.meta)
}

func (p *press) save(d *document, name string, out exporters.Output) error {
	w, err := out.Create(name)
	if err != nil {
		return err
	}
	if err := d.write(w); err != nil {
		w.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	return w.Close()
}
