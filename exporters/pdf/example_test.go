package pdf_test

import (
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters/pdf"
)

// files is an Output that counts what it gets.
type files map[string]int

func (f files) Create(name string) (io.WriteCloser, error) { return file{f, name}, nil }

func (files) Previous(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }

type file struct {
	files files
	name  string
}

func (f file) Write(p []byte) (int, error) {
	f.files[f.name] += len(p)
	return len(p), nil
}

func (file) Close() error { return nil }

func ExampleExporter_Export() {
	var e pdf.Exporter
	flags := pflag.NewFlagSet("example", pflag.ContinueOnError)
	e.Flags(flags)
	if err := flags.Parse([]string{"--pdf-layout=ring", "--pdf-sides=two-files"}); err != nil {
		fmt.Println(err)
		return
	}
	text := func(s string) []card.Block {
		return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: s}}}}
	}
	deck := &card.Collection{Title: "단어장", Lang: "ko", Notes: []*card.Note{{Cards: []*card.Card{
		{Front: text("recto"), Back: text("책장의 앞면 ก"), Deck: "단어장", Pos: card.Pos{File: "words.md", Line: 3}},
	}}}}
	out := files{}
	diags, err := e.Export(deck, out)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(out), out["cards-fronts.pdf"] > 0, out["cards-backs.pdf"] > 0)
	fmt.Println(diags[0])
	// Output:
	// 2 true true
	// words.md:3: no font has U+0E01; the card shows the code point
}
