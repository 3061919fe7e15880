package csvglossary

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// output keeps the one file that the format has.
type output struct {
	bytes.Buffer
	name string
}

func (o *output) Create(name string) (io.WriteCloser, error) { o.name = name; return o, nil }
func (o *output) Previous(string) (io.ReadCloser, error)     { return nil, fs.ErrNotExist }
func (o *output) Close() error                               { return nil }

func collection(lang string, terms ...card.Term) *card.Collection {
	note := &card.Note{File: "a.md"}
	for i := range terms {
		note.Cards = append(note.Cards, &card.Card{Term: &terms[i], Pos: card.Pos{File: "a.md", Line: i + 1}})
	}
	return &card.Collection{Notes: []*card.Note{note}, Lang: lang}
}

func says(s string) []card.Block {
	return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: s}}}}
}

func TestExport(t *testing.T) {
	c := collection("ko",
		card.Term{Name: "파드", Definition: says("가장 작은 단위, \"묶음\"")},
		card.Term{Name: "EKS", Expansion: "Elastic Kubernetes Service", Definition: says("관리형")},
		card.Term{Name: "EKS", Definition: says("AWS의 것")},
		card.Term{Name: "=1+1", Definition: says("@SUM(A1)\x00")},
		card.Term{Name: "IP", Expansion: "Internet Protocol"},
	)
	out := &output{}
	if diags, err := (&Exporter{}).Export(c, out); err != nil || diags != nil {
		t.Fatal(diags, err)
	}
	want := "\uFEFF용어,정의\r\n" +
		"파드,\"가장 작은 단위, \"\"묶음\"\"\"\r\n" +
		"EKS,\"Elastic Kubernetes Service\r\n관리형\"\r\n" +
		"EKS,\"Elastic Kubernetes Service\r\nAWS의 것\"\r\n" +
		"IP,Internet Protocol\r\n" +
		"'=1+1,'@SUM(A1)\r\n"
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
	if out.name != FileName {
		t.Errorf("file = %q", out.name)
	}
}

func TestTitles(t *testing.T) {
	out := &output{}
	if _, err := (&Exporter{}).Export(&card.Collection{Lang: "en"}, out); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != "\uFEFFTerm,Definition\r\n" {
		t.Errorf("an empty glossary is %q", got)
	}
}

// TestNoFormulas checks that no cell begins like a formula, and that the file
// reads back.
func TestNoFormulas(t *testing.T) {
	var terms []card.Term
	for _, s := range []string{"=a", "+a", "-a", "@a", "\ta", "＝a", "－a", "\x00=a", "a=b", "\"=a", ",=a"} {
		terms = append(terms, card.Term{Name: s, Definition: says(s)})
	}
	out := &output{}
	if _, err := (&Exporter{}).Export(collection("ko", terms...), out); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), byteOrderMark))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, text := range row {
			if strings.HasPrefix(text, "=") || strings.HasPrefix(text, "+") || strings.HasPrefix(text, "-") || strings.HasPrefix(text, "@") || strings.HasPrefix(text, "\t") {
				t.Errorf("cell %q", text)
			}
		}
	}
}

var errBroken = errors.New("disk full")

// broken cannot write.
type broken struct{ output }

func (b *broken) Create(string) (io.WriteCloser, error) { return b, nil }
func (b *broken) Write([]byte) (int, error)             { return 0, errBroken }

func TestBroken(t *testing.T) {
	if _, err := (&Exporter{}).Export(collection("ko"), &broken{}); !errors.Is(err, errBroken) {
		t.Errorf("error = %v", err)
	}
}

// BenchmarkExport writes 1,000 terms.
func BenchmarkExport(b *testing.B) {
	var terms []card.Term
	for i := range 1000 {
		terms = append(terms, card.Term{Name: fmt.Sprintf("용어 %d", i), Definition: says("한 줄로 된 설명")})
	}
	c := collection("ko", terms...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (&Exporter{}).Export(c, &output{}); err != nil {
			b.Fatal(err)
		}
	}
}
