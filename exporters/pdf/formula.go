package pdf

import (
	"strings"

	"recto/card"

	"recto/exporters/pdf/font"
	"recto/exporters/pdf/text"
)

// formula sets TeX in running text.
func (c *composer) formula(tex string, look text.Look) text.Run {
	look.Font, look.Italic = font.Mono, false
	return text.Run{Text: strings.ReplaceAll(text.Clean(tex), "\n", " "), Look: &look}
}

// display sets TeX on lines of its own.
func (c *composer) display(dst []item, b *card.Math, at place) []item {
	look := at.look
	look.Font = font.Mono
	it := at.item(c.words(b.TeX, look))
	it.scale = scaleCode
	return append(dst, it)
}
