package parser

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"recto/card"
	"recto/parser/mdext"
)

// markdown reads CommonMark with GFM tables, task lists and strikethrough,
// footnotes, definition lists and the marks of mdext. Bare URLs stay text.
var markdown = goldmark.New(goldmark.WithExtensions(
	extension.Table, extension.Strikethrough, extension.TaskList,
	extension.Footnote, extension.DefinitionList, mdext.New(),
))

// builder turns goldmark's blocks into an outline.
type builder struct {
	in       inliner
	src      *source
	root     *section
	cur      *section
	open     []*[]*row // where rows go, innermost last; empty: to cur
	depth    int       // nesting of parts that are parsed by themselves
	elements []element // open HTML elements, innermost last
}

// maxDepth bounds how deep HTML may hold Markdown that holds HTML.
const maxDepth = 8

// outline reads the text of a note, or of a part of one whose first line is
// the note's line first.
func outline(src *source, tags *[]string) *section {
	b := &builder{root: &section{}}
	b.cur = b.root
	b.in.tags = tags
	b.part(src)
	return b.root
}

// part reads Markdown into the place where rows go now.
func (b *builder) part(src *source) {
	outer, outerIn := b.src, b.in
	doc := markdown.Parser().Parse(text.NewReader(src.text))
	b.src = src
	b.in = inliner{src: src, tags: outerIn.tags}
	b.in.notes = b.footnotes(doc)
	b.children(doc)
	b.src, b.in = outer, outerIn
}

func (b *builder) children(n ast.Node) {
	depth := len(b.open)
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		b.node(ch)
		b.closeDetails()
	}
	if len(b.open) > depth && n.Kind() != ast.KindDocument { // an element left open ends with its block
		b.open = b.open[:depth]
	}
}

// closeDetails ends the <details> whose end tags stood in a paragraph or an
// item, when the block they stood in is done.
func (b *builder) closeDetails() {
	for n := len(b.elements); b.in.shut > 0 && n > 0 && b.elements[n-1].depth == len(b.open); n = len(b.elements) {
		b.in.shut--
		(&markup{b: b}).close("details")
	}
}

func (b *builder) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		b.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		b.paragraph(n)
	case *ast.List:
		b.list(n)
	case *ast.Blockquote:
		b.quote(n)
	case *ast.FencedCodeBlock:
		b.codeBlock(n, string(n.Language(b.src.text)))
	case *ast.CodeBlock:
		b.indented(n)
	case *ast.HTMLBlock:
		b.html(n)
	case *ast.ThematicBreak:
		b.add(b.at(&row{kind: rule, block: &card.Rule{}}, n))
	case *extast.Table:
		b.table(n)
	case *extast.DefinitionList:
		b.definitions(n)
	case *mdext.MathBlock:
		b.add(b.at(&row{kind: formula, block: &card.Math{TeX: strings.TrimSpace(n.TeX)}}, n))
	case *extast.FootnoteList, *mdext.Comment:
	default:
		b.children(n)
	}
}

// add puts a row where rows go now.
func (b *builder) add(r *row) *row {
	if len(b.open) > 0 {
		to := b.open[len(b.open)-1]
		*to = append(*to, r)
	} else {
		b.cur.rows = append(b.cur.rows, r)
	}
	return r
}

// inside runs f with rows going into r.
func (b *builder) inside(r *row, f func()) {
	depth := len(b.open)
	b.open = append(b.open, &r.rows)
	f()
	b.open = b.open[:depth]
}

// at gives a row the place of a block.
func (b *builder) at(r *row, n ast.Node) *row {
	first, last := n.Pos(), n.Pos()
	if l := n.Lines(); l != nil && l.Len() > 0 {
		first, last = min(l.At(0).Start, max(first, 0)), l.At(l.Len()-1).Start
		if n.Pos() < 0 {
			first = l.At(0).Start
		}
	}
	if first < 0 {
		first, last = 0, 0
	}
	r.line, r.col = b.src.line(first), b.src.col(first)
	r.end = max(r.line, b.src.line(last))
	r.gap = b.src.blankBefore(r.line)
	return r
}

