package parser

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"recto/card"
	"recto/parser/mdext"
)

// textLine is the inline content of one source line.
type textLine struct {
	line int
	in   []card.Inline
}

// inliner turns goldmark's inline nodes into ours, line by line.
type inliner struct {
	src   *source
	notes map[int][]card.Inline // footnote texts by goldmark's index
	tags  *[]string             // inline tags, taken out of the text
	marks []mark                // open HTML elements, outermost first
	task  card.Task             // the check box met in the text
	shut  int                   // </details> tags met in the text
}

// mark is an HTML element that gives text a look, such as <b>.
type mark struct {
	name string
	wrap func([]card.Inline) card.Inline
}

// block returns the lines of a node that holds inline nodes.
func (c *inliner) block(n ast.Node, first int) []textLine {
	c.marks, c.task = nil, card.NoTask
	return c.children(n, first)
}

func (c *inliner) children(n ast.Node, first int) []textLine {
	out := []textLine{{line: first}}
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		out = appendLines(out, c.node(ch, out[len(out)-1].line))
	}
	return out
}

// appendLines adds more lines; the first of them continues the last of out.
func appendLines(out, more []textLine) []textLine {
	if len(more) == 0 {
		return out
	}
	last := &out[len(out)-1]
	last.in = append(last.in, more[0].in...)
	return append(out, more[1:]...)
}

func (c *inliner) node(n ast.Node, at int) []textLine {
	switch n := n.(type) {
	case *ast.Text:
		return c.text(n, at)
	case *ast.String:
		return c.leaf(at, &card.Text{Value: cleanText(string(n.Value))})
	case *ast.CodeSpan:
		return c.leaf(at, &card.CodeSpan{Text: c.rawText(n)})
	case *ast.Emphasis:
		if n.Level == 2 {
			return c.wrapped(n, at, strong)
		}
		return c.wrapped(n, at, emphasis)
	case *ast.Link:
		dest := string(n.Destination)
		return c.wrapped(n, at, func(in []card.Inline) card.Inline { return &card.Link{Dest: dest, Content: in} })
	case *ast.AutoLink:
		url := string(n.URL(c.src.text))
		return c.leaf(at, &card.Link{Dest: url, Content: []card.Inline{&card.Text{Value: url}}})
	case *ast.Image:
		return c.leaf(at, &card.Image{Dest: string(n.Destination), Alt: lineText(c.children(n, at)), Line: at})
	case *ast.RawHTML:
		return c.html(n, at)
	case *extast.Strikethrough:
		return c.wrapped(n, at, strike)
	case *extast.TaskCheckBox:
		c.task = card.Open
		if n.IsChecked {
			c.task = card.Done
		}
		return nil
	case *extast.FootnoteLink:
		return c.leaf(at, &card.Footnote{Label: strconv.Itoa(n.Index), Content: c.notes[n.Index]})
	case *extast.FootnoteBacklink:
		return nil
	}
	return c.extension(n, at)
}

// extension converts the nodes of our own Markdown extensions.
func (c *inliner) extension(n ast.Node, at int) []textLine {
	switch n := n.(type) {
	case *mdext.Highlight:
		return c.wrapped(n, at, highlight)
	case *mdext.Math:
		tex := strings.TrimSpace(n.TeX)
		if arrow, ok := texArrows[tex]; ok {
			return c.leaf(at, &card.Text{Value: arrow})
		}
		return c.leaf(at, &card.MathSpan{TeX: tex})
	case *mdext.WikiLink:
		return c.leaf(at, wikiLink(n, at))
	case *mdext.Tag:
		*c.tags = append(*c.tags, n.Name)
		return nil
	case *mdext.Comment:
		return nil
	}
	return c.children(n, at)
}

func strong(in []card.Inline) card.Inline    { return &card.Strong{Content: in} }
func emphasis(in []card.Inline) card.Inline  { return &card.Emphasis{Content: in} }
func strike(in []card.Inline) card.Inline    { return &card.Strike{Content: in} }
func highlight(in []card.Inline) card.Inline { return &card.Highlight{Content: in} }
func raised(in []card.Inline) card.Inline    { return &card.Superscript{Content: in} }
func lowered(in []card.Inline) card.Inline   { return &card.Subscript{Content: in} }

// leaf returns one inline on one line, inside the open HTML elements.
func (c *inliner) leaf(at int, in card.Inline) []textLine {
	for _, m := range slices.Backward(c.marks) {
		in = m.wrap([]card.Inline{in})
	}
	return []textLine{{at, []card.Inline{in}}}
}

// wrapped puts the content of n, on each of its lines, into a node of its own.
func (c *inliner) wrapped(n ast.Node, at int, wrap func([]card.Inline) card.Inline) []textLine {
	lines := c.children(n, at)
	for i, l := range lines {
		if l.in = withoutAttributes(mergeText(l.in)); len(l.in) > 0 {
			lines[i].in = []card.Inline{wrap(l.in)}
		}
	}
	return lines
}

func (c *inliner) text(n *ast.Text, at int) []textLine {
	raw := n.Segment.Value(c.src.text)
	var value string
	if n.IsRaw() {
		value = string(raw)
	} else {
		value = string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(raw))))
	}
	var out []textLine
	if value = cleanText(value); value != "" {
		out = c.leaf(at, &card.Text{Value: value})
	} else {
		out = []textLine{{line: at}}
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		out = append(out, textLine{line: c.src.line(n.Segment.Stop) + lineStep(c.src, n.Segment.Stop)})
	}
	return out
}

// lineStep is 1 when the offset lies before the end of its line, as the end
// of a text segment does.
func lineStep(src *source, offset int) int {
	if offset > 0 && offset <= len(src.text) && src.text[offset-1] == '\n' {
		return 0
	}
	return 1
}

// rawText returns the source behind a node's text children.
func (c *inliner) rawText(n ast.Node) string {
	var sb strings.Builder
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		if t, ok := ch.(*ast.Text); ok {
			sb.Write(bytes.ReplaceAll(t.Segment.Value(c.src.text), []byte("\n"), []byte(" ")))
		}
	}
	return cleanText(sb.String())
}

func wikiLink(n *mdext.WikiLink, at int) card.Inline {
	if n.Embed && isMediaName(n.Target) {
		img := &card.Image{Dest: n.Target, Alt: n.Label, Line: at}
		if w, ok := imageWidth(n.Label); ok {
			img.Width, img.Alt = w, ""
		}
		return img
	}
	dest := n.Target
	if n.Heading != "" {
		dest += "#" + n.Heading
	}
	if n.Block != "" {
		dest += "#^" + n.Block
	}
	label := n.Label
	if label == "" {
		label = strings.TrimPrefix(strings.ReplaceAll(dest, "#", " > "), " > ")
	}
	return &card.Link{Dest: dest, Wiki: true, Content: []card.Inline{&card.Text{Value: cleanText(label)}}}
}

// mergeText joins neighbouring texts, so that recognisers see whole words.
func mergeText(in []card.Inline) []card.Inline {
	var out []card.Inline
	for _, x := range in {
		if len(out) > 0 {
			a, aok := out[len(out)-1].(*card.Text)
			b, bok := x.(*card.Text)
			if aok && bok {
				out[len(out)-1] = &card.Text{Value: a.Value + b.Value}
				continue
			}
		}
		out = append(out, x)
	}
	return out
}

func lineText(lines []textLine) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, card.InlineText(l.in))
	}
	return strings.Join(parts, " ")
}
