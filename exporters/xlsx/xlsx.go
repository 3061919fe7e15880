// Package xlsx writes the glossary of a collection as an Excel workbook:
// terms with their definitions, sorted, filtered and linked to the notes, and
// what a student wants around them.
//
// It decides first and draws later: a [card.Collection] becomes a plan of
// sheets, which are plain data, and one writer turns the plan into a file
// with excelize. It does not read Markdown and touches no files but through
// [exporters.Output].
package xlsx

import (
	"cmp"
	"fmt"
	"io"
	"time"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters"
	"recto/glossary"
)

// FileName is the name of the workbook.
const FileName = "glossary.xlsx"

// Exporter writes the workbook. The zero value is ready; it has no options.
type Exporter struct{}

var _ exporters.Exporter = (*Exporter)(nil)

// Flags registers no options: the workbook has none.
func (*Exporter) Flags(*pflag.FlagSet) {}

// Export writes glossary.xlsx. What the user wrote into the workbook of an
// earlier run is taken over; a workbook that is not ours, or is open, stays as
// it is, and the new one is written beside it.
func (*Exporter) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	name, before, diags, err := settle(out)
	if err != nil {
		return diags, err
	}
	p := newPlan(c, before)
	b := p.book()
	for _, cut := range p.cut {
		diags.Addf(cut.pos, cutMessage, cut.name)
	}
	return diags, exporters.WriteFile(out, name, func(w io.Writer) error { return writeBook(w, b) })
}

// plan is what the sheets are made of.
type plan struct {
	collection *card.Collection
	glossary   *glossary.Glossary
	senses     int // how many the glossary has
	labels     *labels
	sources    *sources
	own        []ownTitle
	kept       kept
	theirs     []*sheet // the sheets that the user has added
	gone       []string // our sheets that the workbook does not have
	cut        []cutText
	title      string
	date       string // RFC 3339
	hasDate    bool   // the date is one that the notes gave
}

// epoch is the date of a document whose notes have none.
var epoch = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// newPlan gathers what the workbook is made of; before is what the user wrote
// into an earlier one.
func newPlan(c *card.Collection, before *earlier) *plan {
	l := labelsFor(c.Lang)
	date := c.Modified()
	p := &plan{
		collection: c,
		glossary:   glossary.Build(c),
		labels:     l,
		sources:    newSources(c),
		own:        nameColumns(before.own, l),
		title:      fmt.Sprintf(l.title, clean(cmp.Or(c.Title, l.untitled))),
		hasDate:    !date.IsZero(),
	}
	if !p.hasDate {
		date = epoch
	}
	p.date = date.UTC().Format(time.RFC3339)
	alive := before.ids()
	for s := range p.allSenses() {
		p.senses++
		if _, known := alive[s.Card.ID]; known {
			alive[s.Card.ID] = true
		}
	}
	p.theirs = before.sheets
	p.kept = before.sortOut(func(id string) bool { return alive[id] })
	return p
}

// book returns the plan of the workbook. Sheets that would be empty are left
// out, but for the terms.
func (p *plan) book() *book {
	t := &termSheet{plan: p}
	terms := t.sheet()
	p.cut = p.findCuts(t)
	b := &book{title: p.title, date: p.date, sheets: []*sheet{terms}}
	if terms.table != nil {
		column := area{termNameColumn.at(2), termNameColumn.at(terms.count)}
		b.names = append(b.names, definedName{p.labels.termList, column.fixed(terms.name)})
		b.sheets = append(b.sheets, p.indexSheet())
	}
	if len(p.asked()) > 0 {
		b.sheets = append(b.sheets, p.questionSheet())
	}
	if terms.table != nil {
		b.sheets = append(b.sheets, p.statsSheet())
	}
	b.sheets = append(b.sheets, p.checkSheet())
	if len(p.kept.archive) > 0 {
		b.sheets = append(b.sheets, p.archiveSheet(t.columns))
	}
	b.sheets = append(b.sheets, p.infoSheet())
	p.findGone(b.sheets)
	for _, s := range p.theirs {
		s.name = p.labels.unlike(s.name)
		s.rows = p.withoutGone(s.rows)
		b.sheets = append(b.sheets, s)
	}
	return b
}
