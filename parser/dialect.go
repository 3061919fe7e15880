package parser

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A dialect is the way another tool marks cards in notes. Dialects are read
// before the recognisers, on the lines of the note rather than on its
// outline, because that is how their tools read them; what a dialect takes,
// the recognisers do not see.
//
// Marks that nothing else uses (#card, START … END, {{c1::x}}) count
// everywhere. Weak ones (::, ?, ==x==, %) count only where something declares
// the dialect, because elsewhere they are C++, Dataview, questions or
// emphasis.
type dialect struct {
	name string
	doc  string
	// declared returns what declares the dialect in a note; "" when nothing
	// does. Nil for a dialect whose marks all speak for themselves.
	declared func(*draft) evidence
	// strong finds the cards whose marks speak for themselves, weak those
	// whose marks count only where the dialect is declared.
	strong, weak steps
}

// evidence is what declares a dialect, and where; the line counts from 0.
type evidence struct {
	line int
	what string
}

// steps are the passes over a note in the order in which they take lines, so
// that a container owns all that is in it: decks and properties, which are no
// cards, blocks with marks of their own, sections, lines with a separator, and
// last what hides words.
type steps struct {
	facts, container, section, inline, cloze func(*draft)
}

func (s steps) all() [5]func(*draft) {
	return [...]func(*draft){s.facts, s.container, s.section, s.inline, s.cloze}
}

// dialects is the table of dialects. Within one step the earlier takes the
// lines that two could read.
var dialects = []dialect{
	{"osr", "Spaced Repetition: Q::A, Q:::A, ? and ?? between lines, ==x==", declareOSR, steps{facts: dropOSRSchedules}, steps{facts: readOSRDecks, section: findOSRBlocks, inline: findOSRLines, cloze: findOSRClozes}},
	{"logseq", "Logseq: items with :->, :<- and :<->, {{cloze x}}, #card-group, properties", declareLogseq, steps{inline: findLogseqArrows, cloze: findLogseqClozes}, steps{facts: readLogseqProperties, section: findLogseqGroups}},
	{"fo", "Flashcards for Obsidian 1 and 2: #card, [!CARD], fenced flashcard, Q::A, atomic notes", declareFO, steps{container: findFOContainers, section: findFOTags}, steps{inline: findFOLines, cloze: findFOClozes}},
	{"inka", "inka: numbered questions with > answers between rules", declareInka, steps{}, steps{container: findInka}},
	{"o2a", "Obsidian_to_Anki: START … END, STARTI … ENDI, TARGET DECK, and what an ID follows", declareO2A, steps{facts: readO2AStatements, container: findO2ANotes}, steps{section: findO2ABlocks, inline: findO2ALines, cloze: findO2AClozes}},
	{"hashcards", "hashcards: Q:, A: and C: with [hidden words]", declareHashcards, steps{}, steps{facts: readHashcardsHead, section: findHashcards}},
	{"ankiops", "AnkiOps: fields behind Q:, A:, T:, F:, B:, I:, C1: and so on, notes between rules", declareAnkiOps, steps{}, steps{container: findAnkiOps}},
	{"tabs", "Markdown2Anki: sides under headings of flags such as ## F and ## B", declareTabs, steps{}, steps{container: findTabs}},
	{"mankidown", "mankidown and apy: a heading a note, a heading below it a field", declareMankidown, steps{}, steps{container: findMankidown}},
	{"md2apkg", "md2apkg: every heading with its text, split by %", declareMd2apkg, steps{}, steps{section: findMd2apkg}},
	{"mdanki", "mdanki and its kin: every second-level heading with its text, split by %", declareMdanki, steps{}, steps{facts: readMdankiDecks, section: findMdanki}},
	{"ankdown", "ankdown: fields split by %, cards by ---", declareAnkdown, steps{}, steps{container: findAnkdown}},
	{"yanki", "Yanki: a note is a card, its sides split by ---", declareYanki, steps{}, steps{container: findYanki}},
	{"text2qti", "text2qti: numbered questions with *a) for the right option", declareText2qti, steps{}, steps{section: findText2qti}},
	{"quizgen", "Quiz Generator: callouts [!question] with an answer folded inside", nil, steps{container: findQuizCallouts}, steps{}},
	{"neuracache", "NeuraCache: #flashcard behind a question, prompt : answer #flashcard", declareNeuraCache, steps{section: findNeuraCache}, steps{inline: findNeuraCacheLines}},
	{"remnote", "RemNote: ::, >>, <<, <> and ;; on a line", declareNothing, steps{}, steps{inline: findRemNote}},
	{"cloze", "Anki cloze: {{c1::x::hint}}, {c1:x}, {c1|x}", nil, steps{cloze: findNativeCloze}, steps{}},
}

// RuleDialects is the name by which --rules switches all dialects off.
const RuleDialects = "dialect"

// Dialects are the names of dialects that are read as if every note declared
// them. The zero value names none. It is a pflag.Value.
type Dialects []string

// Set reads a list of names: "osr,logseq".
func (d *Dialects) Set(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(DialectNames(), name) {
			return fmt.Errorf("no dialect %q; the dialects are %s", name, strings.Join(DialectNames(), ", "))
		}
		if !slices.Contains(*d, name) {
			*d = append(*d, name)
		}
	}
	return nil
}

// String returns the list that Set would read.
func (d *Dialects) String() string { return strings.Join(*d, ",") }

// Type names the value in usage texts.
func (*Dialects) Type() string { return "LIST" }

// DialectNames returns the names of all dialects in their order.
func DialectNames() []string {
	var names []string
	for _, d := range dialects {
		names = append(names, d.name)
	}
	return names
}

// readDialects finds the cards of all dialects in a note.
func (d *draft) readDialects(forced Dialects, set Settings) {
	on := make([]bool, len(dialects))
	for i, dia := range dialects {
		var e evidence
		if dia.declared != nil {
			e = dia.declared(d)
		}
		if file := set.declared[dia.name]; file != "" {
			e = evidence{what: "settings in " + file}
		}
		if slices.Contains(forced, dia.name) {
			e = evidence{what: "--dialect " + dia.name}
			d.forced[dia.name] = true
		}
		if on[i] = e.what != ""; on[i] {
			d.declare(dia.name, e)
		}
	}
	for step := range len(steps{}.all()) {
		for i, dia := range dialects {
			d.name = dia.name
			if f := dia.strong.all()[step]; f != nil {
				f(d)
			}
			if f := dia.weak.all()[step]; f != nil && on[i] {
				f(d)
			}
		}
	}
}

// declares reports whether the note declares a dialect or has cards of one.
func (d *draft) declares() bool { return len(d.trace) > 0 || len(d.cards) > 0 }

// marksCards reports whether a tag only marks cards.
func (d *draft) marksCards(tag string) bool {
	tag = strings.TrimPrefix(tag, "#")
	_, deck := d.osrDeck(tag)
	return deck || markerTag.MatchString(tag)
}

// markerTag matches the tags by which tools find their cards.
var markerTag = regexp.MustCompile(`(?i)^(?:card(?:[-/](?:reverse|spaced|reminder|group))?|flashcards?(?:/.*)?|spaced|forward|reversed|bidirectional|incremental|depth-\d+|hide-all-test-one)$`)

// content returns the tags of a note without those that only mark cards, in a
// note where a dialect is read.
func (d *draft) content(tags []string) []string {
	if !d.declares() {
		return tags
	}
	return slices.DeleteFunc(tags, d.marksCards)
}
