package pdf

import (
	"fmt"
	"strconv"

	"recto/card"
	"recto/exporters"
	"recto/exporters/pdf/impose"
)

// press turns leaves into pages and pages into files.
type press struct {
	options Options
	layout  impose.Layout
	sheet   impose.Sheet
	marks   []impose.Line
	labels  labels
	meta    meta
	setting *setting
	out     exporters.Output
	diags   card.Diagnostics
}

// print lays cards out and draws them, as many files as were asked for.
func (p *press) print(c *card.Collection, cards []*card.Card) error {
	per := len(cards)
	if p.options.Split > 0 {
		per = p.options.Split
	}
	if per >= len(cards) {
		return p.file("cards", c, cards, 0)
	}
	files := (len(cards) + per - 1) / per
	for i := range files {
		start := i * per
		end := min(start+per, len(cards))
		name := fmt.Sprintf("cards-%0*d", len(strconv.Itoa(files)), i+1)
		if err := p.file(name, c, cards[start:end], start); err != nil {
			return err
		}
	}
	return nil
}

// file prints some of the cards, of which before others were printed.
func (p *press) file(name string, c *card.Collection, cards []*card.Card, before int) error {
	r := &run{press: p, fronts: p.document()}
	r.backs = r.fronts
	if p.options.Sides == impose.TwoFiles {
		r.backs = p.document()
	}
	if p.options.Cover {
		p.cover(r.fronts, c, cards)
		if p.options.Sides.Interleaved() {
			r.fronts.page(p.layout.PageW, p.layout.PageH, "")
		}
	}
	var waiting []leaf
	for done := range layoutAll(p.setting, cards, before) {
		p.diags = append(p.diags, done.diags...)
		waiting = append(waiting, done.leaves...)
		for len(waiting) >= p.sheet.Cards {
			r.sheet(waiting[:p.sheet.Cards:p.sheet.Cards])
			waiting = waiting[p.sheet.Cards:]
		}
	}
	if len(waiting) > 0 || len(r.fronts.pages) == 0 {
		r.sheet(waiting)
	}
	if p.options.Cover && len(r.held) > 0 {
		r.backs.page(p.layout.PageW, p.layout.PageH, "") // behind the cover
	}
	for i, leaves := range r.held {
		r.back(leaves, i+1)
	}
	if p.options.Sides != impose.TwoFiles {
		return p.save(r.fronts, name+".pdf")
	}
	if err := p.save(r.fronts, name+"-fronts.pdf"); err != nil {
		return err
	}
	return p.save(r.backs, name+"-backs.pdf")
}

// run is the making of one file, or of one of fronts and one of backs.
type run struct {
	*press
	fronts, backs *document
	sheets        int
	held          [][]leaf // sheets whose backs come after all fronts
	outline       outline
}

// sheet draws the front of a sheet, and its back when that comes next.
func (r *run) sheet(leaves []leaf) {
	r.sheets++
	r.front(leaves, r.sheets)
	switch {
	case r.options.Sides.Interleaved():
		r.back(leaves, r.sheets)
	case len(r.press.sheet.Back) > 0:
		r.held = append(r.held, leaves)
	}
}

func (p *press) document() *document {
	return newDocument(p.layout.PageW, p.layout.PageH, p.meta)
}

// save ends a document and writes it.
func (p *press) save(d *document, name string) error {
	w, err := p.out.Create(name)
	if err != nil {
		return err
	}
	if err := d.write(w, p.duplex()); err != nil {
		w.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	return w.Close()
}

// duplex returns how a printer shall turn the paper.
func (p *press) duplex() string {
	switch p.options.Sides {
	case impose.LongEdge:
		return "DuplexFlipLongEdge"
	case impose.ShortEdge:
		return "DuplexFlipShortEdge"
	}
	return "Simplex"
}
