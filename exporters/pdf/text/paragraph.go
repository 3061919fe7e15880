// Package text turns styled text into lines. A [Paragraph] is measured once,
// in thousandths of the size it will be set in, and can then be wrapped at
// any size. It draws nothing.
package text

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"recto/exporters/pdf/font"
)

// Look is how a run of text is set.
type Look struct {
	Font      font.Style
	Italic    bool
	Strike    bool
	Underline bool
	Ink       uint32 // 0xRRGGBB
	Back      uint32 // colour behind the text; 0 for none
	Scale     int    // size in thousandths of the paragraph's
	Rise      int    // baseline shift in thousandths of the paragraph's size
	Link      string // address that the text leads to; empty for none
}

// Run is a piece of text in one look, or an object in its place.
type Run struct {
	Text   string
	Look   *Look
	Object *Object
}

// Object is something other than characters in a line. Its measures are in
// thousandths of the size.
type Object struct {
	Advance, Ascent, Descent int
	Text                     string // what copying the object gives
	Outline                  *font.Outline
	Picture                  any // whatever the caller draws there
}

// Paragraph is measured text.
type Paragraph struct {
	Text    string
	Words   []Word
	Missing []rune // characters that no font has, in order of appearance
	pieces  []Piece
	objects bool // there is a piece that cannot be cut
	widest  int
}

// Word is what stays together on a line.
type Word struct {
	First, Last int // its pieces
	Width       int
	Space       Piece // the space after it, dropped at the end of a line
	Newline     bool  // the line must end after it
}

// Piece is a part of a word in one face and look.
type Piece struct {
	Face       *font.Face
	Look       *Look
	Object     *Object // nil for characters
	Label      string  // shown instead of the text, when not empty
	Start, End int     // offsets in Paragraph.Text
	Width      int
}

// Pieces returns the pieces of a word.
func (p *Paragraph) Pieces(w Word) []Piece { return p.pieces[w.First:w.Last] }

// Widest returns the width of the widest word.
func (p *Paragraph) Widest() int { return p.widest }

// Width returns the width of the paragraph on one line; a forced break
// counts as the end of a line.
func (p *Paragraph) Width() int {
	widest, line := 0, 0
	for _, w := range p.Words {
		widest = max(widest, line+w.Width)
		line += w.Width + w.Space.Width
		if w.Newline {
			line = 0
		}
	}
	return widest
}

// Rigid returns the width of the widest piece that no line can cut: an
// object or a code point.
func (p *Paragraph) Rigid() int {
	rigid := 0
	if p.objects {
		for _, piece := range p.pieces {
			if piece.Object != nil || piece.Label != "" {
				rigid = max(rigid, piece.Width)
			}
		}
	}
	return rigid
}

// Extent returns how far the objects of a line reach above and below the
// baseline; 0 for a line without any.
func (p *Paragraph) Extent(line Line) (up, down int) {
	if !p.objects {
		return 0, 0
	}
	for _, w := range line.Words {
		for _, piece := range p.Pieces(w) {
			if piece.Object != nil {
				up = max(up, piece.Object.Ascent+piece.Look.Rise)
				down = max(down, piece.Object.Descent-piece.Look.Rise)
			}
		}
	}
	return up, down
}

// New measures runs of text, which must have been cleaned.
func New(set *font.Set, runs []Run) *Paragraph {
	b := builder{set: set, runs: runs, p: &Paragraph{}}
	b.join()
	b.scan()
	return b.p
}

type builder struct {
	set  *font.Set
	runs []Run
	ends []int // where each run ends in the text
	run  int   // the run that the scan is in
	cuts []int
	p    *Paragraph
}

func (b *builder) join() {
	var sb strings.Builder
	b.ends = make([]int, len(b.runs))
	for i, r := range b.runs {
		if r.Object != nil {
			sb.WriteRune(objectMark)
		} else {
			sb.WriteString(r.Text)
		}
		b.ends[i] = sb.Len()
	}
	b.p.Text = sb.String()
}

// scan cuts the text into chunks between spaces, and those into words.
func (b *builder) scan() {
	s := b.p.Text
	b.p.Words = make([]Word, 0, 1+len(s)/6)
	b.p.pieces = make([]Piece, 0, 1+len(s)/6+len(b.runs))
	for at := 0; at < len(s); {
		end := at + chunkLen(s[at:])
		start := at
		b.cuts = breaks(b.cuts[:0], s[at:end])
		for _, cut := range b.cuts {
			b.word(start, at+cut)
			start = at + cut
		}
		b.word(start, end)
		at = b.space(end)
	}
}

