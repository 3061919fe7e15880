package anki

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"recto/card"
)

func TestHTML(t *testing.T) {
	cells := func(ss ...string) [][]card.Inline {
		var out [][]card.Inline
		for _, s := range ss {
			out = append(out, []card.Inline{txt(s)})
		}
		return out
	}
	tests := []struct {
		name   string
		reason string
		in     []card.Block
		want   string
	}{
		{"one paragraph", "as if typed into Anki", say("TCP"), "TCP"},
		{"paragraphs", "", append(say("a"), say("b")...), "<p>a</p><p>b</p>"},
		{"heading", "cards have no headings of the first levels", []card.Block{&card.Heading{Level: 1, Content: []card.Inline{txt("a")}}}, "<h3>a</h3>"},
		{"marks", "", []card.Block{para(
			&card.Emphasis{Content: []card.Inline{txt("i")}}, &card.Strong{Content: []card.Inline{txt("b")}},
			&card.Strike{Content: []card.Inline{txt("s")}}, &card.Highlight{Content: []card.Inline{txt("m")}},
			&card.Superscript{Content: []card.Inline{txt("2")}}, &card.Subscript{Content: []card.Inline{txt("3")}},
			&card.CodeSpan{Text: "a<b"}, &card.Break{},
		)}, "<i>i</i><b>b</b><s>s</s><mark>m</mark><sup>2</sup><sub>3</sub><code>a&lt;b</code><br>"},
		{"list", "", []card.Block{&card.List{Ordered: true, Start: 3, Items: []card.Item{
			{Task: card.Done, Content: say("a")},
			{Task: card.Open, Content: append(say("b"), &card.List{Items: []card.Item{{Content: say("c")}}})},
			{Content: append(say("d"), say("e")...)},
		}}}, `<ol start="3" style="text-align:left"><li>☑ a</li><li>☐ b<ul style="text-align:left"><li>c</li></ul></li><li><p>d</p><p>e</p></li></ol>`},
		{"callout", "", []card.Block{&card.Quote{Callout: "tip", Title: []card.Inline{txt("T")}, Content: say("a")}}, "<blockquote><b>T</b><br>a</blockquote>"},
		{"code", "line ends are tags, as a cloze or a CSV could lose them", []card.Block{&card.Code{Lang: "go", Text: "if a < b {\n\treturn\n}"}},
			"<pre style=\"text-align:left\"><code class=\"language-go\">if a &lt; b {<br>\treturn<br>}</code></pre>"},
		{"language that is none", "", []card.Block{&card.Code{Lang: `x" onload="a`, Text: "a"}}, `<pre style="text-align:left"><code>a</code></pre>`},
		{"table", "", []card.Block{&card.Table{Align: []card.Align{card.NoAlign, card.Right}, Header: cells("a", "b"), Rows: [][][]card.Inline{cells("1", "2")}}},
			`<table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>`},
		{"table without header", "", []card.Block{&card.Table{Align: []card.Align{card.Left}, Header: [][]card.Inline{nil}, Rows: [][][]card.Inline{cells("1")}}},
			`<table><tbody><tr><td style="text-align:left">1</td></tr></tbody></table>`},
		{"formulas", "on one line, without comments", []card.Block{&card.Math{TeX: "a<b\n% note\n50\\% c"}, para(&card.MathSpan{TeX: "x_{{c}}"}), &card.Rule{}},
			`<div>\[a&lt;b  50\% c\]</div><p>\(x_{ {c}}\)</p><hr>`},
		{"formula that ends in a backslash", "", []card.Block{para(&card.MathSpan{TeX: `a\`})}, `\(a\ \)`},
		{"footnote", "", []card.Block{para(txt("a"), &card.Footnote{Content: []card.Inline{txt("n")}})}, "a<small> (n)</small>"},
		{"links", "only what is safe is followed", []card.Block{para(
			&card.Link{Dest: "https://a.b/?x=1&y=\"", Content: []card.Inline{txt("web")}},
			&card.Link{Dest: "javascript:alert(1)", Content: []card.Inline{txt(" js")}},
			&card.Link{Dest: "file:///etc/passwd", Content: []card.Inline{txt(" file")}},
			&card.Link{Dest: "Note#H", Wiki: true, Content: []card.Inline{txt(" wiki")}},
		)}, `<a href="https://a.b/?x=1&amp;y=&quot;">web</a> js file wiki`},
		{"remote picture", "stays a link", []card.Block{para(&card.Image{Dest: "https://a.b/c.png", Alt: "alt"})}, `<a href="https://a.b/c.png">alt</a>`},
		{"missing picture", "shows its name", []card.Block{para(&card.Image{Dest: `C:\x\a<b.png`})}, `<span class="recto-missing">⚠ a&lt;b.png</span>`},
		{"media", "", []card.Block{para(
			&card.Image{Media: file("a/b.PNG", "png"), Alt: `"x"`, Width: 200}, &card.Image{Media: file("c.mp3", "mp3")},
		)}, `<img src="recto-8f8cbb7dcf46e0bc7d53.png" alt="&quot;x&quot;" width="200">[sound:recto-27656ffd5a01dc640a8f.mp3]`},
		{"cloze elsewhere", "only the text of a cloze note asks", []card.Block{para(&card.Cloze{Number: 1, Content: []card.Inline{txt("a")}})}, "a"},
		{"magic text", "Anki acts on these", say(`[sound:a.mp3] [Anki:tts] [latex]x[/latex] [$]x[/$] [$$]x[/$$] [[type:Front]] [a]`),
			`&#91;sound:a.mp3] &#91;Anki:tts] &#91;latex]x&#91;/latex] &#91;$]x&#91;/$] &#91;$$]x&#91;/$$] &#91;[type:Front]] [a]`},
		{"magic text in parts", "texts side by side are one", []card.Block{para(txt("["), txt("sound:a]{"), txt("{c1::b}}"))}, `&#91;sound:a]{&#123;c1::b}}`},
		{"delimiters of formulas", "MathJax reads decoded text between tags", say(`\(x\) \[y\] C:\a\`), `<span>&#92;</span>(x<span>&#92;</span>) <span>&#92;</span>[y<span>&#92;</span>] C:\a<span>&#92;</span>`},
		{"markup", "", say(`<script>alert("1")</script> &lt;`), `&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;lt;`},
		{"control characters", "as Anki itself does", say("a\x00b\x1fc\x7fd\te\rf\xff"), "abcd\te<br>f\uFFFD"},
		{"decomposed Hangul", "", say("\u1112\u1161\u11ab"), "한"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h := &htmlWriter{media: newMediaSet()}
			h.blocks(tt.in)
			if diff := cmp.Diff(tt.want, h.String()); diff != "" {
				t.Errorf("(-want +got):\n%s%s", diff, tt.reason)
			}
		})
	}
}

func TestCloze(t *testing.T) {
	hide := func(n int, content ...card.Inline) *card.Cloze { return &card.Cloze{Number: n, Content: content} }
	tests := []struct {
		name  string
		in    []card.Inline
		want  string
		asked []int
	}{
		{"plain", []card.Inline{txt("a "), hide(1, txt("b")), txt(" c")}, "a {{c1::b}} c", []int{0}},
		{"hint", []card.Inline{&card.Cloze{Number: 2, Hint: "x}}::y", Content: []card.Inline{txt("b")}}}, "{{c2::b::x&#125;&#125;&#58;&#58;y}}", []int{1}},
		{"closing marks inside", []card.Inline{hide(1, txt("map[a]}} std::vector b}"))}, "{{c1::map[a]&#125;&#125; std&#58;&#58;vector b&#125;}}", []int{0}},
		{"code inside", []card.Inline{hide(1, &card.CodeSpan{Text: "{{x}}::"})}, "{{c1::<code>{&#123;x&#125;&#125;&#58;&#58;</code>}}", []int{0}},
		{"formula inside", []card.Inline{hide(1, &card.MathSpan{TeX: `\frac{a}{b^{c}}::x`})}, `{{c1::\(\frac{a}{b^{c} }:{}:x\)}}`, []int{0}},
		{"opening marks around", []card.Inline{txt("{{c3::x}} {"), hide(1, txt("b")), txt("}")}, "{&#123;c3::x}} {{{c1::b}}}", []int{0}},
		{"nested", []card.Inline{hide(1, txt("a "), hide(2, txt("b")))}, "{{c1::a {{c2::b}}}}", []int{0, 1}},
		{"nested too deep", []card.Inline{hide(1, hide(2, hide(3, hide(4, txt("b")))))}, "{{c1::{{c2::{{c3::b}}}}}}", []int{0, 1, 2}},
		{"twice and out of order", []card.Inline{hide(5, txt("a")), hide(2, txt("b")), hide(5, txt("c"))}, "{{c5::a}}{{c2::b}}{{c5::c}}", []int{1, 4}},
		{"numbers that Anki does not ask", []card.Inline{hide(0, txt("a")), hide(500, txt("b")), hide(499, txt("c"))}, "ab{{c499::c}}", []int{498}},
		{"nothing hidden", []card.Inline{hide(1), txt("a"), hide(2, txt("b"))}, "a{{c2::b}}", []int{1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder("")
			n := b.note(newCard("r1", card.ClozeNote, []card.Block{para(tt.in...)}, nil))
			if diff := cmp.Diff(tt.want, n.fields[0]); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.asked, n.ords); diff != "" {
				t.Errorf("cards (-want +got):\n%s", diff)
			}
		})
	}
}

// TestWikiLinks has links into a vault.
func TestWikiLinks(t *testing.T) {
	tests := []struct{ dest, want string }{
		{"노트 1", "obsidian://open?vault=My%20Vault&file=%EB%85%B8%ED%8A%B8%201"},
		{"a&b#제목", "obsidian://open?vault=My%20Vault&file=a%26b%23%EC%A0%9C%EB%AA%A9"},
		{"#h", "obsidian://open?vault=My%20Vault&file=net%2Ftcp%23h"},
	}
	for _, tt := range tests {
		h := &htmlWriter{media: newMediaSet(), vault: "My Vault", file: "net/tcp.md"}
		if got := h.destination(&card.Link{Dest: tt.dest, Wiki: true}); got != tt.want {
			t.Errorf("%s: got %s", tt.dest, got)
		}
	}
}

var allowed = map[string][]string{
	"a": {"href"}, "b": nil, "blockquote": nil, "br": nil, "code": {"class"}, "div": {"class"}, "h3": nil, "h4": nil, "h5": nil, "h6": nil,
	"hr": nil, "i": nil, "img": {"src", "alt", "width"}, "li": {"class"}, "mark": nil, "ol": {"start", "style"}, "p": nil, "pre": {"style"}, "s": nil,
	"small": nil, "span": {"class"}, "sub": nil, "sup": nil, "table": nil, "tbody": nil, "td": {"style"}, "th": {"style"}, "thead": nil,
	"tr": nil, "ul": {"class", "style"},
}

// ankiMarks are what Anki would act on in a field without a cloze or a
// formula of ours.
var ankiMarks = regexp.MustCompile(`(?i)\[sound:|\[/?anki:|\[/?latex\]|\[/?\$\$?\]|\[\[type:|\{\{|\\[()\[\]]`)

// FuzzEscape checks that text stays text: parsed as HTML it is what it was,
// no tag but ours is there, and no mark of Anki.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{`<b>&amp;`, `[sound:x]`, `{{c1::x::y}}`, `\(x\)`, "a\nb", `[[type:a]]`, `" onerror="x`, "[", "\\", "{", "\xed\xa0\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := newCard("r1", card.Choice, []card.Block{
			para(txt(s), &card.CodeSpan{Text: s}, &card.Image{Dest: s, Alt: s}, &card.Link{Dest: s, Content: []card.Inline{txt(s)}}, &card.Link{Dest: s, Wiki: true}),
			&card.Code{Lang: s, Text: s},
		}, nil)
		k.Headings = []string{s, s}
		k.Pos.File = s
		k.Options = []card.Option{{Label: s, Content: []card.Inline{txt(s)}, Correct: true, Note: []card.Inline{txt(s)}}}
		n := newBuilder(s).note(k)
		for _, got := range n.fields {
			if m := ankiMarks.FindString(got); m != "" {
				t.Errorf("%q in %q", m, got)
			}
			checkTags(t, got)
		}
		for _, w := range []where{inText, inCloze, inAttr} {
			got := escape(s, w)
			if text := textOf(t, got); text != want(s, w) || !utf8.ValidString(got) {
				t.Errorf("%q became %q", want(s, w), text)
			}
			if w == inCloze && (strings.Contains(got, "::") || strings.Contains(got, "}}")) {
				t.Errorf("%q would end a cloze", got)
			}
		}
	})
}

func want(s string, w where) string {
	if w == inAttr {
		return strings.ReplaceAll(clean(s), "\n", " ")
	}
	return clean(s)
}

// textOf returns the text of HTML, with "\n" for breaks.
func textOf(t *testing.T, s string) string {
	t.Helper()
	var sb strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for z.Next() != html.ErrorToken {
		switch tok := z.Token(); {
		case tok.Type == html.TextToken:
			sb.WriteString(tok.Data)
		case tok.Data == "br":
			sb.WriteByte('\n')
		}
	}
	return sb.String()
}

func checkTags(t *testing.T, s string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(s))
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Type == html.TextToken || tok.Type == html.EndTagToken {
			continue
		}
		attrs, ok := allowed[tok.Data]
		if !ok || tok.Type == html.CommentToken {
			t.Errorf("tag %v", tok)
		}
		for _, a := range tok.Attr {
			if !strings.Contains(" "+strings.Join(attrs, " ")+" ", " "+a.Key+" ") {
				t.Errorf("attribute %v of %v", a.Key, tok)
			}
			if a.Key == "href" && !regexp.MustCompile(`^(https?|mailto|obsidian):`).MatchString(a.Val) {
				t.Errorf("link to %q", a.Val)
			}
		}
	}
}
