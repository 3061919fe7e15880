package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns text as it can be set: valid UTF-8 in NFC (Hangul from macOS
// is decomposed), without control and direction characters, tabs as spaces,
// mathematical letters beyond the basic plane as plain ones. "\n" stays.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return ' '
		case unicode.IsControl(r) || isFormat(r):
			return -1
		case 0x1D400 <= r && r <= 0x1D7FF:
			folded, _ := utf8.DecodeRuneInString(norm.NFKC.String(string(r)))
			return folded
		}
		return r
	}, s)
}

// plain reports whether Clean has nothing to do, for the common scripts.
func plain(s string) bool {
	for _, r := range s {
		if r >= 0x20 && r < 0x7F || 0xAC00 <= r && r <= 0xD7A3 || r == '\n' || 0x3041 <= r && r <= 0x3096 || 0x4E00 <= r && r <= 0x9FFF {
			continue
		}
		return false
	}
	return true
}

// isFormat reports whether a character only directs how text is processed;
// joiners and variation selectors stay, since emoji need them.
func isFormat(r rune) bool {
	switch {
	case r == 0xAD, r == 0x200C, r == 0x200E, r == 0x200F, 0x202A <= r && r <= 0x202E,
		0x2060 <= r && r <= 0x206F, r == 0xFEFF, 0xFFF9 <= r && r <= 0xFFFB, r == objectMark:
		return true
	}
	return false
}

// isSilent reports whether a character that stood in an emoji or between
// words shows nothing of its own.
func isSilent(r rune) bool {
	return r == zeroSpace || r == joiner || 0xFE00 <= r && r <= 0xFE0F || 0xE0000 <= r && r <= 0xE01EF
}

const (
	zeroSpace  = '\u200B'
	joiner     = '\u200D'
	asEmoji    = '\uFE0F'
	keycap     = '\u20E3'
	objectMark = '\uFFFC' // stands for an Object in the text
)

func isHangul(r rune) bool {
	return 0xAC00 <= r && r <= 0xD7A3 || 0x3131 <= r && r <= 0x318E || 0x1100 <= r && r <= 0x11FF
}
