package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// side is lines of a card and what they carry besides text.
type side struct {
	blocks []card.Block
	tags   []string
}

// read reads text, whose first line is the note's line first (from 0), as
// the content of a card.
func (d *draft) read(text string, first int) side {
	var s side
	if d.on["logseq"] && strings.Contains(text, "#[[") {
		for _, m := range pageTag.FindAllStringSubmatch(text, -1) {
			s.tags = append(s.tags, m[1])
		}
		text = pageTag.ReplaceAllString(text, "")
	}
	root := outline(newSource([]byte(dedent(text)+d.definitionsFor(text)), first+1), &s.tags)
	attachAll(root)
	for _, sec := range root.sections() {
		rows := sec.rows
		if sec.head != nil {
			rows = append([]*row{sec.head}, rows...)
		}
		s.blocks = append(s.blocks, render(trimRows(rows))...)
	}
	return s
}

// side reads the lines from and to.
func (d *draft) side(from, to int) side { return d.read(d.join(from, to), from) }

// join returns the lines from and to without ids; property lines are left
// out.
func (d *draft) join(from, to int) string {
	var sb strings.Builder
	for i := from; i <= to; i++ {
		if i > from {
			sb.WriteByte('\n')
		}
		if d.owner[i] == nil || d.owner[i].card != nil {
			sb.WriteString(d.shown(i))
		}
	}
	return sb.String()
}

// clozeMark matches Anki's cloze where only its words are wanted.
var clozeMark = regexp.MustCompile(`\{\{c\d+::(.*?)(?:::[^{}]*)?\}\}`)

// hidden returns the masked text of the lines from and to, byte for byte
// beside what join returns.
func (d *draft) hidden(from, to int) string {
	var sb strings.Builder
	for i := from; i <= to; i++ {
		if i > from {
			sb.WriteByte('\n')
		}
		if d.owner[i] == nil || d.owner[i].card != nil {
			sb.WriteString(d.masked.lines[i][:len(d.shown(i))])
		}
	}
	return sb.String()
}

// words returns the plain text of one line of Markdown.
func (d *draft) words(s string) string {
	s = clozeMark.ReplaceAllString(s, "$1")
	return foldSpace(card.PlainText(d.read(s, 0).blocks))
}

// pageTag is a tag of several words, which Logseq writes as a link.
var pageTag = regexp.MustCompile(`#\[\[([^\[\]]+)\]\]`)

var (
	refDefinition = regexp.MustCompile(`^ {0,3}\[([^\]\n]+)\]:[ \t]*\S`)
	refUse        = regexp.MustCompile(`\[([^\[\]\n]+)\]`)
)

// definitionsFor returns the link reference definitions and footnotes that a
// text uses and that stand elsewhere in the note.
func (d *draft) definitionsFor(text string) string {
	if !strings.Contains(text, "[") {
		return ""
	}
	if d.refs == nil {
		d.refs = map[string]string{}
		for i := d.start; i < len(d.lines); i++ {
			if m := refDefinition.FindStringSubmatch(d.masked.lines[i]); m != nil && !strings.Contains(m[1], "\x00") {
				d.refs[strings.ToLower(m[1])] = d.lines[i]
			}
		}
	}
	var out strings.Builder
	used := map[string]bool{}
	for _, m := range refUse.FindAllStringSubmatch(text, -1) {
		l := strings.ToLower(m[1])
		if def := d.refs[l]; def != "" && !used[l] && !strings.Contains(text, def) {
			out.WriteString("\n\n" + def)
			used[l] = true
		}
	}
	return out.String()
}

// ask makes a card of two sides; nil when one of them is empty.
func (d *draft) ask(front, back side, reversed bool) *card.Card {
	if len(front.blocks) == 0 || len(back.blocks) == 0 {
		return nil
	}
	c := &card.Card{Kind: card.Question, Front: front.blocks, Back: back.blocks, Tags: append(front.tags, back.tags...)}
	name := card.PlainText(c.Front)
	defines(c, name)
	if c.Term == nil && namesTerm(name) && len(c.Front) == 1 {
		c.Kind, c.Term = card.Definition, newTerm(name, c.Back)
	}
	if reversed {
		c.Kind = card.Reversed
	}
	return c
}

// namesTerm reports whether a front is a name, which the glossary takes up,
// rather than a question or a sentence.
func namesTerm(s string) bool {
	n := len(strings.Fields(s))
	return n > 0 && n <= 4 && runes(s) <= 40 && hasLetter(s) && !asks(s) && !strings.ContainsAny(s, "?？!.;,:")
}

// askLines emits a card whose front and back are lines; it reports whether
// there is one.
func (d *draft) askLines(from, mid, back, to int, reversed bool) bool {
	c := d.ask(d.side(from, mid), d.side(back, to), reversed)
	if c == nil {
		return false
	}
	d.emit(c, from, to)
	return true
}
