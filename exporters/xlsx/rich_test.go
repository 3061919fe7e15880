package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// marked shows runs with their faces as marks: **bold**, ^{raised}, `code`.
func marked(runs []run) string {
	var sb strings.Builder
	for _, r := range runs {
		text := r.text
		for _, m := range []struct {
			on     bool
			before string
			after  string
		}{
			{r.face.code, "`", "`"}, {r.face.bold, "**", "**"}, {r.face.italic, "*", "*"}, {r.face.strike, "~~", "~~"},
			{r.face.mark, "==", "=="}, {r.face.super, "^{", "}"}, {r.face.sub, "_{", "}"},
		} {
			if m.on {
				text = m.before + text + m.after
			}
		}
		sb.WriteString(text)
	}
	return sb.String()
}

func TestTeX(t *testing.T) {
	for _, tt := range []struct{ tex, want string }{
		{`O(n \log n)`, "O(n log n)"},
		{`O(n\log n)`, "O(n log n)"},
		{`n^2`, "n²"},
		{`2^{32-26} - 2 = 62`, "2³²⁻²⁶ - 2 = 62"},
		{`a_i + b_{ij}`, "aᵢ + bᵢⱼ"},
		{`\frac{a+b}{2}`, "(a+b)/2"},
		{`\sqrt{x}`, "√x"},
		{`\log_2 n`, "log₂ n"},
		{`\alpha \le \beta`, "α ≤ β"},
		{`\text{지연} = \frac{1}{\mu - \lambda}`, "지연 = 1/(μ - λ)"},
		{`\left( x \right)`, "( x )"},
		{`x^{2^n}`, "x^(2ⁿ)"},
		{`\begin{matrix} a & b \end{matrix}`, "`\\begin{matrix} a & b \\end{matrix}`"},
		{`e^{x+y}`, "e^(x+y)"},
		{`x_T`, "x_T"},
		{`x^^2`, "`x^^2`"},
		{`\unknown`, "`\\unknown`"},
		{`a}`, "`a}`"},
		{`{a`, "`{a`"},
		{`\`, "`\\`"},
		{`x^`, "`x^`"},
	} {
		var w richWriter
		w.math(tt.tex, face{})
		if got := marked(w.finish()); got != tt.want {
			t.Errorf("%s = %s, want %s", tt.tex, got, tt.want)
		}
	}
}

func TestRichText(t *testing.T) {
	items := func(ordered bool, items ...[]card.Block) card.Block {
		l := &card.List{Ordered: ordered, Start: 3}
		for _, it := range items {
			l.Items = append(l.Items, card.Item{Content: it})
		}
		return l
	}
	for _, tt := range []struct {
		name   string
		blocks []card.Block
		want   string
	}{
		{"faces", []card.Block{par("a ", bold("b"), code("c"), highlight("d"), &card.Strike{Content: text("e")}, &card.Emphasis{Content: text(bold("f"))})},
			"a **b**`c`==d==~~e~~***f***"},
		{"neighbours of one face are one run", []card.Block{par("a", "b", bold("c"), bold("d"))}, "ab**cd**"},
		{"lists", []card.Block{par("head"), items(false, []card.Block{par("a"), items(true, []card.Block{par("x")}, []card.Block{par("y")})}, []card.Block{par("b")})},
			"head\n• a\n   3. x\n   4. y\n• b"},
		{"a list of one", []card.Block{items(false, []card.Block{par("a")})}, "a"},
		{"tasks", []card.Block{&card.List{Items: []card.Item{{Task: card.Done, Content: []card.Block{par("a")}}, {Task: card.Open, Content: []card.Block{par("b")}}}}}, "☑ a\n☐ b"},
		{"a table", []card.Block{&card.Table{Header: [][]card.Inline{text("a"), text("b")}, Rows: [][][]card.Inline{{text("1"), nil}, {nil, nil}}}}, "**a** | **b**\n1 |"},
		{"a callout", []card.Block{&card.Quote{Title: text("주의"), Content: []card.Block{par("a"), &card.Code{Text: "x\ny"}}}}, "**주의**\na\n`x\ny`"},
		{"a picture", []card.Block{par(&card.Image{Dest: "a/b.png"}, &card.Image{Dest: "c.png", Alt: "그림"})}, "[b.png][그림]"},
		{"nothing", []card.Block{par("  \n ")}, ""},
		{"white space around", []card.Block{par("", &card.Break{}, "a ", &card.Break{})}, "a"},
	} {
		if d := cmp.Diff(tt.want, marked(richText(tt.blocks))); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

// TestLongParagraph makes sure that the time is linear in the lines.
func TestLongParagraph(t *testing.T) {
	p := &card.Paragraph{}
	for range 200_000 {
		p.Content = append(p.Content, &card.Text{Value: "줄"}, &card.Break{})
	}
	if got := richText([]card.Block{p}); len(got) != 1 || len(got[0].text) != 200_000*4-1 {
		t.Errorf("%d runs", len(got))
	}
	if _, ok := texText(strings.Repeat("{", 1<<20)); ok {
		t.Error("a million braces are text")
	}
}

func TestBlankedText(t *testing.T) {
	blocks := []card.Block{par("a ", &card.Cloze{Number: 1, Content: text("b")}, " ", &card.Cloze{Number: 2, Hint: "힌트", Content: text("c")})}
	if got, want := marked(blankedText(blocks)), "a ==[     ]== ==[힌트]=="; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := marked(richText(blocks)), "a b c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGuard(t *testing.T) {
	for _, s := range []string{"_x0041_", "a_x0041__x0042_b", "_x0041_x0042_", "no"} {
		runs := guard([]run{{text: s}})
		if joinRuns(runs) != s {
			t.Errorf("guard(%q) = %q", s, joinRuns(runs))
		}
		for _, r := range runs {
			if escaped.MatchString(r.text) {
				t.Errorf("guard(%q) leaves %q", s, r.text)
			}
		}
	}
}

func TestHeight(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 20, 1},
		{"짧다", 20, 1},
		{"a\nb\n\nc", 20, 4},
		{strings.Repeat("가나다 ", 20), 20, 7},
		{strings.Repeat("가", 60), 20, 6},
		{strings.Repeat("word ", 20), 20, 5},
	} {
		if got := lineCount(tt.text, tt.width, bodySize); got != tt.want {
			t.Errorf("%q takes %d lines of %g, want %d", tt.text, got, tt.width, tt.want)
		}
	}
}

func TestLinks(t *testing.T) {
	for _, tt := range []struct{ folder, vault, file, want string }{
		{"../notes", "", "네트워크 기초.md", "../notes/%EB%84%A4%ED%8A%B8%EC%9B%8C%ED%81%AC%20%EA%B8%B0%EC%B4%88.md"},
		{".", "", "a:b.md", "./a:b.md"},
		{"..", "", "100%.md", "../100%25.md"},
		{"../n", "", "a#b?.md", "../n/a%23b%3F.md"},
		{"", "", "a.md", ""},
		{"/etc", "", "passwd", ""},
		{"", "내 볼트", "폴더/a b.md", "obsidian://open?vault=%EB%82%B4%20%EB%B3%BC%ED%8A%B8&file=%ED%8F%B4%EB%8D%94%2Fa%20b"},
		{"", "v&file=x", "a.md", "obsidian://open?vault=v%26file%3Dx&file=a"},
	} {
		s := newSources(&card.Collection{Source: tt.folder, Vault: tt.vault})
		if got := s.to(tt.file).url; got != tt.want {
			t.Errorf("link to %s below %q of %q = %s, want %s", tt.file, tt.folder, tt.vault, got, tt.want)
		}
	}
	for _, dest := range []string{"javascript:alert(1)", "file:///etc/passwd", "vbscript:x", "//host/share", "/abs", "#x", "http://" + strings.Repeat("a", maxURL)} {
		if got := allowed(dest); got != (link{}) {
			t.Errorf("%.40s leads to %.40s", dest, got.url)
		}
	}
}
