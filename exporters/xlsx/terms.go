package xlsx

import (
	"iter"
	"math"
	"slices"
	"strings"

	"recto/card"
	"recto/glossary"
)

// termColumn is a column of the sheet of terms, counted from 0.
type termColumn int

// The columns of the sheet of terms. The user's own columns follow.
const (
	numberColumn termColumn = iota
	termNameColumn
	originalColumn
	abbreviationColumn
	definitionColumn
	categoryColumn
	exampleColumn
	relatedColumn
	sourceColumn
	tagsColumn
	stateColumn
	notesColumn
	idColumn
	termColumns // how many there are
)

// at returns the place of a column's cell in a row counted from 1.
func (c termColumn) at(row int) cellAt { return cellAt{int(c) + 1, row} }

// headHeight is the height of a header row in points.
const headHeight = 26

// termSheet plans the sheet of terms: one row a sense, then the rows that the
// user has added.
type termSheet struct {
	*plan
	columns []column
	cells   []cell // of the row being made
}

// sheet returns the plan of the sheet.
func (t *termSheet) sheet() *sheet {
	t.columns = append(t.measure(), t.ownColumns()...)
	last := t.lastTerm()
	s := &sheet{
		name:    t.labels.terms,
		tab:     navy,
		columns: t.columns,
		count:   last,
		rows:    t.rows(),
		frozen:  cellAt{int(termNameColumn) + 2, 2},
		repeat:  1,
		print:   area{cellAt{1, 1}, relatedColumn.at(last)},
	}
	if last == 1 {
		s.count = 2
		return s
	}
	state := area{stateColumn.at(2), stateColumn.at(last)}
	s.table = &table{"Glossary", area{cellAt{1, 1}, cellAt{len(t.columns), last}}}
	s.numbers = []area{{termNameColumn.at(2), notesColumn.at(last)}}
	s.choices = &choices{state, t.labels.states[:]}
	for i, l := range stateMarks {
		s.marks = append(s.marks, mark{state, t.labels.states[i], l})
	}
	return s
}

// lastTerm returns the last row of the sheet of terms; 1 when it has none.
func (p *plan) lastTerm() int { return 1 + p.senses + len(p.kept.byHand) }

// stateMarks are the looks of the learning states.
var stateMarks = [3]*look{
	{color: blueInk, fill: blueFill},
	{color: amberInk, fill: amberFill},
	{color: greenInk, fill: greenFill},
}

// termWidths are the least and the most width of each column, in digits.
var termWidths = [termColumns]struct{ least, most float64 }{
	numberColumn:       {5.5, 8},
	termNameColumn:     {14, 26},
	originalColumn:     {8, 30},
	abbreviationColumn: {7, 12},
	definitionColumn:   {56, 56},
	categoryColumn:     {12, 22},
	exampleColumn:      {7, 32},
	relatedColumn:      {9, 24},
	sourceColumn:       {12, 24},
	tagsColumn:         {8, 30},
	stateColumn:        {11, 11},
	notesColumn:        {28, 28},
	idColumn:           {12, 12},
}

// measure returns our columns, as wide as their content asks for within
// limits: a column that stays empty is little wider than its title.
func (t *termSheet) measure() []column {
	const arrow = 2.5 // the button of the filter
	out := make([]column, termColumns)
	for i, w := range termWidths {
		title := textWidth(t.labels.columns[i])*boldWidth*bodySize/defaultSize + cellPadding + arrow
		out[i].width = max(w.least, math.Ceil(title))
	}
	room := func(c termColumn, text string) {
		if most := termWidths[c].most; out[c].width < most {
			out[c].width = max(out[c].width, min(most, textWidth(text)*bodySize/defaultSize+cellPadding))
		}
	}
	for _, e := range t.glossary.Entries {
		room(termNameColumn, e.Name+"  ")
		room(relatedColumn, relatedText(e))
		for _, s := range e.Senses {
			room(originalColumn, s.Original)
			room(abbreviationColumn, s.Abbreviation)
			room(categoryColumn, s.Category)
			room(sourceColumn, sourceText(s.Card.Pos))
			room(tagsColumn, tagText(s.Card.Tags))
			room(exampleColumn, card.PlainText(s.Examples))
		}
	}
	out[idColumn].hidden = true
	return out
}

