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

// ascii says what each character of ASCII adds to a look.
var ascii = func() (t [utf8.RuneSelf]struct {
	signs   uint64
	scripts scripts
	space   bool
}) {
	for c := range byte(utf8.RuneSelf) {
		t[c].space = isSpace(c)
		switch {
		case isLetter(rune(c)):
			t[c].scripts = latin
		case c == '\n' || c == '\t':
			t[c].scripts = folded
		case c >= ' ' && c <= '_':
			t[c].signs = 1 << (c - ' ')
		}
	}
	return t
}()

// lookAt scans a text once.
func lookAt(s string) look {
	var signs uint64
	var kinds scripts
	runes, words, inside := 0, 0, false
	for i := 0; i < len(s); runes++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			n := 3
			if beginsSyllable(s[i:]) {
				kinds |= hangul
			} else {
				var r rune
				r, n = utf8.DecodeRuneInString(s[i:])
				kinds |= scriptOf(r)
			}
			if !inside {
				words, inside = words+1, true
			}
			i += n
			continue
		}
		k := &ascii[c]
		signs |= k.signs
		kinds |= k.scripts
		if k.space {
			inside = false
		} else if !inside {
			words, inside = words+1, true
		}
		i++
	}
	return look{runes, words, signs, kinds}
}

func scriptOf(r rune) scripts {
	switch {
	case r > 0x11ff && r < 0x2e80: // neither Hangul nor kana nor Han is there
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
	markSigns      = signsOf("([<>") // of what is written behind options
	digitSigns     = signsOf("0123456789")
	stopSigns      = signsOf(".!;")
)

func (l look) cjk() bool    { return l.scripts&(hangul|han) != 0 }
func (l look) hangul() bool { return l.scripts&hangul != 0 }
func (l look) letter() bool { return l.scripts&(latin|hangul|han|alien) != 0 }
