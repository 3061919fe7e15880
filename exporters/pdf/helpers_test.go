package pdf

import (
	"bytes"
	"io"
	"io/fs"
	"testing"

	"github.com/spf13/pflag"

	"recto/card"
)

// memory is an Output that keeps its files.
type memory map[string]*bytes.Buffer

func (m memory) Create(name string) (io.WriteCloser, error) {
	m[name] = &bytes.Buffer{}
	return nopCloser{m[name]}, nil
}

func (m memory) Previous(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// exporter returns an exporter with the given flags.
func exporter(t testing.TB, flags ...string) *Exporter {
	t.Helper()
	e := &Exporter{}
	set := pflag.NewFlagSet("test", pflag.ContinueOnError)
	e.Flags(set)
	if err := set.Parse(flags); err != nil {
		t.Fatal(err)
	}
	return e
}

// export prints a collection with the given flags.
func export(t testing.TB, c *card.Collection, flags ...string) (memory, card.Diagnostics) {
	t.Helper()
	out := memory{}
	diags, err := exporter(t, flags...).Export(c, out)
	if err != nil {
		t.Fatal(err)
	}
	return out, diags
}

// Constructors of content.

func para(in ...card.Inline) *card.Paragraph { return &card.Paragraph{Content: in} }
func text1(s string) *card.Text              { return &card.Text{Value: s} }
func words(s string) *card.Paragraph         { return para(text1(s)) }
func bold(s string) *card.Strong             { return &card.Strong{Content: []card.Inline{text1(s)}} }
func items(blocks ...card.Block) []card.Item {
	var list []card.Item
	for _, b := range blocks {
		list = append(list, card.Item{Content: []card.Block{b}})
	}
	return list
}
func in(s ...card.Inline) []card.Inline { return s }

func row1(cells ...string) [][]card.Inline {
	var row [][]card.Inline
	for _, c := range cells {
		row = append(row, in(text1(c)))
	}
	return row
}

// collection returns a collection of one note with cards.
func collection(cards ...*card.Card) *card.Collection {
	for i, k := range cards {
		if k.Deck == "" {
			k.Deck = "notes::운영체제"
		}
		k.Pos = card.Pos{File: "os.md", Line: i + 1}
	}
	return &card.Collection{Lang: "ko", Title: "notes", Notes: []*card.Note{{File: "os.md", Title: "운영체제", Cards: cards}}}
}
