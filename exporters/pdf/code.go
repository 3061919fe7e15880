package pdf

import (
	"strings"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/text"
)

// code composes a block of code, a line an item: lines that are too long are
// continued below with a mark.
func (c *composer) code(dst []item, b *card.Code, at place) []item {
	look := at.look
	look.Font, look.Back, look.Italic = font.Mono, 0, false
	inner := at.indent(500)
	arrow, _ := c.fonts.Lookup(font.Mono, '↪')
	c.boxes++
	inner.box, inner.back = c.boxes, backCode
	for _, line := range strings.Split(strings.ReplaceAll(b.Text, "\r", ""), "\n") {
		run := text.Run{Text: text.Clean(expandTabs(line)), Look: &look}
		it := inner.item(text.New(c.fonts, []text.Run{run}))
		c.missing = append(c.missing, it.para.Missing...)
		it.scale, it.hang, it.softMark = scaleCode, 1400, arrow
		dst = append(dst, it)
	}
	return dst
}

// expandTabs puts spaces up to the next multiple of four columns.
func expandTabs(line string) string {
	if !strings.Contains(line, "\t") {
		return line
	}
	var sb strings.Builder
	column := 0
	for _, r := range line {
		if r != '\t' {
			sb.WriteRune(r)
			column++
			continue
		}
		n := 4 - column%4
		sb.WriteString("    "[:n])
		column += n
	}
	return sb.String()
}
