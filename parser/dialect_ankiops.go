package parser

import (
	"regexp"
	"strconv"
	"strings"

	"recto/card"
)

// AnkiOps: a note is fields behind labels, and the labels say its type; notes
// are split by rules. https://github.com/visserle/AnkiOps

var (
	opsLabel = regexp.MustCompile(`^(Q|A|E|M|T|THA|F|B|I|S|AI|C[1-8]):(?:[ \t]|$)`)
	opsTags  = regexp.MustCompile(`^tags:[ \t]*(.*)$`)
)

func declareAnkiOps(d *draft) evidence {
	for _, c := range d.comments {
		if t := strings.TrimSpace(c.text); strings.HasPrefix(t, "note_key:") || strings.HasPrefix(t, "note_type:") {
			return evidence{c.line, "comment " + t[:strings.IndexByte(t, ':')]}
		}
	}
	return evidence{}
}

func findAnkiOps(d *draft) {
	for _, p := range d.parts(d.start, len(d.lines)-1, func(i int) bool { return isRule(d.text(i)) }) {
		if from, to := d.trim(p[0], p[1]); from <= to && d.allFree(from, to) {
			d.opsNote(from, to)
			d.take(nil, p[1]+1, p[1]+1)
		}
	}
}

// opsNote makes the card of the fields in the lines.
func (d *draft) opsNote(from, to int) {
	fields, at := map[string]side{}, map[string][2]int{}
	name, first := "", -1
	for i := from; i <= to+1; i++ {
		m := []string(nil)
		if i <= to && d.solid[i] < 0 {
			m = opsLabel.FindStringSubmatch(d.masked.lines[i])
		}
		if m == nil && i <= to {
			continue
		}
		if name != "" {
			at[name] = [2]int{first, i - 1}
			fields[name] = d.read(labelled(d.join(first, i-1)), first)
		}
		if m != nil {
			name, first = m[1], i
		}
	}
	if name == "" {
		return
	}
	c := d.opsCard(fields, at)
	if c == nil {
		d.report(from, "note without an answer; write it behind A:, B: or I:")
		d.take(nil, from, to)
		return
	}
	extra := joinSides([]side{fields["E"], fields["M"]})
	if c.Kind == card.Choice {
		c.Explanation = extra.blocks
	} else {
		c.Back = append(c.Back, extra.blocks...)
	}
	for _, r := range d.remarks(from, to) {
		if m := opsTags.FindStringSubmatch(r); m != nil {
			c.Tags = append(c.Tags, list(m[1])...)
		}
	}
	d.emit(c, from, to)
}

// opsCard makes the card of the type that the labels say.
func (d *draft) opsCard(fields map[string]side, at map[string][2]int) *card.Card {
	cloze := "T"
	if _, ok := at["THA"]; ok {
		cloze = "THA"
	}
	switch {
	case at[cloze] != [2]int{}:
		from, to := at[cloze][0], at[cloze][1]
		text, hidden := d.join(from, to), d.hidden(from, to)
		mark := len(text) - len(labelled(text))
		return d.clozeCard(text[mark:], hidden[mark:], from, nativeCloze, ownNumber)
	case len(fields["C1"].blocks) > 0:
		return d.opsChoice(fields)
	case len(fields["F"].blocks) > 0:
		return d.ask(fields["F"], fields["B"], true)
	case len(fields["I"].blocks) > 0:
		return d.ask(fields["Q"], fields["I"], false)
	}
	return d.ask(fields["Q"], fields["A"], false)
}

// opsChoice makes a choice of C1 to C8; A names the right ones by number.
func (d *draft) opsChoice(fields map[string]side) *card.Card {
	right := map[string]bool{}
	for _, n := range list(strings.ReplaceAll(card.PlainText(fields["A"].blocks), ",", " ")) {
		right[n] = true
	}
	c := &card.Card{Kind: card.Choice, Front: fields["Q"].blocks, Tags: fields["Q"].tags}
	any := false
	for i := 1; i <= 8; i++ {
		s := fields["C"+strconv.Itoa(i)]
		if len(s.blocks) == 0 {
			continue
		}
		o := card.Option{Label: strconv.Itoa(i), Content: running(s.blocks), Correct: right[strconv.Itoa(i)]}
		any = any || o.Correct
		c.Options = append(c.Options, o)
	}
	if !any || len(c.Options) < 2 || len(c.Front) == 0 {
		return nil
	}
	return c
}

// running returns blocks as running text.
func running(blocks []card.Block) []card.Inline {
	var lines [][]card.Inline
	for _, b := range blocks {
		if p, ok := b.(*card.Paragraph); ok {
			lines = append(lines, p.Content)
		} else if t := card.PlainText([]card.Block{b}); t != "" {
			lines = append(lines, []card.Inline{&card.Text{Value: foldSpace(t)}})
		}
	}
	return joinLines(lines...)
}
