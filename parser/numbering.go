package parser

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stars are marks in front of headings and questions.
const stars = `★☆⭐✨🌟※•◆◇◎◉◈▣▸▹■□▶▷▪●○◦‣👉✅✔☑📌📍🔥💡❓❔📝🔹🔸🚀⚡`

// isStar reports whether r is one of stars, or the selector that makes a sign
// a picture.
func isStar(r rune) bool {
	return r >= 0x2000 && !isSyllable(r) && (r == '\ufe0f' || strings.ContainsRune(stars, r))
}

// isPicture reports whether r is an emoji or another sign that marks a line.
func isPicture(r rune) bool {
	return isStar(r) || r >= 0x2600 && !isSyllable(r) && unicode.Is(unicode.So, r)
}

// number returns the length of the numbering that s begins with: what stands
// in front of a text to count or mark it. It never takes all of s, nor the
// whole part of a decimal number.
func number(s string) int {
	if beginsPlainly(s) {
		return 0 // as nearly always
	}
	n := 0
	for range 3 {
		m := numbering(s[n:])
		if m == 0 || n+m >= len(s) {
			break
		}
		if m > 1 && s[n+m-1] != ' ' && isDigit(s[n+m]) {
			break
		}
		n += m
	}
	return n
}

// beginsPlainly reports whether s begins with a word that neither counts nor
// announces a number.
func beginsPlainly(s string) bool {
	n := 3
	switch {
	case len(s) < 4:
		return false
	case beginsSyllable(s):
		if r := syllable(s); r == '문' || r == '질' {
			return false
		}
	case asciiLetters(s[:1]) == 0 || strings.IndexByte("QqNIVX", s[0]) >= 0:
		return false
	default:
		n = 1
	}
	return s[n] != '.' && s[n] != ')'
}

// numbering returns the length of one numbering or mark that s begins with,
// with the space behind it; 0 when there is none.
func numbering(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isPicture(r), r < utf8.RuneSelf && isSpace(byte(r)):
		return starred(s)
	case isDigit(byte(r)) && r < utf8.RuneSelf:
		return countedOrKeycap(s)
	case r == '—' || r == '–' || r == '·' || r == '+' || r == 'ㅇ' || (r == 'ㅁ' || r == 'ㄴ') && strings.HasPrefix(s[size:], " "): // bullets that are none in Markdown
		return size + spaces(s[size:])*pick(spaces(s[size:]) > 0, 1, 0)
	case strings.HasPrefix(s, "##"): // a heading without the space that would make it one
		marks := strings.TrimLeft(s, "#")
		return len(s) - len(marks) + spaces(marks)
	case r == ':':
		return shortcode(s)
	case r == '\\':
		if n := counted(s[1:]); n > 0 {
			return n + 1
		}
	case r == '(':
		return inBrackets(s, ')')
	case r == '[':
		return inBrackets(s, ']')
	case r >= '①' && r <= '⑳', r >= '❶' && r <= '❿', r >= '㉮' && r <= '㉻':
		return size + spaces(s[size:])
	}
	if n := questionNumbering(s); n > 0 {
		return n
	}
	return lettered(s, r, size)
}

// shortcode returns the length of the name of an emoji that s begins with,
// ":bulb: ".
func shortcode(s string) int {
	n := 1
	for n < len(s) && isShortcodeByte(s[n]) {
		n++
	}
	if n < 3 || n+1 >= len(s) || s[n] != ':' || !isSpace(s[n+1]) {
		return 0
	}
	return n + 1 + spaces(s[n+1:])
}

// spaces returns the length of the white space that s begins with.
func spaces(s string) int {
	n := 0
	for n < len(s) && isSpace(s[n]) {
		n++
	}
	return n
}

func starred(s string) int {
	for i, r := range s {
		if !isPicture(r) && !(r < utf8.RuneSelf && isSpace(byte(r))) {
			return i
		}
	}
	return len(s)
}

// digits returns how many digits s begins with, at most limit.
func digits(s string, limit int) int {
	n := 0
	for n < len(s) && n < limit && isDigit(s[n]) {
		n++
	}
	return n
}

func countedOrKeycap(s string) int {
	if n := counted(s); n > 0 {
		return n
	}
	const enclosing = "\u20e3"
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(s[1:], "\ufe0f"), enclosing); ok {
		return len(s) - len(rest) + spaces(rest)
	}
	return 0
}

