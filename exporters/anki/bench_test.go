package anki

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"recto/card"
	"recto/exporters"
)

// nowhere is an output that keeps nothing.
type nowhere struct{}

func (nowhere) Create(string) (io.WriteCloser, error)  { return nowhere{}, nil }
func (nowhere) Previous(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }
func (nowhere) Write(p []byte) (int, error)            { return len(p), nil }
func (nowhere) Close() error                           { return nil }

// many returns cards as notes on computing have them, every hundredth with a
// picture of 20 kB.
func many(n int) *card.Collection {
	var cards []*card.Card
	for i := range n {
		back := []card.Block{
			para(txt(fmt.Sprintf("운영 체제가 프로그램 %d번을 실행하는 단위이며, ", i)), &card.Strong{Content: []card.Inline{txt("memory")}}, txt(" 를 따로 갖는다.")),
			&card.List{Items: []card.Item{{Content: say("코드와 데이터")}, {Content: say("스택과 힙")}}},
		}
		if i%100 == 0 {
			back = append(back, para(&card.Image{Media: file(fmt.Sprintf("p%d.png", i), strings.Repeat(fmt.Sprint(i, " "), 4000))}))
		}
		k := newCard(fmt.Sprintf("r%011d", i), card.Kinds()[i%2], say(fmt.Sprintf("프로세스 %d이란 무엇인가?", i)), back)
		k.Deck = fmt.Sprintf("notes::chapter %d", i/200)
		k.Headings = []string{"운영 체제", "프로세스"}
		cards = append(cards, k)
	}
	return gather(cards...)
}

func BenchmarkExport(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		for name, e := range map[string]exporters.Exporter{"csv": &CSV{}, "apkg": Package{}} {
			b.Run(fmt.Sprintf("%s/%d cards", name, n), func(b *testing.B) {
				if testing.Short() && n > 1000 {
					b.Skip("takes seconds")
				}
				c := many(n)
				b.ReportAllocs()
				for b.Loop() {
					if _, err := e.Export(c, nowhere{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
