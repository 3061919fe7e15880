package xlsx

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxUnits is how much text a cell holds, in UTF-16 units.
const maxUnits = 32767

// clean returns a text as a cell can hold it: valid, in NFC, lines ending in
// "\n", without control characters and the two code points that XML forbids.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ' && r != '\n' && r != '\t', r == 0x7F, r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}

// isClean reports whether clean would change nothing, for the common signs
// only: printable ASCII, line ends and Hangul syllables.
func isClean(s string) bool {
	for _, r := range s {
		if !(r >= ' ' && r < 0x7F || r == '\n' || r >= 0xAC00 && r <= 0xD7A3) {
			return false
		}
	}
	return true
}

// escaped is what spreadsheet programs read as one character inside a string
// (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unread returns text with an escape before what would be read as one.
func unread(text string) string {
	if !escaped.MatchString(text) {
		return text
	}
	return escaped.ReplaceAllString(text, "_x005F$0")
}

// guard splits runs so that no run holds a literal "_x0041_", which programs
// would read as "A".
func guard(runs []run) []run {
	for i := 0; i < len(runs); i++ {
		at := escaped.FindStringIndex(runs[i].text)
		if at == nil {
			continue
		}
		head, tail := runs[i], runs[i]
		head.text, tail.text = head.text[:at[0]+2], tail.text[at[0]+2:]
		runs = append(runs[:i:i], append([]run{head, tail}, runs[i+1:]...)...)
	}
	return runs
}

// utf16Length returns the length of s in UTF-16 units.
func utf16Length(s string) int {
	n := 0
	for _, r := range s {
		n += utf16Units(r)
	}
	return n
}

func utf16Units(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// cutUnits returns the longest start of s within so many UTF-16 units.
func cutUnits(s string, units int) string {
	for i, r := range s {
		if units -= utf16Units(r); units < 0 {
			return s[:i]
		}
	}
	return s
}

// asciiURL returns a URL with everything beyond printable ASCII, and what is
// not allowed in one, percent-encoded; escapes that are there stay.
func asciiURL(s string) string {
	const hex = "0123456789ABCDEF"
	var sb strings.Builder
	for i := range len(s) {
		b := s[i]
		if b > ' ' && b < utf8.RuneSelf-1 && !strings.ContainsRune("\"<>\\^`{|}", rune(b)) {
			sb.WriteByte(b)
			continue
		}
		sb.WriteByte('%')
		sb.WriteByte(hex[b>>4])
		sb.WriteByte(hex[b&15])
	}
	return sb.String()
}
