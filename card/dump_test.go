package card

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func dump(t *testing.T, cards ...*Card) string {
	t.Helper()
	var sb strings.Builder
	if err := Dump(&sb, &Note{Cards: cards}); err != nil {
		t.Fatal(err)
	}
	return sb.String()
}

// TestDumpEvery holds that each type shows with its own marks.
func TestDumpEvery(t *testing.T) {
	want := `7:1 question by heading 0.75
  front | What runs?
  back  | ## Pods
        | *em***~~old~~new**==hot==x^(2)_(i)⏎` + "`a*b`" + `$\pi$[site](https://example.com)[[Node#Role|node]]![CRI](cri.png)[^1: since 1.24]{{c1::containerd::runtime}}{{c2::CRI-O}}
        | - plain
        |   9. nine
        |   10. ten
        | - [ ] open
        | - [x] done
        | > [!note] 주의
        | > mind
        | > said
        | > and done
        | ` + "``` go if x {" + `
        | ` + "``` \treturn" + `
        | ` + "``` }" + `
        | | tool | port |
        | | etcd | 2379 |
        | | none |  |
        | $$ a
        | $$ +b
        | ---

`
	got := dump(t, &Card{
		Kind: Question, Rule: "heading", Confidence: 0.75, Pos: Pos{"a.md", 7, 1},
		Front: []Block{says("What runs?")}, Back: every(),
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDumpFields holds that all that tells one card from another shows, and
// that a term shows only where it says more than the front.
func TestDumpFields(t *testing.T) {
	got := dump(t,
		&Card{
			Kind: Choice, Rule: "choice", Confidence: 1, Pos: Pos{"a.md", 3, 2}, Origin: "obs-1", Schedule: "!2026-01-01,3,250",
			Headings: []string{"Network", "TCP"}, Front: []Block{says("Which?")},
			Options: []Option{
				{Label: "①", Content: words("UDP")},
				{Label: "②", Content: words("TCP"), Correct: true, Note: words("since 1974")},
			},
			Explanation: []Block{says("It connects."), says("It orders.")},
		},
		&Card{
			Rule: "definition", Confidence: 0.9, Pos: Pos{"a.md", 9, 1}, Front: []Block{says("CRI")}, Back: []Block{says("how it talks")},
			Term: &Term{Name: "CRI", Expansion: "Container Runtime Interface", Aliases: []string{"런타임", "interface"}},
		},
		&Card{
			Rule: "definition", Confidence: 0.9, Pos: Pos{"a.md", 10, 1}, Front: []Block{says("etcd")}, Back: []Block{says("store")},
			Term: &Term{Name: "etcd"},
		},
		&Card{
			Rule: "heading", Confidence: 0.5, Pos: Pos{"a.md", 12, 1}, Front: []Block{says("What is a pod?")}, Back: []Block{says("unit")},
			Term: &Term{Name: "pod"},
		},
	)
	want := `3:2 choice by choice 1.00
  under Network > TCP
  origin obs-1
  schedule !2026-01-01,3,250
  front | Which?
  - ① UDP
  + ② TCP => since 1974
  why   | It connects.
        | It orders.

9:1 definition by definition 0.90
  front | CRI
  back  | how it talks
  term CRI = Container Runtime Interface / 런타임 / interface

10:1 definition by definition 0.90
  front | etcd
  back  | store

12:1 definition by heading 0.50
  front | What is a pod?
  back  | unit
  term pod

`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDumpHollow holds that content without anything in it shows as itself.
func TestDumpHollow(t *testing.T) {
	blocks := []Block{
		&List{Items: []Item{{}, {Task: Open}}}, &Quote{}, &Quote{Callout: "tip"}, &Code{}, &Math{}, &Table{}, &Paragraph{}, &List{},
	}
	want := []string{"- ", "- [ ] ", "> ", "> [!tip] ", "> ", "```  ", "$$ ", "|  |", ""}
	if diff := cmp.Diff(want, dumpBlocks(blocks)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

var errFull = errors.New("no space left")

type fullWriter struct{}

func (fullWriter) Write([]byte) (int, error) { return 0, errFull }

// TestDumpError holds that a failing writer is told of.
func TestDumpError(t *testing.T) {
	n := &Note{Cards: []*Card{{Front: []Block{says("a")}}}}
	if err := Dump(fullWriter{}, n); !errors.Is(err, errFull) {
		t.Errorf("error %v, want %v", err, errFull)
	}
}
