package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"recto/card"
	"recto/exporters"
)

// TestInvariants checks workbooks of all kinds of collections.
func TestInvariants(t *testing.T) {
	vault := sample("ko")
	vault.Vault = "내 볼트 & 노트"
	nowhere := sample("en")
	nowhere.Source = ""
	many := newNote("많다.md", "많다")
	for i := range maxRealLinks + 10 {
		many.term(fmt.Sprintf("용어 %d", i), "", par("정의 \"따옴표\""))
	}
	for name, c := range map[string]*card.Collection{
		"ko":                  sample("ko"),
		"en":                  sample("en"),
		"a vault":             vault,
		"no path":             nowhere,
		"nothing at all":      {},
		"hostile":             hostile(),
		"links as formulas":   {Notes: []*card.Note{many.note}, Source: "../노트"},
		"only questions":      onlyQuestions(),
		"an unknown language": {Notes: sample("fr").Notes, Lang: "fr"},
	} {
		t.Run(name, func(t *testing.T) {
			out := make(folder)
			export(t, c, out)
			leave(t, FileName, out[FileName])
			checkInvariants(t, out[FileName])
		})
	}
}

func onlyQuestions() *card.Collection {
	n := newNote("q.md", "Q")
	n.add(&card.Card{Kind: card.Question, Front: []card.Block{par("왜?")}, Back: []card.Block{par("그래서")}})
	n.add(&card.Card{Kind: card.ClozeNote, Front: []card.Block{par("수도는 ", &card.Cloze{Number: 1, Content: text("서울")}, "이다")}})
	return &card.Collection{Notes: []*card.Note{n.note}}
}

// dangers are texts that spreadsheets like to take for something else.
var dangers = []string{
	"=1+1", "+82-10", "-1+2", "@SUM(A1)", "=cmd|' /C calc'!A0", "'quoted", "00123", "1E5", "2024-01-01", "TRUE",
	"_x0041_", "_x000D__x000a_", "한글", "👨‍👩‍👧‍👦", "\u202eabc\u202c שלום", "a\tb", "<b>&amp;</b>", "]]>", "{0}", "#REF!", "  spaces  ",
	strings.Repeat("긴 이름 ", 30),
}

// hostile is a collection that means no good.
func hostile() *card.Collection {
	n := newNote("a:b [c] %20 '\".md", "=HYPERLINK(\"http://x\")")
	n.under("=1+1", "@x")
	for _, s := range dangers {
		n.term(s, s, par(s)).Tags = []string{s}
	}
	n.term("제어\x00문자\x1b", "", par("a\x00b\x0bc\ufffe\xffd\r\ne"))
	n.term("긴 것", "", par(strings.Repeat("가나다라 ", 8000)))
	n.term("깊은 것", "", &card.Quote{Title: text("제목"), Content: []card.Block{&card.Table{
		Header: [][]card.Inline{text("a"), nil}, Rows: [][][]card.Inline{{text("b"), text(&card.Image{Dest: "x/y.png"})}},
	}, &card.Code{Text: "a\n\tb"}, &card.Math{TeX: "x^2"}, &card.Rule{}, &card.Heading{Content: text("h")}}})
	n.term("링크", "", par(&card.Link{Dest: "javascript:alert(1)", Content: text("누르지 마시오")},
		&card.Footnote{Content: text("각주")}, &card.Superscript{Content: text("2")}, &card.Subscript{Content: text("i")},
		&card.Strike{Content: text("지움")}, &card.Emphasis{Content: text("기울임")}, &card.MathSpan{TeX: "y"}, &card.Break{}))
	n.add(&card.Card{Kind: card.Choice})
	n.add(&card.Card{Kind: card.Question, Front: []card.Block{par("=1+1")}})
	n.note.Diags.Addf(card.Pos{File: n.note.File, Line: 3}, "=1+1")
	return &card.Collection{Notes: []*card.Note{n.note}, Title: "=1+1\x00", Source: "../.."}
}

