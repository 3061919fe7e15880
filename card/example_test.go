package card_test

import (
	"os"

	"recto/card"
)

func ExampleDump() {
	text := func(s string) []card.Block {
		return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: s}}}}
	}
	note := &card.Note{File: "k8s.md", Cards: []*card.Card{{
		Kind: card.Definition, Rule: "definition", Confidence: 0.9,
		Pos: card.Pos{File: "k8s.md", Line: 3, Col: 1}, Headings: []string{"Kubernetes", "Node"},
		Front: text("CRI"), Back: text("how kubelet talks to the runtime"),
		Term: &card.Term{Name: "CRI", Expansion: "Container Runtime Interface"},
	}}}
	card.Dump(os.Stdout, note)
	// Output:
	// 3:1 definition by definition 0.90
	//   under Kubernetes > Node
	//   front | CRI
	//   back  | how kubelet talks to the runtime
	//   term CRI = Container Runtime Interface
}
