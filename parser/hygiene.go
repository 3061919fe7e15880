package parser

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"recto/card"
)

// texArrows are formulas that are nothing but an arrow between words.
var texArrows = map[string]string{
	`\to`: "→", `\rightarrow`: "→", `\longrightarrow`: "→", `\Rightarrow`: "⇒", `\implies`: "⇒",
	`\leftarrow`: "←", `\Leftarrow`: "⇐", `\leftrightarrow`: "↔", `\Leftrightarrow`: "⇔",
}

// attributeSpan matches a text with attributes as pandoc writes it when it
// converts the notes of a word processor: "[term]{.underline}".
var attributeSpan = regexp.MustCompile(`\[([^\[\]]*)\]\{[.#][^{}]*\}`)

// withoutAttributes drops a kramdown attribute list behind an inline,
// "![map](map.png){: width="50%"}", and the attributes of pandoc's spans.
func withoutAttributes(in []card.Inline) []card.Inline {
	for i, x := range in {
		t, ok := x.(*card.Text)
		if !ok {
			continue
		}
		value := t.Value
		if end := strings.IndexByte(value, '}'); i > 0 && end > 0 && strings.HasPrefix(value, "{:") {
			value = value[end+1:]
		}
		if strings.Contains(value, "]{") {
			value = attributeSpan.ReplaceAllString(value, "$1")
		}
		if value != t.Value {
			in = slices.Clone(in)
			in[i] = &card.Text{Value: value}
		}
	}
	return in
}

// looseBold makes a text bold whose two stars Markdown left alone, because a
// space stands inside of them (CommonMark §6.2, flanking): "**like this **".
func looseBold(in []card.Inline) []card.Inline {
	if len(in) != 1 {
		return in
	}
	t, ok := in[0].(*card.Text)
	if !ok || len(t.Value) < 5 || !strings.HasPrefix(t.Value, "**") || !strings.HasSuffix(t.Value, "**") || strings.Count(t.Value, "**") != 2 {
		return in
	}
	inside := strings.TrimSpace(t.Value[2 : len(t.Value)-2])
	if inside == "" {
		return in
	}
	return []card.Inline{&card.Strong{Content: plainText(inside)}}
}

// invisible are characters that notes pick up by copying: zero-width spaces
// and joiners of words, soft hyphens, byte order marks, direction marks.
var invisible = strings.NewReplacer("\u200b", "", "\u2060", "", "\ufeff", "", "\u00ad", "", "\u200e", "", "\u200f", "", "\u00a0", " ", "\u3000", " ")

// cleanText returns text in NFC without invisible characters, on one line.
func cleanText(s string) string {
	if isClean(s) {
		return s // as nearly always
	}
	s = invisible.Replace(s)
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(strings.ToValidUTF8(s, "\ufffd"))
}

// isClean reports whether cleanText leaves a text as it is, for the characters
// that notes are made of: those of ASCII, syllables of Hangul, and ranges that
// are visible and in NFC whatever stands beside them.
func isClean(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r < 0x7f, isSyllable(r):
		case r < 0x2010:
			return false
		case r <= 0x2027, r >= 0x2190 && r <= 0x2311, r >= 0x2460 && r <= 0x27bf: // signs, arrows, numbers in circles, boxes
		case r >= 0x3001 && r <= 0x3029, r >= 0x3041 && r <= 0x3096, r >= 0x30a1 && r <= 0x30fa, r >= 0x4e00 && r <= 0x9fff: // Japanese and Chinese
		case r >= 0xff01 && r <= 0xff5e: // full width
		default:
			return false
		}
	}
	return true
}
