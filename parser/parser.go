// Package parser reads notes and finds the cards in them. It takes a name and
// the bytes of a note and returns a [card.Note]; it never fails, never opens
// a file and knows no output format.
//
// What the marks of other tools declare to be cards is read first, on the
// lines of the note (dialect.go). The rest goes through four stages: Markdown
// (goldmark with the extensions of mdext) to an outline of lines (outline.go),
// which the recognisers read in their order (recognize.go), and which is then
// rendered as the content of cards (render.go). A new layout is one file and
// one line in the table of recognisers, a new dialect one file and one line in
// the table of dialects.
package parser

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"recto/card"
	"recto/parser/mdext"
)

// Config says how notes are read. The zero value is not ready: Rules must be
// set.
type Config struct {
	Rules Rules
	// Dialects are read as if every note declared them.
	Dialects Dialects
	// Settings are those of other tools beside the notes.
	Settings Settings
	Deck     string   // replaces the folder's name as the root of all decks
	Tags     []string // added to every card
	Trace    bool     // fill card.Note.Trace
}

// Parse finds the cards of one note. The text is UTF-8 with "\n" line ends,
// as vault.Decode returns it; name is the path that positions carry.
// It is safe for concurrent use.
func (c Config) Parse(name string, text []byte) *card.Note {
	n := &card.Note{File: name, Lines: strings.Split(string(text), "\n")}
	_, _, start := mdext.FrontMatter(text)
	m, diags := readMeta(name, text)
	if isInkaSection(text[:start]) {
		start, m, diags = 0, meta{}, nil
	}
	n.Diags = diags
	n.Aliases, n.Lang = m.Aliases, m.Lang
	body := blank(text, start)
	d := newDraft(name, strings.Split(string(body), "\n"), bytes.Count(text[:start], []byte("\n")), m, c.Settings)
	if !m.Off && !c.Rules.Off[RuleDialects] {
		d.readDialects(c.Dialects, c.Settings)
		body = d.rest()
	}
	var tags []string
	root := outline(newSource(withAdmonitions(body), 1), &tags)
	attachAll(root)
	hangAll(root)
	n.Title = title(m, root, name)
	if m.Off {
		return n
	}
	n.Cards, n.Diags = slices.Clone(d.cards), append(n.Diags, d.diags...)
	d.claimHeadings(root)
	p := newPass(name, root, c.Rules, n)
	if !m.Marked || !d.declares() {
		p.recognize()
		d.settle(root, n.Cards[len(d.cards):])
	}
	m.Tags, tags = d.content(m.Tags), d.content(tags)
	merged := map[*card.Card]*card.Card{}
	c.finish(n, m, tags, merged)
	if c.Trace {
		n.Trace = append(d.traces(merged), p.trace(merged)...)
	}
	return n
}

// blank returns text with the first n bytes as empty lines, so that lines
// keep their numbers.
func blank(text []byte, n int) []byte {
	out := slices.Clone(text)
	for i := range out[:n] {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	return out
}

// title returns the front matter's title, else the only level-1 heading, else
// the file's name.
func title(m meta, root *section, name string) string {
	if m.Title != "" {
		return m.Title
	}
	var h1 []*section
	for _, s := range root.subs {
		if s.level == 1 {
			h1 = append(h1, s)
		}
	}
	if len(h1) == 1 && h1[0].head != nil {
		return h1[0].title()
	}
	return strings.TrimSuffix(path.Base(name), path.Ext(name))
}
