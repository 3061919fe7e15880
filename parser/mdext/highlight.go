package mdext

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Highlight is text marked with a highlighter: ==text==. Its children are the
// marked text.
type Highlight struct{ ast.BaseInline }

// KindHighlight is the kind of [Highlight].
var KindHighlight = ast.NewNodeKind("Highlight")

// Kind implements ast.Node.
func (*Highlight) Kind() ast.NodeKind { return KindHighlight }

// Dump implements ast.Node.
func (n *Highlight) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// highlightParser reads ==text==. As typing slips happen, one of the two
// marks may have a space inside, ==text == or == text==; with a space in
// both, or between ASCII letters, == is the operator.
type highlightParser struct{}

func (highlightParser) Trigger() []byte { return []byte("=") }

func (highlightParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	n := runLength(line)
	f := around(block, n)
	h := highlight{spaceBefore: util.IsSpaceRune(f.before), spaceAfter: util.IsSpaceRune(f.after)}
	mark := n == 2 && !f.insideWord()
	open := mark && (f.left() || h.spaceBefore)
	closing := mark && (f.right() || h.spaceAfter)
	return pushDelimiter(parent, block, pc, n, open, closing, h)
}

// highlight is one mark, with what stands beside it.
type highlight struct{ spaceBefore, spaceAfter bool }

func (highlight) IsDelimiter(b byte) bool { return b == '=' }

func (highlight) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	o, ok := opener.Processor.(highlight)
	if !ok {
		return false
	}
	c, ok := closer.Processor.(highlight)
	return ok && !(o.spaceAfter && c.spaceBefore)
}

func (highlight) OnMatch(int) ast.Node { return &Highlight{} }
