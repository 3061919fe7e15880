package mdext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxDepth is how many blocks may be open inside each other; deeper marks of
// quotations and lists are text. goldmark looks at all of them for each line.
const maxDepth = 100

// maxLinkSearch is how much of one block may be searched for links: at each
// closing bracket goldmark walks the lines of the block, and for an inline
// link looks through all of the line.
const maxLinkSearch = 8 << 20

// depthLimit is the parser of paragraphs, for what is nested too deep.
type depthLimit struct{ parser.BlockParser }

func (depthLimit) Trigger() []byte { return []byte(">-+*0123456789") }

func (d depthLimit) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxDepth {
		return nil, parser.NoChildren
	}
	return d.BlockParser.Open(parent, r, pc)
}

func (depthLimit) CanInterruptParagraph() bool { return true }

// linkLimit makes text of the brackets of links that are past the limit.
type linkLimit struct{}

func (linkLimit) Trigger() []byte { return []byte("]") }

func (linkLimit) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := remember(parent, pc)
	m.linkSearch += parent.Lines().Len()
	if bytes.HasPrefix(line, []byte("](")) {
		m.linkSearch += len(line)
	}
	if m.linkSearch <= maxLinkSearch {
		return nil
	}
	block.Advance(1)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 1))
}
