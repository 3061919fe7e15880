package ledger

import (
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recto/card"
)

// maxQuestion is how much of a question an entry keeps, in characters.
const maxQuestion = 100

// digest returns what the ledger notes of each card; ids are still missing.
// Diagnostics tell of cards that carry another card's id.
func digest(vault string, all []*card.Card) ([]*entry, card.Diagnostics) {
	var diags card.Diagnostics
	p := newPrinter()
	origins := map[string]card.Pos{}
	found := make([]*entry, len(all))
	for i, k := range all {
		e := &entry{
			family:   family(k),
			file:     k.Pos.File,
			headings: normalize(strings.Join(k.Headings, " › ")),
			stem:     stem(k),
			question: brief(question(k)),
			sketch:   newSketch(normalize(card.PlainText(k.Answer()))),
			body:     p.body(k),
			shown:    p.shown(k, vault),
		}
		if first, ok := origins[k.Origin]; k.Origin != "" && ok {
			diags.Addf(k.Pos, "the card carries the same id as the one at %s, which keeps it; remove one of the two", first)
		} else if k.Origin != "" {
			origins[k.Origin] = k.Pos
			e.origin = k.Origin
		}
		found[i] = e
	}
	return found, diags
}

// The families of kinds. An id is bound to one: no program turns a question
// into a cloze and keeps its progress.
const (
	cards  = "card"
	clozes = "cloze"
)

func family(k *card.Card) string {
	if k.Kind == card.ClozeNote {
		return clozes
	}
	return cards
}

// stem returns the front of a card without what a writer may change freely.
// Pictures without words count by their name.
func stem(k *card.Card) string {
	text := card.PlainText(k.Front)
	card.Walk(k.Front, func(in card.Inline) {
		if m, ok := in.(*card.Image); ok && m.Alt == "" {
			text += " " + path.Base(m.Dest)
		}
	})
	return normalize(text)
}

// question returns the stem and, of a choice, the offered answers: exams ask
// the same words again and again.
func question(k *card.Card) string {
	text := stem(k)
	for _, o := range k.Options {
		text += " / " + normalize(card.InlineText(o.Content))
	}
	return text
}

// normalize returns s in lower case and NFC, with single spaces.
func normalize(s string) string {
	s = strings.ToLower(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
	return strings.Join(strings.Fields(s), " ")
}

// brief returns s when it is short, and else its beginning and a hash of all,
// so that two results are equal when, and only when, the texts are.
func brief(s string) string {
	if utf8.RuneCountInString(s) <= maxQuestion {
		return s
	}
	return string([]rune(s)[:maxQuestion]) + ellipsis + hash(s)
}

const ellipsis = "…#"

// readable returns the part of a brief text that is text.
func readable(s string) string {
	text, _, _ := strings.Cut(s, ellipsis)
	return text
}
