package xlsx

import (
	"fmt"

	"recto/card"
	"recto/glossary"
)

// checkSheet plans the sheet of what deserves a look: terms with more than
// one definition, definitions that stand twice, and what was found in the
// notes while reading them.
func (p *plan) checkSheet() *sheet {
	w := &checkWriter{plan: p, columns: []column{{width: 24}, {width: 80}, {width: 28}}}
	l := p.labels
	w.add(34, cell{text: l.checks, look: titleLook})
	w.senses(l.conflicts, l.conflictsHint, func(e *glossary.Entry) []*glossary.Sense {
		if !e.Conflicts() {
			return nil
		}
		return e.Meanings()
	})
	w.senses(l.repeats, l.repeatsHint, repeated)
	w.cuts()
	w.diagnostics()
	if len(w.rows) == 1 {
		w.add(18, cell{text: l.allGood, look: plainLook})
	}
	s := p.listSheet(l.checks, "C0563B", w.columns, w.rows)
	s.repeat, s.tall = 0, true
	return s
}

// repeated returns the senses of an entry that another one repeats and those
// that repeat one.
func repeated(e *glossary.Entry) []*glossary.Sense {
	again := make(map[*glossary.Sense]bool)
	for _, s := range e.Senses {
		if s.Repeats != nil {
			again[s], again[s.Repeats] = true, true
		}
	}
	var out []*glossary.Sense
	for _, s := range e.Senses {
		if again[s] {
			out = append(out, s)
		}
	}
	return out
}

// checkWriter gathers the rows of the sheet.
type checkWriter struct {
	*plan
	columns []column
	rows    []row
}

func (w *checkWriter) add(height float64, cells ...cell) {
	w.rows = append(w.rows, row{height: height, cells: cells})
}

// section begins a section with its title, the number of its items and what
// to do about them.
func (w *checkWriter) section(title string, count int, hint string) {
	w.add(12)
	w.add(24, cell{text: fmt.Sprintf("%s (%d)", title, count), look: sectionLook}, cell{look: sectionLook}, cell{look: sectionLook})
	w.add(18, cell{text: hint, look: factLook})
}

// senses adds a section of the senses that pick chooses of each entry.
func (w *checkWriter) senses(title, hint string, pick func(*glossary.Entry) []*glossary.Sense) {
	var picked [][]*glossary.Sense
	var names []string
	for _, e := range w.glossary.Entries {
		if senses := pick(e); len(senses) > 0 {
			picked, names = append(picked, senses), append(names, e.Name)
		}
	}
	if len(picked) == 0 {
		return
	}
	w.section(title, len(picked), hint)
	for i, senses := range picked {
		name := textCell(names[i], termLook)
		for _, s := range senses {
			w.rows = append(w.rows, w.fitted(w.columns, name, richCell(s.Definition), w.sourceCell(s.Card.Pos)))
			name = cell{look: bodyLook}
		}
	}
}

// cuts adds the texts that did not fit into their cells.
func (w *checkWriter) cuts() {
	if len(w.cut) == 0 {
		return
	}
	w.section(w.labels.cuts, len(w.cut), w.labels.cutsHint)
	for _, c := range w.cut {
		w.rows = append(w.rows, w.fitted(w.columns, textCell(c.name, termLook), cell{look: bodyLook}, w.sourceCell(c.pos)))
	}
}

// diagnostics adds what the parser has said of the notes.
func (w *checkWriter) diagnostics() {
	var all card.Diagnostics
	for _, n := range w.collection.Notes {
		all = append(all, n.Diags...)
	}
	if len(all) == 0 {
		return
	}
	w.section(w.labels.found, len(all), w.labels.foundHint)
	for _, d := range all {
		w.rows = append(w.rows, w.fitted(w.columns,
			textCell(noteName(d.Pos.File), bodyLook), textCell(d.Message, bodyLook), w.sourceCell(d.Pos)))
	}
}
