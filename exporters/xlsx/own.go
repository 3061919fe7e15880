package xlsx

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// ownLeast is the least width of a user's column: a date fits.
const ownLeast = 12

// ownColumns returns the columns that the user has added.
func (p *plan) ownColumns() []column {
	out := make([]column, len(p.own))
	for i, own := range p.own {
		out[i].width = max(ownLeast, own.width)
	}
	return out
}

// nameColumns returns the user's columns with titles as a table wants them:
// none empty and none twice, small and capital letters being equal.
func nameColumns(own []ownTitle, l *labels) []ownTitle {
	taken := make(map[string]bool)
	for _, title := range l.columns {
		taken[strings.ToLower(title)] = true
	}
	out := make([]ownTitle, len(own))
	for i, o := range own {
		title := headerText(o.title)
		if title == "" {
			title = fmt.Sprintf(l.ownColumn, i+1)
		}
		for n, base := 2, title; taken[strings.ToLower(title)]; n++ {
			title = base + " " + strconv.Itoa(n)
		}
		taken[strings.ToLower(title)] = true
		out[i] = ownTitle{title, o.width}
	}
	return out
}

// headerText returns a text as the header of a table can hold it: on one line,
// not too long, and with nothing in it that a reader would decode, since the
// cell and the table have to agree.
func headerText(title string) string {
	const longest = 255 - len(" 99")
	title = strings.Join(strings.Fields(clean(title)), " ")
	title = escaped.ReplaceAllStringFunc(title, func(s string) string { return "_ " + s[1:] })
	return strings.TrimSpace(cutUnits(title, longest))
}

// addOwn puts what the user has written for a card into its row: the state,
// the notes and the user's columns. old is nil for a new card.
func (p *plan) addOwn(cells []cell, old *oldRow, line int) []cell {
	for range p.own {
		cells = append(cells, cell{look: bodyLook})
	}
	if old == nil {
		return cells
	}
	if !old.state.blank() {
		cells[stateColumn] = p.carry(old, stateIn(p.labels, old.state), stateLook, line)
	}
	if !old.notes.blank() {
		cells[notesColumn] = p.carry(old, old.notes, bodyLook, line)
	}
	for i, c := range old.own {
		if !c.blank() {
			cells[int(termColumns)+i] = p.carry(old, c, bodyLook, line)
		}
	}
	return cells
}

// carry returns a cell of the user's for its row's new line: in our look but
// for the number format.
func (p *plan) carry(r *oldRow, c cell, l *look, line int) cell {
	if c.look != nil {
		formatted := *l
		formatted.format, formatted.formatID = c.look.format, c.look.formatID
		l = &formatted
	}
	c.look, c.yours = l, true
	if p.refersToGone(c.formula) {
		c.formula = ""
	}
	if c.formula != "" {
		c.formula = moveRow(c.formula, strconv.Itoa(r.line), strconv.Itoa(line))
		return c
	}
	if c.kind == isText {
		c.text = cutUnits(clean(c.text), maxUnits)
	}
	return c
}

// findGone notes which of our sheets, in any language, are not among sheets.
func (p *plan) findGone(sheets []*sheet) {
	for _, l := range languages {
		for _, name := range l.sheets() {
			if !slices.ContainsFunc(sheets, func(s *sheet) bool { return s.name == name }) {
				p.gone = append(p.gone, name)
			}
		}
	}
}

// refersToGone reports whether a formula of the user's refers to a sheet that
// is gone: Excel would ask for it. Such a cell keeps what it last showed.
func (p *plan) refersToGone(formula string) bool {
	return formula != "" && slices.ContainsFunc(p.gone, func(name string) bool {
		return strings.Contains(formula, name+"!") || strings.Contains(formula, name+"'!")
	})
}

// withoutGone yields rows without the formulas that refer to what is gone.
func (p *plan) withoutGone(rows iter.Seq[row]) iter.Seq[row] {
	return func(yield func(row) bool) {
		for r := range rows {
			for i := range r.cells {
				if p.refersToGone(r.cells[i].formula) {
					r.cells[i].formula = ""
				}
			}
			if !yield(r) {
				return
			}
		}
	}
}

// oldRow returns a row of an earlier workbook as it was.
func (p *plan) oldRow(r *oldRow, line int, columns []column) row {
	cells := make([]cell, termColumns, len(columns))
	for i, text := range r.texts {
		cells[i] = textCell(text, bodyLook)
	}
	cells[termNameColumn].look = termLook
	cells[stateColumn] = cell{look: stateLook}
	cells[idColumn] = textCell(r.id, idLook)
	cells = p.addOwn(cells, r, line)
	return fit(cells, columns, p.labels.cut)
}

// archiveSheet plans the sheet of rows whose card is gone; it has the columns
// of the sheet of terms. Formulas become what they last showed.
func (p *plan) archiveSheet(columns []column) *sheet {
	rows := []row{p.termHeader()}
	for _, r := range p.kept.archive {
		line := p.oldRow(r, r.line, columns)
		for i := range line.cells {
			line.cells[i].formula = ""
		}
		rows = append(rows, line)
	}
	s := p.listSheet(p.labels.archive, faint, columns, rows)
	s.print = area{cellAt{1, 1}, relatedColumn.at(len(rows))}
	return s
}
