package mdext

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Comment is an Obsidian comment in running text, %%like this%%. It has no
// children.
type Comment struct{ ast.BaseInline }

// CommentBlock is an Obsidian comment on lines of its own. Its lines are
// those of the comment, with the marks; they are not read.
type CommentBlock struct {
	ast.BaseBlock
	closed bool
}

// KindComment is the kind of [Comment], KindCommentBlock that of
// [CommentBlock].
var (
	KindComment      = ast.NewNodeKind("Comment")
	KindCommentBlock = ast.NewNodeKind("CommentBlock")
)

// Kind implements ast.Node.
func (*Comment) Kind() ast.NodeKind { return KindComment }

// Dump implements ast.Node.
func (n *Comment) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Kind implements ast.Node.
func (*CommentBlock) Kind() ast.NodeKind { return KindCommentBlock }

// IsRaw implements ast.Node.
func (*CommentBlock) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *CommentBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

const commentMark = "%%"

// commentParser reads comments inside a paragraph. After a digit, %% is a
// percentage that a format string doubled.
type commentParser struct{}

func (commentParser) Trigger() []byte { return []byte("%") }

func (commentParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	rest, _ := block.PeekLine()
	if before := block.PrecendingCharacter(); !bytes.HasPrefix(rest, []byte(commentMark)) || isWord(before) && !isLetter(before) {
		return nil
	}
	line, pos := block.Position()
	block.Advance(len(commentMark))
	if _, ok := remember(parent, pc).find(block, commentMark); !ok {
		block.SetPosition(line, pos)
		return nil
	}
	return &Comment{}
}

// commentBlockParser reads comments that begin a line: one that is all of
// its line, or one that ends on a later line, whatever is between. What
// follows the closing mark is read again.
type commentBlockParser struct{}

func (commentBlockParser) Trigger() []byte { return []byte("%") }

func (commentBlockParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := rest(r, pc)
	after, ok := bytes.CutPrefix(line, []byte(commentMark))
	if !ok {
		return nil, parser.NoChildren
	}
	n := &CommentBlock{}
	_, tail, closed := bytes.Cut(after, []byte(commentMark))
	switch last := pc.LastOpenedBlock().Node; {
	case closed && (!isBlank(tail) || last != nil && ast.IsParagraph(last)):
		return nil, parser.NoChildren
	case closed:
		n.closed = true
	case !(fence{closer: commentMark}).hasEnd(r, pc):
		return nil, parser.NoChildren
	}
	n.Lines().Append(segment)
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

func (commentBlockParser) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	n := node.(*CommentBlock)
	if n.closed {
		return parser.Close
	}
	line, segment := r.PeekLine()
	i := bytes.Index(line, []byte(commentMark))
	if i < 0 {
		n.Lines().Append(segment)
		r.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	n.closed = true
	end := i + len(commentMark)
	n.Lines().Append(segment.WithStop(segment.Start - segment.Padding + end))
	if isBlank(line[end:]) {
		r.AdvanceToEOL()
	} else {
		r.Advance(end)
	}
	return parser.Close
}

func (commentBlockParser) Close(node ast.Node, r text.Reader, _ parser.Context) {
	if n := node.(*CommentBlock); !n.closed {
		asParagraphs(n, r.Source())
	}
}

func (commentBlockParser) CanInterruptParagraph() bool { return true }
func (commentBlockParser) CanAcceptIndentedLine() bool { return false }
