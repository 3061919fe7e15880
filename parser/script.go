package parser

import (
	"unicode"
	"unicode/utf8"
)

// isSpace reports whether c is white space of a line: lines hold no other.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// trim returns s without the white space at its ends.
func trim(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// isWordByte reports whether c is a letter, digit or underscore of ASCII.
func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || isDigit(c) || c == '_'
}

// isSyllable reports whether r is a syllable of Hangul.
func isSyllable(r rune) bool { return r >= '가' && r <= '힣' }

func firstRune(s string) rune {
	if beginsSyllable(s) {
		return syllable(s)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	if n := len(s) - 3; n >= 0 && beginsSyllable(s[n:]) {
		return syllable(s[n:])
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// beginsSyllable reports whether s begins with a syllable of Hangul, U+AC00 to
// U+D7A3, as far as two bytes of UTF-8 tell.
func beginsSyllable(s string) bool {
	return len(s) > 2 && (s[0] > 0xea && s[0] < 0xed || s[0] == 0xea && s[1] >= 0xb0 || s[0] == 0xed && s[1] < 0x9e)
}

// syllable returns the character of three bytes that s begins with.
func syllable(s string) rune {
	return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
}

// asciiWord returns the length of the run of letters, digits and underscores
// that s begins with.
func asciiWord(s string) int {
	n := 0
	for n < len(s) && isWordByte(s[n]) {
		n++
	}
	return n
}

// asciiLetters returns how many letters of ASCII s begins with.
func asciiLetters(s string) int {
	n := 0
	for n < len(s) && s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' {
		n++
	}
	return n
}

func runes(s string) int { return utf8.RuneCountInString(s) }

// isHangul reports whether r is Hangul: a syllable, as nearly always, or else
// a letter.
func isHangul(r rune) bool {
	return r >= '가' && r <= '힣' || r >= 0x1100 && unicode.Is(unicode.Hangul, r)
}

func isKana(r rune) bool { return r >= 0x3000 && unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// isCJK reports whether r is Hangul, kana or Han.
func isCJK(r rune) bool {
	return r >= '가' && r <= '힣' || r >= 0x1100 && (isHangul(r) || isKana(r) || unicode.Is(unicode.Han, r))
}

// isLetter is unicode.IsLetter, quick for what notes are made of.
func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	case r >= '가' && r <= '힣':
		return true
	}
	return unicode.IsLetter(r)
}

func hasHangul(s string) bool {
	for _, r := range s {
		if isHangul(r) {
			return true
		}
	}
	return false
}

func hasCJK(s string) bool {
	for _, r := range s {
		if isCJK(r) {
			return true
		}
	}
	return false
}

func hasLetter(s string) bool {
	for _, r := range s {
		if isLetter(r) {
			return true
		}
	}
	return false
}

// hasDigit reports whether s holds a digit of ASCII.
func hasDigit(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWord reports whether c is a letter or digit of ASCII.
func isWord(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || isDigit(c) }

func isLetterOrDigit(r rune) bool { return isLetter(r) || r >= '0' && r <= '9' }
