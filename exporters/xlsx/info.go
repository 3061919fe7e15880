package xlsx

import (
	"fmt"
	"slices"

	"recto/card"
)

// infoSheet plans the sheet that says what the workbook is and how to use it.
func (p *plan) infoSheet() *sheet {
	l := p.labels
	columns := []column{{width: 3}, {width: 24}, {width: 92}}
	rows := []row{
		{},
		{height: 34, cells: []cell{{}, textCell(p.title, titleLook)}},
		{},
	}
	fact := func(name, value string) {
		rows = append(rows, row{height: 20, cells: []cell{{}, {text: name, look: factLook}, textCell(value, plainLook)}})
	}
	if p.hasDate {
		fact(l.dated, p.date[:len("2006-01-02")])
	}
	fact(l.counts, p.countText())
	fact(l.program, program)
	section := func(title string) {
		rows = append(rows, row{}, row{height: 24, cells: []cell{{}, {text: title, look: sectionLook}, {look: sectionLook}}})
	}
	section(l.howTo)
	for _, line := range l.howToLines {
		cells := []cell{{}, {text: "•", look: bulletLook}, {text: line, look: plainWrap}}
		rows = append(rows, p.fitted(columns, cells...))
	}
	section(l.read)
	for _, n := range p.collection.Notes {
		rows = append(rows, row{height: 18, cells: []cell{{},
			{text: p.cardCount(len(n.Cards)), look: factLook}, p.fileCell(n)}})
	}
	return &sheet{
		name: l.info, tab: faint, columns: columns, count: len(rows), rows: slices.Values(rows), tall: true,
	}
}

// fileCell returns the name of a note, linked to its file.
func (p *plan) fileCell(n *card.Note) cell {
	c := textCell(n.File, linkLook)
	if c.link = p.sources.to(n.File); c.link == (link{}) {
		c.look = plainLook
	}
	return c
}

// countText says how much the workbook holds.
func (p *plan) countText() string {
	senses := 0
	for _, e := range p.glossary.Entries {
		senses += len(e.Senses)
	}
	l := p.labels
	return fmt.Sprintf("%s %d · %s %d · %s %d · %s %d",
		l.notes, len(p.collection.Notes), l.cards, p.collection.Len(),
		l.termsCount, len(p.glossary.Entries), l.sensesCount, senses)
}

func (p *plan) cardCount(n int) string { return fmt.Sprintf("%s %d", p.labels.cards, n) }
