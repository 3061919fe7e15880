package glossary

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// The groups of the index that have no letter.
const (
	Digits = "0–9"
	Others = ""
)

// consonants are the 19 Korean initial consonants in Unicode order with the
// group of the index that each belongs to: ㄲ stands among ㄱ.
var consonants = [...]string{"ㄱ", "ㄱ", "ㄴ", "ㄷ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅂ", "ㅅ", "ㅅ", "ㅇ", "ㅈ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"}

// Initials returns the groups of the index in order: ㄱ to ㅎ, A to Z, digits,
// the rest.
func Initials() []string {
	out := slices.Compact(slices.Clone(consonants[:]))
	for r := 'A'; r <= 'Z'; r++ {
		out = append(out, string(r))
	}
	return append(out, Digits, Others)
}

// Initial returns the group of the index that a name belongs to, by its first
// letter or digit.
func Initial(name string) string {
	if first, _ := utf8.DecodeRuneInString(name); isSyllable(first) {
		return consonants[(first-'가')/588]
	}
	for _, r := range norm.NFC.String(width.Fold.String(name)) {
		switch {
		case isSyllable(r):
			return consonants[(r-'가')/588]
		case unicode.IsDigit(r):
			return Digits
		case 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z':
			return string(unicode.ToUpper(r))
		case unicode.IsLetter(r):
			return letterInitial(r)
		}
	}
	return Others
}

// letterInitial returns the group of a letter beyond ASCII and the syllables:
// É stands among E and a lone ㅋ in its own group.
func letterInitial(r rune) string {
	if i := slices.Index(consonants[:], string(r)); i >= 0 {
		return consonants[i]
	}
	base := norm.NFD.String(string(r))
	if b := unicode.ToUpper(rune(base[0])); 'A' <= b && b <= 'Z' {
		return string(b)
	}
	return Others
}

// sortEntries puts entries into index order, group by group, so that the
// sort keys of one group at a time are in memory.
func sortEntries(entries []*Entry) {
	groups := make(map[string][]*Entry)
	for _, e := range entries {
		groups[e.Initial] = append(groups[e.Initial], e)
	}
	s := &sorter{collator: collate.New(language.Korean, collate.Numeric)}
	sorted := entries[:0]
	for _, initial := range Initials() {
		s.sort(groups[initial])
		sorted = append(sorted, groups[initial]...)
	}
}

// sorter sorts groups of entries. It keeps its memory from group to group.
type sorter struct {
	collator *collate.Collator
	buf      collate.Buffer // of the keys
	text     []byte
	list     []keyed
}

// keyed is an entry with its sort key.
type keyed struct {
	key   []byte
	entry *Entry
}

// sort sorts a group in the Korean order of CLDR, numbers by value, without
// regard to spaces and leading punctuation; equal names keep a fixed order by
// their bytes.
func (s *sorter) sort(group []*Entry) {
	s.buf.Reset()
	s.list = s.list[:0]
	for _, e := range group {
		s.text = appendSortText(s.text[:0], e.Name)
		s.list = append(s.list, keyed{s.collator.Key(&s.buf, s.text), e})
	}
	slices.SortFunc(s.list, func(a, b keyed) int {
		if c := bytes.Compare(a.key, b.key); c != 0 {
			return c
		}
		return cmp.Compare(a.entry.Name, b.entry.Name)
	})
	for i, k := range s.list {
		group[i] = k.entry
	}
}

// appendSortText appends a name without leading punctuation and without
// spaces, in NFD: the collator would take every syllable apart by itself, and
// slowly.
func appendSortText(out []byte, name string) []byte {
	trimmed := strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if trimmed == "" {
		trimmed = name
	}
	trimmed = strings.ReplaceAll(trimmed, " ", "")
	if _, simple := classify(trimmed); !simple {
		return norm.NFD.AppendString(out, trimmed)
	}
	for _, r := range trimmed {
		out = appendJamo(out, r)
	}
	return out
}

// appendJamo appends r, a syllable as its jamo (Unicode 16.0, 3.12.2).
func appendJamo(out []byte, r rune) []byte {
	if !isSyllable(r) {
		return utf8.AppendRune(out, r)
	}
	const lead, vowel, beforeTail, vowels, tails = 0x1100, 0x1161, 0x11A7, 21, 28
	at := r - '가'
	out = utf8.AppendRune(out, lead+at/(vowels*tails))
	out = utf8.AppendRune(out, vowel+at/tails%vowels)
	if tail := at % tails; tail > 0 {
		out = utf8.AppendRune(out, beforeTail+tail)
	}
	return out
}
