package mdext

import (
	"bytes"
	"unicode/utf8"

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
	m := remember(parent, pc)
	switch {
	case bytes.HasPrefix(line, []byte("$$")):
		return between(m, block, "$$", "$$", true)
	case line[0] == '$':
		return dollarMath(m, block)
	case bytes.HasPrefix(line, []byte(`\(`)):
		return between(m, block, `\(`, `\)`, false)
	case bytes.HasPrefix(line, []byte(`\[`)):
		return between(m, block, `\[`, `\]`, true)
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

// dollar is the next $ in a block that can close a formula, and what stands
// before it. Offsets are into the source; -1 is nowhere.
type dollar struct {
	from, at               int // valid for openers in from <= offset < at; at is the end of the block when none is left
	found                  bool
	backtick, cjk, command int // the last of each before at
}

// dollarMath reads $x$. After Pandoc's tex_math_dollars, the opening $ has a
// non-space after it, the closing $ a non-space before it and no digit after
// it, so $5 and $10 are prices. Moreover a formula holds no code span and,
// unless it has a TeX command, no Korean; and neither $HOME nor $(date) nor
// ${x} begins where it ends.
func dollarMath(m *memory, block text.Reader) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 || util.IsSpace(line[1]) || isLetter(block.PrecendingCharacter()) {
		return nil
	}
	d := &m.dollar
	if segment.Start < d.from || segment.Start >= d.at {
		*d = nextDollar(block)
	}
	if !d.found || d.backtick > segment.Start || d.cjk > segment.Start && d.command < segment.Start {
		return nil
	}
	var tex []byte
	block.Advance(1)
	for {
		rest, at := block.PeekLine()
		if d.at < at.Stop {
			tex = append(tex, rest[:d.at-at.Start+at.Padding]...)
			block.Advance(d.at - at.Start + at.Padding + 1)
			return &Math{TeX: string(tex)}
		}
		tex = append(tex, rest...)
		block.AdvanceLine()
	}
}

func isLetter(r rune) bool { return isWord(r) && r > '9' }

// nextDollar searches behind the $ at the reader's position, and leaves the
// reader there.
func nextDollar(block text.Reader) dollar {
	line, pos := block.Position()
	defer block.SetPosition(line, pos)
	d := dollar{from: pos.Start, backtick: -1, cjk: -1, command: -1}
	block.Advance(1)
	before := rune('$')
	for {
		rest, at := block.PeekLine()
		if rest == nil {
			return d
		}
		offset := at.Start - at.Padding
		for i := 0; i < len(rest); {
			r, n := utf8.DecodeRune(rest[i:])
			switch {
			case r == '$' && closesDollar(before, rest[i+1:]):
				d.at, d.found = offset+i, true
				return d
			case r == '`':
				d.backtick = offset + i
			case r == '\\':
				d.command = offset + i
				if i+1 < len(rest) && rest[i+1] == '$' {
					i++
				}
			case isCJK(r):
				d.cjk = offset + i
			}
			before = r
			i += n
		}
		d.at = at.Stop
		block.AdvanceLine()
	}
}

func closesDollar(before rune, after []byte) bool {
	if util.IsSpaceRune(before) || before == '$' {
		return false
	}
	return len(after) == 0 || !bytes.ContainsAny(after[:1], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_{($")
}
