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

// Export writes glossary.xlsx.
func (*Exporter) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	p := newPlan(c)
	w, err := out.Create(FileName)
	if err != nil {
		return nil, err
	}
	if err := writeBook(w, p.book()); err != nil {
		return nil, cmp.Or(err, w.Close())
	}
	return nil, w.Close()
}

// plan is what the sheets are made of.
type plan struct {
	collection *card.Collection
	glossary   *glossary.Glossary
	labels     *labels
	sources    sources
	title      string
	date       string // RFC 3339
	hasDate    bool   // the date is one that the notes gave
}

// epoch is the date of a document whose notes have none.
var epoch = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

func newPlan(c *card.Collection) *plan {
	l := labelsFor(c.Lang)
	date := c.Modified()
	p := &plan{
		collection: c,
		glossary:   glossary.Build(c),
		labels:     l,
		sources:    sources{c.Source, c.Vault},
		title:      fmt.Sprintf(l.title, clean(cmp.Or(c.Title, l.untitled))),
		hasDate:    !date.IsZero(),
	}
	if !p.hasDate {
		date = epoch
	}
	p.date = date.UTC().Format(time.RFC3339)
	return p
}

// book returns the plan of the workbook.
func (p *plan) book() *book {
	terms := (&termSheet{plan: p}).sheet()
	b := &book{title: p.title, date: p.date, sheets: []*sheet{terms, p.infoSheet()}}
	if terms.table != nil {
		column := area{termNameColumn.at(2), termNameColumn.at(terms.count)}
		b.names = append(b.names, definedName{p.labels.termList, column.fixed(terms.name)})
	}
	return b
}
