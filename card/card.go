// Package card is recto's model: what the parser finds in notes and what the
// exporters show. It knows neither Markdown nor any output format, and it
// imports nothing of the project.
//
// A [Collection] holds the [Note] values of one run in path order; a Note
// holds its [Card] values in source order. The sides of a card are rich
// content: slices of [Block], which hold [Inline] values.
package card

import (
	"iter"
	"time"
	"unicode/utf8"
)

// Card is one question with its answer.
type Card struct {
	// ID names the card for good: a letter, then letters and digits (ASCII).
	// It is empty until the run has given identities.
	ID string
	// Origin is an id that the note itself carries for the card, written by
	// another tool, with that tool's prefix; empty for most cards.
	Origin string
	Kind   Kind
	// Rule is the name of the recogniser that made the card.
	Rule string
	// Confidence says how sure the rule is, above 0 and at most 1.
	Confidence float64

	// Front is the question. It makes sense alone, below Headings.
	// Of a choice it is the stem without the options; of a cloze the whole
	// sentence with its [Cloze] inlines.
	Front []Block
	// Back is the answer. It is empty for a choice (see Options and
	// Explanation); for a cloze it holds what belongs below the sentence.
	Back []Block
	// Options are the offered answers of a choice, in source order.
	Options []Option
	// Explanation says why the right options of a choice are right.
	Explanation []Block

	// Term is what the card adds to the glossary; nil when it defines nothing.
	Term *Term

	// Headings is the path of headings above the card, outermost first.
	Headings []string
	// Deck is the card's deck, its parts joined by "::".
	Deck string
	// Tags are sorted, unique and without "#"; levels are joined by "::".
	Tags []string
	// Pos is where the card's front begins in its note.
	Pos Pos
	// Schedule is another tool's scheduling data, as written; passed on only.
	Schedule string
	// Modified is when this content was first seen or last changed, in whole
	// seconds; zero when nobody remembers.
	Modified time.Time
}

// Option is one offered answer of a choice.
type Option struct {
	Label   string // as written, without brackets and dots: "2", "B", "③"
	Content []Inline
	Correct bool
	// Note is what the writer put after the option to correct it; it belongs
	// to the answer and never to the question.
	Note []Inline
}

// Term is a glossary entry's raw material: one term with one definition.
type Term struct {
	Name       string   // as the note writes it, without marks: "CRI"
	Expansion  string   // the full words behind an abbreviation, or the original of a translated term
	Aliases    []string // other names for the same thing, in source order
	Definition []Block  // without the expansion; may be empty when Expansion is not
}

// Kind says how a card asks.
type Kind int

// The kinds of cards. The zero value is Definition.
const (
	Definition Kind = iota // a term, asked for its meaning
	Question               // a question in words
	Choice                 // a question with offered answers
	ClozeNote              // a sentence with words hidden
	Reversed               // asked both ways
)

var kindNames = [...]string{"definition", "question", "choice", "cloze", "reversed"}

// String returns the name that cards.json uses.
func (k Kind) String() string { return kindNames[k] }

// Kinds returns all kinds in their order.
func Kinds() []Kind { return []Kind{Definition, Question, Choice, ClozeNote, Reversed} }

// Answer returns what the back of the card shows: Back, or for a choice the
// right options as label and text, then the notes on options, then the
// explanation.
func (c *Card) Answer() []Block {
	if c.Kind != Choice {
		return c.Back
	}
	var out []Block
	for _, o := range c.Options {
		if o.Correct {
			out = append(out, &Paragraph{Content: o.Line()})
		}
	}
	for _, o := range c.Options {
		if len(o.Note) > 0 {
			note := append([]Inline{&Text{Value: o.Label + " → "}}, o.Note...)
			out = append(out, &Paragraph{Content: note})
		}
	}
	return append(out, c.Explanation...)
}

// Line returns the option as one line: "2. text", "② text".
func (o Option) Line() []Inline {
	mark := o.Label + ". "
	if r, _ := utf8.DecodeRuneInString(o.Label); r >= '①' && r <= '⑳' {
		mark = o.Label + " "
	}
	return append([]Inline{&Text{Value: mark}}, o.Content...)
}

// Note is one source file.
type Note struct {
	File    string // slash-separated path below the input folder
	Title   string // front matter, else the first level-1 heading, else the file's name
	Lang    string // "ko", "en", … from front matter; empty when not said
	Aliases []string
	Cards   []*Card     // in source order
	Diags   Diagnostics // in source order
	// Lines are the note's lines as read, for reports; line n is Lines[n-1].
	Lines []string
	// Trace says what became of lines, by line; empty unless asked for.
	Trace []Trace
}

// Trace says what became of one line of a note.
type Trace struct {
	Line int
	Card *Card  // the card that took the line; nil when none did
	Rule string // the rule that took it, also where it made no card of it
	Why  string // why a line that looked like a card was passed over
}

// Collection is all that one run has read.
type Collection struct {
	Notes []*Note // in path order
	// Lang is the language of labels in the outputs: "ko" or "en".
	Lang string
	// Vault is the name of the Obsidian vault that links should open; empty
	// for no such links.
	Vault string
	// Title names the collection: the name of the input folder or file.
	Title string
	// Source is the slash-separated relative path from the output folder to
	// the folder that Note.File is below; empty when there is no such path
	// (standard input).
	Source string
}

// Cards yields all cards in note order, then source order.
func (c *Collection) Cards() iter.Seq[*Card] {
	return func(yield func(*Card) bool) {
		for _, n := range c.Notes {
			for _, k := range n.Cards {
				if !yield(k) {
					return
				}
			}
		}
	}
}

// Len returns the number of cards.
func (c *Collection) Len() int {
	n := 0
	for _, note := range c.Notes {
		n += len(note.Cards)
	}
	return n
}

// Modified returns the newest moment at which a card's content changed; zero
// when no card knows. Documents are dated by it.
func (c *Collection) Modified() time.Time {
	var t time.Time
	for k := range c.Cards() {
		if k.Modified.After(t) {
			t = k.Modified
		}
	}
	return t
}