// heading starts a section, or inside a quotation or an item adds a row.
func (b *builder) heading(n *ast.Heading) {
	if b.looseRule(n) {
		b.paragraph(n)
		return
	}
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first := b.src.line(lines.At(0).Start)
	var text []card.Inline
	for i, l := range b.in.block(n, first) {
		if i > 0 {
			text = append(text, &card.Text{Value: " "})
		}
		text = append(text, l.in...)
	}
	r := b.textRow(textLine{first, text})
	r.kind, r.level = heading, n.Level
	if len(b.open) > 0 {
		b.add(r)
		return
	}
	b.section(r)
}

// section starts the section of a heading.
func (b *builder) section(head *row) {
	for b.cur.level >= head.level {
		b.cur = b.cur.up
	}
	sub := &section{head: head, level: head.level, up: b.cur}
	b.cur.subs = append(b.cur.subs, sub)
	b.cur = sub
}

// maxSetext is the longest line, in characters, that "---" below it makes a
// heading; longer ones are text above a rule that lacks its blank line.
const maxSetext = 60

// looseRule reports whether a heading is a paragraph with a rule right below
// it, which CommonMark §4.3 reads as a heading.
func (b *builder) looseRule(n *ast.Heading) bool {
	lines := n.Lines()
	if lines.Len() == 0 {
		return false
	}
	l := b.src.lineText(b.src.line(lines.At(0).Start))
	if bytes.HasPrefix(bytes.TrimLeft(l, " >\t"), []byte("#")) || n.Level != 2 {
		return false
	}
	if underline := bytes.TrimSpace(b.src.lineText(b.src.line(lines.At(lines.Len()-1).Start) + 1)); len(underline) == 1 {
		return true // an empty bullet
	}
	return lines.Len() > 1 || utf8.RuneCount(l) > maxSetext || bytes.HasSuffix(bytes.TrimRight(l, " "), []byte("."))
}

// paragraph adds a row for each of its lines.
func (b *builder) paragraph(n ast.Node) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return
	}
	first := b.src.line(lines.At(0).Start)
	joined := false
	for _, l := range b.in.block(n, first) {
		r := b.textRow(l)
		r.joined, joined = joined, r.kind != figure
		if r.shown() {
			b.add(r)
		}
	}
}

// directive matches a line that shows nothing: an attribute list of kramdown,
// "{: .wide}", or a tag of Liquid, "{% comment %}".
var directive = regexp.MustCompile(`^\{(?:[:.#][^{}]*|%.*%)\}$`)

// shown reports whether the row shows text or a picture.
func (r *row) shown() bool {
	return r.kind == figure || r.plain != "" && !directive.MatchString(r.plain)
}

// textRow makes a row of one line of text.
func (b *builder) textRow(l textLine) *row {
	r := &row{kind: line, line: l.line, end: l.line, col: b.src.indent(l.line) + 1}
	r.gap = b.src.blankBefore(l.line)
	r.setText(looseBold(tidy(withoutAttributes(mergeText(l.in)))))
	if onlyImages(r.text) {
		r.kind = figure
	}
	return r
}

func (b *builder) quote(n *ast.Blockquote) {
	r := b.at(&row{kind: quote}, n)
	b.inside(r, func() { b.children(n) })
	if len(r.rows) > 0 {
		r.line = min(max(r.line, 1), r.rows[0].line)
		r.gap = b.src.blankBefore(r.line)
	}
	readCallout(r)
	b.add(r)
	for _, x := range b.leavesQuote(r) {
		b.add(x)
	}
}

func (b *builder) codeBlock(n ast.Node, lang string) {
	r := b.at(&row{kind: code, block: &card.Code{Lang: lang, Text: b.codeText(n)}}, n)
	r.lines = []int{r.line}
	b.add(r)
	if lang != "" || b.depth >= maxDepth || n.Lines().Len() == 0 {
		return
	}
	text := b.codeText(n)
	if commands := commentedCommands(text); commands != "" {
		text = commands
	} else if !readsAsNotes(text) {
		text = notesAmongCode(text)
	}
	if text != "" {
		b.inside(r, func() { b.nested(text, b.src.line(n.Lines().At(0).Start)) })
	}
}

