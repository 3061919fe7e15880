package parser

import (
	"strings"

	"recto/card"
)

// A line may leave a blank and give what belongs there behind it, in parentheses
// or behind an arrow: "DNS는 ___번 포트를 쓴다. (53)".

// maxFilling is the most characters of what fills a blank.
const maxFilling = 40

// filling is what belongs into the blank of a line, with where the line ends
// before it.
type filling struct{ end, from, to int }

// blankAndFilling takes a line with a blank and its filling apart: "… ____.
// (53)", "… ____ → 53".
func blankAndFilling(r *row) (f filling, ok bool) {
	if !r.look.has(underscores) || !r.look.has(openers|arrows|sign) || r.kind != line || !r.free() {
		return filling{}, false
	}
	blank := strings.LastIndex(r.words, "__")
	if blank < 0 {
		return filling{}, false
	}
	text := strings.TrimRight(r.words, " .")
	if i := strings.LastIndexByte(text, '('); i > blank && strings.HasSuffix(text, ")") {
		f = filling{i, i + 1, len(text) - 1}
	} else {
		for i := range text[blank:] {
			if n := leadArrow(text[blank+i:]); n > 0 && i > 2 {
				f = filling{blank + i, blank + i + n, len(text)}
				break
			}
		}
	}
	n := 0
	if f.to > f.from {
		n = runes(text[f.from:f.to])
	}
	return f, n > 0 && n <= maxFilling
}

// filledBlank makes a card of such a line where the group has another one. It
// reports whether the row is one.
func (p *pass) filledBlank(g *group, r *row) bool {
	f, ok := blankAndFilling(r)
	if !ok || !g.fillsBlanks() {
		return false
	}
	c := &card.Card{Kind: card.Question, Confidence: 0.8, Front: paragraph(cleanFront(cut(r.text, 0, f.end))), Back: paragraph(cut(r.text, f.from, f.to)), Headings: g.sec.path()}
	p.emit("question", c, r, r)
	return true
}

// fillsBlanks reports whether the group has several such lines.
func (g *group) fillsBlanks() bool {
	if g.blanks == unasked {
		n := 0
		for _, r := range g.rows {
			if _, ok := blankAndFilling(r); ok {
				n++
			}
		}
		g.blanks = decided(n > 1)
	}
	return g.blanks == yes
}
