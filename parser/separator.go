package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// separator is a class of marks between a term and its definition.
type separator int8

const (
	noSeparator    separator = iota
	colon                    // "a : b", "a: b", "a：b"
	dash                     // "a - b", "a – b", "a — b"
	equals                   // "a = b"
	arrow                    // "a -> b", "a => b", "a → b"
	hyphen                   // "a-b", where only the rest of the block says so
	topic                    // "a란 b"
	semicolon                // "a; b", only in runs
	beside                   // "`a` b", a marked term with nothing between, only in runs
	gloss                    // "a b", a word and its translation, only in lists of words
	defining                 // "a is when b", "a는 b를 말한다"
	sentence                 // "**a**는 b", where the writer marked the term
	copula                   // "A is a b.", an English sentence, only in runs
	coded                    // "404 b", a number and its name, only where codes are listed
	dated                    // "1592 b", a date and what happened then, only in runs
	cells                    // "| a | b |", a row of a table that lacks its second line
	separatorKinds           // how many there are
)

// split is a line taken apart at a separator.
type split struct {
	sep        separator
	from, left int // of the term
	right, end int // of the definition; an end of 0 is that of the line
}

// maxTerm is how many bytes of a line are searched for the end of a term.
const maxTerm = 400

// findSplit returns the leftmost place where the words of a line (as literal
// returns them) fall into a term and a definition. Marks inside parentheses
// or quotation marks do not count.
func findSplit(words string) split {
	depth, quoted := 0, false
	for i, n := 0, 0; i < min(len(words), maxTerm); i += n {
		if n = int(skipped[words[i]]); n > 0 || words[i] == ' ' && i+1 < len(words) && !beginsMark(words[i+1]) {
			n = max(n, 1)
			continue
		}
		var r rune
		r, n = utf8.DecodeRuneInString(words[i:])
		switch r {
		case '(', '[', '{', '（', '「', '『':
			depth++
		case ')', ']', '}', '）', '」', '』':
			depth = max(depth-1, 0)
		case '"', '“', '”':
			quoted = !quoted
		}
		if depth > 0 || quoted || i == 0 {
			continue
		}
		if s := splitAt(words, i, r); s.sep != noSeparator {
			return s
		}
	}
	return split{}
}

// skipped is the length of a character that separates nothing, by its first
// byte: a letter, digit or most signs of ASCII, or one from U+A000 to U+DFFF, as
// Hangul is; 0 for others.
var skipped = func() (t [256]uint8) {
	for i := range t {
		switch c := byte(i); {
		case c >= 0xea && c <= 0xed:
			t[i] = 3
		case c >= '!' && c < 0x7f && strings.IndexByte(`:;-=()[]{}"`, c) < 0:
			t[i] = 1
		}
	}
	return t
}()

func splitAt(words string, i int, r rune) split {
	switch r {
	case ':', '：', '∶':
		return colonAt(words, i, utf8.RuneLen(r))
	case ';':
		if i+1 < len(words) && words[i+1] == ' ' {
			return split{sep: semicolon, left: i, right: i + 2}
		}
	case '\n':
		return split{sep: beside, left: i, right: i + 1}
	case ' ':
		if i+1 < len(words) && beginsMark(words[i+1]) {
			return wideMark(words, i)
		}
	case '-':
		return hastyDash(words, i)
	}
	if isArrow(r) {
		return wideMark(words, i)
	}
	return split{}
}

// hastyDash reads the hyphen at i as a dash when it hangs on the only word
// before it, "HPA- horizontal pod autoscaling", and no second word is to share
// its end, as in "pre- and postconditions"; "HCO3- 22" is an ion and its amount.
func hastyDash(words string, i int) split {
	if i < 2 || i+2 >= len(words) || words[i+1] != ' ' || !isWord(words[i-1]) || isDigit(words[i-1]) && isDigit(words[i+2]) || strings.IndexByte(words[:i], ' ') >= 0 {
		return split{}
	}
	switch next, _, _ := strings.Cut(words[i+2:], " "); next {
	case "and", "or", "to", "및", "또는":
		return split{}
	}
	return split{sep: dash, left: i, right: i + 2}
}

