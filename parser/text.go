package parser

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"recto/card"
)

// foldSpace returns s with every run of white space as one space, trimmed.
func foldSpace(s string) string {
	if isFolded(s, true) && !strings.HasSuffix(s, " ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isFolded reports whether single spaces are the only white space of s; space
// says that another stands before it.
func isFolded(s string, space bool) bool {
	for _, r := range s {
		if r == ' ' && space || r != ' ' && (r < '!' || r >= 0x7f && !isSyllable(r) && unicode.IsSpace(r)) {
			return false
		}
		space = r == ' '
	}
	return true
}

// tidy folds the white space of running text, over the bounds of its inlines,
// so that card.InlineText of the result neither begins nor ends with a space
// and never holds two in a row. Code and formulas stay as they are.
func tidy(in []card.Inline) []card.Inline {
	t := tidier{space: true}
	out := t.fold(in)
	return trimRight(out)
}

type tidier struct{ space bool } // the text so far ends in a space

func (t *tidier) fold(in []card.Inline) []card.Inline {
	out := make([]card.Inline, 0, len(in))
	for _, x := range in {
		switch y := x.(type) {
		case *card.Text:
			switch s := t.text(y.Value); {
			case len(s) == len(y.Value) && s != "":
				out = append(out, y)
			case s != "":
				out = append(out, &card.Text{Value: s})
			}
		case *card.Break:
			out = append(out, y)
			t.space = true
		case *card.CodeSpan, *card.MathSpan, *card.Image, *card.Footnote:
			out = append(out, x)
			t.space = false
		default:
			if c := t.fold(card.Children(x)); len(c) > 0 {
				out = append(out, withContent(x, c))
			}
		}
	}
	return out
}

func (t *tidier) text(s string) string {
	if isFolded(s, t.space) {
		t.space = t.space && s == "" || strings.HasSuffix(s, " ")
		return s // as nearly always
	}
	var sb strings.Builder
	for _, r := range s {
		if unicode.IsSpace(r) {
			if !t.space {
				sb.WriteByte(' ')
			}
			t.space = true
			continue
		}
		sb.WriteRune(r)
		t.space = false
	}
	return sb.String()
}

// trimRight drops white space and breaks at the end.
func trimRight(in []card.Inline) []card.Inline {
	for len(in) > 0 {
		last := in[len(in)-1]
		switch x := last.(type) {
		case *card.Break:
			in = in[:len(in)-1]
			continue
		case *card.Text:
			s := strings.TrimRightFunc(x.Value, unicode.IsSpace)
			if s == "" {
				in = in[:len(in)-1]
				continue
			}
			if s != x.Value {
				in = append(in[:len(in)-1:len(in)-1], &card.Text{Value: s})
			}
			return in
		case *card.CodeSpan, *card.MathSpan, *card.Image, *card.Footnote:
			return in
		}
		c := trimRight(card.Children(last))
		if len(c) == 0 {
			in = in[:len(in)-1]
			continue
		}
		return append(in[:len(in)-1:len(in)-1], withContent(last, c))
	}
	return in
}

// withContent returns an inline like x that holds other content.
func withContent(x card.Inline, content []card.Inline) card.Inline {
	switch x := x.(type) {
	case *card.Emphasis:
		return &card.Emphasis{Content: content}
	case *card.Strong:
		return &card.Strong{Content: content}
	case *card.Strike:
		return &card.Strike{Content: content}
	case *card.Highlight:
		return &card.Highlight{Content: content}
	case *card.Superscript:
		return &card.Superscript{Content: content}
	case *card.Subscript:
		return &card.Subscript{Content: content}
	case *card.Link:
		return &card.Link{Dest: x.Dest, Wiki: x.Wiki, Content: content}
	case *card.Cloze:
		return &card.Cloze{Number: x.Number, Hint: x.Hint, Content: content}
	case *card.Footnote:
		return &card.Footnote{Label: x.Label, Content: content}
	}
	panic("parser: inline without content")
}

// cut returns the part of tidy text between two byte offsets of its
// card.InlineText, without white space at its ends.
func cut(in []card.Inline, from, to int) []card.Inline {
	if len(in) == 1 {
		if t, ok := in[0].(*card.Text); ok {
			s := trim(t.Value[max(from, 0):max(from, min(to, len(t.Value)))])
			if len(s) == len(t.Value) {
				return in
			}
			return plainText(s)
		}
	}
	from, end := max(from, 0), textLen(in)
	for from < min(to, end) && spaceAt(in, from) == textSpace {
		from++
	}
	if to >= end && len(in) > 0 && inlineLen(in[len(in)-1]) == 0 {
		return slice(in, from, math.MaxInt32) // with the pictures at the end, which have no length
	}
	for to = min(to, end); to > from && spaceAt(in, to-1) != noSpace; {
		to--
	}
	return slice(in, from, to)
}

// spacing is what a byte of running text is.
type spacing int

const (
	noSpace   spacing = iota
	textSpace         // white space of a text
	lineBreak         // a break
)

// spaceAt returns what the byte at an offset of card.InlineText is.
func spaceAt(in []card.Inline, at int) spacing {
	for _, x := range in {
		n := inlineLen(x)
		if at >= n {
			at -= n
			continue
		}
		switch x := x.(type) {
		case *card.Text:
			return pick(isSpace(x.Value[at]), textSpace, noSpace)
		case *card.Break:
			return lineBreak
		case *card.CodeSpan, *card.MathSpan, *card.Image, *card.Footnote:
			return noSpace
		}
		return spaceAt(card.Children(x), at)
	}
	return noSpace
}

// plainText returns a text as running text; none for an empty one.
func plainText(s string) []card.Inline {
	if s == "" {
		return nil
	}
	x := &struct { // one allocation for both
		text card.Text
		in   [1]card.Inline
	}{text: card.Text{Value: s}}
	x.in[0] = &x.text
	return x.in[:]
}

// textLen returns the length of card.InlineText.
func textLen(in []card.Inline) int {
	n := 0
	for _, x := range in {
		n += inlineLen(x)
	}
	return n
}

func inlineLen(x card.Inline) int {
	switch x := x.(type) {
	case *card.Text:
		return len(x.Value)
	case *card.CodeSpan:
		return len(x.Text)
	case *card.Break:
		return len("\n")
	case *card.MathSpan, *card.Image, *card.Footnote:
		return len(card.InlineText([]card.Inline{x}))
	}
	return textLen(card.Children(x))
}

func slice(in []card.Inline, from, to int) []card.Inline {
	out := make([]card.Inline, 0, len(in))
	for _, x := range in {
		n := inlineLen(x)
		a, z := max(from, 0), min(to, n)
		within := from <= 0 && to > 0
		from, to = from-n, to-n
		switch {
		case n == 0 && within: // a picture without words
			out = append(out, x)
		case a >= z:
			continue
		case a == 0 && z == n:
			out = append(out, x)
		default:
			out = append(out, slicePart(x, a, z)...)
		}
	}
	return out
}

func slicePart(x card.Inline, from, to int) []card.Inline {
	switch x := x.(type) {
	case *card.Text:
		return []card.Inline{&card.Text{Value: x.Value[from:to]}}
	case *card.CodeSpan:
		return []card.Inline{&card.CodeSpan{Text: x.Text[from:to]}}
	case *card.MathSpan, *card.Image, *card.Footnote, *card.Break:
		if from == 0 {
			return []card.Inline{x}
		}
		return nil
	}
	if c := slice(card.Children(x), from, to); len(c) > 0 {
		return []card.Inline{withContent(x, c)}
	}
	return nil
}

// opaque reports whether an inline holds, or may hold, what literal blanks.
func opaque(x card.Inline) bool {
	switch x.(type) {
	case *card.Text, *card.Break:
		return false
	case *card.CodeSpan, *card.MathSpan, *card.Image, *card.Footnote:
		return true
	}
	return slices.ContainsFunc(card.Children(x), opaque)
}

// literal returns the text as card.InlineText does, but with every character
// that is not plain text (code, formulas, images, addresses of links) as a
// space of the same length, so that marks are only found in words.
func literal(in []card.Inline) string {
	var sb strings.Builder
	var walk func([]card.Inline)
	walk = func(in []card.Inline) {
		for _, x := range in {
			switch y := x.(type) {
			case *card.Text:
				sb.WriteString(y.Value)
			case *card.Break:
				sb.WriteByte('\n')
			case *card.CodeSpan, *card.MathSpan, *card.Image, *card.Footnote:
				sb.WriteString(strings.Repeat("\x00", len(card.InlineText([]card.Inline{x}))))
			default:
				walk(card.Children(x))
			}
		}
	}
	walk(in)
	return sb.String()
}

// unmarked returns the text without the emphasis that covers all of it.
func unmarked(in []card.Inline) []card.Inline {
	for len(in) == 1 {
		switch x := in[0].(type) {
		case *card.Strong, *card.Emphasis, *card.Highlight:
			in = card.Children(x)
		case *card.Link:
			if !x.Wiki {
				return in
			}
			in = x.Content
		default:
			return in
		}
	}
	return in
}

// emphasised reports whether a writer's mark covers all of the text.
func emphasised(in []card.Inline) bool {
	if len(in) != 1 {
		return false
	}
	switch x := in[0].(type) {
	case *card.Strong, *card.CodeSpan, *card.Highlight, *card.Emphasis:
		return true
	case *card.Link:
		return x.Wiki || !strings.Contains(card.InlineText(x.Content), "://")
	}
	return false
}

// containsAny reports whether s holds one of the parts.
func containsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(x string) bool { return strings.Contains(s, x) })
}
