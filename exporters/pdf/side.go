package pdf

import (
	"strings"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/text"
)

// side is the content of one side of a card, ready to be fitted.
type side struct {
	items []item
	most  geom.Length // the largest text size that looks well
}

// Largest text sizes on a card of the default layout: of a side that is one
// short paragraph, and of others.
const (
	mostTerm     = 24 * geom.Point
	mostQuestion = 18 * geom.Point
	mostStem     = 12 * geom.Point
	mostAnswer   = 14 * geom.Point
	mostBack     = 11 * geom.Point
)

// largest returns a size of the default layout as it suits the frame: larger
// cards have up to half larger text.
func (f frame) largest(size geom.Length) geom.Length {
	usual := frame{geom.MM(85), geom.MM(55)}
	bigger := min(max(min(f.w*1000/usual.w, f.h*1000/usual.h), 1000), 1500)
	return (size * bigger / 1000 / sizeStep) * sizeStep
}

// front composes the question side.
func (c *composer) front(k *card.Card) side {
	at := c.top()
	c.hideCloze = true
	if k.Kind == card.Choice {
		return side{c.notes(c.choice(k, at)), mostStem}
	}
	most := mostQuestion
	if k.Kind == card.Definition || k.Kind == card.Reversed {
		at.look.Font, most = font.Bold, mostTerm
	}
	items := c.notes(c.items(nil, k.Front, at))
	if center(items) {
		return side{items, most}
	}
	return side{items, mostStem}
}

// center centres a side that is one short paragraph, or text with a figure,
// and reports whether it did.
func center(items []item) bool {
	for i := range items {
		it := &items[i]
		short := it.para != nil && len(it.para.Text) <= 400 && it.box == 0 && (it.left == 0 || it.display) && it.marker == nil && it.hang == 0
		if len(items) > 2 || !short && it.figure == nil {
			return false
		}
	}
	for i := range items {
		items[i].centered, items[i].left = true, 0
	}
	return len(items) > 0
}

// choice composes a stem with its options.
func (c *composer) choice(k *card.Card, at place) []item {
	stem := at
	stem.look.Font = font.Bold
	items := c.items(nil, k.Front, stem)
	for i := range items {
		items[i].keep = true
	}
	markers, widest := make([]*text.Paragraph, len(k.Options)), 0
	for i, o := range k.Options {
		markers[i] = c.words(optionMark(o.Label), at.look)
		widest = max(widest, markers[i].Width())
	}
	inner := at.indent(max(indentList, widest+600))
	inner.tight = true
	beside := widest+gapMarker <= inner.left
	for i, o := range k.Options {
		n := len(items)
		content := o.Content
		if !beside {
			content = o.Line()
		}
		items = c.paragraphs(items, content, inner)
		if n == len(items) {
			items = append(items, inner.item(c.words("", inner.look)))
		}
		items[n].gap = gapItem
		if beside {
			items[n].marker = markers[i]
		}
		if i == 0 {
			items[n].gap = 600
		}
	}
	return items
}

// optionMark returns an option's label as it stands before its text: "2.",
// but "③" as it is.
func optionMark(label string) string {
	if len(label) > 0 && strings.Trim(label, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return label + "."
	}
	return label
}

// back composes the answer side. The answer to a cloze is its sentence with
// the hidden words shown.
func (c *composer) back(k *card.Card) side {
	at := c.top()
	c.hideCloze, c.footnotes = false, nil
	blocks := k.Answer()
	var items []item
	switch k.Kind {
	case card.Choice:
		right := min(rightOptions(k), len(blocks))
		stressed := at
		stressed.look.Font = font.Bold
		items = c.items(nil, blocks[:right], stressed)
		items = c.items(items, blocks[right:], at)
	case card.ClozeNote:
		blocks = append(append([]card.Block(nil), k.Front...), k.Back...)
		items = c.items(nil, blocks, at)
	default:
		items = c.items(nil, blocks, at)
	}
	items = c.notes(items)
	if len(items) == 1 && len(items[0].paraText()) <= 240 && center(items) {
		return side{items, mostAnswer}
	}
	return side{items, mostBack}
}

func rightOptions(k *card.Card) int {
	n := 0
	for _, o := range k.Options {
		if o.Correct {
			n++
		}
	}
	return n
}

func (it *item) paraText() string {
	if it.para == nil {
		return ""
	}
	return it.para.Text
}