// counted reads "1." "1)" "1:" "1번." "1.2.3." and "1.2 ".
func counted(s string) int {
	n := digits(s, 3)
	if n == 0 {
		return 0
	}
	if rest, ok := strings.CutPrefix(s[n:], "번"); ok && rest != "" && strings.IndexByte(".):", rest[0]) >= 0 {
		return len(s) - len(rest) + 1 + spaces(rest[1:])
	}
	ends := []int{n}
	for n < len(s) && (s[n] == '.' || s[n] == '-') {
		d := digits(s[n+1:], 3)
		if d == 0 {
			break
		}
		n += 1 + d
		ends = append(ends, n)
	}
	if k := spaces(s[n:]); len(ends) > 1 && k > 0 && numbersSection(s[:n], s[n+k:]) {
		return n + k
	}
	for i := len(ends) - 1; i >= 0; i-- {
		at := ends[i]
		if at < len(s) && isSpace(s[at]) {
			at++
		}
		if at < len(s) && strings.IndexByte(".):", s[at]) >= 0 {
			if s[at] == ':' && len(ends) == 1 && exceedsCounts(s[:n]) {
				return 0
			}
			return at + 1 + spaces(s[at+1:])
		}
	}
	return 0
}

// maxColonCount is up to which number lists are counted with a colon.
const maxColonCount = 19

// exceedsCounts reports whether the number before a colon is rather one that the
// line is about, a port or the code of an error, than the count of a list.
func exceedsCounts(digits string) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && n > maxColonCount
}

// numbersSection reports whether numbers with points between them count what
// follows, as in "2.3 Routing"; "2.4 GHz" and "802.11 LAN" are names.
func numbersSection(numbers, rest string) bool {
	for part := range strings.FieldsFuncSeq(numbers, func(r rune) bool { return r == '.' || r == '-' }) {
		if len(part) > 2 {
			return false
		}
	}
	word, _, _ := strings.Cut(rest, " ")
	return !measures.has(word)
}

// measures are words behind a number that measures.
var measures = set(`kb, mb, gb, tb, kib, mib, gib, kbps, mbps, gbps, hz, khz, mhz, ghz, v, kv, mv, a, ma, w, kw, g, kg, mg, t, m, km, cm, mm, nm, s, ms, ns, sec, min, h, l, ml, px, x, meq,
	배, 개, 명, 점, 원, 만, 억, 초, 분, 시간, 년, 월, 일, 회, 번, 도, 퍼센트, 버전, to, and, or, is, are, million, billion, percent, inch, inches, times, years, days`)

// inBrackets reads "(1)" and "[1]".
func inBrackets(s string, end byte) int {
	n := 1 + digits(s[1:], 3)
	if n == 1 || n == len(s) || s[n] != end {
		return 0
	}
	return n + 1 + spaces(s[n+1:])
}

// countedWords are what stands before the number of a question.
var countedWords = []string{"Q", "q", "문제", "질문", "문항", "Question", "No.", "No", "#"}

// questionNumbering reads "Q1. ", "문제 3) ", "No. 7 ", "#4 ".
func questionNumbering(s string) int {
	switch firstRune(s) {
	case 'Q', 'q', 'N', '#', '문', '질':
	default:
		return 0
	}
	for _, w := range countedWords {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		if rest != "" && isSpace(rest[0]) {
			rest = rest[1:]
		}
		rest = strings.TrimPrefix(rest, ".")
		if rest != "" && isSpace(rest[0]) {
			rest = rest[1:]
		}
		d := digits(rest, 4)
		if d == 0 {
			continue
		}
		n := len(s) - len(rest) + d
		before := spaces(s[n:])
		marks := strings.TrimLeft(s[n+before:], ".):번-")
		at := len(s) - len(marks)
		if k := spaces(marks); k > 0 {
			return at + k
		}
		if before > 0 {
			return n + before
		}
	}
	return 0
}

// lettered reads "IV. ", "가) ", "a. ".
func lettered(s string, r rune, size int) int {
	roman := 0
	for roman < len(s) && roman < 4 && (s[roman] == 'I' || s[roman] == 'V' || s[roman] == 'X') {
		roman++
	}
	if strings.HasPrefix(s[roman:], ".") && roman > 0 {
		size = roman
	}
	if size == len(s) || s[size] != '.' && s[size] != ')' {
		return 0
	}
	if !(r < utf8.RuneSelf && isLetter(r)) && !strings.ContainsRune("가나다라마바사아자차카타파하", r) {
		return 0
	}
	if k := spaces(s[size+1:]); k > 0 {
		return size + 1 + k
	}
	return 0
}