// TestText checks that text arrives as it was written.
func TestText(t *testing.T) {
	out := make(folder)
	export(t, hostile(), out)
	found := make(map[string]bool)
	for _, r := range decode[sheetXML](t, unzip(t, out[FileName])["xl/worksheets/sheet1.xml"]).Rows {
		for _, c := range r.Cells {
			found[c.text(t)] = true
			if c.Formula != "" {
				t.Errorf("%s is a formula: %s", c.R, c.Formula)
			}
		}
	}
	for _, s := range dangers {
		if want := clean(strings.Join(strings.Fields(s), " ")); !found[want] {
			t.Errorf("no cell %q", want)
		}
	}
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"가나", "가나"},
		{"한", "한"},
		{"a\r\nb\rc\nd\te", "a\nb\nc\nd\te"},
		{"a\x00b\x0b\x1b\x7fc", "abc"},
		{"a\ufffeb\uffffc", "abc"},
		{"a\xffb", "a\uFFFDb"},
	} {
		if got := clean(tt.in); got != tt.want {
			t.Errorf("clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestCut checks that text beyond a row's height is cut with a mark, is
// reported, and stands on the sheet of checks.
func TestCut(t *testing.T) {
	n := newNote("긴.md", "긴")
	n.term("짧은 것", "", par("정의"))
	n.term("긴 것", "", par(strings.Repeat("가나다라마바사 ", 5000)))
	n.term("굵고 긴 것", "", par(bold(strings.Repeat("가나다 ", 3000)), "끝"))
	n.add(&card.Card{Kind: card.Question, Front: []card.Block{par("왜?")}, Back: []card.Block{par(strings.Repeat("왜냐하면 ", 3000))}})
	out := make(folder)
	diags := export(t, &card.Collection{Notes: []*card.Note{n.note}}, out)
	var got []string
	for _, d := range diags {
		got = append(got, d.String())
	}
	want := []string{
		"긴.md:7:1: 굵고 긴 것: the text is longer than a row of Excel can show; it was cut",
		"긴.md:5:1: 긴 것: the text is longer than a row of Excel can show; it was cut",
		"긴.md:9:1: 왜?: the text is longer than a row of Excel can show; it was cut",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	f := open(t, out[FileName])
	for _, ref := range []string{"E2", "E3"} {
		text, err := f.GetCellValue("용어집", ref)
		if err != nil || !strings.HasSuffix(text, korean.cut) || len(text) > 5000 {
			t.Errorf("%s ends with %q (%d bytes, %v)", ref, text[max(0, len(text)-30):], len(text), err)
		}
	}
	checkInvariants(t, out[FileName])
}

// TestReproducible checks that the bytes do not depend on the run or the
// process: the test runs itself again.
func TestReproducible(t *testing.T) {
	first := make(folder)
	export(t, sample("ko"), first)
	name := os.Getenv("RECTO_TEST_WORKBOOK")
	if name != "" {
		if err := os.WriteFile(name, first[FileName], 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for range 10 {
		again := make(folder)
		export(t, sample("ko"), again)
		if !bytes.Equal(first[FileName], again[FileName]) {
			t.Fatal("two runs in one process differ")
		}
	}
	name = filepath.Join(t.TempDir(), FileName)
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestReproducible$")
	cmd.Env = append(os.Environ(), "RECTO_TEST_WORKBOOK="+name)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	other, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first[FileName], other) {
		t.Error("two processes differ")
	}
}

// brokenOutput cannot write.
type brokenOutput struct{ folder }

func (brokenOutput) Create(string) (io.WriteCloser, error) { return brokenOutput{}, nil }
func (brokenOutput) Write([]byte) (int, error)             { return 0, errBroken }
func (brokenOutput) Close() error                          { return nil }

var errBroken = errors.New("disk full")

func TestBrokenOutput(t *testing.T) {
	var out exporters.Output = brokenOutput{make(folder)}
	if _, err := (&Exporter{}).Export(sample("ko"), out); !errors.Is(err, errBroken) {
		t.Errorf("error = %v, want %v", err, errBroken)
	}
}

func BenchmarkExport(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		c := large(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (&Exporter{}).Export(c, discard{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// discard is an output folder that keeps nothing.
type discard struct{}

func (discard) Create(string) (io.WriteCloser, error)  { return discard{}, nil }
func (discard) Previous(string) (io.ReadCloser, error) { return nil, os.ErrNotExist }
func (discard) Write(p []byte) (int, error)            { return len(p), nil }
func (discard) Close() error                           { return nil }

// large makes a collection of n terms in notes of 100.
func large(n int) *card.Collection {
	c := &card.Collection{Source: "../notes", Lang: "ko", Title: "큰 것"}
	var m *noteMaker
	for i := range n {
		if i%100 == 0 {
			m = newNote(fmt.Sprintf("%04d-노트.md", i/100), "노트")
			m.under("노트", "장")
			c.Notes = append(c.Notes, m.note)
		}
		name := fmt.Sprintf("%c%c 용어 %d", '가'+rune(i*7%11000), '가'+rune(i*13%11000), i)
		k := m.term(name, "", par(fmt.Sprintf("%c용어 %d의 정의로, 컨테이너를 담아 노드에서 돌리는 가장 작은 단위라고 볼 수 있다.", '가'+rune(i%5000), i)))
		k.ID = fmt.Sprintf("c%07d", i)
		k.Tags = []string{"시험"}
	}
	return c
}
