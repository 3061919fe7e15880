package text

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// breaks appends to dst the offsets within a chunk without spaces at which a
// line may end. Hangul is kept by word, as readers of Korean expect; Han and
// kana break as in UAX #14, which knows kinsoku; other words only after "/",
// "-" and dashes. See https://github.com/w3c/csswg-drafts/issues/4285 for the
// two Korean conventions.
func breaks(dst []int, chunk string) []int {
	if !strings.ContainsFunc(chunk, mayBreak) {
		return dst
	}
	state, rest, offset := -1, chunk, 0
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		offset += len(segment)
		if rest == "" {
			break
		}
		before, _ := utf8.DecodeLastRuneInString(segment)
		after, _ := utf8.DecodeRuneInString(rest)
		if breakable(before, after) {
			dst = append(dst, offset)
		}
	}
	return dst
}

// mayBreak reports whether a chunk with this character needs a closer look.
func mayBreak(r rune) bool {
	return isDash(r) || isIdeographic(r) || r == zeroSpace || r == objectMark
}

func breakable(before, after rune) bool {
	if before == zeroSpace || isDash(before) && !isDigit(after) {
		return true
	}
	if isHangul(before) && isHan(after) || isHan(before) && isHangul(after) {
		return false // one Korean word
	}
	return isIdeographic(before) || isIdeographic(after)
}

func isDash(r rune) bool {
	return r == '/' || r == '-' || r == '–' || r == '—'
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isHan(r rune) bool {
	return 0x3400 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0x20000 <= r && r <= 0x3FFFF
}

// isIdeographic reports whether a character belongs to Chinese or Japanese
// text, which has no spaces: Han, kana, their punctuation and wide forms.
func isIdeographic(r rune) bool {
	return isHan(r) || 0x3000 <= r && r <= 0x30FF || 0x31F0 <= r && r <= 0x31FF || 0xFF00 <= r && r <= 0xFFEF || r >= 0x1F000 && r <= 0x1FAFF
}
