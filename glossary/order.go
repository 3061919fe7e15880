package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

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

// sortEntries puts entries into index order. Within a group the order is the
// Korean one of CLDR, numbers by value, without regard to spaces and leading
// punctuation; equal names keep a fixed order by their bytes.
func sortEntries(entries []*Entry) {
	rank := make(map[string]int)
	for i, group := range Initials() {
		rank[group] = i
	}
	type keyed struct {
		rank  int
		key   []byte
		entry *Entry
	}
	col := collate.New(language.Korean, collate.Numeric)
	var buf collate.Buffer
	list := make([]keyed, len(entries))
	for i, e := range entries {
		list[i] = keyed{rank[e.Initial], col.KeyFromString(&buf, sortText(e.Name)), e}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		return cmp.Or(
			cmp.Compare(a.rank, b.rank),
			slices.Compare(a.key, b.key),
			cmp.Compare(a.entry.Name, b.entry.Name),
		)
	})
	for i, k := range list {
		entries[i] = k.entry
	}
}

// sortText returns a name without leading punctuation and without spaces, in
// NFD: the collator would take every syllable apart by itself, and slowly.
func sortText(name string) string {
	trimmed := strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if trimmed == "" {
		trimmed = name
	}
	return norm.NFD.String(strings.ReplaceAll(trimmed, " ", ""))
}
