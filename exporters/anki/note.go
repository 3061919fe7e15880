package anki

import (
	"cmp"
	"errors"
	"iter"
	"slices"
	"strings"

	"recto/card"
)

// note is a card as Anki keeps it: what a row of the CSV and a row of the
// package have in common.
type note struct {
	guid   string
	form   form
	fields []string // HTML, in the order of the form's fields
	sort   string   // what a list of notes sorts by: the first field as text
	deck   string
	tags   []string
	mod    int64 // seconds since 1970
	ords   []int // which cards the note makes, ascending, from 0
}

// form says how a note asks.
type form int

const (
	oneWay  form = iota // front, back
	twoWays             // both ways
	gaps                // cloze deletions
)

var errNoID = errors.New("anki: a card has no id")

// builder turns cards into notes.
type builder struct {
	media *mediaSet
	vault string
	ids   map[string]card.Pos
	diags card.Diagnostics
	err   error
}

func newBuilder(vault string) *builder {
	return &builder{media: newMediaSet(), vault: vault, ids: map[string]card.Pos{}}
}

// notes yields the notes of a collection. Cards of a deck keep their order,
// and a deck comes before the decks inside it: Anki 26.09 would make a second
// deck of it else (rslib text/import.rs caches only the decks it was asked
// for, not their parents). After the loop b.err says whether it ended early.
func (b *builder) notes(c *card.Collection) iter.Seq[*note] {
	return func(yield func(*note) bool) {
		for _, k := range byDepth(c) {
			n := b.note(k)
			if b.err != nil || n != nil && !yield(n) {
				return
			}
		}
	}
}

func byDepth(c *card.Collection) []*card.Card {
	cards := slices.Collect(c.Cards())
	depth := func(k *card.Card) int { return strings.Count(deckName(k.Deck), "::") }
	slices.SortStableFunc(cards, func(x, y *card.Card) int { return cmp.Compare(depth(x), depth(y)) })
	return cards
}

// note returns the note of a card; nil when Anki could not ask it, which is
// reported, or when b.err is set.
func (b *builder) note(k *card.Card) *note {
	if k.ID == "" {
		b.err = errNoID
		return nil
	}
	if first, ok := b.ids[k.ID]; ok {
		b.diags.Addf(k.Pos, "the card has the same id %q as the one at %s and was left out of Anki; give it another", k.ID, first)
		return nil
	}
	n := &note{
		guid: k.ID,
		deck: deckName(k.Deck),
		tags: tagNames(k.Tags),
		sort: clean(card.PlainText(k.Front)),
		mod:  max(k.Modified.Unix(), 1),
		ords: []int{0},
	}
	front, asked := b.front(k)
	if front == "" {
		b.diags.Addf(k.Pos, "the front of the card shows nothing and was left out of Anki; write a question")
		return nil
	}
	switch {
	case k.Kind == card.ClozeNote && len(asked) == 0:
		b.diags.Addf(k.Pos, "the sentence hides no words that Anki could ask and was left out; mark some")
		return nil
	case k.Kind == card.ClozeNote:
		n.form, n.ords = gaps, asked
		n.fields = []string{front, b.back(k)}
	case k.Kind == card.Reversed:
		n.form, n.ords = twoWays, []int{0, 1}
		n.fields = []string{front, b.back(k), "y"}
	default:
		n.fields = []string{front, b.back(k), ""}
	}
	b.ids[k.ID] = k.Pos
	b.reportMedia(k.Pos)
	return n
}

func (b *builder) reportMedia(p card.Pos) {
	for _, err := range b.media.errs {
		b.diags.Addf(p, "the file is shown by its name only: %v", err)
	}
	b.media.errs = nil
}

func (b *builder) writer(k *card.Card) *htmlWriter {
	return &htmlWriter{media: b.media, vault: b.vault, file: k.Pos.File}
}

// front returns the question with the headings above it in small print, and
// which cards of a cloze note it asks. It is empty when it shows nothing.
func (b *builder) front(k *card.Card) (html string, asked []int) {
	h := b.writer(k)
	h.cloze = k.Kind == card.ClozeNote
	h.blocks(k.Front)
	h.options(k, false)
	if strings.TrimSpace(h.String()) == "" {
		return "", nil
	}
	if path := headingPath(k); path != "" {
		h.small("recto-path", escape(path, inText))
	}
	for _, number := range h.asked {
		asked = append(asked, number-1)
	}
	slices.Sort(asked)
	return h.String(), asked
}

// back returns the answer with its source in small print.
func (b *builder) back(k *card.Card) string {
	h := b.writer(k)
	h.options(k, true)
	h.blocks(k.Back)
	if len(k.Explanation) > 0 {
		h.WriteString("<div>")
		h.blocks(k.Explanation)
		h.WriteString("</div>")
	}
	h.source(k)
	return h.String()
}

// headingPath returns the headings above a card, without the one that is the
// question itself.
func headingPath(k *card.Card) string {
	path := k.Headings
	if n := len(path); n > 0 && strings.TrimSpace(path[n-1]) == strings.TrimSpace(card.PlainText(k.Front)) {
		path = path[:n-1]
	}
	return strings.Join(path, " › ")
}
