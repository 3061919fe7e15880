package glossary

import (
	"path"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"recto/card"
)

// maxRelated bounds [Entry.Related]: a word that every definition uses is
// not news to any of them.
const maxRelated = 8

// relate fills in which entries mention which. Mentions come first, then the
// entries that mention this one, in index order.
func relate(entries []*Entry) {
	outgoing := mentionedBy(entries)
	incoming := make([][]int32, len(entries))
	for i, others := range outgoing {
		for _, other := range others {
			incoming[other] = append(incoming[other], int32(i))
		}
	}
	for i, e := range entries {
		for _, other := range slices.Concat(outgoing[i], incoming[i]) {
			if len(e.Related) >= maxRelated {
				break
			}
			if !slices.Contains(e.Related, entries[other]) {
				e.Related = append(e.Related, entries[other])
			}
		}
	}
}

// mentionedBy returns for each entry those that its definitions mention. The
// texts are searched side by side, as they do not depend on each other.
func mentionedBy(entries []*Entry) [][]int32 {
	v := newVocabulary(entries)
	out := make([][]int32, len(entries))
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			v := searcher{vocabulary: v}
			for i := w; i < len(entries); i += workers {
				out[i] = v.mentioned(entries[i], int32(i))
			}
		})
	}
	wg.Wait()
	return out
}

// vocabulary finds the names of entries in running text.
type vocabulary struct {
	keys    []string // sorted
	owners  []int32  // the entry behind each key
	byFirst map[rune]span
}

// span is a range of keys.
type span struct{ from, to int }

// newVocabulary collects the names by which definitions may mention entries:
// names, originals, abbreviations and aliases of two letters and more.
func newVocabulary(entries []*Entry) *vocabulary {
	owner := make(map[string]int32, len(entries))
	add := func(name string, i int, strong bool) {
		key := Key(name)
		if !mentionable(key) {
			return
		}
		if _, taken := owner[key]; !taken || strong {
			owner[key] = int32(i)
		}
	}
	for i, e := range slices.Backward(entries) {
		for _, s := range e.Senses {
			add(s.Original, i, false)
			add(s.Abbreviation, i, false)
		}
		for _, a := range e.Aliases {
			add(a, i, false)
		}
		add(e.Name, i, true)
	}
	v := &vocabulary{keys: make([]string, 0, len(owner)), byFirst: make(map[rune]span)}
	for key := range owner {
		v.keys = append(v.keys, key)
	}
	slices.Sort(v.keys)
	v.owners = make([]int32, len(v.keys))
	for i, key := range v.keys {
		v.owners[i] = owner[key]
		first, _ := utf8.DecodeRuneInString(key)
		s, ok := v.byFirst[first]
		if !ok {
			s.from = i
		}
		s.to = i + 1
		v.byFirst[first] = s
	}
	return v
}

// searcher searches texts; it keeps its memory from text to text.
type searcher struct {
	*vocabulary
	runes []rune
}

// longestMention is the longest name that is looked for, in signs. It keeps
// the search linear in the text, whatever the notes hold.
const longestMention = 60

// mentionable reports whether a key is worth looking for: two signs or more,
// one of them a letter, and no whole sentence.
func mentionable(key string) bool {
	n := utf8.RuneCountInString(key)
	return n >= 2 && n <= longestMention && strings.ContainsFunc(key, unicode.IsLetter)
}

