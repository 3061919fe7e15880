package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/card"
)

// sameFront returns what makes two fronts look the same to a reader.
func sameFront(k *card.Card) string {
	s := sameness(card.PlainText(k.Front))
	for _, o := range k.Options {
		s += "\x00" + card.InlineText(o.Content)
	}
	return s
}

// sameness returns a text without what may differ between two writings of one
// name: spaces, marks of a sentence, the case of its words. Signs that tell
// names apart stay, as in C, C++ and C#, and so does the case of a letter that
// stands alone, as in k and K, -r and -R.
func sameness(s string) string {
	var sb strings.Builder
	before, text := ' ', []rune(s)
	for i, r := range text {
		after := ' '
		if i+1 < len(text) {
			after = text[i+1]
		}
		switch {
		case unicode.IsLetter(r):
			if unicode.IsLetter(before) || unicode.IsLetter(after) {
				r = lowerRune(r)
			}
			sb.WriteRune(r)
		case unicode.IsNumber(r), isTellingSign(before, r, after):
			sb.WriteRune(r)
		}
		before = r
	}
	if sb.Len() == 0 {
		return s
	}
	return sb.String()
}

// isTellingSign reports whether a sign between two characters belongs to a
// name: no mark of a sentence, no bracket around words, no hyphen in a word.
func isTellingSign(before, r, after rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', '"', '\'', '`':
		return false
	case '(', ')', '[', ']', '{', '}':
		return !isLetterOrDigit(before) && !isLetterOrDigit(after)
	case '-', '_':
		return !unicode.IsLetter(before) || !unicode.IsLetter(after)
	}
	return r > ' ' && r < utf8.RuneSelf || unicode.Is(unicode.Sm, r)
}
