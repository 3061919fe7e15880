package parser

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stars are marks in front of headings and questions.
const stars = `★☆⭐✨🌟※•◆◇■□▶▷▪●○◦‣👉✅✔☑📌📍🔥💡❓❔📝🔹🔸🚀⚡`

// numbering matches what stands in front of a text to count or mark it.
var numbering = regexp.MustCompile(`^(?:[` + stars + `\x{fe0f}\s]+|(?:[Qq]|문제|질문|문항|Question|No\.?|#)\s?\.?\s?\d{1,4}\s*[.):번-]*\s+|\\?\d{1,3}(?:[.-]\d{1,3})*\s?[.):]\s*|\d{1,3}(?:[.-]\d{1,3})+\s+|\(\d{1,3}\)\s*|\[\d{1,3}\]\s*|[①-⑳㉮-㉻]\s*|[0-9]\x{fe0f}?\x{20e3}\s*|[IVX]{1,4}\.\s+|[가나다라마바사아자차카타파하][.)]\s+|[A-Za-z][.)]\s+)`)

// number returns the length of the numbering that s begins with. It never
// takes all of s, nor the whole part of a decimal number.
func number(s string) int {
	n := 0
	for range 3 {
		if !mayNumber(s[n:]) {
			break
		}
		m := numbering.FindStringIndex(s[n:])
		if m == nil || n+m[1] >= len(s) {
			break
		}
		if rest := s[n+m[1]:]; m[1] > 1 && s[n+m[1]-1] != ' ' && rest[0] >= '0' && rest[0] <= '9' {
			break
		}
		n += m[1]
	}
	return n
}

// mayNumber reports whether a text can begin with a numbering, so that the
// pattern is only tried where it can match.
func mayNumber(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.Is(unicode.Hangul, r):
		return strings.ContainsRune("문질", r) || strings.HasPrefix(s[n:], ".") || strings.HasPrefix(s[n:], ")")
	case r < utf8.RuneSelf && unicode.IsLetter(r):
		return strings.ContainsRune("QqNIVX", r) || len(s) > 1 && (s[1] == '.' || s[1] == ')')
	}
	return !unicode.IsLetter(r)
}
