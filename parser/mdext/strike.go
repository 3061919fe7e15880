package mdext

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// strikeParser reads ~~deleted~~ text, with the flanking rules of [flanks].
// It makes goldmark's extension/ast.Strikethrough. One tilde alone is text,
// as in Obsidian: ranges such as 1~3장 and 5~7장 are everyday writing.
type strikeParser struct{}

func (strikeParser) Trigger() []byte { return []byte("~") }

func (strikeParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	n := runLength(line)
	f := around(block, n)
	double := n == 2
	return pushDelimiter(parent, block, pc, n, double && f.left(), double && f.right(), strike{})
}

type strike struct{}

func (strike) IsDelimiter(b byte) bool { return b == '~' }

func (strike) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (strike) OnMatch(int) ast.Node { return east.NewStrikethrough() }
