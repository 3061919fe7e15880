package parser

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"recto/card"
)

// inlineElements are the HTML elements that give text a look we can show.
var inlineElements = map[string]func([]card.Inline) card.Inline{
	"b": strong, "strong": strong,
	"i": emphasis, "em": emphasis, "cite": emphasis, "var": emphasis, "u": emphasis, "ins": emphasis,
	"s": strike, "del": strike, "strike": strike,
	"mark": highlight, "sup": raised, "sub": lowered,
	"code": codeSpan, "kbd": codeSpan, "tt": codeSpan, "samp": codeSpan,
}

func codeSpan(in []card.Inline) card.Inline { return &card.CodeSpan{Text: card.InlineText(in)} }

// html converts one inline tag: a line break, an image, or the start or end
// of an element that gives text a look. Other tags leave nothing.
func (c *inliner) html(n *ast.RawHTML, at int) []textLine {
	tag := string(n.Segments.Value(c.src.text))
	name, end := tagName(tag)
	switch {
	case name == "":
		return nil
	case end:
		if name == "details" { // in a paragraph, where it cannot end a block
			c.shut++
		}
		c.endTag(name)
		return nil
	case name == "img" || name == "a":
		z := html.NewTokenizer(strings.NewReader(tag))
		z.Next()
		return c.startTag(z.Token(), n, at)
	}
	return c.startTag(html.Token{Data: name}, n, at)
}

// tagName returns the lower-case name of a tag and whether it ends its element;
// "" for comments and what else is no tag.
func tagName(tag string) (name string, end bool) {
	tag = strings.TrimPrefix(tag, "<")
	tag, end = strings.CutPrefix(tag, "/")
	i := strings.IndexFunc(tag, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if i < 0 {
		return "", false
	}
	return strings.ToLower(tag[:i]), end
}

func (c *inliner) startTag(t html.Token, n ast.Node, at int) []textLine {
	switch t.Data {
	case "br":
		return []textLine{{at, []card.Inline{&card.Break{}}}}
	case "img":
		return c.leaf(at, imageElement(t, at))
	case "a":
		if href := attribute(t, "href"); href != "" && c.closes(n, "a") {
			c.marks = append(c.marks, mark{"a", func(in []card.Inline) card.Inline {
				return &card.Link{Dest: href, Content: in}
			}})
		}
	default:
		if wrap := inlineElements[t.Data]; wrap != nil && c.closes(n, t.Data) {
			c.marks = append(c.marks, mark{t.Data, wrap})
		}
	}
	return nil
}

func (c *inliner) endTag(name string) {
	for i := len(c.marks) - 1; i >= 0; i-- {
		if c.marks[i].name == name {
			c.marks = append(c.marks[:i:i], c.marks[i+1:]...)
			return
		}
	}
}

// maxTagDistance bounds the search for an end tag, so that a line of start
// tags costs no more than any other.
const maxTagDistance = 200

// closes reports whether an end tag of the name follows among n's siblings.
func (c *inliner) closes(n ast.Node, name string) bool {
	for range maxTagDistance {
		if n = n.NextSibling(); n == nil {
			return false
		}
		if h, ok := n.(*ast.RawHTML); ok {
			tag := strings.ToLower(string(h.Segments.Value(c.src.text)))
			if strings.HasPrefix(tag, "</"+name) {
				return true
			}
		}
	}
	return false
}

func imageElement(t html.Token, at int) *card.Image {
	img := &card.Image{Dest: attribute(t, "src"), Alt: cleanText(attribute(t, "alt")), Line: at}
	img.Width, _ = imageWidth(strings.TrimSuffix(attribute(t, "width"), "px"))
	return img
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
