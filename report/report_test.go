package report

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

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

// TestDiagnosticsPath holds that places are those that the reader can open,
// and that a place without a line shows none.
func TestDiagnosticsPath(t *testing.T) {
	ds := card.Diagnostics{
		{Pos: card.Pos{File: "a.md", Line: 3, Col: 2}, Message: "no answer"},
		{Pos: card.Pos{File: "b.md", Line: 4}, Message: "no key"},
		{Pos: card.Pos{File: "c.md"}, Message: "cannot be read"},
	}
	var got strings.Builder
	Printer{W: &got, Color: true, Path: func(file string) string { return "my notes/" + file }}.Diagnostics(ds)
	want := "my notes/a.md:3:2: no answer\nmy notes/b.md:4: no key\nmy notes/c.md: cannot be read\n"
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if ds[0].Pos.File != "a.md" {
		t.Errorf("the caller's diagnostic is now about %s", ds[0].Pos.File)
	}
}

// TestSummaryKinds holds the order of kinds, and that only what there is is
// counted.
func TestSummaryKinds(t *testing.T) {
	n := &card.Note{}
	for _, k := range card.Kinds() {
		n.Cards = append(n.Cards, &card.Card{Kind: k}, &card.Card{Kind: k})
	}
	for _, tt := range []struct {
		name  string
		cards []*card.Card
		want  string
	}{
		{"every kind, backwards", reversed(n.Cards), "1 note, 10 cards (2 definition, 2 question, 2 choice, 2 cloze, 2 reversed), 2 diagnostics\n"},
		{"one", n.Cards[3:4], "1 note, 1 card (1 question), 2 diagnostics\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			Printer{W: &got}.Summary(&card.Collection{Notes: []*card.Note{{Cards: tt.cards}}}, 2, nil)
			if diff := cmp.Diff(tt.want, got.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func reversed(cards []*card.Card) []*card.Card {
	cards = slices.Clone(cards)
	slices.Reverse(cards)
	return cards
}

func TestNotes(t *testing.T) {
	c := &card.Collection{Notes: []*card.Note{note(), {File: "b\x1b.md"}}}
	var got strings.Builder
	Printer{W: &got, Path: func(file string) string { return "notes/" + file }}.Notes(c)
	want := "notes/a.md: 1 card, 1 diagnostic\nnotes/b·.md: 0 cards, 0 diagnostics\n"
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestExplainMargin holds what the margin says of a line that several have
// had to do with, and that the text begins at one column as long as the margin
// is wide enough.
func TestExplainMargin(t *testing.T) {
	first := &card.Card{Rule: "definition", Confidence: 0.9, Pos: card.Pos{Line: 1}}
	second := &card.Card{Rule: "a-rule-with-a-name-that-is-long", Confidence: 0.5, Pos: card.Pos{Line: 2}}
	n := &card.Note{
		File:  "a.md",
		Cards: []*card.Card{first, second},
		Lines: []string{"one", "two", "정답: ②", "", "", ""},
		Trace: []card.Trace{
			{Line: 1, Card: first, Rule: "definition"},
			{Line: 1, Card: second, Rule: "heading"},
			{Line: 1, Why: "said\ttwice"},
			{Line: 2, Card: second, Rule: "table"},
			{Line: 3, Rule: "choice"},
			{Line: 3, Card: first, Rule: "definition"},
		},
		Diags: card.Diagnostics{
			{Pos: card.Pos{Line: 1}, Message: "in two cards"},
			{Pos: card.Pos{Line: 4}, Message: "about nothing\x07"},
			{Message: "about the note"},
		},
	}
	var got strings.Builder
	Printer{W: &got}.Explain(n)
	want := strings.Join([]string{
		"a.md: 2 cards",
		"    1  1 definition 0.90         │ one",
		"                                 │ ^ said twice",
		"                                 │ ^ in two cards",
		"    2  2 a-rule-with-a-name-that-is-long 0.50│ two",
		"    3  · choice                  │ 정답: ②",
		"    4                            │",
		"                                 │ ^ about nothing·",
		"    5                            │",
		"", "",
	}, "\n")
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestVisible holds that no character of a note can steer the terminal or turn
// the order of what is read, and that others stay.
func TestVisible(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"words", "파드 ② é 👩‍💻 𝛑 \u00a0", "파드 ② é 👩‍💻 𝛑 \u00a0"},
		{"tab", "a\tb", "a b"},
		{"control", "\x00\a\b\n\v\f\r\x1b\x1f\x7f", strings.Repeat("·", 10)},
		{"control of 8 bits", "\u0080\u009b\u009d\u009f", "····"},
		{"direction", "\u200e\u200f\u202a\u202e\u2066\u2069\u061c", strings.Repeat("·", 7)},
		{"no UTF-8", "a\xffb", "a\ufffdb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := visible(tt.in); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestPlain holds that without Color nothing that is printed, of any note,
// holds a control character but the ends of lines.
func TestPlain(t *testing.T) {
	n := note()
	n.File = "\x1b[31m.md"
	n.Trace = append(n.Trace, card.Trace{Line: 1, Why: "\x1b[1m"})
	n.Diags.Addf(card.Pos{File: n.File, Line: 2}, "\x1b]0;title\a")
	c := &card.Collection{Notes: []*card.Note{n}}
	var got strings.Builder
	p := Printer{W: &got}
	p.Explain(n)
	p.Notes(c)
	p.Diagnostics(n.Diags)
	p.Summary(c, 1, []string{"out/cards.csv"})
	if i := strings.IndexFunc(got.String(), func(r rune) bool { return unicode.IsControl(r) && r != '\n' }); i >= 0 {
		t.Errorf("control character at %d of %q", i, got.String())
	}
}
