package mdext

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// emphasisParser reads * and _ as CommonMark does, with the flanking rules of
// [flanks]. It makes goldmark's ast.Emphasis.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte("*_") }

func (emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	n := runLength(line)
	f := around(block, n)
	left, right := f.left(), f.right()
	open, closing := left, right
	if line[0] == '_' {
		open = left && (!right || isPunct(f.before))
		closing = right && (!left || isPunct(f.after) || f.endsWord())
	}
	return pushDelimiter(parent, block, pc, n, open, closing, emphasis{})
}

// endsWord reports whether an underscore may close although a CJK letter
// follows: _강조_는 and _“인용”_이, but neither __init__을 nor snake_case.
func (f flanks) endsWord() bool {
	return isCJK(f.after) && (isCJK(f.before) || isPunct(f.before))
}

type emphasis struct{}

func (emphasis) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

func (emphasis) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasis) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
