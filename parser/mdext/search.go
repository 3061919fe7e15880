package mdext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxDelimiters is how many delimiter runs one block may hold; those after
// them are text. Matching delimiters takes time quadratic in their number in
// the worst case, so the limit keeps a whole note linear.
const maxDelimiters = 2000

// memory is what the inline parsers remember about the block that is being
// read, so that no stretch of it is searched twice in vain.
type memory struct {
	block      ast.Node
	delimiters int
	linkSearch int             // lines and bytes that may have been looked at for links
	closers    map[string]bool // false: no such closer is left in the block
}

var memoryKey = parser.NewContextKey()

func remember(block ast.Node, pc parser.Context) *memory {
	m, ok := pc.Get(memoryKey).(*memory)
	if !ok || m.block != block {
		m = &memory{block: block, closers: map[string]bool{}}
		pc.Set(memoryKey, m)
	}
	return m
}

// find looks for the next mark in the block, at or after the reader's
// position, and returns what is before it, lines joined by "\n". The reader
// is left after the mark, or where it was when there is none.
func (m *memory) find(r text.Reader, mark string) (content []byte, ok bool) {
	if found, known := m.closers[mark]; known && !found {
		return nil, false
	}
	line, pos := r.Position()
	for {
		rest, _ := r.PeekLine()
		if rest == nil {
			break
		}
		if i := bytes.Index(rest, []byte(mark)); i >= 0 {
			r.Advance(i + len(mark))
			return append(content, rest[:i]...), true
		}
		content = append(content, rest...)
		r.AdvanceLine()
	}
	r.SetPosition(line, pos)
	m.closers[mark] = false
	return nil, false
}

// pushDelimiter makes a run of the delimiter character at the reader's
// position available for matching. A nil processor, or a run too many, makes
// it text.
func pushDelimiter(block ast.Node, r text.Reader, pc parser.Context, run int, open, closing bool, p parser.DelimiterProcessor) ast.Node {
	line, segment := r.PeekLine()
	segment = segment.WithStop(segment.Start + run)
	r.Advance(run)
	m := remember(block, pc)
	if !open && !closing || m.delimiters >= maxDelimiters {
		return ast.NewTextSegment(segment)
	}
	m.delimiters++
	d := parser.NewDelimiter(open, closing, run, line[0], p)
	d.Segment = segment
	pc.PushDelimiter(d)
	return d
}

// runLength counts the bytes at the start of line that equal the first.
func runLength(line []byte) int {
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	return n
}
