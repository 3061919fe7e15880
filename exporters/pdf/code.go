package pdf

import (
	"strings"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/syntax"
	"recto/exporters/pdf/text"
)

// codeInks are the colours of code: dark, and different in grey, too.
var codeInks = map[syntax.Kind]uint32{
	syntax.Plain: inkText, syntax.Comment: 0x6F7A6B, syntax.String: 0x0B5A46, syntax.Number: 0x8A4B00, syntax.Keyword: 0x7A1FA2,
}

// code composes a block of code, a line an item: lines that are too long are
// continued below with a mark.
func (c *composer) code(dst []item, b *card.Code, at place) []item {
	inner := at.indent(500)
	c.boxes++
	inner.box, inner.back = c.boxes, backCode
	arrow, _ := c.fonts.Lookup(font.Mono, '↪')
	source := text.Clean(expandTabs(strings.ReplaceAll(b.Text, "\r", "")))
	for _, runs := range codeLines(syntax.Pieces(b.Lang, source), at.look) {
		it := inner.item(text.New(c.fonts, runs))
		c.missing = append(c.missing, it.para.Missing...)
		if len(it.para.Words) == 0 {
			it.para = text.New(c.fonts, []text.Run{{Text: " ", Look: runs[0].Look}})
		}
		it.scale, it.hang, it.softMark = scaleCode, 1400, arrow
		dst = append(dst, it)
	}
	return dst
}

// codeLines returns the runs of each line of code.
func codeLines(pieces []syntax.Piece, look text.Look) [][]text.Run {
	look.Font, look.Back, look.Italic = font.Mono, 0, false
	looks := map[syntax.Kind]*text.Look{}
	lookOf := func(kind syntax.Kind) *text.Look {
		if looks[kind] == nil {
			own := look
			own.Ink = codeInks[kind]
			looks[kind] = &own
		}
		return looks[kind]
	}
	lines := [][]text.Run{nil}
	for _, piece := range pieces {
		for i, part := range strings.Split(piece.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			last := len(lines) - 1
			lines[last] = append(lines[last], text.Run{Text: part, Look: lookOf(piece.Kind)})
		}
	}
	return lines
}

// expandTabs puts spaces up to the next multiple of four columns.
func expandTabs(code string) string {
	if !strings.Contains(code, "\t") {
		return code
	}
	var sb strings.Builder
	column := 0
	for _, r := range code {
		switch r {
		case '\t':
			n := 4 - column%4
			sb.WriteString("    "[:n])
			column += n
			continue
		case '\n':
			column = -1
		}
		sb.WriteRune(r)
		column++
	}
	return sb.String()
}
