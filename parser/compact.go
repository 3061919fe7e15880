package parser

import (
	"unicode"
	"unicode/utf8"
)

// usualText is how many bytes most headings and terms have.
const usualText = 128

// compact returns a text as comparisons see it: letters and digits only, in
// lower case.
func compact(s string) string {
	var buf [usualText]byte
	return string(appendCompact(buf[:0], s, len(s)))
}

// sameWords reports whether two texts are the same as comparisons see them.
func sameWords(s, t string) bool {
	for {
		a, s1 := nextWordRune(s)
		b, t1 := nextWordRune(t)
		if a != b || a == 0 {
			return a == b
		}
		s, t = s1, t1
	}
}

// nextWordRune returns the first letter or digit of s, in lower case, and what
// follows it; 0 when there is none.
func nextWordRune(s string) (rune, string) {
	for i, r := range s {
		if isLetterOrDigit(r) {
			return lowerRune(r), s[i+utf8.RuneLen(r):]
		}
	}
	return 0, ""
}

// lowerRune is unicode.ToLower, quick for Hangul, which has no case.
func lowerRune(r rune) rune {
	if isSyllable(r) {
		return r
	}
	return unicode.ToLower(r)
}

// appendCompact appends the first n bytes of a compacted text, and the rest of
// the character in which they end.
func appendCompact(b []byte, s string, n int) []byte {
	for _, r := range s {
		if len(b) >= n {
			break
		}
		if isLetterOrDigit(r) {
			b = utf8.AppendRune(b, lowerRune(r))
		}
	}
	return b
}
