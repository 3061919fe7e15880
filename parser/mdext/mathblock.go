package mdext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// MathBlock is a displayed formula on lines of its own, between $$ and $$ or
// \[ and \]. Its lines are those of the formula, with the marks.
type MathBlock struct {
	ast.BaseBlock
	TeX    string // without the marks; lines are joined by "\n"
	closer string // until it is closed
}

// KindMathBlock is the kind of [MathBlock].
var KindMathBlock = ast.NewNodeKind("MathBlock")

// Kind implements ast.Node.
func (*MathBlock) Kind() ast.NodeKind { return KindMathBlock }

// IsRaw implements ast.Node.
func (*MathBlock) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *MathBlock) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"TeX": n.TeX}, nil)
}

// mathBlockParser reads formulas on lines of their own:
//
//	$$            $$ x = 1      $$ x = 1 $$      \[
//	x = 1         + 2 $$                         x = 1
//	$$                                           \]
type mathBlockParser struct{}

func (mathBlockParser) Trigger() []byte { return []byte(`$\`) }

func (mathBlockParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := rest(r, pc)
	opener, closer := "$$", "$$"
	if line[0] == '\\' {
		opener, closer = `\[`, `\]`
	}
	after, ok := bytes.CutPrefix(line, []byte(opener))
	if !ok {
		return nil, parser.NoChildren
	}
	n := &MathBlock{closer: closer}
	n.Lines().Append(segment)
	inner, closed := bytes.CutSuffix(bytes.TrimSpace(after), []byte(closer))
	switch {
	case bytes.Contains(inner, []byte(closer)), closed && isBlank(inner):
		return nil, parser.NoChildren
	case closed && opener == "$$":
		n.closer = ""
	case closed, opener != "$$" && !isBlank(after):
		return nil, parser.NoChildren
	case !(fence{closer: closer, stops: endsMath}).hasEnd(r, pc):
		return nil, parser.NoChildren
	}
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

// endsMath reports whether a line is a heading or a code fence, which no
// formula has.
func endsMath(line []byte) bool {
	line = bytes.TrimSpace(line)
	if bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~")) {
		return true
	}
	hashes := len(line) - len(bytes.TrimLeft(line, "#"))
	return 1 <= hashes && hashes <= 6 && hashes < len(line) && line[hashes] == ' '
}

func (mathBlockParser) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	n := node.(*MathBlock)
	if n.closer == "" {
		return parser.Close
	}
	line, segment := r.PeekLine()
	_, after, found := bytes.Cut(line, []byte(n.closer))
	if found && !isBlank(after) || !found && endsMath(line) {
		return parser.Close
	}
	n.Lines().Append(segment)
	r.AdvanceToEOL()
	if !found {
		return parser.Continue | parser.NoChildren
	}
	n.closer = ""
	return parser.Close
}

func (mathBlockParser) Close(node ast.Node, r text.Reader, _ parser.Context) {
	n := node.(*MathBlock)
	if n.closer != "" {
		asParagraphs(n, r.Source())
		return
	}
	var lines [][]byte
	for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
		lines = append(lines, bytes.TrimSpace(s.Value(r.Source())))
	}
	tex := bytes.Join(lines, []byte("\n"))
	n.TeX = string(bytes.TrimSpace(tex[2 : len(tex)-2]))
}

func (mathBlockParser) CanInterruptParagraph() bool { return true }
func (mathBlockParser) CanAcceptIndentedLine() bool { return false }
