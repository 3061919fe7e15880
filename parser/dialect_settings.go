package parser

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// Settings is what the settings of other tools in a folder of notes say about
// the marks they read there. The zero value says nothing: then the tools'
// own defaults hold, and only notes declare dialects.
type Settings struct {
	declared map[string]string // dialects read in every note, and the file that says so
	osr      *osrMarks
	fo       *foMarks
}

const osrSettings = ".obsidian/plugins/obsidian-spaced-repetition/data.json"

// settingsFiles are the files that Settings reads.
var settingsFiles = []struct {
	name string // slash-separated, below the folder of the notes
	read func(*Settings, []byte)
}{
	{osrSettings, (*Settings).readOSR},
	{".obsidian/plugins/flashcards-obsidian/data.json", (*Settings).readFO},
	{"logseq/config.edn", func(s *Settings, _ []byte) { s.declare("logseq", "logseq/config.edn") }},
}

// SettingsFiles returns the names of the files that [Settings.Read] knows,
// slash-separated and below the folder of the notes.
func SettingsFiles() []string {
	var names []string
	for _, f := range settingsFiles {
		names = append(names, f.name)
	}
	return names
}

// Read takes in one of the files that SettingsFiles names. Settings that
// cannot be decoded count as not made, as they do for their tools.
func (s *Settings) Read(name string, data []byte) {
	for _, f := range settingsFiles {
		if f.name == name {
			f.read(s, data)
		}
	}
}

func (s *Settings) declare(dialect, file string) {
	if s.declared == nil {
		s.declared = map[string]string{}
	}
	s.declared[dialect] = file
}

// osrMarks are the marks of Spaced Repetition.
type osrMarks struct {
	tag         *regexp.Regexp // the first group is the deck below the tag
	tags        []string       // without "#"
	lines       []separatorMark
	block, both string // alone on a line
	end         string
	holes       grammar
}

var osrDefaults = osrMarks{
	tag: osrTag([]string{"flashcards"}), tags: []string{"flashcards"}, lines: colons,
	block: "?", both: "??", end: "+++", holes: highlights | plainNumber,
}

// osrTag matches a tag that marks cards, with the deck below it.
func osrTag(tags []string) *regexp.Regexp {
	var quoted []string
	for _, t := range tags {
		quoted = append(quoted, regexp.QuoteMeta(t))
	}
	return regexp.MustCompile(`(?:^|[ \t])#(?:` + strings.Join(quoted, "|") + `)((?:/[\p{L}\p{N}_-]+)*)(?:[ \t]|$)`)
}

func (s *Settings) readOSR(data []byte) {
	var file struct {
		Settings struct {
			FlashcardTags                   []string `json:"flashcardTags"`
			ConvertFoldersToDecks           bool     `json:"convertFoldersToDecks"`
			SingleLineCardSeparator         string   `json:"singleLineCardSeparator"`
			SingleLineReversedCardSeparator string   `json:"singleLineReversedCardSeparator"`
			MultilineCardSeparator          string   `json:"multilineCardSeparator"`
			MultilineReversedCardSeparator  string   `json:"multilineReversedCardSeparator"`
			MultilineCardEndMarker          string   `json:"multilineCardEndMarker"`
			ConvertHighlightsToClozes       *bool    `json:"convertHighlightsToClozes"`
			ConvertCurlyBracketsToClozes    bool     `json:"convertCurlyBracketsToClozes"`
		} `json:"settings"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return
	}
	set, m := file.Settings, osrDefaults
	if tags := bareTags(set.FlashcardTags); len(tags) > 0 {
		m.tags, m.tag = tags, osrTag(tags)
	}
	m.lines = slices.Clone(m.lines)
	for i, text := range []string{set.SingleLineReversedCardSeparator, set.SingleLineCardSeparator} {
		if text = strings.TrimSpace(text); text != "" {
			m.lines[i].text = text
		}
	}
	slices.SortStableFunc(m.lines, func(a, b separatorMark) int { return len(b.text) - len(a.text) })
	for to, text := range map[*string]string{&m.block: set.MultilineCardSeparator, &m.both: set.MultilineReversedCardSeparator, &m.end: set.MultilineCardEndMarker} {
		if text = strings.TrimSpace(text); text != "" {
			*to = text
		}
	}
	if set.ConvertHighlightsToClozes != nil && !*set.ConvertHighlightsToClozes {
		m.holes &^= highlights
	}
	if set.ConvertCurlyBracketsToClozes {
		m.holes |= doubleCurly
	}
	s.osr = &m
	if set.ConvertFoldersToDecks {
		s.declare("osr", osrSettings)
	}
}

// foMarks are the marks of Flashcards for Obsidian.
type foMarks struct {
	tag   *regexp.Regexp // the first group is the kind of card
	lines []separatorMark
}

var foDefaults = foMarks{foTag("card"), colons}

// foTag matches the tag behind a front.
func foTag(name string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[ \t])#` + regexp.QuoteMeta(name) + `([-/](?:reverse|spaced|reminder))?(?:[ \t]|$)`)
}

func (s *Settings) readFO(data []byte) {
	var file struct {
		FlashcardsTag          string `json:"flashcardsTag"`
		InlineSeparator        string `json:"inlineSeparator"`
		InlineSeparatorReverse string `json:"inlineSeparatorReverse"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return
	}
	m := foDefaults
	if tags := bareTags([]string{file.FlashcardsTag}); len(tags) > 0 {
		m.tag = foTag(tags[0])
	}
	m.lines = slices.Clone(m.lines)
	for i, text := range []string{file.InlineSeparatorReverse, file.InlineSeparator} {
		if text = strings.TrimSpace(text); text != "" {
			m.lines[i].text = text
		}
	}
	slices.SortStableFunc(m.lines, func(a, b separatorMark) int { return len(b.text) - len(a.text) })
	s.fo = &m
}

// bareTags returns tags without "#" and without empty ones.
func bareTags(tags []string) []string {
	var out []string
	for _, t := range tags {
		if t = strings.Trim(strings.TrimSpace(t), "#/"); t != "" {
			out = append(out, t)
		}
	}
	return out
}
