package xlsx

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"recto/glossary"
)

// Statistics show this many notes, in the table and in the chart.
const (
	maxCountedNotes = 40
	maxBars         = 12
)

// The columns of the statistics, counted from 1; charts stand to their right.
const (
	statName = 2 + iota
	statCount
	statKnown
	statShare
	statChart = statShare + 2
)

// statsSheet plans the statistics: how many terms are in which state, and how
// far each note is. The numbers are formulas over the sheet of terms, so they
// follow what the user writes there.
func (p *plan) statsSheet() *sheet {
	l := p.labels
	w := &statsWriter{plan: p}
	w.add(34, cell{}, cell{text: l.stats, look: titleLook})
	w.add(0)
	charts := []chart{w.states()}
	w.add(0)
	charts = append(charts, w.notes()...)
	return &sheet{
		name: l.stats, tab: "B7791F", count: len(w.rows), rows: slices.Values(w.rows), charts: charts, onePage: true,
		columns: []column{{width: 3}, {width: 34}, {width: 11}, {width: 11}, {width: 9}, {width: 3}, {width: 62}},
	}
}

// statsWriter gathers the rows of the statistics.
type statsWriter struct {
	*plan
	rows []row
}

func (w *statsWriter) add(height float64, cells ...cell) {
	w.rows = append(w.rows, row{height: height, cells: cells})
}

// line returns the number of the next row.
func (w *statsWriter) line() int { return len(w.rows) + 1 }

// column returns a whole column of the sheet of terms as formulas name it.
// The whole: rows that the user adds below count at once.
func (w *statsWriter) column(c termColumn) string {
	name := columnName(int(c) + 1)
	return fmt.Sprintf("%s!$%s:$%s", quoteSheet(w.labels.terms), name, name)
}

// states adds the table of learning states, a row each, and returns its
// chart.
func (w *statsWriter) states() chart {
	l := w.labels
	w.add(headHeight, cell{}, cell{text: l.columns[stateColumn], look: headLook},
		cell{text: l.sensesCount, look: headLook}, cell{text: l.share, look: headLook})
	first := w.line()
	total := first + len(l.states) + 1
	counts, all := w.countStates()
	share := func(n, line int, look *look) cell {
		return cell{kind: isNumber, number: ratio(n, all), look: look,
			formula: fmt.Sprintf("IF($C$%d=0,0,C%d/$C$%d)", total, line, total)}
	}
	for i, state := range l.states {
		w.add(18, cell{}, cell{text: state, look: rowNameLook}, cell{
			kind: isNumber, number: float64(counts[i]), look: countLook,
			formula: fmt.Sprintf("COUNTIF(%s,%s)", w.column(stateColumn), cellAt{statName, w.line()}.ref()),
		}, share(counts[i], w.line(), shareLook))
	}
	others := all - counts[0] - counts[1] - counts[2]
	w.add(18, cell{}, cell{text: l.otherStates, look: rowNameLook}, cell{
		kind: isNumber, number: float64(others), look: countLook,
		formula: fmt.Sprintf("C%d-SUM(C%d:C%d)", total, first, total-2),
	}, share(others, w.line(), shareLook))
	w.add(20, cell{}, cell{text: l.total, look: totalLook}, cell{
		kind: isNumber, number: float64(all), look: totalLook,
		formula: fmt.Sprintf("COUNTA(%s)-1", w.column(termNameColumn)),
	}, share(all, total, totalShare))
	values := area{cellAt{statCount, first}, cellAt{statCount, first + len(l.states) - 1}}
	return chart{
		at: cellAt{statChart, 3}, round: true, title: l.stateChart,
		labels: area{cellAt{statName, first}, cellAt{statName, values.to.row}}, values: values,
		colors: []string{"9DB8D2", "E9B44C", "5B9E7A"}, width: 430, height: 250,
	}
}

