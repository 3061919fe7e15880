package tbx

import (
	"slices"
	"strings"
	"unicode"

	"recto/card"
	"recto/glossary"
)

// concept is one meaning with the terms that stand for it.
type concept struct {
	subject    string
	definition definition // without text when there is none
	terms      []term     // at least one
}

// definition is what one note says of a concept.
type definition struct{ text, lang, source string }

// term is one name of a concept. Its kind is a value of TBX-Basic's termType;
// empty when nothing is known.
type term struct{ name, lang, kind string }

// languages returns the languages of the terms in order of first mention. A
// section of a language has to have a term (ISO 30042:2008, langSet), so the
// definition does not count.
func (c concept) languages() []string {
	var out []string
	for _, t := range c.terms {
		if !slices.Contains(out, t.lang) {
			out = append(out, t.lang)
		}
	}
	return out
}

// home returns the language under which the definition stands: its own when a
// term has it, else that of the first term.
func (c concept) home() string {
	if all := c.languages(); !slices.Contains(all, c.definition.lang) {
		return all[0]
	}
	return c.definition.lang
}

// concepts returns the meanings of an entry. Definitions that repeat an
// earlier one in the same words are left out; an entry without definitions is
// one concept.
func concepts(e *glossary.Entry) []concept {
	var out []concept
	for _, s := range e.Senses {
		text := card.PlainText(slices.Concat(s.Definition, s.Examples))
		if s.Repeats != nil || text == "" && len(out) > 0 {
			continue
		}
		c := concept{subject: s.Category, terms: terms(e, s)}
		if text != "" {
			c.definition = definition{text, language(text), s.Card.Pos.File}
		}
		out = append(out, c)
	}
	return out
}

// terms returns the names of an entry in one sense, each once.
func terms(e *glossary.Entry, s *glossary.Sense) []term {
	var out []term
	add := func(name, kind string) {
		if name != "" && !slices.ContainsFunc(out, func(t term) bool { return t.name == name }) {
			out = append(out, term{name, language(name), kind})
		}
	}
	kind := ""
	switch {
	case s.Abbreviation == e.Name && s.Original != "":
		kind = "abbreviation"
	case s.Abbreviation != "" && s.Abbreviation != e.Name:
		kind = "fullForm"
	}
	add(e.Name, kind)
	kind = ""
	if s.Abbreviation == e.Name {
		kind = "fullForm"
	}
	add(s.Original, kind)
	add(s.Abbreviation, "abbreviation")
	for _, a := range e.Aliases {
		add(a, "")
	}
	return out
}

// language tells the language of a text by its letters: Korean when it has
// Hangul, Japanese when it has kana, Chinese when it has Han, else English.
func language(text string) string {
	has := func(t *unicode.RangeTable) bool {
		return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(t, r) })
	}
	switch {
	case has(unicode.Hangul):
		return "ko"
	case has(unicode.Hiragana), has(unicode.Katakana):
		return "ja"
	case has(unicode.Han):
		return "zh"
	}
	return "en"
}
