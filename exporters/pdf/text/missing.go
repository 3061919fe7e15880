package text

import (
	"fmt"

	"recto/exporters/pdf/font"
)

// codePoint returns a piece that names a character by its number, in small
// letters in a frame of their own.
func (b *builder) codePoint(run *Run, r rune, start, end int) Piece {
	name := fmt.Sprintf("U+%04X", r)
	look := *run.Look
	look.Font, look.Scale, look.Back = font.Mono, run.Look.Scale*650/1000, missingBack
	width := 0
	var face *font.Face
	for _, c := range name {
		f, advance := b.set.Lookup(font.Mono, c)
		face = f
		width += advance * look.Scale / 1000
	}
	return Piece{Face: face, Look: &look, Start: start, End: end, Width: width, Label: name}
}

const missingBack = 0xE6E6E6
