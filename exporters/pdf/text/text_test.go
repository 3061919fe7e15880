package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/exporters/pdf/font"
)

var fonts = font.NewSet(nil)

func runs(s ...string) []Run {
	var list []Run
	for i, part := range s {
		look := &Look{Scale: 1000}
		if i%2 == 1 {
			look.Font = font.Bold
		}
		list = append(list, Run{Text: Clean(part), Look: look})
	}
	return list
}

// lines returns the text of lines, as it would be drawn.
func lines(p *Paragraph, limit, indent int) []string {
	var out []string
	for _, l := range p.Wrap(limit, indent) {
		var sb strings.Builder
		for i, w := range l.Words {
			for _, piece := range p.Pieces(w) {
				if piece.Label != "" {
					sb.WriteString(piece.Label)
				} else {
					sb.WriteString(p.Text[piece.Start:piece.End])
				}
			}
			if i < len(l.Words)-1 && w.Space.Look != nil {
				sb.WriteString(p.Text[w.Space.Start:w.Space.End])
			}
		}
		out = append(out, sb.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name  string
		runs  []Run
		limit int
		want  []string
	}{
		{"Korean is kept by word", runs("플래시카드를 인쇄하면, (영어로 “flash card”라고"), 7500, []string{"플래시카드를", "인쇄하면, (영어로", "“flash card”라고"}},
		{"a particle stays at its word across styles", runs("세 번의 ", "handshake", "의 뜻"), 6500, []string{"세 번의", "handshake의", "뜻"}},
		{"Japanese does not begin a line with a full stop", runs("日本語です。次の行"), 4500, []string{"日本語で", "す。次の", "行"}},
		{"Han within Korean words", runs("大韓民國은 民主共和國이다"), 5500, []string{"大韓民國은", "民主共和", "國이다"}},
		{"a word too long is cut between syllables", runs("가나다라마바사"), 3000, []string{"가나다", "라마바", "사"}},
		{"after a slash", runs("input/output"), 3500, []string{"input/", "output"}},
		{"not within a date", runs("2024-01-02 x"), 3500, []string{"2024-0", "1-02 x"}},
		{"asked for", runs("a\nb\n\nc"), 3500, []string{"a", "b", "", "c"}},
		{"a family is one emoji", runs("가👩‍👩‍👧가"), 1500, []string{"가", "👩‍👩‍👧", "가"}},
		{"an unknown character", runs("ก"), 9000, []string{"U+0E01"}},
	}
	for _, tt := range tests {
		p := New(fonts, tt.runs)
		if diff := cmp.Diff(tt.want, lines(p, tt.limit, 0)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// FuzzWrap checks that no line is wider than its room, unless one cluster
// is, and that no character is lost.
func FuzzWrap(f *testing.F) {
	f.Add("한글과 English 混じり文、テスト。", 4000, 300)
	f.Add("👩‍💻 a\u0301 \u200b x\ny", 1200, 0)
	f.Add(strings.Repeat("w", 300), 2000, 1000)
	f.Fuzz(func(t *testing.T, s string, limit, indent int) {
		limit, indent = 1500+limit%20000, indent%5000
		if limit < 1500 {
			limit = 1500
		}
		indent = max(0, min(indent, limit-1500))
		p := New(fonts, []Run{{Text: Clean(s), Look: &Look{Scale: 1000}}})
		rigid := p.Rigid()
		var sb strings.Builder
		for i, l := range p.Wrap(limit, indent) {
			room := limit
			if i > 0 {
				room -= indent
			}
			if l.Width > max(room, rigid+10, 2100) {
				t.Errorf("line %d of %q is %d wide, not %d", i, s, l.Width, room)
			}
			for _, w := range l.Words {
				for _, piece := range p.Pieces(w) {
					sb.WriteString(p.Text[piece.Start:piece.End])
				}
			}
		}
		if got, want := bare(sb.String()), bare(p.Text); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}

// bare drops what no line shows.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\u3000' || isSilent(r) {
			return -1
		}
		return r
	}, s)
}

func TestBalance(t *testing.T) {
	p := New(fonts, runs("프로세스와 스레드의 차이를 설명하라"))
	limit := p.Width() - 500
	if got := lines(p, limit, 0); len(got) != 2 || got[1] != "설명하라" {
		t.Fatalf("unbalanced: %q", got)
	}
	if got := lines(p, p.Balance(limit), 0); len(got) != 2 || got[1] == "설명하라" {
		t.Errorf("balanced: %q", got)
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"한글 English", "한글 English"},
		{"\u1112\u1161\u11ab", "한"},
		{"a\x00b\x07c", "abc"},
		{"a\tb", "a b"},
		{"\xff", "\uFFFD"},
		{"𝐱𝟙", "x1"},
		{"\u202Eabc", "abc"},
		{"a\nb", "a\nb"},
	}
	for _, tt := range tests {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("Clean(%q) is %q, want %q", tt.in, got, tt.want)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	list := runs("프로세스는 실행 중인 프로그램이며 ", "독립된 메모리 공간", "을 가진다. A thread shares the address space of its process. 日本語も。")
	b.ReportAllocs()
	for b.Loop() {
		New(fonts, list)
	}
}

func BenchmarkWrap(b *testing.B) {
	p := New(fonts, runs(strings.Repeat("프로세스는 실행 중인 프로그램이며 독립된 메모리를 가진다. ", 10)))
	b.ReportAllocs()
	for b.Loop() {
		p.Wrap(20000, 0)
	}
}
