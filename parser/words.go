package parser

import (
	"strings"
	"unicode/utf8"
)

// words is a set of words and short phrases in lower case.
type words struct {
	edges   sieve // by their first and last bytes
	longest int   // in bytes, of what the list holds
	list    map[string]bool
}

// sieve is a set of small numbers that rules most texts out before they are
// looked up.
type sieve [512 / 64]uint64

func (s *sieve) add(n int) { s[n/64%len(s)] |= 1 << (n % 64) }

func (s *sieve) has(n int) bool { return s[n/64%len(s)]>>(n%64)&1 != 0 }

// edges returns a number made of the first two and the last two bytes of a
// text that is not empty, whatever the case of its letters.
func edges(s string) int {
	last := len(s) - 1
	return int(lower(s[0]))*31 + int(lower(s[min(1, last)]))*5 + int(lower(s[max(0, last-1)]))*17 + int(lower(s[last]))*3
}

// lower returns a letter of ASCII in lower case, and any other byte as it is.
func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// maxFolded is how many spaces too many a text may have that a set holds.
const maxFolded = 8

// maxAround is how many bytes of punctuation may stand around it.
const maxAround = 24

// maxWord is the most bytes of what a set holds.
const maxWord = 80

func set(lists ...string) *words {
	w := &words{list: map[string]bool{}}
	for _, l := range lists {
		for f := range strings.SplitSeq(l, ",") {
			f = strings.TrimSpace(f)
			w.list[f] = true
			if f != "" {
				w.edges.add(edges(f))
			}
			w.longest = max(w.longest, len(f))
		}
	}
	return w
}

// has reports whether the set holds s; case, spaces at the ends and
// punctuation around it do not matter.
func (w *words) has(s string) bool {
	if len(s) > w.longest+maxFolded+maxAround {
		return false
	}
	if s = trimPunctuation(s); s == "" || len(s) > w.longest+maxFolded || !w.edges.has(edges(s)) {
		return false
	}
	var buf [maxWord]byte
	k := buf[:0]
	for i := range len(s) {
		c := s[i]
		if isSpace(c) && isSpace(k[len(k)-1]) {
			continue
		}
		if len(k) == maxWord {
			return false
		}
		k = append(k, lower(c))
	}
	return w.list[string(k)]
}

// key returns s as the word sets hold it.
func key(s string) string {
	return strings.ToLower(trimPunctuation(foldSpace(s)))
}

// trimPunctuation drops all but letters and digits at both ends.
func trimPunctuation(s string) string {
	if n := len(s); n > 2 && (isWord(s[0]) || beginsSyllable(s)) && (isWord(s[n-1]) || beginsSyllable(s[n-3:])) {
		return s // as nearly always
	}
	for s != "" && !isLetterOrDigit(firstRune(s)) {
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	for s != "" && !isLetterOrDigit(lastRune(s)) {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}
