package parser

import "unicode/utf8"

// look is what one scan tells of a text: enough to say of most questions that
// recognisers ask about a line that the answer is no.
type look struct {
	runes int
	traits
}

// traits are a set of what occurs in a text: the signs of ASCII, each by
// itself, and kinds of other characters.
type traits uint64

const (
	latin   traits = 1 << (iota + 48) // letters of ASCII
	hangul                            // syllables or letters of Hangul
	han                               // kana or Han
	alien                             // other letters
	sign                              // other characters: arrows, dashes, pictures
	folded                            // line breaks
	unknown                           // characters of which the first byte does not tell the kind
	initial                           // first bytes of characters
	letters = latin | hangul | han | alien
)

// Signs by which lines are told apart.
var (
	separators    = signs(":;-=>") | folded
	questionMarks = signs("?")
	arrows        = signs(">")
	optionMarks   = signs("([<>") | sign // what is written behind options
	hyphens       = signs("-")
	openers       = signs("([")
	bars          = signs("|")
	underscores   = signs("_")
	commas        = signs(",")
	colonSign     = signs(":")
	stops         = signs(".!;")
	figures       = signs("0123456789")
)

// signs returns the traits of signs of ASCII.
func signs(s string) traits {
	var t traits
	for i := range len(s) {
		t |= byteTraits[s[i]]
	}
	return t &^ initial
}

// byteTraits are the traits of each byte of UTF-8.
var byteTraits = func() (t [256]traits) {
	n := 0
	for i := range t {
		switch c := byte(i); {
		case c < utf8.RuneSelf && isLetter(rune(c)):
			t[i] = latin
		case c == '\n' || c == '\t':
			t[i] = folded
		case c >= ' ' && c < 0x7f:
			t[i] = 1 << n
			n++
		case c >= 0xea && c <= 0xed: // U+A000 to U+DFFF, nearly all of it Hangul
			t[i] = hangul
		case c >= 0xe4 && c <= 0xe9:
			t[i] = han
		case c >= utf8.RuneSelf:
			t[i] = unknown
		}
		if utf8.RuneStart(byte(i)) {
			t[i] |= initial
		} else {
			t[i] = 0
		}
	}
	return t
}()

// lookAt scans a text once.
func lookAt(s string) look {
	var seen traits
	runes := 0
	for i := range len(s) {
		t := byteTraits[s[i]]
		seen |= t
		runes += int(t / initial & 1) // no branch, which a processor would guess wrong
	}
	if seen&unknown != 0 {
		for _, r := range s {
			if r >= utf8.RuneSelf {
				seen |= kindOf(r)
			}
		}
	}
	return look{runes, seen}
}

// kindOf returns the kind of a character beyond ASCII, and of a sign that
// writers use in place of one of ASCII also that.
func kindOf(r rune) traits {
	switch {
	case isSyllable(r):
		return hangul
	case r == '–', r == '—', r == '−':
		return sign | hyphens
	case isArrow(r):
		return sign | arrows
	case r == '∶':
		return sign | signs(":")
	case r > 0xff00 && r <= 0xff20: // full width
		return sign | byteTraits[r-0xff00+' ']&^initial
	case r >= 0x2190 && r < 0x2c00: // arrows, mathematics, boxes, pictures
		return sign
	case isHangul(r):
		return hangul
	case isCJK(r):
		return han
	case isLetter(r):
		return alien
	}
	return sign
}

// has reports whether the text has any of the traits.
func (t traits) has(any traits) bool { return t&any != 0 }

// hasAll reports whether the text has all of the traits.
func (t traits) hasAll(all traits) bool { return t&all == all }
