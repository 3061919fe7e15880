package mdext

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// WikiLink is a link to a note of the vault, [[Target#Heading|Label]], or with
// Embed an embedded note or file, ![[Target|Label]]. Parts that are not
// written are empty; a link inside the same note has no Target.
type WikiLink struct {
	ast.BaseInline
	Target  string // name or path of a note, or of a file
	Heading string // "Heading", or "Heading#Subheading"
	Block   string // id of a block, without the ^
	Label   string // as written; of an embedded image it may be a size, "300" or "300x200"
	Embed   bool
}

// KindWikiLink is the kind of [WikiLink].
var KindWikiLink = ast.NewNodeKind("WikiLink")

// Kind implements ast.Node.
func (*WikiLink) Kind() ast.NodeKind { return KindWikiLink }

// Dump implements ast.Node.
func (n *WikiLink) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{
		"Target": n.Target, "Heading": n.Heading, "Block": n.Block, "Label": n.Label,
	}, nil)
}

// wikiLinkParser reads [[links]] and ![[embeds]], which are on one line.
// https://help.obsidian.md/links
type wikiLinkParser struct{}

func (wikiLinkParser) Trigger() []byte { return []byte("![") }

func (wikiLinkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	inner, embed := bytes.CutPrefix(line, []byte("!"))
	inner, ok := bytes.CutPrefix(inner, []byte("[["))
	if !ok {
		return nil
	}
	// A bracket inside ends the search: no name has one.
	end := bytes.IndexAny(inner, "[]\n")
	if end < 0 || !bytes.HasPrefix(inner[end:], []byte("]]")) {
		return nil
	}
	after := inner[end+2:]
	inner = inner[:end]
	n := newWikiLink(string(inner))
	if n == nil || isShellTest(inner) || isMarkdownLink(after) {
		return nil
	}
	n.Embed = embed
	block.Advance(len(line) - len(after))
	return n
}

func newWikiLink(s string) *WikiLink {
	dest, label, _ := strings.Cut(s, "|")
	dest = strings.TrimSuffix(dest, `\`) // in a table the | is escaped
	target, place, _ := strings.Cut(dest, "#")
	n := &WikiLink{Target: strings.TrimSpace(target), Label: strings.TrimSpace(label)}
	place = strings.TrimSpace(place)
	if id, ok := strings.CutPrefix(place, "^"); ok {
		n.Block = id
	} else {
		n.Heading = place
	}
	if n.Target == "" && place == "" {
		return nil
	}
	return n
}

// isShellTest reports whether the brackets are a command of a shell, as in
// if [[ -f x ]]: it has spaces on both sides.
func isShellTest(inner []byte) bool {
	return inner[0] == ' ' && inner[len(inner)-1] == ' '
}

// isMarkdownLink reports whether the brackets are the text of a Markdown
// link, as in [[1]](https://example.org).
func isMarkdownLink(after []byte) bool {
	for _, p := range []string{"(http", "(#", "(/", "(./", "(../"} {
		if bytes.HasPrefix(after, []byte(p)) {
			return true
		}
	}
	return false
}
