package text

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"recto/exporters/pdf/font"
)

// Line is one line of a paragraph.
type Line struct {
	Words []Word
	Width int // without the space at its end
}

// Wrap breaks the paragraph into lines of at most limit, all but the first
// of them shorter by indent. A word that is wider than a line is cut between
// syllables. Limits are in thousandths of the size, like all widths.
func (p *Paragraph) Wrap(limit, indent int) []Line {
	limit, indent = max(limit, 1), max(0, min(indent, limit-1))
	words := p.Words
	if p.widest > limit-indent {
		words = p.cut(limit - indent)
	}
	lines := make([]Line, 0, 4)
	first, width, room := 0, 0, limit
	flush := func(last int, w int) {
		lines = append(lines, Line{words[first:last], w})
		first, width, room = last, 0, limit-indent
	}
	for i, w := range words {
		if i > first && width+w.Width > room {
			flush(i, width-words[i-1].Space.Width)
		}
		width += w.Width + w.Space.Width
		if w.Newline {
			flush(i+1, width-w.Space.Width)
		}
	}
	if first < len(words) {
		flush(len(words), width-words[len(words)-1].Space.Width)
	}
	return lines
}

// Balance returns the smallest limit at which the paragraph takes no more
// lines than at the given one, so that the last line is not an orphan.
func (p *Paragraph) Balance(limit int) int {
	lines := len(p.Wrap(limit, 0))
	if lines < 2 {
		return limit
	}
	low, high := limit/2, limit
	for high-low > 50 {
		mid := (low + high) / 2
		if mid >= p.widest && len(p.Wrap(mid, 0)) <= lines {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}

// cut returns the words with every one that is wider than the limit replaced
// by parts that are not.
func (p *Paragraph) cut(limit int) []Word {
	words := make([]Word, 0, len(p.Words)+8)
	for _, w := range p.Words {
		if w.Width <= limit {
			words = append(words, w)
			continue
		}
		words = append(words, p.cutWord(w, limit)...)
	}
	return words
}

// cutWord fills parts with syllables of the word. The pieces of the parts
// are added to the paragraph's, so that a paragraph belongs to one goroutine.
func (p *Paragraph) cutWord(w Word, limit int) []Word {
	var parts []Word
	part := Word{First: len(p.pieces)}
	for _, piece := range p.Pieces(w) {
		for piece.Start < piece.End {
			head, tail := p.cutPiece(piece, limit-part.Width)
			if head.Start == head.End && part.Width == 0 {
				head, tail = p.cutPiece(piece, -1)
			}
			if head.Start < head.End {
				p.pieces = append(p.pieces, head)
				part.Width += head.Width
			}
			piece = tail
			if piece.Start < piece.End {
				part.Last = len(p.pieces)
				parts = append(parts, part)
				part = Word{First: len(p.pieces)}
			}
		}
	}
	part.Last, part.Space, part.Newline = len(p.pieces), w.Space, w.Newline
	return append(parts, part)
}

// cutPiece splits a piece so that its head is not wider than room; with a
// negative room the head is one syllable.
func (p *Paragraph) cutPiece(piece Piece, room int) (head, tail Piece) {
	if piece.Object != nil || piece.Label != "" {
		if piece.Width <= room || room < 0 {
			return piece, Piece{}
		}
		return Piece{}, piece
	}
	if piece.Width <= room {
		return piece, Piece{}
	}
	s := p.Text[piece.Start:piece.End]
	offset, width, state := 0, 0, -1
	for rest := s; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		next := width + advance(piece.Face, cluster)
		if room >= 0 && next*piece.Look.Scale/1000 > room {
			break
		}
		offset, width = offset+len(cluster), next
		if room < 0 {
			break
		}
	}
	head, tail = piece, piece
	head.End, tail.Start = piece.Start+offset, piece.Start+offset
	head.Width = width * piece.Look.Scale / 1000
	tail.Width = piece.Width - head.Width
	return head, tail
}

func advance(face *font.Face, s string) int {
	width := 0
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		a, _ := face.Advance(r)
		width += a
		s = s[size:]
	}
	return width
}
