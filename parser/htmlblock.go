package parser

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"recto/card"
)

// markup reads a block of HTML: it keeps the structure that cards can show
// (details, lists, tables, preformatted text) and reads the text in between
// as Markdown, which is what writers mean by it.
type markup struct {
	b    *builder
	z    *html.Tokenizer
	at   int             // line of the next token
	run  strings.Builder // text and inline tags not yet read
	from int             // line where run begins
	list []int           // open lists: -1 for bullets, else the last number
}

// html adds the rows of an HTML block.
func (b *builder) html(n *ast.HTMLBlock) {
	var raw []byte
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		raw = append(raw, seg.Value(b.src.text)...)
	}
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(b.src.text)...)
	}
	if n.Lines().Len() == 0 || b.depth >= maxDepth {
		return
	}
	m := &markup{b: b, at: b.src.line(n.Lines().At(0).Start)}
	m.z = html.NewTokenizer(bytes.NewReader(repairSummary(raw)))
	m.read()
}

func (m *markup) read() {
	for {
		kind := m.z.Next()
		if kind == html.ErrorToken {
			m.flush()
			return
		}
		raw, line := string(m.z.Raw()), m.at
		m.at += strings.Count(raw, "\n")
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			m.start(m.z.Token(), raw, line)
		case html.EndTagToken:
			m.end(m.z.Token().Data, raw, line)
		case html.TextToken:
			m.keep(raw, line)
		}
	}
}

// keep adds to the text that is read as Markdown.
func (m *markup) keep(raw string, line int) {
	if m.run.Len() == 0 {
		m.from = line
	}
	m.run.WriteString(raw)
}

func (m *markup) start(t html.Token, raw string, line int) {
	switch t.Data {
	case "details":
		m.flush()
		m.open(t.Data, &row{kind: details, line: line, end: line, col: 1, gap: m.b.src.blankBefore(line)})
	case "summary":
		m.flush()
		m.summary(line)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		m.flush()
		if len(m.b.open) == 0 {
			m.heading(t.Data, line)
		}
	case "ul":
		m.flush()
		m.list = append(m.list, -1)
	case "ol":
		m.flush()
		m.list = append(m.list, 0)
	case "li":
		m.flush()
		m.item(line)
	case "img":
		m.flush()
		r := &row{kind: figure, line: line, end: line, col: 1}
		r.setText([]card.Inline{imageElement(t, line)})
		m.b.add(r)
	case "pre":
		m.flush()
		m.b.add(&row{kind: code, line: line, end: m.at, col: 1, block: &card.Code{Text: strings.Trim(m.until("pre"), "\n")}, lines: []int{line}})
	case "table":
		m.flush()
		m.table(line)
	case "script", "style", "iframe", "textarea", "svg":
		m.flush()
		m.until(t.Data)
	default:
		if blockElements[t.Data] {
			m.flush()
			return
		}
		m.keep(raw, line)
	}
}

func (m *markup) end(name, raw string, line int) {
	switch {
	case name == "details", name == "li":
		m.flush()
		m.close(name)
	case name == "ul", name == "ol":
		m.flush()
		m.close("li")
		if len(m.list) > 0 {
			m.list = m.list[:len(m.list)-1]
		}
	case blockElements[name]:
		m.flush()
	default:
		m.keep(raw, line)
	}
}

// blockElements end the text before them and show nothing of their own.
var blockElements = map[string]bool{
	"p": true, "div": true, "center": true, "section": true, "article": true, "blockquote": true, "hr": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "dl": true, "dt": true, "dd": true,
	"header": true, "footer": true, "main": true, "aside": true, "figure": true, "figcaption": true, "nav": true,
}

// open adds a row that further rows go into until close.
func (m *markup) open(name string, r *row) {
	m.b.add(r)
	m.b.open = append(m.b.open, &r.rows)
	m.b.elements = append(m.b.elements, element{name, r, len(m.b.open)})
}

