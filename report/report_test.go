package report

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// note returns a note with one card, a near miss and a diagnostic.
func note() *card.Note {
	k := &card.Card{Rule: "definition", Confidence: 0.9, Pos: card.Pos{File: "a.md", Line: 1, Col: 1}}
	n := &card.Note{
		File:  "a.md",
		Cards: []*card.Card{k},
		Lines: []string{"- kubelet : node", "agent", "\x1b[31m7 : 9", "- etcd :", ""},
		Trace: []card.Trace{
			{Line: 1, Card: k, Rule: "definition"},
			{Line: 2, Card: k, Rule: "definition"},
			{Line: 3, Why: "a ratio"},
		},
	}
	n.Diags.Addf(card.Pos{File: "a.md", Line: 4, Col: 1}, "term without a definition")
	return n
}

func TestExplain(t *testing.T) {
	want := strings.Join([]string{
		"notes/a.md: 1 card",
		"    1  1 definition 0.90         │ - kubelet : node",
		"    2  1 definition              │ agent",
		"    3                            │ ·[31m7 : 9",
		"                                 │ ^ a ratio",
		"    4                            │ - etcd :",
		"                                 │ ^ term without a definition",
		"", "",
	}, "\n")
	var got strings.Builder
	Printer{W: &got, Path: func(file string) string { return "notes/" + file }}.Explain(note())
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestExplainColor holds that colours change nothing else.
func TestExplainColor(t *testing.T) {
	var plain, colored strings.Builder
	Printer{W: &plain}.Explain(note())
	Printer{W: &colored, Color: true}.Explain(note())
	if plain.String() == colored.String() {
		t.Error("no colours")
	}
	bare := strings.NewReplacer(dim, "", green, "", yellow, "", reset, "").Replace(colored.String())
	if diff := cmp.Diff(plain.String(), bare); diff != "" {
		t.Errorf("(-plain +without colours):\n%s", diff)
	}
}

func TestSummary(t *testing.T) {
	n := note()
	n.Cards = append(n.Cards, &card.Card{Kind: card.Choice}, &card.Card{Kind: card.Choice})
	tests := []struct {
		name        string
		collection  card.Collection
		diagnostics int
		files       []string
		want        string
	}{
		{
			"cards", card.Collection{Notes: []*card.Note{n}}, 1, []string{"out/cards.csv", "out/cards.pdf"},
			"1 note, 3 cards (1 definition, 2 choice), 1 diagnostic\nwrote out/cards.csv, out/cards.pdf\n",
		},
		{
			"none", card.Collection{Notes: []*card.Note{{}, {}}}, 0, nil,
			"2 notes, 0 cards, 0 diagnostics\nno cards found; --explain shows how each line was read\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			Printer{W: &got}.Summary(&tt.collection, tt.diagnostics, tt.files)
			if diff := cmp.Diff(tt.want, got.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestDiagnostics holds that a note cannot steer the terminal.
func TestDiagnostics(t *testing.T) {
	var ds card.Diagnostics
	ds.Addf(card.Pos{File: "a\x1b[2J.md", Line: 3, Col: 1}, "term without a definition: “\x1b]0;x\x07”")
	var got strings.Builder
	Printer{W: &got}.Diagnostics(ds)
	want := "a·[2J.md:3:1: term without a definition: “·]0;x·”\n"
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBar(t *testing.T) {
	var got strings.Builder
	b := Bar{W: &got}
	b.Show(1, 9, 999*time.Millisecond) // not yet a second
	b.Show(2, 9, 1000*time.Millisecond)
	b.Show(3, 9, 1050*time.Millisecond) // too soon again
	b.Show(4, 9, 1100*time.Millisecond)
	b.Show(9, 9, 1101*time.Millisecond) // the end is always shown
	b.Clear()
	want := "\r2 of 9 notes\r4 of 9 notes\r9 of 9 notes\r\x1b[K"
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	got.Reset()
	quick := Bar{W: &got}
	quick.Show(9, 9, 20*time.Millisecond)
	quick.Clear()
	if got.Len() > 0 {
		t.Errorf("a quick run shows %q", got.String())
	}
}
