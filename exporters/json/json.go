// Package json writes cards.json, the machine-readable contract: one array of
// plain-text cards in note order, then source order.
package json

import (
	"encoding/json"
	"strings"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters"
)

// Exporter writes cards.json. It has no options.
type Exporter struct{}

// Flags registers nothing.
func (*Exporter) Flags(*pflag.FlagSet) {}

// Card is one element of the array.
type Card struct {
	ID          string   `json:"id"`
	Kind        string   `json:"kind"`
	Rule        string   `json:"rule"`
	Confidence  float64  `json:"confidence"`
	Front       string   `json:"front"`
	Back        string   `json:"back"`
	Options     []Option `json:"options,omitempty"`
	Explanation string   `json:"explanation,omitempty"`
	Headings    []string `json:"headings"`
	Deck        string   `json:"deck"`
	Tags        []string `json:"tags"`
	Source      Source   `json:"source"`
	Schedule    string   `json:"schedule,omitempty"`
}

// Option is one offered answer of a choice.
type Option struct {
	Label   string `json:"label"`
	Text    string `json:"text"`
	Correct bool   `json:"correct"`
}

// Source says where the card stands: the note and the 1-based line.
type Source struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// Export writes the collection's cards. It has no diagnostics of its own.
func (*Exporter) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	cards := make([]Card, 0, c.Len())
	for k := range c.Cards() {
		cards = append(cards, convert(k))
	}
	w, err := out.Create("cards.json")
	if err != nil {
		return nil, err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(cards); err != nil {
		w.Close()
		return nil, err
	}
	return nil, w.Close()
}

func convert(k *card.Card) Card {
	j := Card{
		ID: k.ID, Kind: k.Kind.String(), Rule: k.Rule, Confidence: k.Confidence,
		Front: plain(k.Front), Back: plain(k.Answer()),
		Explanation: card.PlainText(k.Explanation),
		Headings:    append([]string{}, k.Headings...), Deck: k.Deck, Tags: append([]string{}, k.Tags...),
		Source: Source{k.Pos.File, k.Pos.Line}, Schedule: k.Schedule,
	}
	if k.Kind == card.ClozeNote {
		j.Back = hidden(k)
	}
	for _, o := range k.Options {
		j.Options = append(j.Options, Option{o.Label, card.InlineText(o.Content), o.Correct})
	}
	return j
}

// plain returns the words of a side; of one that shows only pictures, their
// names.
func plain(blocks []card.Block) string {
	if s := card.PlainText(blocks); s != "" {
		return s
	}
	var names []string
	card.Walk(blocks, func(in card.Inline) {
		if img, ok := in.(*card.Image); ok {
			names = append(names, img.Dest)
		}
	})
	return strings.Join(names, "\n")
}

// hidden returns the words that a cloze hides, one deletion a line.
func hidden(k *card.Card) string {
	var words []string
	card.Walk(k.Front, func(in card.Inline) {
		if z, ok := in.(*card.Cloze); ok {
			words = append(words, card.InlineText(z.Content))
		}
	})
	return strings.Join(words, "\n")
}
