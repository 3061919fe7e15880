package mdext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Math is a formula in running text: $x$ and \(x\), or displayed, $$x$$ and
// \[x\].
type Math struct {
	ast.BaseInline
	TeX     string // without the marks, on one line or several
	Display bool
}

// KindMath is the kind of [Math].
var KindMath = ast.NewNodeKind("Math")

// Kind implements ast.Node.
func (*Math) Kind() ast.NodeKind { return KindMath }

// Dump implements ast.Node.
func (n *Math) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"TeX": n.TeX}, nil)
}

type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte(`$\`) }

func (mathParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	switch {
	case bytes.HasPrefix(line, []byte("$$")):
		return between(remember(parent, pc), block, "$$", "$$", true)
	case line[0] == '$':
		return dollarMath(block)
	case bytes.HasPrefix(line, []byte(`\(`)):
		return between(remember(parent, pc), block, `\(`, `\)`, false)
	case bytes.HasPrefix(line, []byte(`\[`)):
		return between(remember(parent, pc), block, `\[`, `\]`, true)
	}
	return nil
}

// between reads a formula with marks of two bytes. Converters write \[ for a
// bracket that is no link, so what these enclose must look like TeX.
func between(m *memory, block text.Reader, opener, closer string, display bool) ast.Node {
	line, pos := block.Position()
	block.Advance(len(opener))
	tex, ok := m.find(block, closer)
	tex = bytes.TrimSpace(tex)
	if !ok || len(tex) == 0 || opener == `\[` && !bytes.ContainsAny(tex, `\^_=+<>`) {
		block.SetPosition(line, pos)
		return nil
	}
	return &Math{TeX: string(tex), Display: display}
}

// dollarMath reads $x$. After Pandoc's tex_math_dollars, the opening $ has a
// non-space after it, the closing $ a non-space before it and no digit after
// it, so $5 and $10 are prices. Moreover a formula holds no code span and,
// unless it has a TeX command, no Korean; and neither $HOME nor $(date) nor
// ${x} begins where it ends. Only the next $ can close, so the search never
// passes over another opener.
func dollarMath(block text.Reader) ast.Node {
	rest, _ := block.PeekLine()
	if len(rest) < 2 || util.IsSpace(rest[1]) || isLetter(block.PrecendingCharacter()) {
		return nil
	}
	line, pos := block.Position()
	block.Advance(1)
	var tex []byte
	for {
		rest, _ = block.PeekLine()
		if rest == nil {
			break
		}
		i := nextDollar(rest)
		if i < 0 {
			tex = append(tex, rest...)
			block.AdvanceLine()
			continue
		}
		tex = append(tex, rest[:i]...)
		if !closesDollar(tex, rest[i+1:]) {
			break
		}
		block.Advance(i + 1)
		return &Math{TeX: string(tex)}
	}
	block.SetPosition(line, pos)
	return nil
}

func isLetter(r rune) bool { return isWord(r) && r > '9' }

// nextDollar returns the index of the first $ that is not escaped, or -1.
func nextDollar(s []byte) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '$':
			return i
		}
	}
	return -1
}

// closesDollar reports whether a $ between tex and after ends a formula.
func closesDollar(tex, after []byte) bool {
	if len(tex) == 0 || util.IsSpace(tex[len(tex)-1]) || bytes.IndexByte(tex, '`') >= 0 {
		return false
	}
	if len(after) > 0 && bytes.IndexByte([]byte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_{($"), after[0]) >= 0 {
		return false
	}
	return hasCommand(tex) || !bytes.ContainsFunc(tex, isCJK)
}

// hasCommand reports whether tex has a TeX command such as \text.
func hasCommand(tex []byte) bool {
	for rest := tex; ; {
		i := bytes.IndexByte(rest, '\\')
		if i < 0 || i+1 == len(rest) {
			return false
		}
		if isLetter(rune(rest[i+1])) {
			return true
		}
		rest = rest[i+1:]
	}
}
