package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names is what one card calls its term.
type names struct {
	name         string
	original     string
	abbreviation string
}

// readNames sorts out the name and the expansion that a card gives. A name
// such as "EKS(Elastic Kubernetes Service)" that was not taken apart yet is
// taken apart here.
func readNames(name, expansion string) names {
	name, expansion = oneLine(name), oneLine(expansion)
	if expansion == "" {
		name, expansion = splitParenthesis(name)
	}
	n := names{name: name, original: expansion}
	switch {
	case isAbbreviation(expansion) && (abbreviates(expansion, name) || !hasLatin(name)):
		n.original, n.abbreviation = "", expansion
	case isAbbreviation(name):
		n.abbreviation = name
	}
	return n
}

// oneLine returns s with runs of white space as one space.
func oneLine(s string) string {
	if isOneLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isOneLine reports whether oneLine would change nothing.
func isOneLine(s string) bool {
	space := true
	for _, r := range s {
		if unicode.IsSpace(r) && (space || r != ' ') {
			return false
		}
		space = r == ' '
	}
	return !space || s == ""
}

// splitParenthesis takes a final parenthesis off a name when it holds the
// same thing in other words: another script, the words behind an
// abbreviation, or the abbreviation of the words.
func splitParenthesis(s string) (name, inside string) {
	i := strings.LastIndexAny(s, "(（")
	if i <= 0 || !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "）") {
		return s, ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	_, last := utf8.DecodeLastRuneInString(s)
	name = strings.TrimSpace(s[:i])
	inside = strings.TrimSpace(s[i+size : len(s)-last])
	if name == "" || inside == "" {
		return s, ""
	}
	otherScript := hasHangul(name) != hasHangul(inside) && (hasLatin(name) || hasLatin(inside))
	if otherScript || abbreviates(name, inside) || abbreviates(inside, name) {
		return name, inside
	}
	return s, ""
}

// isAbbreviation reports whether s looks like one: 2 to 8 letters and digits
// without spaces, at least two of them capitals or digits, one a capital, and no
// more than half of them small ("EKS", "SaaS", "IPv6", "S3").
func isAbbreviation(s string) bool {
	n, upper, lower, digits := 0, 0, 0, 0
	for _, r := range s {
		n++
		switch {
		case 'A' <= r && r <= 'Z':
			upper++
		case 'a' <= r && r <= 'z':
			lower++
		case '0' <= r && r <= '9':
			digits++
		case r != '/' && r != '-' && r != '.' && r != '&':
			return false
		}
	}
	return n >= 2 && n <= 8 && upper > 0 && upper+digits >= 2 && lower*2 <= n
}

// abbreviates reports whether the letters of short are found in words in
// their order, the first at the start of the first word, and at least half of
// them at the start of some word: EKS in "Elastic Kubernetes Service".
func abbreviates(short, words string) bool {
	if !isAbbreviation(short) || !hasLatin(words) || utf8.RuneCountInString(words) <= len(short) {
		return false
	}
	want := strings.ToLower(strings.Map(keepLetter, short))
	const unreached = -1
	// starts[n] is the most of the first n wanted letters that stand at the
	// start of a word, among all ways to find them so far.
	starts := slices.Repeat([]int{unreached}, len(want)+1)
	first, atStart := true, true
	for _, r := range words {
		letter := unicode.IsLetter(r)
		for n := len(want); n > 0 && letter; n-- {
			if rune(want[n-1]) != unicode.ToLower(r) || n > 1 && starts[n-1] == unreached || n == 1 && !first {
				continue
			}
			gain := max(0, starts[n-1])
			if atStart {
				gain++
			}
			starts[n] = max(starts[n], gain)
		}
		first = first && !letter
		atStart = !letter && r != '\''
	}
	return len(want) > 0 && starts[len(want)]*2 >= len(want)
}

func keepLetter(r rune) rune {
	if 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
		return r
	}
	return -1
}
