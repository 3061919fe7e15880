package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/card"
)

// senses are the cards that look the same and stand in the same section: the
// first of them, and their answers.
type senses struct {
	first   *card.Card
	answers map[string]bool
}

// mergeSenses joins definitions of the same term in the same section into one
// card with all senses, and drops cards that repeat another.
// merged is told which card stands for one that is left out.
func mergeSenses(cards []*card.Card, merged map[*card.Card]*card.Card) []*card.Card {
	type place struct{ front, path string }
	seen := map[place]*senses{}
	var out []*card.Card
	for _, k := range cards {
		at := place{sameFront(k), strings.Join(k.Headings, "\x00")}
		answer := card.PlainText(k.Answer())
		s := seen[at]
		switch {
		case s == nil:
			seen[at] = &senses{k, map[string]bool{answer: true}}
		case k.Origin != "" && k.Origin != s.first.Origin:
		case s.answers[answer]:
			merged[k] = s.first
			continue
		case s.join(k):
			s.answers[answer] = true
			merged[k] = s.first
			continue
		}
		out = append(out, k)
	}
	return out
}

// join adds a definition to the first; false where either is none.
func (s *senses) join(k *card.Card) bool {
	if k.Kind != card.Definition || s.first.Kind != card.Definition || k.Term == nil || s.first.Term == nil {
		return false
	}
	if len(s.answers) == 1 { // the blocks may be those of other cards as well
		s.first.Back, s.first.Term.Definition = slices.Clone(s.first.Back), slices.Clone(s.first.Term.Definition)
	}
	s.first.Back = append(s.first.Back, k.Back...)
	s.first.Term.Definition = append(s.first.Term.Definition, k.Term.Definition...)
	return true
}

// sameFront returns what makes two fronts look the same to a reader.
func sameFront(k *card.Card) string {
	s := sameness(card.PlainText(k.Front))
	for _, o := range k.Options {
		s += "\x00" + card.InlineText(o.Content)
	}
	return s
}

// sameness returns a text without what may differ between two writings of one
// name: spaces, marks of a sentence, the case of its words. Signs that tell
// names apart stay, as in C, C++ and C#, and so does the case of a letter that
// stands alone, as in k and K, -r and -R.
func sameness(s string) string {
	var sb strings.Builder
	before, text := ' ', []rune(s)
	for i, r := range text {
		after := ' '
		if i+1 < len(text) {
			after = text[i+1]
		}
		switch {
		case unicode.IsLetter(r):
			if unicode.IsLetter(before) || unicode.IsLetter(after) {
				r = lowerRune(r)
			}
			sb.WriteRune(r)
		case unicode.IsNumber(r), isTellingSign(before, r, after):
			sb.WriteRune(r)
		}
		before = r
	}
	if sb.Len() == 0 {
		return s
	}
	return sb.String()
}

// isTellingSign reports whether a sign between two characters belongs to a
// name: no mark of a sentence, no bracket around words, no hyphen in a word.
func isTellingSign(before, r, after rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', '"', '\'', '`':
		return false
	case '(', ')', '[', ']', '{', '}':
		return !isLetterOrDigit(before) && !isLetterOrDigit(after)
	case '-', '_':
		return !unicode.IsLetter(before) || !unicode.IsLetter(after)
	}
	return r > ' ' && r < utf8.RuneSelf || unicode.Is(unicode.Sm, r)
}
