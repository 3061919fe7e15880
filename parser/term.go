package parser

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/card"
)

// cleanTerm returns a term as a front shows it.
func cleanTerm(in []card.Inline) []card.Inline {
	in = cleanFront(in)
	s := card.InlineText(in)
	if len(s) > 2 && (s[0] == '\'' && s[len(s)-1] == '\'' || s[0] == '"' && s[len(s)-1] == '"') {
		in = cut(in, 1, len(s)-1)
	}
	if n := inBracketsAll(s); n > 0 {
		in = cut(in, n, len(s)-n)
	}
	return in
}

// inBracketsAll returns the length of the brackets that stand around all of a
// name, as in "[효소]"; 0 when none do.
func inBracketsAll(s string) int {
	if s == "" || isWordByte(s[0]) || beginsSyllable(s) {
		return 0 // as nearly always
	}
	for _, pair := range [...]string{"[]", "【】", "<>", "《》", "〈〉"} {
		n := len(pair) / 2
		if len(s) > 2*n && s[:n] == pair[:n] && s[len(s)-n:] == pair[n:] && !strings.Contains(s[n:len(s)-n], pair[:n]) && !strings.Contains(s[n:len(s)-n], pair[n:]) {
			return n
		}
	}
	return 0
}

// splitParenthesis splits "name (inner)".
func splitParenthesis(s string) (name, inner string, ok bool) {
	body := strings.TrimSuffix(strings.TrimSuffix(s, ")"), "）")
	if len(body) == len(s) {
		return "", "", false
	}
	i := strings.LastIndexAny(body, "()（）")
	if i < 0 {
		return "", "", false
	}
	open, size := utf8.DecodeRuneInString(body[i:])
	name, inner = trim(body[:i]), trim(body[i+size:])
	return name, inner, (open == '(' || open == '（') && name != "" && inner != ""
}

// newTerm returns the glossary's view of a definition. "EKS(Elastic
// Kubernetes Service)" and "파드(Pod)" carry the full words or the original in
// parentheses.
func newTerm(name string, definition []card.Block) *card.Term {
	t := &card.Term{Name: name, Definition: definition}
	short, inner, ok := splitParenthesis(name)
	if !ok {
		return t
	}
	inner = strings.TrimLeft(inner, "= ")
	switch {
	case isAbbreviation(short) && runes(inner) > runes(short):
		t.Name, t.Expansion = short, inner
	case isAbbreviation(inner):
		t.Name, t.Expansion = inner, short
		if hasHangul(short) {
			t.Name, t.Expansion, t.Aliases = short, "", []string{inner}
		}
	case hasHangul(short) && !hasHangul(inner) && hasLetter(inner):
		t.Name, t.Expansion = short, inner
	}
	return t
}

// isAbbreviation reports whether s is a word of capitals, such as EKS or
// IPv6.
func isAbbreviation(s string) bool {
	upper, n := 0, 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z', r >= utf8.RuneSelf && unicode.IsUpper(r):
			upper++
		case r == ' ', r >= utf8.RuneSelf && isHangul(r), unicode.IsSpace(r):
			return false
		}
		n++
	}
	return n >= 2 && n <= 8 && upper*2 >= n
}

// abbreviation takes "CRI container runtime interface 설명" apart: an
// abbreviation, the words whose initials it is, and what they mean.
func abbreviation(r *row, skip int) *candidate {
	words := r.words[skip:]
	if words == "" || words[0] >= utf8.RuneSelf {
		return nil // as most Korean lines
	}
	short, rest, ok := strings.Cut(words, " ")
	if i := strings.IndexByte(short, '('); i > 0 && len(r.rows) == 0 { // "HTTP(HyperText …"
		short, rest = words[:i], words[i:]
	}
	if !ok || !isAbbreviation(short) || r.mark == ":" {
		return nil
	}
	end := cmp.Or(expansion(short, rest, false), expansion(short, rest, true))
	if end == 0 || strings.HasPrefix(strings.TrimLeft(rest[end:], " )"), ",") { // or one of a list of names
		return nil
	}
	from := len(r.words) - len(rest)
	pt := part{termFrom: skip, termTo: skip + len(short), fullFrom: from, fullTo: from + end, defFrom: from + end, defTo: len(r.plain)}
	switch {
	case trim(rest[end:]) == "":
		pt = part{termFrom: pt.termFrom, termTo: pt.termTo, defFrom: from, defTo: pt.defTo}
		if strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")") {
			pt.defFrom, pt.defTo = from+1, from+len(rest)-1
		}
	case !hasCJK(rest[end:]):
		return nil
	}
	c := candidateOf(r, pt, colon)
	c.score = pick(pt.fullTo > 0, 0.35, 0.3)
	return c.keep()
}

// expansion returns the length of the words at the start of rest whose
// initials spell the abbreviation; 0 when they do not. With inner, capitals inside
// of a word spell as well.
func expansion(short, rest string, inner bool) int {
	letters := []rune(strings.ToLower(short))
	at, i := 0, 0
	for w := range strings.FieldsSeq(rest) {
		if i == len(letters) || hasCJK(w) {
			break
		}
		first, _ := utf8.DecodeRuneInString(strings.ToLower(strings.TrimLeft(w, "(")))
		if first != letters[i] && !smallWords.has(w) {
			return 0
		}
		if first == letters[i] {
			if i++; inner {
				i += innerInitials(w, letters[i:])
			}
		}
		at += strings.Index(rest[at:], w) + len(w)
	}
	if i < len(letters) || i < 2 {
		return 0
	}
	return at
}

// innerInitials returns how many of the letters are capitals inside a word, in
// order: T of "HyperText".
func innerInitials(word string, letters []rune) int {
	n := 0
	for i, r := range strings.TrimLeft(word, "(") {
		if i > 0 && n < len(letters) && unicode.IsUpper(r) && unicode.ToLower(r) == letters[n] {
			n++
		}
	}
	return n
}

var smallWords = set(`of, and, for, the, to, in, on, a, an, &, with, as, by`)