// mentioned returns the entries that entry i mentions, in order of mention,
// at most maxRelated: wiki links first, then words.
func (v *searcher) mentioned(e *Entry, self int32) []int32 {
	var out []int32
	add := func(i int32) {
		if i != self && len(out) < maxRelated && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for _, s := range e.Senses {
		for _, blocks := range [][]card.Block{s.Card.Front, s.Definition, s.Examples} {
			card.Walk(blocks, func(in card.Inline) {
				if l, ok := in.(*card.Link); ok && l.Wiki {
					v.linked(l, add)
				}
			})
		}
	}
	for _, s := range e.Senses {
		v.scan(card.PlainText(s.Definition), add)
	}
	return out
}

// linked finds the entry that a wiki link leads to, by its heading, its note
// or its words.
func (v *vocabulary) linked(l *card.Link, found func(int32)) {
	note, heading, _ := strings.Cut(l.Dest, "#")
	for _, name := range []string{heading, strings.TrimSuffix(path.Base(note), ".md"), card.InlineText(l.Content)} {
		if i, ok := slices.BinarySearch(v.keys, Key(name)); ok {
			found(v.owners[i])
			return
		}
	}
}

// scan calls found for each name in a text: at each start of a word the
// longest name that ends where a word or a Korean noun ends.
func (v *searcher) scan(text string, found func(int32)) {
	v.runes = v.runes[:0]
	for _, r := range text {
		v.runes = append(v.runes, r)
	}
	runes := v.runes
	for i := 0; i < len(runes); {
		if !isWord(runes[i]) || i > 0 && isWord(runes[i-1]) && sameScript(runes[i-1], runes[i]) {
			i++
			continue
		}
		owner, n := v.match(runes[i:])
		if n == 0 {
			i++
			continue
		}
		found(owner)
		i += n
	}
}

// match returns the entry whose name is the longest at the start of text and
// the length of that name there; 0 when there is none.
func (v *vocabulary) match(text []rune) (owner int32, length int) {
	s, ok := v.byFirst[unicode.ToLower(text[0])]
	if !ok {
		return 0, 0
	}
	depth := 0 // bytes of the keys in s that have been compared
	for i, r := range text {
		if i > 0 && (r == ' ' || isJoint(text, i)) {
			continue
		}
		r = unicode.ToLower(r)
		s, depth = v.narrow(s, depth, r)
		if s.from == s.to {
			break
		}
		if len(v.keys[s.from]) == depth && endsWord(text, i+1) {
			owner, length = v.owners[s.from], i+1
		}
	}
	return owner, length
}

// narrow returns the keys of s that go on with r after depth bytes.
func (v *vocabulary) narrow(s span, depth int, r rune) (span, int) {
	next := string(r)
	keys := v.keys[s.from:s.to]
	from := sort.Search(len(keys), func(i int) bool { return keys[i][depth:] >= next })
	goesOn := func(i int) bool { return strings.HasPrefix(keys[i][depth:], next) }
	to := from
	if from < len(keys) && goesOn(from) {
		to = sort.Search(len(keys)-from, func(i int) bool { return !goesOn(from + i) }) + from
	}
	return span{s.from + from, s.from + to}, depth + len(next)
}

// particles are the Korean endings that a noun takes; longer before shorter
// is not needed, as any one that ends a word will do.
var particles = []string{
	"은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "로", "도", "만", "들", "란", "나", "랑",
	"으로", "에서", "에게", "이란", "이나", "까지", "부터", "처럼", "보다", "마다", "라는", "이며", "이고", "이다", "인",
	"들이", "들은", "들을", "들의", "들과", "로서", "로써", "에는", "에도", "으로서", "으로써", "이라는", "이라고", "라고", "들에게", "에서는", "에서의", "와의", "과의", "로의", "용", "별", "형",
}

// endsWord reports whether a name may end before text[i]: where the script
// changes or the word ends, or before a Korean particle that ends the word.
func endsWord(text []rune, i int) bool {
	if i == len(text) || !isWord(text[i]) || !sameScript(text[i-1], text[i]) {
		return true
	}
	if !isSyllable(text[i]) {
		return text[i] == 's' && (i+1 == len(text) || !isWord(text[i+1]) || !sameScript(text[i], text[i+1]))
	}
	end := i
	for end < len(text) && end-i <= 3 && isSyllable(text[end]) {
		end++
	}
	return slices.Contains(particles, string(text[i:end]))
}

func isWord(r rune) bool { return isSyllable(r) || unicode.IsLetter(r) || unicode.IsDigit(r) }

// sameScript reports whether two signs of words belong together: both Hangul
// or both not.
func sameScript(a, b rune) bool { return isSyllable(a) == isSyllable(b) }