// rows yields the header, the senses in the order of the glossary and the
// rows that the user has added.
func (t *termSheet) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		if !yield(t.termHeader()) {
			return
		}
		if t.lastTerm() == 1 {
			yield(row{cells: []cell{{}, {text: t.labels.noTerms, look: plainLook}}})
			return
		}
		line := 1
		for i, e := range t.glossary.Entries {
			for _, s := range e.Senses {
				line++
				if !yield(t.row(line, i+1, e, s)) {
					return
				}
			}
		}
		for _, r := range t.kept.byHand {
			line++
			if !yield(t.oldRow(r, line, t.columns)) {
				return
			}
		}
	}
}

// termHeader returns the row of titles; the columns that the user writes into
// have another colour.
func (p *plan) termHeader() row {
	var cells []cell
	for i, title := range p.labels.columns {
		c := cell{text: title, look: headLook}
		if i == int(stateColumn) || i == int(notesColumn) {
			c.look = yourHead
		}
		cells = append(cells, c)
	}
	for _, own := range p.own {
		cells = append(cells, textCell(own.title, yourHead))
	}
	return row{height: headHeight, cells: cells}
}

// row returns a line of the sheet: one sense of entry number n.
func (t *termSheet) row(line, n int, e *glossary.Entry, s *glossary.Sense) row {
	cells := slices.Grow(t.cells[:0], len(t.columns))[:termColumns]
	t.cells = cells
	cells[numberColumn] = cell{kind: isNumber, number: float64(n), look: numberLook}
	cells[termNameColumn] = textCell(e.Name, termLook)
	if e.Conflicts() {
		cells[termNameColumn].look = disputeLook
	}
	cells[originalColumn] = textCell(s.Original, bodyLook)
	cells[abbreviationColumn] = textCell(s.Abbreviation, bodyLook)
	cells[definitionColumn] = richCell(s.Definition)
	cells[categoryColumn] = textCell(s.Category, quietLook)
	cells[exampleColumn] = richCell(s.Examples)
	cells[relatedColumn] = textCell(relatedText(e), quietLook)
	cells[sourceColumn] = t.sourceCell(s.Card.Pos)
	cells[tagsColumn] = textCell(tagText(s.Card.Tags), quietLook)
	cells[stateColumn] = cell{text: t.labels.states[0], look: stateLook}
	cells[notesColumn] = cell{look: bodyLook}
	cells[idColumn] = textCell(s.Card.ID, idLook)
	cells = t.addOwn(cells, t.kept.byID[s.Card.ID], line)
	return fit(cells, t.columns, t.labels.cut)
}

// sourceCell returns the place of a card, linked to its note.
func (p *plan) sourceCell(pos card.Pos) cell {
	c := textCell(sourceText(pos), sourceLook)
	if c.link = p.sources.to(pos.File); c.link == (link{}) {
		c.look = quietLook
	}
	return c
}

// relatedText returns an entry's other names after "=", then its related
// terms.
func relatedText(e *glossary.Entry) string {
	var parts []string
	if len(e.Aliases) > 0 {
		parts = append(parts, "= "+strings.Join(e.Aliases, ", "))
	}
	names := make([]string, len(e.Related))
	for i, r := range e.Related {
		names[i] = r.Name
	}
	if len(names) > 0 {
		parts = append(parts, strings.Join(names, ", "))
	}
	return strings.Join(parts, "\n")
}

func tagText(tags []string) string { return strings.Join(tags, ", ") }

// textCell returns a cell of plain text.
func textCell(text string, l *look) cell {
	text = cutUnits(clean(text), maxUnits)
	if escaped.MatchString(text) {
		return cell{runs: []run{{text: text}}, look: l}
	}
	return cell{text: text, look: l}
}

// richCell returns a cell of content.
func richCell(blocks []card.Block) cell {
	if len(blocks) == 0 {
		return cell{look: bodyLook}
	}
	return runsCell(richText(blocks))
}

// runsCell returns a cell of runs.
func runsCell(runs []run) cell {
	if plainFace(runs) {
		return textCell(joinRuns(runs), bodyLook)
	}
	return cell{runs: runs, look: bodyLook}
}
