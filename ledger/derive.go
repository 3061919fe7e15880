package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"strings"
)

// derive gives an id to every card that has none. It is made from an id that
// the note carries, or else from the question: its stem alone where no other
// card has the same, otherwise with as much of the following as it takes to
// tell them apart: the offered answers, the headings, the place among equals.
// All of them count then, so that none takes the id of another when that one
// is deleted.
func derive(found []*entry, m *matcher) {
	all := seeds(found)
	for i, f := range found {
		if f.id != "" {
			continue
		}
		id := idOf(all[i])
		for n := 2; m.taken[id]; n++ {
			id = idOf(all[i] + "\x00again" + strconv.Itoa(n))
		}
		f.id = id
		m.taken[id] = true
	}
}

// seeds returns for each card the text that its id is made from.
func seeds(found []*entry) []string {
	out := make([]string, len(found))
	var open []int
	for i, f := range found {
		if f.origin != "" {
			out[i] = f.family + "\x00origin\x00" + f.origin
			continue
		}
		open = append(open, i)
	}
	more := [...]func(*entry) string{
		func(e *entry) string { return e.family + "\x00" + e.stem },
		func(e *entry) string { return e.question },
		func(e *entry) string { return e.headings },
	}
	for _, part := range more {
		open = extend(out, open, found, part)
	}
	count := map[string]int{}
	for _, i := range open {
		count[out[i]]++
		out[i] += strconv.Itoa(count[out[i]])
	}
	return out
}

// extend adds a part to the seeds of the open cards and returns those that
// are still not told apart.
func extend(out []string, open []int, found []*entry, part func(*entry) string) []int {
	count := map[string]int{}
	for _, i := range open {
		out[i] += part(found[i]) + "\x00"
		count[out[i]]++
	}
	var rest []int
	for _, i := range open {
		if count[out[i]] > 1 {
			rest = append(rest, i)
		}
	}
	return rest
}

// idOf returns the id that a seed makes: a letter that keeps spreadsheets
// from reading a number or a date, and 64 bits in letters and digits.
func idOf(seed string) string { return "r" + hash(seed) }

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// hashLen is the length of a hash: 64 bits in base 62.
const hashLen = 11

// hash returns 64 bits of the SHA-256 of s.
func hash(s string) string { return encode(sha256.Sum256([]byte(s))) }

func encode(sum [sha256.Size]byte) string {
	var out [hashLen]byte
	n := binary.BigEndian.Uint64(sum[:])
	for i := range out {
		out[len(out)-1-i] = digits[n%62]
		n /= 62
	}
	return string(out[:])
}

// isID reports whether s could have been made by [idOf].
func isID(s string) bool {
	rest, ok := strings.CutPrefix(s, "r")
	return ok && isHash(rest)
}

// isHash reports whether s could have been made by [hash].
func isHash(s string) bool {
	return len(s) == hashLen && !strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune(digits, r) })
}
