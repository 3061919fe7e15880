package card

import "io"

// Block is one block of content:
// *Paragraph, *Heading, *List, *Quote, *Code, *Table, *Math or *Rule.
type Block interface{ block() }

// Inline is a piece of running text:
// *Text, *Emphasis, *Strong, *Strike, *Highlight, *Superscript, *Subscript,
// *CodeSpan, *MathSpan, *Link, *Image, *Footnote, *Cloze or *Break.
type Inline interface{ inline() }

// Paragraph is running text. A paragraph of nothing but images shows them as
// figures.
type Paragraph struct{ Content []Inline }

// Heading is a heading inside an answer.
type Heading struct {
	Level   int // 1 to 6, as in the note
	Content []Inline
}

// List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Start   int // number of the first item of an ordered list
	Items   []Item
}

// Item is one item of a list.
type Item struct {
	Task    Task
	Content []Block
}

// Task is the check box before an item.
type Task int8

// An item has no check box (the zero value), an empty one, or a ticked one.
const (
	NoTask Task = iota
	Open
	Done
)

// Quote is a block quotation or a callout.
type Quote struct {
	Callout string   // lower-case type of an Obsidian callout ("note", "warning"); empty for a plain quotation
	Title   []Inline // of a callout; empty when it has none of its own
	Content []Block
}

// Code is a block of code.
type Code struct {
	Lang string // first word of the info string; may be empty
	Text string // lines joined by "\n", without a final one
}

// Align is how the cells of a column stand.
type Align int

// Columns are not aligned in particular (the zero value) or to a side.
const (
	NoAlign Align = iota
	Left
	Center
	Right
)

// Table is a table. Every row has as many cells as Header.
type Table struct {
	Align  []Align    // one a column
	Header [][]Inline // one a column; all empty when the table has no header
	Rows   [][][]Inline
}

// Math is a displayed formula.
type Math struct{ TeX string }

// Rule is a thematic break.
type Rule struct{}

func (*Paragraph) block() {}
func (*Heading) block()   {}
func (*List) block()      {}
func (*Quote) block()     {}
func (*Code) block()      {}
func (*Table) block()     {}
func (*Math) block()      {}
func (*Rule) block()      {}

// Text is plain text, valid UTF-8, in NFC, on one line. Spaces count.
type Text struct{ Value string }

// Emphasis is emphasised text, usually italic.
type Emphasis struct{ Content []Inline }

// Strong is strongly emphasised text, usually bold.
type Strong struct{ Content []Inline }

// Strike is deleted text.
type Strike struct{ Content []Inline }

// Highlight is text marked with a highlighter.
type Highlight struct{ Content []Inline }

// Superscript is raised text.
type Superscript struct{ Content []Inline }

// Subscript is lowered text.
type Subscript struct{ Content []Inline }

// CodeSpan is code in running text.
type CodeSpan struct{ Text string }

// MathSpan is a formula in running text.
type MathSpan struct{ TeX string }

// Link is a link. Exporters follow only http, https and mailto; a wiki link
// has Wiki set and a Dest of "note", "note#heading" or "#heading".
type Link struct {
	Dest    string
	Wiki    bool
	Content []Inline
}

// Image is a picture, or an audio or video file that the note embeds.
type Image struct {
	Dest  string // as written: path, URL or vault file name
	Alt   string
	Width int // in CSS pixels, 0 when the note does not say
	Line  int // where the note shows it, 0 when unknown
	// Media is the file behind Dest. It is nil for a remote URL and for a
	// file that cannot be used; the latter has been reported, and exporters
	// show Alt or Dest in its place.
	Media *Media
}

// Footnote is the text of a footnote, at the place that refers to it.
type Footnote struct {
	Label   string
	Content []Inline
}

// Cloze is hidden text. Numbers start at 1; one number is asked together.
type Cloze struct {
	Number  int
	Hint    string
	Content []Inline
}

// Break is a line break that the writer asked for or a line end that matters.
type Break struct{}

func (*Text) inline()        {}
func (*Emphasis) inline()    {}
func (*Strong) inline()      {}
func (*Strike) inline()      {}
func (*Highlight) inline()   {}
func (*Superscript) inline() {}
func (*Subscript) inline()   {}
func (*CodeSpan) inline()    {}
func (*MathSpan) inline()    {}
func (*Link) inline()        {}
func (*Image) inline()       {}
func (*Footnote) inline()    {}
func (*Cloze) inline()       {}
func (*Break) inline()       {}

// Media is a file that cards show. Values are shared: the same file is the
// same pointer in one run.
type Media struct {
	Path string // slash-separated, below the input folder
	Size int64  // in bytes, at most 100 MB
	// Open opens the file for reading; the caller closes it.
	Open func() (io.ReadCloser, error)
}
