// Package tex lays out formulas written in TeX: the part of its mathematics
// that notes use, with the font's own MATH table for measures. It is a pure
// function of its source; it runs no macros and reads no files. What it does
// not know is an error, never a wrong formula.
//
// The rules are those of The TeXbook, appendix G, as far as a card needs
// them.
package tex

import "recto/exporters/pdf/font"

// Formula is a formula laid out, in thousandths of the text size.
type Formula struct {
	Outline         *font.Outline
	Ascent, Descent int
}

// Layout lays a formula out, as a display or for running text. The error
// says what in it is not known.
func Layout(set *font.Set, src string, display bool) (*Formula, error) {
	tree, err := parse(src)
	if err != nil {
		return nil, err
	}
	l := &layouter{math: font.Math(), set: set}
	style := textStyle
	if display {
		style = displayStyle
	}
	b := l.node(tree, style)
	if l.err != nil {
		return nil, l.err
	}
	return &Formula{Outline: b.outline(), Ascent: b.up, Descent: b.down}, nil
}
