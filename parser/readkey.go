package parser

import (
	"strings"
	"unicode/utf8"

	"recto/card"
)

// What the words of a key say: which of the options offered are right.

// readKey returns the options that a key names and where its text goes on.
// A key is labels ("2", "B, D", "③"), or the whole text of an option.
func readKey(words string, options []card.Option) (right []int, end int) {
	rest := words
	for {
		label, n := keyToken(rest)
		i := optionIndex(label, options)
		if f, nr := optionLabel(label); i < 0 && f == 0 && nr < len(options) && strings.TrimLeft(rest[n:], " .") == "" {
			i = nr // "3번" counts options that have letters
		}
		if n == 0 || i < 0 {
			break
		}
		right = append(right, i)
		end += n
		rest = words[end:]
		and := keyAnd(rest)
		if and == 0 && !startsKey(rest) {
			break
		}
		if _, n := keyToken(rest[and:]); n == 0 {
			break
		}
		end += and
		rest = words[end:]
	}
	if len(right) > 0 {
		return right, end
	}
	k := key(words)
	for i, o := range options {
		if t := key(card.InlineText(o.Content)); t != "" && k == t {
			return []int{i}, len(words)
		}
	}
	return optionNamed(k, options), 0
}

// optionNamed returns the only option that a sentence begins with: "라우터는
// IP로 길을 찾는다".
func optionNamed(sentence string, options []card.Option) []int {
	var named []int
	for i, o := range options {
		t := key(card.InlineText(o.Content))
		rest, ok := strings.CutPrefix(sentence, t)
		if ok && runes(t) > 1 && (beginsParticle(rest) || rest != "" && !isLetterOrDigit(firstRune(rest))) {
			named = append(named, i)
		}
	}
	if len(named) != 1 {
		return nil
	}
	return named
}

// beginsParticle reports whether what follows a noun is a particle or the verb
// that ends a Korean sentence.
func beginsParticle(s string) bool {
	switch firstRune(s) {
	case '은', '는', '이', '가', '을', '를', '의', '다', '입', '만':
		return true
	}
	return false
}

// startsKey reports whether the next character is a circled number, as in
// "①③".
func startsKey(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '①' && r <= '⑨'
}
