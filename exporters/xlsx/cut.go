package xlsx

import (
	"cmp"
	"strings"

	"recto/card"
	"recto/glossary"
)

// cutText is a text that a row of the workbook cannot show as a whole.
type cutText struct {
	name string // the first words of what it is about
	pos  card.Pos
}

// cutMessage says so of a note.
const cutMessage = "%s: the text is longer than a row of Excel can show; it was cut"

// findCuts returns the terms and questions with text that does not fit. Rows
// are made as they are written, so the few long ones are made here once more.
func (p *plan) findCuts(t *termSheet) []cutText {
	var out []cutText
	for _, e := range p.glossary.Entries {
		for _, s := range e.Senses {
			if isLong(e, s) && t.row(2, 0, e, s).cut {
				out = append(out, p.cutText(e.Name, s.Card.Pos))
			}
		}
	}
	asked := p.asked()
	columns := questionColumns(asked)
	for _, q := range asked {
		if longText(card.PlainText(q.card.Sides())) && p.questionRow(0, q, columns).cut {
			out = append(out, p.cutText(card.PlainText(q.card.Front), q.card.Pos))
		}
	}
	return out
}

func (p *plan) cutText(name string, pos card.Pos) cutText {
	const enough = 60 // UTF-16 units that tell one from another
	name, _, _ = strings.Cut(clean(name), "\n")
	if short := cutUnits(name, enough); short != name {
		name = short + "…"
	}
	return cutText{cmp.Or(name, p.labels.untitled), pos}
}

// isLong reports whether some text of a sense may not fit into its cell.
func isLong(e *glossary.Entry, s *glossary.Sense) bool {
	return len(e.Name)+len(s.Original)+len(s.Category)+len(tagText(s.Card.Tags)) > 300 ||
		longText(card.PlainText(s.Definition)) || longText(card.PlainText(s.Examples))
}

// longText reports whether a text may take more lines than a row shows. The
// narrowest cell of content is 30 wide and shows 25 lines.
func longText(text string) bool {
	return len(text) > 300 || strings.Count(text, "\n") > 12
}

// cutRuns cuts text to what the highest row of a column shows, and puts mark
// at the end of what is left.
func cutRuns(runs []run, columnWidth, size float64, mark string) []run {
	keep := len(cutLines(joinRuns(runs), columnWidth, size, maxLines(size)-1))
	var out []run
	for _, r := range runs {
		if len(r.text) >= keep {
			r.text = strings.TrimRight(r.text[:keep], " \n")
			out = append(out, r)
			break
		}
		keep -= len(r.text)
		out = append(out, r)
	}
	return append(out, run{text: mark})
}

// cutLines returns the longest start of text that stands on so many lines.
func cutLines(text string, columnWidth, size float64, lines int) string {
	low, high := 0, len(text)
	for low < high {
		middle := (low + high + 1) / 2
		if lineCount(text[:middle], columnWidth, size) <= lines {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.ToValidUTF8(text[:low], "")
}

// joinRuns returns the text of runs.
func joinRuns(runs []run) string {
	if len(runs) == 1 {
		return runs[0].text
	}
	var sb strings.Builder
	for _, r := range runs {
		sb.WriteString(r.text)
	}
	return sb.String()
}