// codeText returns the lines of a code block.
func (b *builder) codeText(n ast.Node) string {
	var sb strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		sb.Write(seg.Value(b.src.text))
	}
	return strings.TrimRight(strings.ToValidUTF8(sb.String(), "\ufffd"), "\n")
}

// indented adds a block that four spaces make code (CommonMark §4.4). In
// notes it is as often text that was meant to hang below a line.
func (b *builder) indented(n *ast.CodeBlock) {
	text := b.codeText(n)
	if b.depth < maxDepth && n.Lines().Len() > 0 && (readsAsNotes(text) || holdsOptions(text)) {
		b.nested(text, b.src.line(n.Lines().At(0).Start))
		return
	}
	b.codeBlock(n, "")
}

// nested reads text of its own as Markdown into the place where rows go now.
func (b *builder) nested(text string, first int) {
	outerCur, outerRoot := b.cur, b.root
	b.depth++
	b.part(newSource([]byte(text), first))
	b.depth--
	b.cur, b.root = outerCur, outerRoot
}

// table adds a table as one row.
func (b *builder) table(n *extast.Table) {
	t := &card.Table{}
	r := &row{kind: table, block: t}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[extast.Alignment]card.Align{
			extast.AlignLeft: card.Left, extast.AlignCenter: card.Center, extast.AlignRight: card.Right,
		}[a])
	}
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		cells, at := b.cells(ch, len(n.Alignments))
		if at == 0 && len(r.lines) > 0 {
			at = r.lines[len(r.lines)-1] + 1
		}
		r.lines = append(r.lines, at)
		if _, ok := ch.(*extast.TableHeader); ok {
			t.Header = cells
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	r.line, r.end, r.col = r.lines[0], r.lines[len(r.lines)-1], 1
	r.gap = b.src.blankBefore(r.line)
	b.add(r)
}

// cells returns the n cells of a table row and the row's source line.
func (b *builder) cells(tr ast.Node, n int) ([][]card.Inline, int) {
	cells, at := make([][]card.Inline, 0, n), 0
	for ch := tr.FirstChild(); ch != nil && len(cells) < n; ch = ch.NextSibling() {
		if at == 0 && ch.Pos() >= 0 {
			at = b.src.line(ch.Pos())
		}
		var in []card.Inline
		for _, l := range b.in.block(ch, at) {
			in = append(in, l.in...)
		}
		cells = append(cells, tidy(mergeText(in)))
	}
	for len(cells) < n {
		cells = append(cells, nil)
	}
	return cells, at
}

// definitions adds the terms of a definition list, each with its
// descriptions below it.
func (b *builder) definitions(n *extast.DefinitionList) {
	var term *row
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		if _, ok := ch.(*extast.DefinitionTerm); ok {
			first := b.src.line(max(ch.Pos(), 0))
			if l := ch.Lines(); l != nil && l.Len() > 0 {
				first = b.src.line(l.At(0).Start)
			}
			for _, l := range b.in.block(ch, first) {
				term = b.add(b.textRow(l))
				term.mark, term.num = ":", -1
			}
			continue
		}
		if term != nil {
			b.inside(term, func() { b.children(ch) })
		}
	}
}

// footnotes returns the texts of the document's footnotes by their index.
func (b *builder) footnotes(doc ast.Node) map[int][]card.Inline {
	notes := map[int][]card.Inline{}
	for n := doc.LastChild(); n != nil; n = n.PreviousSibling() {
		list, ok := n.(*extast.FootnoteList)
		if !ok {
			continue
		}
		for ch := list.FirstChild(); ch != nil; ch = ch.NextSibling() {
			f, ok := ch.(*extast.Footnote)
			if !ok {
				continue
			}
			var in []card.Inline
			for p := f.FirstChild(); p != nil; p = p.NextSibling() {
				for _, l := range b.in.block(p, 0) {
					if len(in) > 0 {
						in = append(in, &card.Text{Value: " "})
					}
					in = append(in, l.in...)
				}
			}
			notes[f.Index] = tidy(mergeText(in))
		}
	}
	return notes
}
