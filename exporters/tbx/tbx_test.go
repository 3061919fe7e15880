package tbx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// output keeps the one file that the format has; a broken one cannot write.
type output struct {
	bytes.Buffer
	broken bool
}

var errBroken = errors.New("disk full")

func (o *output) Create(string) (io.WriteCloser, error)  { return o, nil }
func (o *output) Previous(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }
func (o *output) Close() error                           { return nil }

func (o *output) Write(p []byte) (int, error) {
	if o.broken {
		return 0, errBroken
	}
	return o.Buffer.Write(p)
}

func collection(terms ...card.Term) *card.Collection {
	note := &card.Note{File: "네트워크.md", Title: "네트워크"}
	for i := range terms {
		note.Cards = append(note.Cards, &card.Card{Term: &terms[i], Pos: card.Pos{File: note.File, Line: i + 1}})
	}
	return &card.Collection{Notes: []*card.Note{note}, Lang: "ko", Title: "수업 & 노트"}
}

func says(s string) []card.Block {
	return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: s}}}}
}

const header = xml.Header + `<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="ko">
<martifHeader><fileDesc><titleStmt><title>수업 &amp; 노트</title></titleStmt><sourceDesc><p>recto</p></sourceDesc></fileDesc><encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
`

func TestExport(t *testing.T) {
	out := &output{}
	diags, err := (&Exporter{}).Export(collection(
		card.Term{Name: "컨테이너", Expansion: "Container", Definition: says("격리된 <실행> 단위")},
		card.Term{Name: "컨테이너", Definition: says("격리된 <실행> 단위")},
		card.Term{Name: "EKS", Expansion: "Elastic Kubernetes Service", Definition: says("관리형\x00 쿠버네티스")},
		card.Term{Name: "IP", Expansion: "Internet Protocol"},
	), out)
	if err != nil || diags != nil {
		t.Fatal(diags, err)
	}
	want := header + `<termEntry id="c1">
<descrip type="subjectField">네트워크</descrip>
<langSet xml:lang="ko">
<descripGrp><descrip type="definition" xml:lang="ko">격리된 &lt;실행&gt; 단위</descrip><admin type="source">네트워크.md</admin></descripGrp>
<tig><term>컨테이너</term></tig>
</langSet>
<langSet xml:lang="en">
<tig><term>Container</term></tig>
</langSet>
</termEntry>
<termEntry id="c2">
<descrip type="subjectField">네트워크</descrip>
<langSet xml:lang="en">
<descripGrp><descrip type="definition" xml:lang="ko">관리형 쿠버네티스</descrip><admin type="source">네트워크.md</admin></descripGrp>
<tig><term>EKS</term><termNote type="termType">abbreviation</termNote></tig>
<tig><term>Elastic Kubernetes Service</term><termNote type="termType">fullForm</termNote></tig>
</langSet>
</termEntry>
<termEntry id="c3">
<descrip type="subjectField">네트워크</descrip>
<langSet xml:lang="en">
<tig><term>IP</term><termNote type="termType">abbreviation</termNote></tig>
<tig><term>Internet Protocol</term><termNote type="termType">fullForm</termNote></tig>
</langSet>
</termEntry>
</body></text>
</martif>
`
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"컨테이너": "ko", "container 컨테이너": "ko", "コンテナ": "ja", "容器": "zh", "C++": "en", "": "en",
	} {
		if got := language(text); got != want {
			t.Errorf("language(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestWellFormed checks that nothing in notes breaks the XML, and that every
// language has a term.
func TestWellFormed(t *testing.T) {
	var terms []card.Term
	for _, s := range []string{"]]>", "<!--", "&amp;", "\x00\x1b", "\"'", "\ufffe", "a\u200bb", "👨‍👩‍👧", "=1", "한 日 ア a"} {
		terms = append(terms, card.Term{Name: "x" + s, Expansion: s, Aliases: []string{s, s}, Definition: says(s)})
	}
	out := &output{}
	if _, err := (&Exporter{}).Export(collection(terms...), out); err != nil {
		t.Fatal(err)
	}
	type martif struct {
		Entries []struct {
			Langs []struct {
				Terms []string `xml:"tig>term"`
			} `xml:"langSet"`
		} `xml:"text>body>termEntry"`
	}
	var doc martif
	d := xml.NewDecoder(strings.NewReader(out.String()))
	d.Strict = true
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Entries) == 0 {
		t.Fatal("no entries")
	}
	for i, e := range doc.Entries {
		for _, l := range e.Langs {
			if len(l.Terms) == 0 {
				t.Errorf("entry %d has a language without a term", i+1)
			}
		}
	}
}

func TestBroken(t *testing.T) {
	if _, err := (&Exporter{}).Export(collection(card.Term{Name: "a"}), &output{broken: true}); !errors.Is(err, errBroken) {
		t.Errorf("error = %v", err)
	}
}

// BenchmarkExport writes 1,000 terms.
func BenchmarkExport(b *testing.B) {
	var terms []card.Term
	for i := range 1000 {
		terms = append(terms, card.Term{Name: fmt.Sprintf("용어 %d", i), Definition: says("한 줄로 된 설명")})
	}
	c := collection(terms...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (&Exporter{}).Export(c, &output{}); err != nil {
			b.Fatal(err)
		}
	}
}
