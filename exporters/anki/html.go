package anki

import (
	"fmt"
	"slices"
	"strings"

	"recto/card"
)

// htmlWriter writes content as the HTML of one field. It knows a fixed set of
// tags and attributes; all text goes through [escape]. What it writes is the
// same for every note type, so that a card means the same by either route.
type htmlWriter struct {
	strings.Builder
	media *mediaSet
	// vault and file complete wiki links.
	vault, file string
	// cloze makes Cloze inlines deletions; else they are plain text.
	cloze bool
	// depth is the number of deletions and links that are open.
	depth, links int
	// asked are the numbers of the deletions written, in order of appearance.
	asked []int
}

// blocks writes blocks. A single paragraph stands without a tag, as if it had
// been typed into Anki.
func (h *htmlWriter) blocks(blocks []card.Block) {
	if len(blocks) == 1 {
		if p, ok := blocks[0].(*card.Paragraph); ok {
			h.inlines(p.Content)
			return
		}
	}
	for _, b := range blocks {
		h.block(b)
	}
}

func (h *htmlWriter) block(b card.Block) {
	switch b := b.(type) {
	case *card.Paragraph:
		h.element("p", b.Content)
	case *card.Heading:
		h.element(fmt.Sprintf("h%d", min(max(b.Level, 1)+2, 6)), b.Content)
	case *card.List:
		h.list(b)
	case *card.Quote:
		h.quote(b)
	case *card.Code:
		h.code(b)
	case *card.Table:
		h.table(b)
	case *card.Math:
		if tex := formula(b.TeX, false); tex != "" {
			h.WriteString(`<div>\[` + tex + `\]</div>`)
		}
	case *card.Rule:
		h.WriteString("<hr>")
	default:
		panic("anki: unknown block")
	}
}

func (h *htmlWriter) element(tag string, content []card.Inline) {
	h.WriteString("<" + tag + ">")
	h.inlines(content)
	h.WriteString("</" + tag + ">")
}

func (h *htmlWriter) list(l *card.List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	h.WriteString("<" + tag)
	if l.Ordered && l.Start != 1 {
		fmt.Fprintf(h, ` start="%d"`, l.Start)
	}
	h.WriteString(left + ">")
	for _, it := range l.Items {
		h.WriteString("<li>")
		h.WriteString(taskMarks[it.Task])
		h.item(it.Content)
		h.WriteString("</li>")
	}
	h.WriteString("</" + tag + ">")
}

var taskMarks = map[card.Task]string{card.NoTask: "", card.Open: "☐ ", card.Done: "☑ "}

// item writes the content of a list item. Its first paragraph stands without
// a tag when a list follows, so that there is no gap between the two.
func (h *htmlWriter) item(content []card.Block) {
	if len(content) > 1 {
		p, isParagraph := content[0].(*card.Paragraph)
		if _, isList := content[1].(*card.List); isParagraph && isList {
			h.inlines(p.Content)
			content = content[1:]
		}
	}
	h.blocks(content)
}

func (h *htmlWriter) quote(q *card.Quote) {
	h.WriteString("<blockquote>")
	if len(q.Title) > 0 {
		h.WriteString("<b>")
		h.inlines(q.Title)
		h.WriteString("</b><br>")
	}
	h.blocks(q.Content)
	h.WriteString("</blockquote>")
}

func (h *htmlWriter) code(c *card.Code) {
	h.WriteString("<pre" + left + "><code")
	if lang := className(c.Lang); lang != "" {
		h.WriteString(` class="language-` + lang + `"`)
	}
	h.WriteString(">" + escape(c.Text, inText) + "</code></pre>")
}

// className returns s when it is a plain word, which is all that a language
// is, and else nothing.
func className(s string) string {
	s = strings.ToLower(s)
	odd := func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("+#-_.", r)
	}
	if strings.ContainsFunc(s, odd) {
		return ""
	}
	return s
}

func (h *htmlWriter) table(t *card.Table) {
	h.WriteString("<table>")
	if slices.ContainsFunc(t.Header, func(c []card.Inline) bool { return len(c) > 0 }) {
		h.WriteString("<thead>")
		h.row("th", t.Align, t.Header)
		h.WriteString("</thead>")
	}
	h.WriteString("<tbody>")
	for _, r := range t.Rows {
		h.row("td", t.Align, r)
	}
	h.WriteString("</tbody></table>")
}

// left is the style of what reads badly when it is centred, as stock note
// types do with everything.
const left = ` style="text-align:left"`

// alignments are the styles of cells.
var alignments = map[card.Align]string{
	card.NoAlign: "",
	card.Left:    left,
	card.Center:  ` style="text-align:center"`,
	card.Right:   ` style="text-align:right"`,
}

func (h *htmlWriter) row(tag string, align []card.Align, cells [][]card.Inline) {
	h.WriteString("<tr>")
	for i, c := range cells {
		h.WriteString("<" + tag)
		if i < len(align) {
			h.WriteString(alignments[align[i]])
		}
		h.WriteString(">")
		h.inlines(c)
		h.WriteString("</" + tag + ">")
	}
	h.WriteString("</tr>")
}

// small writes text in small print below the content of a side.
func (h *htmlWriter) small(class, html string) {
	h.WriteString(`<div class="` + class + `"><small>` + html + `</small></div>`)
}
