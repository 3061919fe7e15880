// Package glossary makes a glossary of cards: it gathers what the notes say
// of each term into one [Entry], however the notes spell the term, and puts
// the entries into the order of a Korean index.
//
// It is pure: no files, no output format. [Build] is the way in.
package glossary

import (
	"recto/card"
)

// Glossary is all terms of one collection.
type Glossary struct {
	// Entries are in index order: ㄱ to ㅎ, A to Z, digits, the rest.
	Entries []*Entry
}

// Entry is one term with everything that the notes say of it.
type Entry struct {
	// Name is the spelling that most notes use; of equals an abbreviation in
	// capitals, then the earliest.
	Name string
	// Aliases are other names for the same thing, in note order; spellings
	// that differ from Name only in case, spaces or number are left out.
	Aliases []string
	// Initial is the group of the index that the entry stands in: a Korean
	// initial consonant, a capital letter, [Digits] or [Others].
	Initial string
	// Senses are the definitions in note order; never empty.
	Senses []*Sense
	// Related are the entries that this one's definitions mention, in order
	// of mention, then those whose definitions mention this one.
	Related []*Entry
}

// Sense is one definition of a term at one place in the notes.
type Sense struct {
	// Card is where the definition comes from: its ID, place, deck and tags.
	Card *card.Card
	// Original is the full form behind an abbreviation, or the term in the
	// language that it comes from.
	Original string
	// Abbreviation is the short form of the term; it may be its name.
	Abbreviation string
	// Definition is what the note says, without Examples.
	Definition []card.Block
	// Examples are the parts of the definition that call themselves examples.
	Examples []card.Block
	// Category is the subject: the chapter of the note that the card is in,
	// or the note's title.
	Category string
	// Repeats is the earlier sense of the entry that says the same in the
	// same words; nil for most senses.
	Repeats *Sense
}

// Meanings returns the senses that say something of their own: those that
// define the term and do not repeat an earlier sense.
func (e *Entry) Meanings() []*Sense {
	var out []*Sense
	for _, s := range e.Senses {
		if s.isMeaning() {
			out = append(out, s)
		}
	}
	return out
}

// Conflicts reports whether the notes give the term more than one meaning.
func (e *Entry) Conflicts() bool {
	return len(e.Senses) > 1 && len(e.Meanings()) > 1
}

func (s *Sense) isMeaning() bool { return s.Repeats == nil && len(s.Definition) > 0 }

// Build makes the glossary of all cards of a collection that define a term.
// The same collection always gives the same glossary.
func Build(c *card.Collection) *Glossary {
	entries := join(mentions(c))
	for _, e := range entries {
		finish(e)
	}
	sortEntries(entries)
	relate(entries)
	return &Glossary{Entries: entries}
}

// finish fills in what the senses of an entry tell each other.
func finish(e *Entry) {
	e.Initial = Initial(e.Name)
	if len(e.Senses) == 1 {
		return
	}
	share(e.Senses, func(s *Sense) *string { return &s.Original })
	share(e.Senses, func(s *Sense) *string { return &s.Abbreviation })
	seen := make(map[string]*Sense, len(e.Senses))
	for _, s := range e.Senses {
		words := Key(card.PlainText(s.Definition))
		if words == "" {
			continue
		}
		if first, ok := seen[words]; ok {
			s.Repeats = first
			continue
		}
		seen[words] = s
	}
}

// share gives a field's value to the senses that lack it, when all senses
// that have one agree.
func share(senses []*Sense, field func(*Sense) *string) {
	value := ""
	for _, s := range senses {
		v := *field(s)
		if v == "" {
			continue
		}
		if value != "" && Key(v) != Key(value) {
			return
		}
		if value == "" {
			value = v
		}
	}
	for _, s := range senses {
		if *field(s) == "" {
			*field(s) = value
		}
	}
}