// beginsMark reports whether a wide mark, or more space before it, can begin
// with the byte c; all that are not of ASCII begin with 0xe2 in UTF-8.
func beginsMark(c byte) bool { return c == '-' || c == '=' || c == ' ' || c == 0xe2 }

// wideMark reads a dash, an equals sign or an arrow at i, which is white space
// or the arrow itself. Dashes and equals signs have space on both sides.
func wideMark(words string, i int) split {
	mark := strings.TrimLeft(words[i:], " ")
	at := len(words) - len(mark)
	sep, n := wideMarkAt(mark)
	end := at + n
	spaced := end < len(words) && words[end] == ' '
	switch {
	case sep == noSeparator, sep != arrow && at == i:
		return split{}
	case sep != arrow && !spaced && (sep != dash || end < len(words)):
		return split{}
	case spaced:
		end++
	}
	return split{sep: sep, left: i, right: end}
}

// isArrow reports whether r is an arrow from a term to its definition.
func isArrow(r rune) bool {
	switch r {
	case '→', '⇒', '➔', '➜', '➡', '⟶', '⇨':
		return true
	}
	return false
}

// wideMarkAt returns the separator that s begins with and its length, the
// longest there is.
func wideMarkAt(s string) (separator, int) {
	r, n := utf8.DecodeRuneInString(s)
	if isArrow(r) {
		return arrow, len(s) - len(strings.TrimPrefix(s[n:], "\ufe0f"))
	}
	switch r {
	case '–', '—', '−':
		return dash, n
	case '-', '=':
		if strings.HasPrefix(s[1:], ">") {
			return arrow, 2
		}
		double := strings.HasPrefix(s[1:], s[:1])
		switch {
		case double && strings.HasPrefix(s[2:], ">"):
			return arrow, 3
		case double && r == '-':
			return dash, 2
		}
		return pick(r == '-', dash, equals), 1
	}
	return noSeparator, 0
}

// colonAt reports whether the colon at i separates: not in "10:30", "a::b",
// "http://", "C:\", "key:value", but in "용어:정의" and "term: definition".
func colonAt(words string, i, n int) split {
	left, right := words[:i], words[i+n:]
	if strings.HasPrefix(right, ":") || strings.HasSuffix(left, ":") || strings.HasPrefix(right, "//") || strings.HasPrefix(right, "\\") {
		return split{}
	}
	end := i + n
	for strings.HasPrefix(words[end:], " :") { // "term: : definition" is a slip
		end += 2
	}
	if endsShortcode(left) || (left == "" || isSpace(left[i-1])) && startsShortcode(right) {
		return split{} // :emoji:
	}
	before, _ := utf8.DecodeLastRuneInString(left)
	after, _ := utf8.DecodeRuneInString(right)
	spaced := right == "" || unicode.IsSpace(after) || unicode.IsSpace(before) || after == 0
	wide := n > 1
	native := unicode.IsLetter(before) && (isCJK(before) || isCJK(after)) || before == ')' && isCJK(after) || before == 0
	if !spaced && !wide && !native {
		return split{}
	}
	return split{sep: colon, left: len(strings.TrimRight(left, " ")), right: end}
}

// endsShortcode reports whether s ends in the name of an emoji with its first
// colon: ":smile".
func endsShortcode(s string) bool {
	n := len(s)
	for n > 0 && isShortcodeByte(s[n-1]) {
		n--
	}
	return n < len(s) && n > 0 && s[n-1] == ':' && (n == 1 || isSpace(s[n-2]))
}

// startsShortcode reports whether s begins with the name of an emoji and its
// second colon: "smile:".
func startsShortcode(s string) bool {
	n := 0
	for n < len(s) && isShortcodeByte(s[n]) {
		n++
	}
	return n > 1 && n < len(s) && s[n] == ':'
}

func isShortcodeByte(c byte) bool {
	return c >= 'a' && c <= 'z' || isDigit(c) || c == '_' || c == '+' || c == '-'
}
