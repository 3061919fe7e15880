package parser

import "unicode/utf8"

// look is what one scan tells of a text: enough to say of most questions that
// recognisers ask about a line that the answer is no.
type look struct {
	runes   int
	words   int    // separated by white space
	signs   uint64 // a bit for each character of ASCII from ' ' to '_' that occurs
	scripts scripts
}

// scripts are the kinds of characters beyond ASCII's signs that a text has.
type scripts uint8

const (
	latin  scripts = 1 << iota // letters of ASCII
	hangul                     // syllables or letters of Hangul
	han                        // kana or Han
	alien                      // other letters
	sign                       // other characters: arrows, dashes, pictures
	folded                     // line breaks
)

// lookAt scans a text once.
func lookAt(s string) look {
	var l look
	inside := false // a word
	for i := 0; i < len(s); l.runes++ {
		space, n := false, 1
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			n = l.wide(s[i:])
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			l.scripts |= latin
		case c == '\n' || c == '\t':
			l.scripts |= folded
			space = true
		case c >= ' ' && c <= '_':
			l.signs |= 1 << (c - ' ')
			space = c == ' '
		}
		if !space && !inside {
			l.words++
		}
		inside = !space
		i += n
	}
	return l
}

// wide adds the character beyond ASCII that s begins with, and returns its
// length.
func (l *look) wide(s string) int {
	if s[0] >= 0xeb && s[0] <= 0xec { // most syllables
		l.scripts |= hangul
		return 3
	}
	r, n := utf8.DecodeRuneInString(s)
	l.scripts |= scriptOf(r)
	return n
}

func scriptOf(r rune) scripts {
	switch {
	case isHangul(r):
		return hangul
	case isCJK(r):
		return han
	case isLetter(r):
		return alien
	}
	return sign
}

// has reports whether the text has a sign of ASCII from ' ' to '@' or '[' to
// '_'.
func (l look) has(c byte) bool { return l.signs>>(c-' ')&1 != 0 }

// mayHave reports whether the text has one of the signs of ASCII, or any
// beyond it.
func (l look) mayHave(signs uint64) bool { return l.signs&signs != 0 || l.scripts&sign != 0 }

// signsOf returns the bits of signs of ASCII.
func signsOf(s string) uint64 {
	var bits uint64
	for i := range len(s) {
		bits |= 1 << (s[i] - ' ')
	}
	return bits
}

// marks are signs by which lines are told apart.
var (
	separatorSigns = signsOf(":;-=")
	questionSigns  = signsOf("?")
	arrowSigns     = signsOf(">")
	digitSigns     = signsOf("0123456789")
	stopSigns      = signsOf(".!;")
)

func (l look) cjk() bool    { return l.scripts&(hangul|han) != 0 }
func (l look) hangul() bool { return l.scripts&hangul != 0 }
func (l look) letter() bool { return l.scripts&(latin|hangul|han|alien) != 0 }
