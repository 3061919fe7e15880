package pdf

import (
	"strings"
	"sync"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/tex"
	"recto/exporters/pdf/text"
)

// formulas lays each formula out once, whichever worker asks first.
type formulas struct {
	mu    sync.Mutex
	known map[formulaKey]formulaResult
}

type formulaKey struct {
	src     string
	display bool
}

type formulaResult struct {
	formula *tex.Formula
	err     error
}

// maxFormulas bounds the memory of formulas; a deck with more of them starts
// to forget.
const maxFormulas = 1000

func newFormulas() *formulas { return &formulas{known: map[formulaKey]formulaResult{}} }

func (m *formulas) layout(set *font.Set, src string, display bool) (*tex.Formula, error) {
	key := formulaKey{src, display}
	m.mu.Lock()
	r, ok := m.known[key]
	m.mu.Unlock()
	if ok {
		return r.formula, r.err
	}
	r.formula, r.err = tex.Layout(set, src, display)
	m.mu.Lock()
	if len(m.known) >= maxFormulas {
		clear(m.known)
	}
	m.known[key] = r
	m.mu.Unlock()
	return r.formula, r.err
}

// formula sets TeX in running text; what cannot be set shows its source.
func (c *composer) formula(src string, look text.Look) text.Run {
	object := c.formulaObject(src, look.Scale, false, max(c.room-maxIndent-indentQuote, c.room/2))
	if object == nil {
		look.Font, look.Italic = font.Mono, false
		return text.Run{Text: strings.ReplaceAll(text.Clean(src), "\n", " "), Look: &look}
	}
	return text.Run{Look: &look, Object: object}
}

// display sets TeX on a line of its own.
func (c *composer) display(dst []item, b *card.Math, at place) []item {
	look := at.look
	room := c.room - at.left - padBox
	object := c.formulaObject(b.TeX, 1000, true, room*1000/leastDisplay)
	if object == nil {
		return c.code(dst, &card.Code{Text: b.TeX}, at)
	}
	inner := at.indent(indentQuote)
	if object.Advance > room-indentQuote {
		inner = at
	}
	it := inner.item(text.New(c.fonts, []text.Run{{Look: &look, Object: object}}))
	it.gap, it.display = gapParagraph, true
	if object.Advance > room {
		it.scale = room * 1000 / object.Advance
	}
	return append(dst, it)
}

// leastDisplay is how far a wide formula is made smaller before its source
// is shown instead.
const leastDisplay = 700

// formulaObject returns a formula as an object of a line at most room wide,
// or nil after saying why there is none.
func (c *composer) formulaObject(src string, scale int, display bool, room int) *text.Object {
	src = text.Clean(src)
	f, err := c.formulas.layout(c.fonts, src, display)
	if err != nil {
		c.diags.Addf(c.pos, "formula %s: %v; the card shows its source", shortened(src), err)
		return nil
	}
	o := &text.Object{
		Advance: f.Outline.Advance * scale / 1000, Ascent: f.Ascent * scale / 1000, Descent: f.Descent * scale / 1000,
		Text: src, Outline: f.Outline,
	}
	highest := int(c.frame().h*1000/c.least) * 9 / 10
	if o.Advance > room || o.Ascent+o.Descent > highest {
		c.diags.Addf(c.pos, "formula %s: too large for a card; the card shows its source", shortened(src))
		return nil
	}
	return o
}

// shortened returns source as it is named in a message.
func shortened(src string) string {
	runes := []rune(oneLine(src))
	if len(runes) > 40 {
		runes = append(runes[:39], '…')
	}
	return string(runes)
}
