package glossary

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Key returns what two spellings of one term have in common: the letters in
// NFC and lower case, full-width forms as plain ones, without spaces and
// without hyphens between letters. A name or option of one letter keeps its
// case: k and K, -r and -R. The key is empty for a text without any signs.
func Key(s string) string {
	clean, simple := classify(s)
	if clean {
		return s
	}
	if !simple {
		s = strings.ToLower(norm.NFC.String(width.Fold.String(s)))
	}
	var sb strings.Builder
	sb.Grow(len(s))
	runes := []rune(s)
	for i, r := range runes {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || isJoint(runes, i) {
			continue
		}
		if 'A' <= r && r <= 'Z' && !isLoneLetter(runes, i) {
			r += 'a' - 'A'
		}
		sb.WriteRune(r)
	}
	return sb.String()
}

// classify reports whether s is its own key, and whether it is at least
// simple: ASCII and Hangul syllables, which need no normalisation. Most terms
// are.
func classify(s string) (clean, simple bool) {
	clean = true
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', isSyllable(r):
		case r < unicode.MaxASCII:
			clean = false
		default:
			return false, false
		}
	}
	return clean, true
}

// isJoint reports whether the rune at i is a hyphen or underscore between two
// letters: "load-balancer" is "load balancer".
func isJoint(runes []rune, i int) bool {
	switch runes[i] {
	case '-', '_', '‐', '‑':
		return i > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1])
	}
	return false
}

// isLoneLetter reports whether the rune at i is all of a name, or of an option
// at its end: "K", "ls -A".
func isLoneLetter(runes []rune, i int) bool {
	if i+1 < len(runes) {
		return false
	}
	return i == 0 || runes[i-1] == '-' && (i == 1 || unicode.IsSpace(runes[i-2]))
}

// singulars returns the keys that may be the singular of an English plural.
func singulars(key string) []string {
	n := len(key)
	if n < 4 || key[n-1] != 's' || !isLower(key[n-2]) || key[n-2] == 's' {
		return nil
	}
	out := []string{key[:n-1]}
	if stem, ok := strings.CutSuffix(key, "ies"); ok {
		return append(out, stem+"y")
	}
	if stem, ok := strings.CutSuffix(key, "es"); ok {
		return append(out, stem)
	}
	return out
}

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }

// isSyllable reports whether r is a precomposed Hangul syllable.
func isSyllable(r rune) bool { return '가' <= r && r <= '힣' }

// hasHangul reports whether s has a Korean letter.
func hasHangul(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}

// hasLatin reports whether s has a Latin letter.
func hasLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}
