package ledger_test

import (
	"bytes"
	"fmt"
	"time"

	"recto/card"
	"recto/ledger"
)

// A question is corrected between two runs; the card stays the same.
func ExampleAssign() {
	notes := func(front string) *card.Collection {
		text := func(s string) []card.Block {
			return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: s}}}}
		}
		return &card.Collection{Notes: []*card.Note{{File: "os.md", Cards: []*card.Card{{
			Front: text(front), Back: text("a lock that one thread holds at a time"), Pos: card.Pos{File: "os.md", Line: 1},
		}}}}}
	}
	monday := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	first := notes("What is a mutx?")
	kept, _ := ledger.Assign(first, nil, monday)
	var file bytes.Buffer
	kept.WriteTo(&file)

	old, _, _ := ledger.Read(&file)
	second := notes("What is a mutex?")
	ledger.Assign(second, old, monday.AddDate(0, 0, 1))
	was, is := first.Notes[0].Cards[0], second.Notes[0].Cards[0]
	fmt.Println(was.ID == is.ID, is.Modified.Format(time.DateOnly))
	// Output: true 2026-03-03
}
