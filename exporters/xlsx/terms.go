package xlsx

import (
	"iter"
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

// termSheet plans the sheet of terms: one row a sense.
type termSheet struct {
	*plan
	columns []column
	senses  int
}

// sheet returns the plan of the sheet.
func (t *termSheet) sheet() *sheet {
	for _, e := range t.glossary.Entries {
		t.senses += len(e.Senses)
	}
	t.columns = t.measure()
	s := &sheet{
		name:    t.labels.terms,
		tab:     navy,
		columns: t.columns,
		count:   t.senses + 1,
		rows:    t.rows(),
		frozen:  cellAt{int(termNameColumn) + 2, 2},
		repeat:  1,
		print:   area{cellAt{1, 1}, relatedColumn.at(t.senses + 1)},
	}
	if t.senses == 0 {
		s.count = 2
		return s
	}
	last := t.senses + 1
	state := area{stateColumn.at(2), stateColumn.at(last)}
	s.table = &table{"Glossary", area{cellAt{1, 1}, cellAt{len(t.columns), last}}}
	s.numbers = []area{{termNameColumn.at(2), notesColumn.at(last)}}
	s.choices = &choices{state, t.labels.states[:], t.labels.columns[stateColumn], t.labels.statePrompt}
	for i, l := range stateMarks {
		s.marks = append(s.marks, mark{state, t.labels.states[i], l})
	}
	return s
}

// stateMarks are the looks of the learning states.
var stateMarks = [3]*look{
	{color: blueInk, fill: blueFill},
	{color: amberInk, fill: amberFill},
	{color: greenInk, fill: greenFill},
}

// measure returns the columns, as wide as their content asks for within
// limits: a column that stays empty is as wide as its title.
func (t *termSheet) measure() []column {
	limits := [termColumns]struct{ least, most float64 }{
		numberColumn:       {5.5, 8},
		termNameColumn:     {14, 26},
		originalColumn:     {8, 26},
		abbreviationColumn: {7, 12},
		definitionColumn:   {56, 56},
		categoryColumn:     {12, 22},
		exampleColumn:      {7, 30},
		relatedColumn:      {9, 24},
		sourceColumn:       {12, 24},
		tagsColumn:         {8, 18},
		stateColumn:        {11, 11},
		notesColumn:        {28, 28},
		idColumn:           {12, 12},
	}
	var widest [termColumns]float64
	for i, l := range limits {
		widest[i] = l.least
	}
	room := func(c termColumn, text string) {
		if w := limits[c].most; widest[c] < w {
			widest[c] = max(widest[c], min(w, textWidth(text)*bodySize/defaultSize+cellPadding+1))
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
			if s.Examples != nil {
				widest[exampleColumn] = limits[exampleColumn].most
			}
		}
	}
	out := make([]column, termColumns)
	for i, w := range widest {
		out[i].width = w
	}
	out[idColumn].hidden = true
	return out
}

// rows yields the header and the senses in the order of the glossary.
func (t *termSheet) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		if !yield(t.header()) {
			return
		}
		if t.senses == 0 {
			yield(row{cells: []cell{{}, {text: t.labels.noTerms, look: plainLook}}})
			return
		}
		for i, e := range t.glossary.Entries {
			for _, s := range e.Senses {
				if !yield(t.row(i+1, e, s)) {
					return
				}
			}
		}
	}
}

// header returns the row of titles; the columns that the user writes into
// have another colour.
func (t *termSheet) header() row {
	cells := make([]cell, termColumns)
	for i, title := range t.labels.columns {
		cells[i] = cell{text: title, look: headLook}
	}
	cells[stateColumn].look, cells[notesColumn].look = yourHead, yourHead
	return row{height: headHeight, cells: cells}
}

// row returns the row of one sense of entry number n.
func (t *termSheet) row(n int, e *glossary.Entry, s *glossary.Sense) row {
	cells := make([]cell, termColumns)
	cells[numberColumn] = cell{kind: isNumber, number: float64(n), look: numberLook}
	cells[termNameColumn] = textCell(e.Name, termLook)
	if e.Conflicts() {
		cells[termNameColumn].look = disputeLook
	}
	cells[originalColumn] = textCell(s.Original, bodyLook)
	cells[abbreviationColumn] = textCell(s.Abbreviation, bodyLook)
	cells[definitionColumn] = t.richCell(s.Definition, t.columns[definitionColumn])
	cells[categoryColumn] = textCell(s.Category, quietLook)
	cells[exampleColumn] = t.richCell(s.Examples, t.columns[exampleColumn])
	cells[relatedColumn] = textCell(relatedText(e), quietLook)
	cells[sourceColumn] = textCell(sourceText(s.Card.Pos), sourceLook)
	if cells[sourceColumn].link = t.sources.to(s.Card.Pos); cells[sourceColumn].link == (link{}) {
		cells[sourceColumn].look = quietLook
	}
	cells[tagsColumn] = textCell(tagText(s.Card.Tags), quietLook)
	cells[stateColumn] = cell{text: t.labels.states[0], look: stateLook}
	cells[notesColumn] = cell{look: bodyLook}
	cells[idColumn] = textCell(s.Card.ID, idLook)
	return row{height: fitHeight(cells, t.columns), cells: cells}
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

// richCell returns a cell of content, cut to what the highest row of a column
// can show.
func (p *plan) richCell(blocks []card.Block, c column) cell {
	if len(blocks) == 0 {
		return cell{look: bodyLook}
	}
	runs, _ := cutRuns(richText(blocks), c.width, bodySize, p.labels.cut)
	if plainFace(runs) {
		return textCell(joinRuns(runs), bodyLook)
	}
	return cell{runs: runs, look: bodyLook}
}
