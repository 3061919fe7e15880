package parser

import (
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// Flashcards for Obsidian, in its first version and its rewrite: a tag #card
// behind a front, lines "question::answer", callouts, fences and whole notes.

func declareFO(d *draft) evidence {
	switch _, synced := d.values["flashcards"].(map[string]any); {
	case d.values["cards-deck"] != nil:
		return evidence{0, "front matter cards-deck"}
	case synced:
		return evidence{0, "front matter flashcards"}
	case len(d.foTests()) > 0:
		return evidence{0, "front matter test"}
	}
	for i := range d.having("#") {
		if !d.on["logseq"] && d.fo.tag.MatchString(d.masked.lines[i]) {
			return evidence{i, "tag " + strings.TrimSpace(d.fo.tag.FindString(d.masked.lines[i]))}
		}
	}
	for _, t := range d.tokens {
		if strings.HasPrefix(t.origin, "fo:") {
			return evidence{t.line, "id ^" + strings.TrimPrefix(t.origin, "fo:")}
		}
	}
	return evidence{}
}

// findFOContainers reads the blocks that say by themselves that they are
// cards: notes with a test, fences and callouts.
func findFOContainers(d *draft) {
	d.foAtomic()
	for i := d.start; i < len(d.lines); i++ {
		if !d.free(i) {
			continue
		}
		if d.solid[i] > i && foFence.MatchString(d.lines[i]) {
			d.foFence(i, d.solid[i])
		} else if !strings.Contains(d.lines[i], "[!") {
			continue
		} else if m := foCallout.FindStringIndex(d.lines[i]); m != nil && d.solid[i] < 0 {
			d.foCallout(i, m[1])
		}
	}
}

// foTests returns the questions to a whole note: title, reversed, cloze, or
// text that asks.
func (d *draft) foTests() []string {
	tests := list(d.values["test"])
	if s := scalar(d.values["test"]); s != "" {
		tests = []string{s}
	}
	return slices.DeleteFunc(tests, func(t string) bool {
		return !foTest.MatchString(t) && !strings.Contains(t, " ") && !asks(t)
	})
}

var foTest = regexp.MustCompile(`(?i)^(?:title|reversed|cloze)$`)

// foAtomic makes the cards of a note that is one: the front matter names the
// question, its first paragraph is the answer.
func (d *draft) foAtomic() {
	tests := d.foTests()
	if len(tests) == 0 {
		return
	}
	from := d.start
	for from < len(d.lines) && (d.blank(from) || d.isHeading(from)) {
		from++
	}
	to := d.until(from)
	if to < from {
		d.report(d.start, "a note to be asked as a whole has no text; write the answer as its first paragraph")
		return
	}
	d.take(nil, d.start, from-1)
	for _, t := range tests {
		var c *card.Card
		switch strings.ToLower(t) {
		case "cloze":
			c = d.clozeCard(d.join(from, to), d.hidden(from, to), from, nativeCloze|curlyNumber|highlights, ownNumber)
		case "title", "reversed":
			c = d.ask(d.read(d.title(), from), d.side(from, to), strings.EqualFold(t, "reversed"))
		default:
			c = d.ask(d.read(t, from), d.side(from, to), false)
		}
		if c != nil {
			d.emit(c, from, to)
		}
	}
}

var (
	foFence   = regexp.MustCompile("^[ \\t>]*(?:`{3,}|~{3,})[ \\t]*flashcard[ \\t]*$")
	foField   = regexp.MustCompile(`(?i)^(front|back|type|content|deck|tags|id):[ \t]*(.*)$`)
	foCallout = regexp.MustCompile(`(?i)^[ \t]*>[ \t]*\[!card\][-+]?:?[ \t]*`)
	quoteMark = regexp.MustCompile(`^[ \t]*>[ \t]?`)
)

// foFence reads a fence with a field a line; a field goes on to the next.
func (d *draft) foFence(from, to int) {
	fields, name := map[string]string{}, ""
	for _, l := range d.lines[from+1 : to] {
		if m := foField.FindStringSubmatch(strings.TrimSpace(l)); m != nil {
			name = strings.ToLower(m[1])
			fields[name] = m[2]
		} else if name != "" {
			fields[name] += "\n" + l
		}
	}
	var c *card.Card
	switch kind := strings.ToLower(strings.TrimSpace(fields["type"])); kind {
	case "cloze":
		text := fields["content"]
		c = d.clozeCard(text, strings.Join(mask(strings.Split(text, "\n"), 0).lines, "\n"), from, nativeCloze|curlyNumber|highlights, ownNumber)
	case "reminder":
		d.take(nil, from, to)
		return
	default:
		c = d.ask(d.read(fields["front"], from), d.read(fields["back"], from), kind == "reversed")
	}
	if c == nil {
		d.report(from, "flashcard without %s; write it into the fence", missing(fields))
		d.take(nil, from, to)
		return
	}
	if s := fields["deck"]; s != "" {
		c.Deck = deckName(s)
	}
	c.Tags = append(c.Tags, list(fields["tags"])...)
	d.emit(c, from, to)
}

func missing(fields map[string]string) string {
	switch {
	case strings.EqualFold(strings.TrimSpace(fields["type"]), "cloze"):
		return "a hidden word"
	case strings.TrimSpace(fields["front"]) == "":
		return "a front"
	}
	return "a back"
}

// foCallout reads a callout: its title is the front, its body the back.
func (d *draft) foCallout(i, title int) {
	to := i
	for d.free(to+1) && strings.HasPrefix(strings.TrimSpace(d.lines[to+1]), ">") {
		to++
	}
	front := d.read(d.shown(i)[title:], i)
	var body []string
	for j := i + 1; j <= to; j++ {
		body = append(body, quoteMark.ReplaceAllString(d.shown(j), ""))
	}
	c := d.ask(front, d.read(strings.Join(body, "\n"), i+1), false)
	switch {
	case len(front.blocks) == 0:
		d.report(i, "card without a question; write it behind [!card]")
	case c == nil:
		d.report(i, "card without an answer: %s; write the answer below its title", quoted(d.words(d.shown(i)[title:])))
	}
	if c == nil {
		d.take(nil, i, to)
		return
	}
	d.emit(c, i, to)
}

// findFOTags makes the cards of fronts that a tag #card marks.
func findFOTags(d *draft) {
	for i := range d.having("#") {
		m := d.fo.tag.FindStringSubmatch(d.masked.lines[i])
		if m == nil || !d.free(i) {
			continue
		}
		kind := strings.ToLower(strings.TrimLeft(m[1], "-/"))
		if kind == "spaced" || kind == "reminder" {
			d.skip(i, "a prompt to come back to, without an answer")
			d.take(nil, i, i)
			continue
		}
		d.tagged(i, d.fo.tag, kind == "reverse")
	}
}

// tagged makes the card whose front a tag in line i marks: a heading with its
// section, an item with what is indented below it, or the lines of a
// paragraph with the rest of it or else the next block.
func (d *draft) tagged(i int, tag *regexp.Regexp, reversed bool) {
	if len(holes(d.masked.lines[i], nativeCloze|logseqCloze)) > 0 {
		return // asks for its hidden words
	}
	from, back, to := i, i+1, i
	switch {
	case d.isHeading(i):
		to = d.taggedSection(i, tag)
	case d.isItem(i):
		to = d.children(i)
	default:
		from = d.paragraph(i)
		for back < len(d.lines) && d.blank(back) {
			back++
		}
		if back < len(d.lines) && !d.isHeading(back) && !tag.MatchString(d.masked.lines[back]) && !isRule(d.text(back)) {
			to = d.untilTag(back, tag)
		}
	}
	front := d.side(from, i)
	if from == i {
		front = d.read(d.body(i), i)
	}
	var c *card.Card
	if to > i {
		c = d.ask(front, d.side(back, to), reversed)
	}
	if c == nil {
		d.report(i, "card without an answer: %s; write the answer below it", quoted(d.words(d.body(i))))
		d.take(nil, i, i)
		return
	}
	d.turn(c, i, to)
	d.emit(c, from, to)
	if d.on["logseq"] && d.isItem(i) {
		c.Rule = RuleDialects + ":logseq"
	}
}

// untilTag returns the last line of the block from line i on, before the next
// line with the tag.
func (d *draft) untilTag(i int, tag *regexp.Regexp) int {
	for i < len(d.lines) && d.free(i) && !d.blank(i) && !tag.MatchString(d.masked.lines[i]) && !d.isHeading(i) {
		i = max(i, d.solid[i]) + 1
	}
	return i - 1
}

// taggedSection returns the last line that the heading in line i owns: its
// section, up to a heading in it that has the tag itself. In the plugin's
// first version, whose ids are numbers, a blank line ends the answer.
func (d *draft) taggedSection(i int, tag *regexp.Regexp) int {
	end := d.sectionEnd(d.headingAt(i))
	if d.values["cards-deck"] != nil && !d.blank(i+1) {
		end = min(end, d.until(i+1))
	}
	for j := i + 1; j <= end; j++ {
		if tag.MatchString(d.masked.lines[j]) && (tag == neuraTag || d.isHeading(j)) || !d.free(j) {
			end = j - 1
		}
	}
	for end > i && (d.blank(end) || isRule(d.text(end))) {
		end--
	}
	return end
}

func findFOLines(d *draft) { d.separate(d.hasToken, d.fo.lines...) }

// findFOClozes makes clozes of highlights and numbered brackets. Bare
// brackets hide words only in what the first version has given an id.
func findFOClozes(d *draft) {
	_, synced := d.values["flashcards"].(map[string]any)
	all := synced || d.values["cards-deck"] != nil || d.forced["fo"]
	d.findClozes(curlyBare|curlyNumber|highlights, oneNumber, func(_, to int) bool { return d.foToken(to, 13) })
	d.findClozes(curlyNumber|highlights, ownNumber, func(_, to int) bool { return all || d.foToken(to, 6) })
}

// foToken reports whether line i, or one after it that shows nothing, carries
// one of the plugin's ids of n characters.
func (d *draft) foToken(i, n int) bool {
	for j := i; j == i || j == i+1 && j < len(d.lines) && d.tokenLine(j); j++ {
		if t := d.tokenAt(j); t != nil {
			id, ok := strings.CutPrefix(t.origin, "fo:")
			return ok && len(id) == n
		}
	}
	return false
}
