package mdext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A fence is what encloses a block whose end must exist before its beginning
// counts, so that a stray mark cannot swallow the rest of a note.
type fence struct {
	closer string
	// stops reports whether a line, without its quote marks, cannot be
	// inside; nil for none.
	stops func(line []byte) bool
}

// searched is a stretch of the source in which a fence's end was looked for:
// openers at or after from and before to have the same answer.
type searched struct {
	from, to int
	found    bool
}

// searchKind tells apart the searches whose answers differ.
type searchKind struct {
	closer string
	depth  int // of quotation
}

var searchedKey = parser.NewContextKey()

// hasEnd reports whether a line below the reader's has the fence's closer,
// inside the same quotation.
func (f fence) hasEnd(r text.Reader, pc parser.Context) bool {
	_, pos := r.Position()
	known := pc.ComputeIfAbsent(searchedKey, func() any { return map[searchKind]searched{} }).(map[searchKind]searched)
	kind := searchKind{f.closer, quoteDepth(r.Source(), pos.Start)}
	s, ok := known[kind]
	if !ok || pos.Start < s.from || pos.Start >= s.to {
		s = f.search(r.Source(), pos, kind.depth)
		known[kind] = s
	}
	return s.found
}

func (f fence) search(source []byte, pos text.Segment, depth int) searched {
	at := pos.Stop
	for at < len(source) {
		line := source[at:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		inner, ok := unquote(line, depth)
		if !ok || f.stops != nil && f.stops(inner) {
			break
		}
		if bytes.Contains(inner, []byte(f.closer)) {
			return searched{pos.Start, at, true}
		}
		at += len(line)
	}
	return searched{pos.Start, at, false}
}

// quoteDepth counts the quote marks before an offset on its line.
func quoteDepth(source []byte, offset int) int {
	start := bytes.LastIndexByte(source[:offset], '\n') + 1
	return bytes.Count(source[start:offset], []byte(">"))
}

// unquote strips depth quote marks from a line.
func unquote(line []byte, depth int) (rest []byte, ok bool) {
	for range depth {
		line = bytes.TrimLeft(line, " \t")
		if len(line) == 0 || line[0] != '>' {
			return nil, false
		}
		line = line[1:]
	}
	return line, true
}

// asParagraphs puts paragraphs with the same lines in the place of a block
// that turned out not to be one.
func asParagraphs(block ast.Node, source []byte) {
	parent := block.Parent()
	lines := text.NewSegments()
	flush := func() {
		if lines.Len() == 0 {
			return
		}
		last := lines.At(lines.Len() - 1)
		lines.Set(lines.Len()-1, last.TrimRightSpace(source))
		p := ast.NewParagraph()
		p.SetLines(lines)
		p.SetPos(lines.At(0).Start)
		p.SetBlankPreviousLines(block.HasBlankPreviousLines() || block.PreviousSibling() != nil)
		parent.InsertBefore(parent, block, p)
		lines = text.NewSegments()
	}
	for _, s := range block.Lines().Sliced(0, block.Lines().Len()) {
		if s = s.TrimLeftSpace(source); s.IsEmpty() {
			flush()
			continue
		}
		lines.Append(s)
	}
	flush()
	parent.RemoveChild(parent, block)
}

// rest returns the reader's line from the first byte that is not
// indentation, and its place.
func rest(r text.Reader, pc parser.Context) ([]byte, text.Segment) {
	line, segment := r.PeekLine()
	n := max(0, pc.BlockOffset())
	return line[n:], text.NewSegment(segment.Start-segment.Padding+n, segment.Stop)
}

// isBlank reports whether a line has nothing but white space.
func isBlank(line []byte) bool { return util.IsBlank(line) }