func chunkLen(s string) int {
	if i := strings.IndexAny(s, " \n\u3000"); i >= 0 {
		return i
	}
	return len(s)
}

// space adds the spaces and the line end at an offset to the last word.
func (b *builder) space(at int) int {
	s := b.p.Text
	w := &b.p.Words[len(b.p.Words)-1]
	end := at
	for end < len(s) && (s[end] == ' ' || strings.HasPrefix(s[end:], "\u3000")) {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	if end > at {
		w.Space = b.measureSpace(at, end)
	}
	if end < len(s) && s[end] == '\n' {
		w.Newline = true
		end++
	}
	return end
}

// measureSpace returns spaces as one piece in the look of the first.
func (b *builder) measureSpace(start, end int) Piece {
	run := b.at(start)
	piece := Piece{Look: run.Look, Start: start, End: end}
	for _, r := range b.p.Text[start:end] {
		face, advance := b.set.Lookup(run.Look.Font, r)
		piece.Face = face
		piece.Width += advance * run.Look.Scale / 1000
	}
	return piece
}

// at returns the run that covers an offset; offsets must not decrease.
func (b *builder) at(offset int) *Run {
	for b.ends[b.run] <= offset {
		b.run++
	}
	return &b.runs[b.run]
}

func (b *builder) word(start, end int) {
	w := Word{First: len(b.p.pieces)}
	for at := start; at < end; {
		run := b.at(at)
		stop := min(end, b.ends[b.run])
		if run.Object != nil {
			b.p.objects = true
			b.p.pieces = append(b.p.pieces, Piece{Look: run.Look, Object: run.Object, Start: at, End: stop, Width: run.Object.Advance})
			at = stop
			continue
		}
		at = b.piece(run, at, stop)
	}
	w.Last = len(b.p.pieces)
	for _, piece := range b.p.pieces[w.First:] {
		w.Width += piece.Width
	}
	b.p.widest = max(b.p.widest, w.Width)
	b.p.Words = append(b.p.Words, w)
}

// piece adds the longest stretch from at that one face can set, and returns
// where it ends.
func (b *builder) piece(run *Run, at, stop int) int {
	s := b.p.Text
	var face *font.Face
	width, pos := 0, at
	flush := func() {
		if face != nil && pos > at {
			b.p.pieces = append(b.p.pieces, Piece{Face: face, Look: run.Look, Start: at, End: pos, Width: width * run.Look.Scale / 1000})
		}
	}
	for pos < stop {
		r, size := utf8.DecodeRuneInString(s[pos:])
		if isEmoji(r, s[pos+size:stop]) {
			if cluster := b.emoji(pos, stop); cluster > 0 {
				flush()
				b.addEmoji(run, pos, pos+cluster)
				return pos + cluster
			}
		}
		if isSilent(r) {
			flush()
			return pos + size
		}
		next, advance := b.set.Lookup(run.Look.Font, r)
		if next == nil {
			flush()
			b.addOther(run, r, pos, pos+size)
			return pos + size
		}
		if face != nil && next != face {
			break
		}
		face, width, pos = next, width+advance, pos+size
	}
	flush()
	return pos
}

// isEmoji reports whether a character, with what follows, asks to be shown
// as an emoji.
func isEmoji(r rune, rest string) bool {
	if r >= 0x1F000 && r <= 0x1FAFF {
		return true
	}
	if r < 0x80 && !isDigit(r) && r != '#' && r != '*' || isHangul(r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return next == asEmoji || next == keycap || next == joiner
}

func (b *builder) emoji(at, stop int) int {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(b.p.Text[at:stop], -1)
	if font.Emoji(cluster) == nil {
		return 0
	}
	return len(cluster)
}

func (b *builder) addEmoji(run *Run, start, end int) {
	cluster := b.p.Text[start:end]
	outline := font.Emoji(cluster)
	b.p.objects = true
	scale := run.Look.Scale
	b.p.pieces = append(b.p.pieces, Piece{
		Look: run.Look, Start: start, End: end, Width: outline.Advance * scale / 1000,
		Object: &Object{Advance: outline.Advance * scale / 1000, Ascent: 900 * scale / 1000, Descent: 200 * scale / 1000, Text: cluster, Outline: outline},
	})
}

// addOther adds a character that no text face has: as an emoji, else as its
// code point.
func (b *builder) addOther(run *Run, r rune, start, end int) {
	if font.Emoji(string(r)) != nil {
		b.addEmoji(run, start, end)
		return
	}
	b.p.objects = true
	b.p.Missing = append(b.p.Missing, r)
	b.p.pieces = append(b.p.pieces, b.codePoint(run, r, start, end))
}
