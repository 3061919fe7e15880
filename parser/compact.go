package parser

import (
	"bytes"
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
	var a, b [usualText]byte
	return bytes.Equal(appendCompact(a[:0], s, len(s)), appendCompact(b[:0], t, len(t)))
}

// appendCompact appends the first n bytes of a compacted text, and the rest of
// the character in which they end.
func appendCompact(b []byte, s string, n int) []byte {
	for _, r := range s {
		if len(b) >= n {
			break
		}
		switch {
		case isSyllable(r):
			b = utf8.AppendRune(b, r)
		case isLetterOrDigit(r):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}