// close ends the innermost open element of the name and all inside it.
func (m *markup) close(name string) {
	es := m.b.elements
	for i := len(es) - 1; i >= 0; i-- {
		if es[i].name != name || es[i].depth > len(m.b.open) {
			continue
		}
		if name == "li" {
			hoist(es[i].row)
		}
		m.b.open = m.b.open[:es[i].depth-1]
		m.b.elements = es[:i]
		return
	}
}

func (m *markup) item(line int) {
	if es := m.b.elements; len(es) > 0 && es[len(es)-1].name == "li" && len(m.list) <= es[len(es)-1].row.level {
		m.close("li")
	}
	r := &row{kind: 0, line: line, end: line, col: 1, mark: "-", num: -1, level: len(m.list)}
	if n := len(m.list); n > 0 && m.list[n-1] >= 0 {
		m.list[n-1]++
		r.num = m.list[n-1]
		r.mark = fmt.Sprintf("%d.", r.num)
	}
	m.open("li", r)
}

// heading starts a section as a heading of Markdown does. Links back to the
// top of the page, which have no words, are left out.
func (m *markup) heading(name string, line int) {
	text := slices.DeleteFunc(m.b.fragment(m.until(name), line), func(x card.Inline) bool {
		l, ok := x.(*card.Link)
		return ok && !hasLetter(card.InlineText(l.Content))
	})
	r := &row{kind: heading, line: line, end: line, col: 1, level: int(name[1] - '0')}
	if r.setText(tidy(text)); r.plain != "" {
		m.b.section(r)
	}
}

// hoist gives an item the text of the first row inside it.
func hoist(r *row) {
	if len(r.text) > 0 || len(r.rows) == 0 || r.rows[0].kind != line || r.rows[0].mark != "" {
		return
	}
	first := r.rows[0]
	r.setText(first.text)
	r.line, r.end = first.line, first.end
	r.rows = append(first.rows, r.rows[1:]...)
}

// summary reads the text of <summary> into the open <details>.
func (m *markup) summary(line int) {
	text := m.until("summary")
	es := m.b.elements
	if len(es) == 0 || es[len(es)-1].name != "details" {
		m.keep(text, line)
		m.flush()
		return
	}
	r := es[len(es)-1].row
	r.setText(m.b.fragment(text, line))
	r.line, r.end = line, line
}

// until returns the raw content up to the end tag of the name.
func (m *markup) until(name string) string {
	var sb strings.Builder
	for {
		switch m.z.Next() {
		case html.ErrorToken:
			return sb.String()
		case html.EndTagToken:
			if tag, _ := m.z.TagName(); string(tag) == name {
				m.at += bytes.Count(m.z.Raw(), []byte("\n"))
				return sb.String()
			}
		}
		raw := m.z.Raw()
		m.at += bytes.Count(raw, []byte("\n"))
		sb.Write(raw)
	}
}

// flush reads the kept text as Markdown.
func (m *markup) flush() {
	text := m.run.String()
	m.run.Reset()
	if text = dropLoneTags(text); strings.TrimSpace(text) != "" {
		m.b.nested(dedent(text), m.from)
	}
}

// fragment reads a piece of Markdown as running text.
func (b *builder) fragment(text string, first int) []card.Inline {
	sub := &builder{root: &section{}, depth: b.depth + 1}
	sub.cur = sub.root
	sub.in.tags = b.in.tags
	if sub.depth < maxDepth {
		sub.part(newSource([]byte(strings.TrimSpace(dropLoneTags(dedent(text)))), first))
	}
	var out []card.Inline
	for _, s := range sub.root.sections() {
		rows := s.rows
		if s.head != nil {
			rows = append([]*row{s.head}, rows...)
		}
		for _, r := range rows {
			if len(out) > 0 {
				out = append(out, &card.Text{Value: " "})
			}
			out = append(out, r.text...)
		}
	}
	return tidy(mergeText(out))
}
