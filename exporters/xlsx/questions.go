package xlsx

import (
	"iter"
	"slices"

	"recto/card"
)

// questionWidths are the widths of number, question, answer, explanation,
// category, source and tags.
var questionWidths = [...]float64{5.5, 62, 44, 36, 20, 20, 20}

// noExplanation is the width of the explanations when there are none.
const noExplanation = 9

// questionColumns returns the columns of the questions; the answer and its
// explanation fold away.
func questionColumns(asked []question) []column {
	out := make([]column, len(questionWidths))
	for i, width := range questionWidths {
		out[i].width = width
	}
	out[2].folds, out[3].folds = true, true
	if !slices.ContainsFunc(asked, func(q question) bool { return len(q.card.Explanation) > 0 }) {
		out[3].width = noExplanation
	}
	return out
}

// questionSheet plans the sheet of questions: what is asked, and beside it,
// in columns that fold away, the answer and the explanation.
func (p *plan) questionSheet() *sheet {
	asked := p.asked()
	columns := questionColumns(asked)
	l := p.labels
	header := headerRow(l.columns[numberColumn], l.question, l.answer, l.explanation,
		l.columns[categoryColumn], l.columns[sourceColumn], l.columns[tagsColumn])
	rows := func(yield func(row) bool) {
		if !yield(header) {
			return
		}
		for i, q := range asked {
			if !yield(p.questionRow(i+1, q, columns)) {
				return
			}
		}
	}
	last := len(asked) + 1
	return &sheet{
		name: l.questions, tab: "4F8A8B", columns: columns, count: last, rows: iter.Seq[row](rows),
		frozen: cellAt{3, 2}, repeat: 1,
		table: &table{"Questions", area{cellAt{1, 1}, cellAt{len(columns), last}}},
		print: area{cellAt{1, 1}, cellAt{4, last}},
	}
}

// question is a card that asks something.
type question struct {
	note *card.Note
	card *card.Card
}

// asked returns the cards that ask something else than a term's meaning.
func (p *plan) asked() []question {
	var out []question
	for _, n := range p.collection.Notes {
		for _, k := range n.Cards {
			if k.Kind != card.Definition && k.Term == nil {
				out = append(out, question{n, k})
			}
		}
	}
	return out
}

// questionRow returns the row of question number n.
func (p *plan) questionRow(n int, q question, columns []column) row {
	k := q.card
	answer, explanation := sides(k)
	category := q.note.Title
	if len(k.Headings) > 0 {
		category = k.Headings[len(k.Headings)-1]
	}
	return p.fitted(columns,
		cell{kind: isNumber, number: float64(n), look: numberLook},
		runsCell(blankedText(asks(k))),
		richCell(answer),
		richCell(explanation),
		textCell(category, quietLook),
		p.sourceCell(k.Pos),
		textCell(tagText(k.Tags), quietLook),
	)
}

// asks returns what a card asks; of a choice with the options.
func asks(k *card.Card) []card.Block {
	out := slices.Clone(k.Front)
	for _, o := range k.Options {
		out = append(out, &card.Paragraph{Content: o.Line()})
	}
	return out
}

// sides returns the answer of a card and what explains it.
func sides(k *card.Card) (answer, explanation []card.Block) {
	switch k.Kind {
	case card.Choice:
		all := k.Answer()
		return all[:len(all)-len(k.Explanation)], k.Explanation
	case card.ClozeNote:
		return hidden(k.Front), k.Back
	}
	return k.Back, k.Explanation
}

// hidden returns the hidden words of a cloze, one a line.
func hidden(blocks []card.Block) []card.Block {
	var out []card.Block
	card.Walk(blocks, func(in card.Inline) {
		if c, ok := in.(*card.Cloze); ok {
			out = append(out, &card.Paragraph{Content: c.Content})
		}
	})
	return out
}
