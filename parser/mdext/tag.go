package mdext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Tag is an Obsidian tag in running text: #tag, #상위/하위. It has no
// children.
type Tag struct {
	ast.BaseInline
	Name string // without the #
	end  int    // offset behind the last letter
}

// KindTag is the kind of [Tag].
var KindTag = ast.NewNodeKind("Tag")

// Kind implements ast.Node.
func (*Tag) Kind() ast.NodeKind { return KindTag }

// Dump implements ast.Node.
func (n *Tag) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Name": n.Name}, nil)
}

// tagParser reads tags: after white space, letters, digits, emoji and _ - /,
// of which not all are digits. https://help.obsidian.md/tags#Tag+format
// A colour such as #1F4E79 is text.
type tagParser struct{}

func (tagParser) Trigger() []byte { return []byte("#") }

func (tagParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if !util.IsSpaceRune(block.PrecendingCharacter()) {
		return nil
	}
	n, digits := 1, true
	for n < len(line) {
		r, size := utf8.DecodeRune(line[n:])
		if !inTag(r) {
			break
		}
		digits = digits && unicode.IsDigit(r)
		n += size
	}
	name := strings.Trim(string(line[1:n]), "/")
	if digits || name == "" || isColor(name) || n < len(line) && line[n] == '#' {
		return nil
	}
	_, segment := block.PeekLine()
	block.Advance(n)
	return &Tag{Name: name, end: segment.Start - segment.Padding + n}
}

func inTag(r rune) bool {
	switch {
	case r == utf8.RuneError:
		return false
	case r == '_', r == '-', r == '/', r == 0x200D:
		return true
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return true
	}
	return unicode.Is(unicode.So, r)
}

// isColor reports whether a name is the hexadecimal form of a color.
func isColor(name string) bool {
	n := len(name)
	return (n == 3 || n == 6 || n == 8) && strings.Trim(name, "0123456789abcdefABCDEF") == ""
}

// linkTextTransformer turns tags inside the text of a link back into text.
type linkTextTransformer struct{}

func (linkTextTransformer) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && (n.Kind() == ast.KindLink || n.Kind() == ast.KindImage) {
			untag(n)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

func untag(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if t, ok := c.(*Tag); ok {
			segment := text.NewSegment(t.Pos(), t.end)
			n.ReplaceChild(n, c, ast.NewTextSegment(segment))
		} else {
			untag(c)
		}
		c = next
	}
}
