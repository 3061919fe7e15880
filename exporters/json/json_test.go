package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"recto/card"
)

// output keeps the files of an export, once they are closed.
type output map[string]string

func (o output) Create(name string) (io.WriteCloser, error) { return &file{out: o, name: name}, nil }
func (output) Previous(string) (io.ReadCloser, error)       { return nil, fs.ErrNotExist }

type file struct {
	bytes.Buffer
	out  output
	name string
}

func (f *file) Close() error { f.out[f.name] = f.String(); return nil }

// export returns cards.json of cards.
func export(t *testing.T, cards ...*card.Card) string {
	t.Helper()
	out := output{}
	diags, err := (&Exporter{}).Export(&card.Collection{Notes: []*card.Note{{Cards: cards}}}, out)
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	if len(out) != 1 {
		t.Fatalf("%d files", len(out))
	}
	return out["cards.json"]
}

func words(s string) []card.Inline { return []card.Inline{&card.Text{Value: s}} }

func says(s string) []card.Block { return []card.Block{&card.Paragraph{Content: words(s)}} }

// TestExport holds the whole file for a card of each kind: which keys there
// are, in which order, and which of them an empty value leaves out.
func TestExport(t *testing.T) {
	at := func(line int) card.Pos { return card.Pos{File: "net/tcp.md", Line: line, Col: 3} }
	cards := []*card.Card{
		{
			ID: "r1", Origin: "obs-1", Kind: card.Definition, Rule: "definition", Confidence: 0.9, Front: says("CRI"), Back: says("how kubelet talks to the runtime"),
			Term: &card.Term{Name: "CRI", Expansion: "Container Runtime Interface"}, Deck: "class::k8s", Pos: at(1),
		},
		{
			ID: "r2", Kind: card.Question, Rule: "heading", Confidence: 0.75, Front: says("파드란?"), Back: append(says("가장 작은 단위"), says("of work")...),
			Headings: []string{"쿠버네티스", "Node"}, Deck: "class::k8s", Tags: []string{"k8s::pod", "시험"}, Pos: at(2), Schedule: "!2026-01-01,3,250",
		},
		{
			ID: "r3", Kind: card.Choice, Rule: "choice", Confidence: 1, Front: says("Which connect?"), Back: says("never shown"),
			Options: []card.Option{
				{Label: "①", Content: words("UDP"), Note: words("it does not")},
				{Label: "②", Content: words("TCP"), Correct: true},
				{Label: "③", Content: words("SCTP"), Correct: true},
			},
			Explanation: says("Both shake hands."), Deck: "class", Pos: at(3),
		},
		{
			ID: "r4", Kind: card.ClozeNote, Rule: "highlight", Confidence: 0.6, Front: []card.Block{&card.Paragraph{Content: []card.Inline{
				&card.Text{Value: "The "}, &card.Cloze{Number: 1, Hint: "agent", Content: words("kubelet")}, &card.Text{Value: " runs "}, &card.Cloze{Number: 2, Content: words("pods")},
			}}},
			Back: says("never shown"), Deck: "class", Pos: at(4),
		},
		{ID: "r5", Kind: card.Reversed, Rule: "answer", Confidence: 0.8, Front: says("물"), Back: says("water"), Deck: "class", Pos: at(5)},
	}
	want := `[
  {
    "id": "r1",
    "kind": "definition",
    "rule": "definition",
    "confidence": 0.9,
    "front": "CRI",
    "back": "how kubelet talks to the runtime",
    "headings": [],
    "deck": "class::k8s",
    "tags": [],
    "source": {
      "file": "net/tcp.md",
      "line": 1
    }
  },
  {
    "id": "r2",
    "kind": "question",
    "rule": "heading",
    "confidence": 0.75,
    "front": "파드란?",
    "back": "가장 작은 단위\nof work",
    "headings": [
      "쿠버네티스",
      "Node"
    ],
    "deck": "class::k8s",
    "tags": [
      "k8s::pod",
      "시험"
    ],
    "source": {
      "file": "net/tcp.md",
      "line": 2
    },
    "schedule": "!2026-01-01,3,250"
  },
  {
    "id": "r3",
    "kind": "choice",
    "rule": "choice",
    "confidence": 1,
    "front": "Which connect?",
    "back": "② TCP\n③ SCTP\n① → it does not\nBoth shake hands.",
    "options": [
      {
        "label": "①",
        "text": "UDP",
        "correct": false
      },
      {
        "label": "②",
        "text": "TCP",
        "correct": true
      },
      {
        "label": "③",
        "text": "SCTP",
        "correct": true
      }
    ],
    "explanation": "Both shake hands.",
    "headings": [],
    "deck": "class",
    "tags": [],
    "source": {
      "file": "net/tcp.md",
      "line": 3
    }
  },
  {
    "id": "r4",
    "kind": "cloze",
    "rule": "highlight",
    "confidence": 0.6,
    "front": "The kubelet runs pods",
    "back": "kubelet\npods",
    "headings": [],
    "deck": "class",
    "tags": [],
    "source": {
      "file": "net/tcp.md",
      "line": 4
    }
  },
  {
    "id": "r5",
    "kind": "reversed",
    "rule": "answer",
    "confidence": 0.8,
    "front": "물",
    "back": "water",
    "headings": [],
    "deck": "class",
    "tags": [],
    "source": {
      "file": "net/tcp.md",
      "line": 5
    }
  }
]
`
	if diff := cmp.Diff(want, export(t, cards...)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	kinds := map[card.Kind]bool{}
	for _, k := range cards {
		kinds[k.Kind] = true
	}
	if len(kinds) != len(card.Kinds()) {
		t.Errorf("%d of %d kinds are tested", len(kinds), len(card.Kinds()))
	}
}

// TestEmpty holds that a run without cards writes an array all the same.
func TestEmpty(t *testing.T) {
	if got := export(t); got != "[]\n" {
		t.Errorf("%q, want an empty array", got)
	}
}

// every holds content of each type with its plain text.
var every = []struct {
	block card.Block
	want  string
}{
	{&card.Heading{Level: 3, Content: words("head")}, "head"},
	{&card.List{Ordered: true, Start: 3, Items: []card.Item{{Content: says("three")}, {Task: card.Done, Content: says("four")}}}, "3. three\n4. four"},
	{&card.Quote{Callout: "note", Title: words("title"), Content: says("quote")}, "title\nquote"},
	{&card.Code{Lang: "go", Text: "a\n\tb"}, "a\n\tb"},
	{&card.Table{Header: [][]card.Inline{words("h"), nil}, Rows: [][][]card.Inline{{words("a"), words("b")}}}, "h\na\tb"},
	{&card.Math{TeX: `\pi`}, `\pi`},
	{&card.Rule{}, ""},
	{line(&card.Text{Value: "*text*"}), "*text*"},
	{line(&card.Emphasis{Content: words("a")}), "a"},
	{line(&card.Strong{Content: words("a")}), "a"},
	{line(&card.Strike{Content: words("a")}), "a"},
	{line(&card.Highlight{Content: words("a")}), "a"},
	{line(&card.Superscript{Content: words("a")}), "a"},
	{line(&card.Subscript{Content: words("a")}), "a"},
	{line(&card.CodeSpan{Text: "`a`"}), "`a`"},
	{line(&card.MathSpan{TeX: `\pi`}), `\pi`},
	{line(&card.Link{Dest: "https://example.com", Content: words("a")}), "a"},
	{line(&card.Image{Dest: "a.png", Alt: "picture"}), "picture"},
	{line(&card.Footnote{Label: "1", Content: words("aside")}), " (aside)"},
	{line(&card.Cloze{Number: 1, Hint: "h", Content: words("a")}), "a"},
	{line(&card.Text{Value: "a"}, &card.Break{}, &card.Text{Value: "b"}), "a\nb"},
}

func line(in ...card.Inline) *card.Paragraph { return &card.Paragraph{Content: in} }

// TestEvery holds the plain text of each type of content, and that no type of
// the model is left out here.
func TestEvery(t *testing.T) {
	tested := map[string]bool{}
	for _, tt := range every {
		name := strings.TrimPrefix(fmt.Sprintf("%T", tt.block), "*card.")
		tested[name] = true
		card.Walk([]card.Block{tt.block}, func(in card.Inline) {
			name = strings.TrimPrefix(fmt.Sprintf("%T", in), "*card.")
			tested[name] = true
		})
		var got []Card
		if err := json.Unmarshal([]byte(export(t, &card.Card{Back: []card.Block{tt.block}})), &got); err != nil {
			t.Fatal(err)
		}
		if got[0].Back != tt.want {
			t.Errorf("%s is %q, want %q", name, got[0].Back, tt.want)
		}
	}
	source, err := os.ReadFile("../../card/content.go")
	if err != nil {
		t.Fatal(err)
	}
	var types []string
	for _, m := range regexp.MustCompile(`(?m)^func \(\*(\w+)\) (?:block|inline)\(\)`).FindAllSubmatch(source, -1) {
		types = append(types, string(m[1]))
	}
	slices.Sort(types)
	if diff := cmp.Diff(types, slices.Sorted(maps.Keys(tested))); diff != "" {
		t.Errorf("types (-model +tested):\n%s", diff)
	}
}

// TestHidden holds that the back of a cloze is its hidden words, in reading
// order wherever they are, a deletion a line.
func TestHidden(t *testing.T) {
	hide := func(n int, s string) card.Inline { return &card.Cloze{Number: n, Content: words(s)} }
	front := []card.Block{
		line(&card.Strong{Content: []card.Inline{hide(2, "bold")}}),
		&card.List{Items: []card.Item{{Content: []card.Block{line(hide(1, "item"))}}}},
		&card.Table{Header: [][]card.Inline{{hide(1, "cell")}}},
		line(&card.Cloze{Number: 3, Content: []card.Inline{&card.Emphasis{Content: words("rich")}, &card.Break{}, &card.CodeSpan{Text: "x"}}}),
	}
	for kind, want := range map[card.Kind]string{card.ClozeNote: "bold\nitem\ncell\nrich\nx", card.Question: "back"} {
		var got []Card
		if err := json.Unmarshal([]byte(export(t, &card.Card{Kind: kind, Front: front, Back: says("back")})), &got); err != nil {
			t.Fatal(err)
		}
		if got[0].Back != want {
			t.Errorf("%s: %q, want %q", kind, got[0].Back, want)
		}
	}
}

// TestHostile holds that marks of HTML stay readable, and that whatever a note
// holds the file is JSON that says the same.
func TestHostile(t *testing.T) {
	if got := export(t, &card.Card{Front: says("a <b> & 'c' → d")}); !strings.Contains(got, `"front": "a <b> & 'c' → d"`) {
		t.Errorf("escaped: %s", got)
	}
	texts := []string{`"],{"id":"x"`, "a\x00\x1b\u2028b", `\u0041 \n`, "</script>"}
	var cards []*card.Card
	for _, s := range texts {
		cards = append(cards, &card.Card{Front: says(s), Tags: []string{s}, Pos: card.Pos{File: s}})
	}
	var got []Card
	if err := json.Unmarshal([]byte(export(t, cards...)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != len(texts) {
		t.Fatalf("%d cards, want %d", len(got), len(texts))
	}
	for i, s := range texts {
		if got[i].Front != s || got[i].Tags[0] != s || got[i].Source.File != s {
			t.Errorf("%q is read as %+v", s, got[i])
		}
	}
}

// failing is an output that fails at a step.
type failing struct {
	output
	step   string
	closed bool
}

var errFull = errors.New("no space left")

func (f *failing) fail(step string) error {
	if f.step == step {
		return errFull
	}
	return nil
}

func (f *failing) Create(string) (io.WriteCloser, error) {
	if err := f.fail("create"); err != nil {
		return nil, err
	}
	return f, nil
}
func (f *failing) Write(p []byte) (int, error) { return len(p), f.fail("write") }
func (f *failing) Close() error                { f.closed = true; return f.fail("close") }

// TestFailing holds that the error of each step is returned, and that no file
// is left open.
func TestFailing(t *testing.T) {
	for _, step := range []string{"create", "write", "close", "none"} {
		out := &failing{step: step}
		_, err := (&Exporter{}).Export(&card.Collection{}, out)
		if errors.Is(err, errFull) == (step == "none") {
			t.Errorf("%s: error %v", step, err)
		}
		if out.closed == (step == "create") {
			t.Errorf("%s: closed %v", step, out.closed)
		}
	}
}

// TestFlags holds that there are none.
func TestFlags(t *testing.T) {
	fs := pflag.NewFlagSet("", pflag.ContinueOnError)
	if (&Exporter{}).Flags(fs); fs.HasFlags() {
		t.Errorf("flags:\n%s", fs.FlagUsages())
	}
}

// BenchmarkExport writes 1,000 cards.
func BenchmarkExport(b *testing.B) {
	var cards []*card.Card
	for i := range 1000 {
		side := []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: fmt.Sprintf("용어 %d", i)}}}}
		cards = append(cards, &card.Card{Front: side, Back: side})
	}
	c := &card.Collection{Notes: []*card.Note{{Cards: cards}}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (&Exporter{}).Export(c, output{}); err != nil {
			b.Fatal(err)
		}
	}
}
