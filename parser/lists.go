package parser

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"recto/card"
)

// list adds a row for each item; nested blocks go below it.
func (b *builder) list(n *ast.List) {
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		b.item(n, ch)
	}
}

func (b *builder) item(list *ast.List, item ast.Node) {
	first := item.FirstChild()
	r := &row{kind: line}
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 || !isText(first) {
		r.line = b.src.line(max(item.Pos(), 0))
		r.end = r.line
		b.mark(r, list)
		b.add(r)
		b.inside(r, func() { b.children(item) })
		return
	}
	at := b.src.line(first.Lines().At(0).Start)
	lines := b.in.block(first, at)
	task := b.in.task
	r = b.textRow(lines[0])
	if r.task = task; task == card.NoTask {
		readBox(r)
	}
	b.mark(r, list)
	b.add(r)
	owner := b.continuation(r, lines[1:])
	b.inside(owner, func() {
		for ch := first.NextSibling(); ch != nil; ch = ch.NextSibling() {
			b.node(ch)
		}
	})
}

// readBox makes a task of an item that begins with a ballot box of Unicode.
func readBox(r *row) {
	box, n := utf8.DecodeRuneInString(r.plain)
	switch box {
	case '☐', '⬜':
		r.task = card.Open
	case '☑', '☒', '🗹', '🗷':
		r.task = card.Done
	default:
		return
	}
	r.setText(cut(r.text, n, len(r.plain)))
}

// continuation adds the further lines of an item's first paragraph: below the
// item where they are indented, beside it where Markdown joins them lazily
// (CommonMark §5.2, laziness). It returns the row that what follows in the
// item hangs below.
func (b *builder) continuation(r *row, lines []textLine) *row {
	owner, indent := r, b.src.indent(r.line)
	for _, l := range lines {
		c := b.textRow(l)
		c.joined = true
		if !c.shown() {
			continue
		}
		if b.src.indent(l.line) > indent && owner == r {
			r.rows = append(r.rows, c)
			continue
		}
		c.lazy = true
		owner = b.add(c)
	}
	return owner
}

// mark reads the list marker in front of the row's text.
func (b *builder) mark(r *row, list *ast.List) {
	r.num = -1
	l := bytes.TrimLeft(b.src.lineText(r.line), " \t>")
	for len(l) > 0 {
		n := markerLen(l)
		if n == 0 {
			break
		}
		r.mark = string(l[:n])
		l = bytes.TrimLeft(l[n:], " \t")
	}
	if r.mark == "" {
		r.mark = "-"
	}
	if list.IsOrdered() {
		r.num = 0
		for _, c := range r.mark {
			if c >= '0' && c <= '9' {
				r.num = r.num*10 + int(c-'0')
			}
		}
	}
	r.gap = b.src.blankBefore(r.line)
}

// markerLen returns the length of the list marker that l begins with
// (CommonMark §5.2); 0 when there is none.
func markerLen(l []byte) int {
	i := 0
	for i < len(l) && i < 9 && l[i] >= '0' && l[i] <= '9' {
		i++
	}
	if i < len(l) && (i > 0 && (l[i] == '.' || l[i] == ')') || i == 0 && bytes.IndexByte([]byte("-*+"), l[i]) >= 0) {
		if i+1 == len(l) || l[i+1] == ' ' || l[i+1] == '\t' {
			return i + 1
		}
	}
	return 0
}

func isText(n ast.Node) bool {
	return n.Kind() == ast.KindTextBlock || n.Kind() == ast.KindParagraph
}

// onlyImages reports whether the text is images and white space, with at
// least one image.
func onlyImages(in []card.Inline) bool {
	images := 0
	for _, x := range in {
		switch x := x.(type) {
		case *card.Image:
			images++
		case *card.Link:
			if !onlyImages(x.Content) {
				return false
			}
			images++
		case *card.Break:
		case *card.Text:
			if foldSpace(x.Value) != "" {
				return false
			}
		default:
			return false
		}
	}
	return images > 0
}
