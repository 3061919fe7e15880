package mdext

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// FuzzParse holds that no text makes the parser fail, and that every node
// stays inside the text and on its mark.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, s := range archive.Files {
			if strings.HasSuffix(s.Name, ".md") {
				f.Add(string(s.Data))
			}
		}
	}
	for _, s := range []string{"\t$$\n\t$$", "-\t%%\n\n\t%% x", "> - $$\n>   a $$", "|a|\n|-|\n|$\\|$|", "$$\r\nx\r\n$$", "%%%%%", "==\xff==", "\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) { checkPlaces(t, src) })
}

// FuzzEmphasisASCII holds that emphasis in ASCII text is CommonMark's.
func FuzzEmphasisASCII(f *testing.F) {
	for _, s := range []string{
		"2*3*4", "snake_case_name", "**foo**bar", "*a **b** c*", "***both***", "a ** b ** c", "__init__", `foo**"x"**bar`,
		"*(*foo*)*", "_(_foo_)_", "**foo*bar**baz*", "*foo**bar*", "***foo** bar*", "foo***bar***baz", "_foo_bar_baz_", "**Gomphocarpus (*G. p.*)**",
	} {
		f.Add(s)
	}
	plain := goldmark.New()
	ours := goldmark.New(goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(emphasisParser{}, 451))))
	f.Fuzz(func(t *testing.T, src string) {
		if strings.ContainsFunc(src, func(r rune) bool { return r >= 0x80 }) || strings.Count(src, "*")+strings.Count(src, "_") > maxDelimiters {
			t.Skip("not ASCII, or past the limit")
		}
		if diff := cmp.Diff(html(t, plain, src), html(t, ours, src)); diff != "" {
			t.Errorf("%q: HTML (-goldmark +ours):\n%s", src, diff)
		}
	})
}

func html(t *testing.T, m goldmark.Markdown, src string) string {
	t.Helper()
	var out bytes.Buffer
	if err := m.Convert([]byte(src), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// hostileText is a unit that is repeated, and what follows it.
type hostileText struct{ name, unit, tail string }

func (h hostileText) text(n int) string { return strings.Repeat(h.unit, n) + h.tail }

// hostile are texts that make a careless search quadratic.
var hostile = []hostileText{
	{"highlight", "==", ""}, {"highlight spaced", "==a ", ""}, {"highlight lines", "==a\n", ""},
	{"math", "$", ""}, {"math open", "$a ", ""}, {"math lines", "$a\n", ""}, {"math korean", "$가", "$"},
	{"display", "$$a ", ""}, {"display lines", "$$\n", "x"}, {"display blocks", "$$\n\n", "x"}, {"display paragraphs", "$$ a\n\n", ""},
	{"paren", `\(a `, ""}, {"bracket", `\[a `, ""}, {"bracket blocks", "\\[\n\n", ""}, {"bracket items", "- \\[\n", "\\]"},
	{"wiki", "[[", ""}, {"wiki open", "[[a ", ""}, {"embed", "![[a", ""},
	{"comment", "%%", "%"}, {"comment open", "%%a ", ""}, {"comment blocks", "%%\na\n\n", "%% %%"}, {"quoted", "> %%\n\n", ""}, {"depth", "> ", "$$"}, {"list depth", "+ ", "a"}, {"number depth", "1. ", "a"}, {"depth twice", "> ", "a\n" + strings.Repeat("> ", 500) + "b"},
	{"link", "[a](", ""}, {"link lines", "[a](b\n", ""}, {"brackets", "[", "]"}, {"closing brackets", "[a]", ""}, {"bracket lines", "[a]\n", ""},
	{"star open", "*a ", ""}, {"star close", "a* ", ""}, {"star both", "a*b_", ""}, {"star three", "a**b c* ", ""},
	{"star korean", "**가(", ""}, {"tilde", "~~가(", ""}, {"tag", "#a", ""}, {"tag spaced", "#a ", ""},
}

// TestHostile reads every hostile text at a size where quadratic time shows.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("large inputs")
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			checkPlaces(t, h.text(20_000))
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			src := h.text(100_000)
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				parse(src)
			}
		})
	}
}
