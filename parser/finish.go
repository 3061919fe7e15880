package parser

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"recto/card"
)

// finish puts a note's cards in order and gives them what all share: deck and
// tags, and fronts that no other card of the note has.
// merged is told which card now stands for another.
func (c Config) finish(n *card.Note, m meta, inline []string, merged map[*card.Card]*card.Card) {
	slices.SortStableFunc(n.Cards, func(a, b *card.Card) int { return a.Pos.Compare(b.Pos) })
	n.Cards = mergeSenses(n.Cards, merged)
	separate(n)
	tags := tagList(slices.Concat(c.Tags, m.Tags, inline))
	deck := c.deck(n.File, m)
	for _, k := range n.Cards {
		if k.Deck == "" {
			k.Deck = deck
		}
		k.Tags = tagList(slices.Concat(tags, k.Tags))
	}
	n.Diags.Sort()
}

// deck returns the deck of a note: what its front matter says, else the
// root and the path of its file.
func (c Config) deck(file string, m meta) string {
	if m.Deck != "" {
		return deckPath(strings.Split(strings.ReplaceAll(m.Deck, "::", "/"), "/"))
	}
	parts := strings.Split(strings.TrimSuffix(file, path.Ext(file)), "/")
	return deckPath(append([]string{c.Deck}, parts...))
}

// deckPath joins the parts of a deck's name; empty parts and what Anki would
// trim from them are left out (rslib/src/decks/name.rs).
func deckPath(parts []string) string {
	var out []string
	for _, p := range parts {
		p = strings.Trim(strings.ReplaceAll(foldSpace(cleanText(p)), "::", "-"), ": ")
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "::")
}

// tagList returns tags as cards carry them: without "#", levels joined by
// "::", spaces as "_", sorted, each once.
func tagList(tags []string) []string {
	var out []string
	for _, t := range tags {
		t = strings.Trim(strings.TrimPrefix(foldSpace(t), "#"), "/")
		t = strings.ReplaceAll(strings.ReplaceAll(t, "/", "::"), " ", "_")
		if t != "" {
			out = append(out, t)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// separate gives cards of the same front the heading they stand below, so
// that no two cards of a note ask the same visible question.
func separate(n *card.Note) {
	count := map[string]int{}
	fronts := make([]string, len(n.Cards))
	for i, k := range n.Cards {
		fronts[i] = sameFront(k)
		count[fronts[i]]++
	}
	for i, k := range n.Cards {
		if count[fronts[i]] > 1 {
			addContext(k)
			fronts[i] = sameFront(k)
		}
	}
	clear(count)
	for i, k := range n.Cards {
		if count[fronts[i]]++; count[fronts[i]] > 1 {
			addToFront(k, fmt.Sprintf(" (%d)", count[fronts[i]]))
		}
	}
}

// addContext adds the nearest heading to a front.
func addContext(k *card.Card) {
	for _, h := range slices.Backward(k.Headings) {
		h = cleanHeading(h)
		if h != "" && !genericHeadings.has(h) && compact(h) != compact(card.PlainText(k.Front)) {
			addToFront(k, " ("+bareTopic(withoutChapter(h))+")")
			return
		}
	}
}

func addToFront(k *card.Card, s string) {
	if p, ok := k.Front[len(k.Front)-1].(*card.Paragraph); ok {
		in := append(slices.Clone(p.Content), &card.Text{Value: s})
		k.Front = append(slices.Clone(k.Front[:len(k.Front)-1]), &card.Paragraph{Content: mergeText(in)})
		return
	}
	k.Front = append(slices.Clone(k.Front), &card.Paragraph{Content: []card.Inline{&card.Text{Value: strings.TrimSpace(s)}}})
}
