package parser

import (
	"bytes"
	"sort"
)

// source is the text of a note, or a part of one, with its line table.
type source struct {
	text   []byte
	starts []int // offset of each line's first byte
	first  int   // the note's line number of line 0 here
}

func newSource(text []byte, first int) *source {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return &source{text, starts, first}
}

// index returns the index in starts of the line that holds the offset.
func (s *source) index(offset int) int {
	return sort.SearchInts(s.starts, offset+1) - 1
}

// line returns the note's line number at the offset.
func (s *source) line(offset int) int { return s.first + s.index(offset) }

// lineText returns the text of the note's line n without its end.
func (s *source) lineText(n int) []byte {
	i := n - s.first
	if i < 0 || i >= len(s.starts) {
		return nil
	}
	rest := s.text[s.starts[i]:]
	if j := bytes.IndexByte(rest, '\n'); j >= 0 {
		rest = rest[:j]
	}
	return rest
}

// col returns the 1-based byte column of the offset.
func (s *source) col(offset int) int {
	return offset - s.starts[s.index(offset)] + 1
}

// indent returns the width of white space and quotation marks before the
// text of the note's line n; a tab moves to the next multiple of four
// (CommonMark §2.2).
func (s *source) indent(n int) int {
	width := 0
	for _, c := range s.lineText(n) {
		switch c {
		case '\t':
			width += 4 - width%4
		case ' ', '>':
			width++
		default:
			return width
		}
	}
	return width
}

// blankBefore reports whether the line before the note's line n is blank.
func (s *source) blankBefore(n int) bool {
	return n > s.first && len(bytes.Trim(s.lineText(n-1), " \t>")) == 0
}
