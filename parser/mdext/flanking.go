package mdext

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// flanks is what stands around a delimiter run.
type flanks struct {
	before, after rune
}

// around returns the neighbours of the run of n bytes at the reader's
// position; the ends of lines count as white space.
func around(r text.Reader, n int) flanks {
	line, _ := r.PeekLine()
	after := '\n'
	if n < len(line) {
		after, _ = utf8.DecodeRune(line[n:])
	}
	return flanks{r.PrecendingCharacter(), after}
}

// left reports whether the run is left-flanking: it may open.
//
// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run, except that
// a neighbour of a script written without spaces does not stand in the way of
// punctuation: 은**“인용”** opens.
func (f flanks) left() bool {
	return !util.IsSpaceRune(f.after) &&
		(!isPunct(f.after) || util.IsSpaceRune(f.before) || isPunct(f.before) || isCJK(f.before))
}

// right reports whether the run is right-flanking: it may close. The same
// exception makes **마크다운(Markdown)**을 close.
func (f flanks) right() bool {
	return !util.IsSpaceRune(f.before) &&
		(!isPunct(f.before) || util.IsSpaceRune(f.after) || isPunct(f.after) || isCJK(f.after))
}

// insideWord reports whether the run stands between two ASCII letters or
// digits.
func (f flanks) insideWord() bool { return isWord(f.before) && isWord(f.after) }

// isPunct reports whether r is punctuation for the flanking rules; that of
// the CJK scripts behaves like their letters.
func isPunct(r rune) bool { return util.IsPunctRune(r) && !isCJK(r) }

func isWord(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
}

// isCJK reports whether r belongs to Korean, Chinese or Japanese writing,
// their punctuation and full-width forms included.
func isCJK(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case 0x3000 < r && r <= 0x303F, 0xFF01 <= r && r <= 0xFFEF:
		return true
	}
	return unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo)
}