// countStates returns how many rows of the sheet of terms are in each state,
// and how many there are.
func (w *statsWriter) countStates() (counts [3]int, all int) {
	count := func(r *oldRow) {
		all++
		if i := w.stateOf(r); i >= 0 {
			counts[i]++
		}
	}
	for s := range w.allSenses() {
		count(w.kept.byID[s.Card.ID])
	}
	for _, r := range w.kept.byHand {
		count(r)
	}
	return counts, all
}

// stateOf returns which state a row has; a new row has the first, a state in
// the user's words is -1.
func (w *statsWriter) stateOf(r *oldRow) int {
	if r == nil || r.id != "" && r.state.blank() {
		return 0
	}
	state := stateIn(w.labels, r.state)
	return slices.Index(w.labels.states[:], state.shown())
}

// noteCount is how many definitions a note has and how many are known.
type noteCount struct {
	file       string
	all, known int
}

// notes adds the table of notes, a row each, and returns its chart.
func (w *statsWriter) notes() []chart {
	l := w.labels
	list := w.countNotes()
	if len(list) == 0 {
		return nil
	}
	w.add(headHeight, cell{}, cell{text: l.notes, look: headLook}, cell{text: l.sensesCount, look: headLook},
		cell{text: l.states[2], look: headLook}, cell{text: l.share, look: headLook})
	first := w.line()
	for _, n := range list {
		line := w.line()
		pattern := `"` + strings.ReplaceAll(wildcards.Replace(n.file), `"`, `""`) + `:*"`
		if utf16Length(pattern) > maxLiteral {
			continue
		}
		w.add(18, cell{}, textCell(noteName(n.file), rowNameLook),
			cell{kind: isNumber, number: float64(n.all), look: countLook,
				formula: fmt.Sprintf("COUNTIF(%s,%s)", w.column(sourceColumn), pattern)},
			cell{kind: isNumber, number: float64(n.known), look: countLook,
				formula: fmt.Sprintf("COUNTIFS(%s,%s,%s,%q)", w.column(sourceColumn), pattern, w.column(stateColumn), l.states[2])},
			cell{kind: isNumber, number: ratio(n.known, n.all), look: shareLook,
				formula: fmt.Sprintf("IF(C%d=0,0,D%d/C%d)", line, line, line)})
	}
	last := min(len(w.rows), first+maxBars-1)
	return []chart{{
		at: cellAt{statChart, 17}, title: l.noteChart,
		labels: area{cellAt{statName, first}, cellAt{statName, last}},
		values: area{cellAt{statCount, first}, cellAt{statCount, last}},
		colors: []string{"6C8EAD"}, width: 430, height: 90 + 26*(last-first+1),
	}}
}

// wildcards escapes what COUNTIF takes for a pattern.
var wildcards = strings.NewReplacer("~", "~~", "*", "~*", "?", "~?")

// countNotes returns the notes with the most definitions, most first.
func (w *statsWriter) countNotes() []noteCount {
	at := make(map[string]int)
	var list []noteCount
	for s := range w.allSenses() {
		file := s.Card.Pos.File
		i, ok := at[file]
		if !ok {
			i = len(list)
			at[file] = i
			list = append(list, noteCount{file: file})
		}
		list[i].all++
		if w.stateOf(w.kept.byID[s.Card.ID]) == 2 {
			list[i].known++
		}
	}
	slices.SortFunc(list, func(a, b noteCount) int {
		return cmp.Or(cmp.Compare(b.all, a.all), cmp.Compare(a.file, b.file))
	})
	return list[:min(len(list), maxCountedNotes)]
}

// allSenses yields the senses in the order of the sheet of terms.
func (p *plan) allSenses() func(yield func(*glossary.Sense) bool) {
	return func(yield func(*glossary.Sense) bool) {
		for _, e := range p.glossary.Entries {
			for _, s := range e.Senses {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// noteName returns the name of a note's file without its extension.
func noteName(file string) string { return strings.TrimSuffix(file, path.Ext(file)) }

func ratio(n, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}
