package pdf

import (
	"fmt"
	"io"
	"io/fs"
	"testing"

	"recto/card"
	"recto/exporters/pdf/font"
)

// many returns n cards of mixed content.
func many(n int) *card.Collection {
	base := sample().Notes[0].Cards[:9]
	cards := make([]*card.Card, n)
	for i := range cards {
		k := *base[i%len(base)]
		number := &card.Text{Value: fmt.Sprintf(" (%d)", i)}
		k.Front = append([]card.Block(nil), k.Front...)
		k.Front = append(k.Front, &card.Paragraph{Content: []card.Inline{number}})
		cards[i] = &k
	}
	return collection(cards...)
}

func plainCards(n int) *card.Collection {
	cards := make([]*card.Card, n)
	for i := range cards {
		cards[i] = &card.Card{Front: []card.Block{words(fmt.Sprintf("용어 %d", i))}, Back: []card.Block{words("뜻을 설명하는 한두 문장. A plain sentence or two.")}}
	}
	return collection(cards...)
}

// discard is an Output that keeps nothing.
type discard struct{}

func (discard) Create(string) (io.WriteCloser, error)  { return nopCloser{io.Discard}, nil }
func (discard) Previous(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }

func BenchmarkExport(b *testing.B) {
	cases := []struct {
		name  string
		cards *card.Collection
	}{{"plain8", plainCards(8)}, {"mixed8", many(8)}, {"mixed1000", many(1000)}, {"mixed10000", many(10000)}}
	for _, c := range cases {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := exporter(b).Export(c.cards, discard{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSplit(b *testing.B) {
	c := many(10000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := exporter(b, "--pdf-split=2000").Export(c, discard{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	c := many(1000)
	e := exporter(b)
	s := newSetting(&e.Options, e.Layout, font.NewSet(nil), c)
	b.ReportAllocs()
	for b.Loop() {
		for range layoutAll(s, c.Notes[0].Cards, 0) {
			continue
		}
	}
}
