package anki

import (
	"fmt"
	"strings"
	"time"

	"recto/card"
)

func ExampleCSV_Export() {
	text := func(s string) []card.Block {
		return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: s}}}}
	}
	c := &card.Collection{Notes: []*card.Note{{Cards: []*card.Card{{
		ID: "r4h8R4wqAsvK", Kind: card.Definition, Front: text("TCP란?"), Back: text("연결형 <전송> 프로토콜"),
		Headings: []string{"네트워크"}, Deck: "노트::네트워크", Tags: []string{"시험"},
		Pos: card.Pos{File: "네트워크.md", Line: 3}, Modified: time.Unix(1_770_000_000, 0),
	}}}}}
	out := newFolder()
	if _, err := (&CSV{}).Export(c, out); err != nil {
		fmt.Println(err)
	}
	_, row, _ := strings.Cut(out.text("cards.csv"), "#if matches:update current\n")
	fmt.Print(row)
	// Output:
	// "r4h8R4wqAsvK","노트::네트워크","시험","TCP란?<div class=""recto-path""><small>네트워크</small></div>","연결형 &lt;전송&gt; 프로토콜<div class=""recto-source""><small>네트워크.md</small></div>",""
}
