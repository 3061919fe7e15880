package parser

import (
	"regexp"
	"slices"
	"strings"
)

// Obsidian Spaced Repetition: a note with a flashcard tag holds lines
// "question::answer", blocks of lines around "?", and highlighted words to
// ask for. https://www.stephenmwangi.com/obsidian-spaced-repetition/

// tagsOnly matches a line of nothing but tags.
var tagsOnly = regexp.MustCompile(`^(?:#[^\s#]+[ \t]*)+$`)

func declareOSR(d *draft) evidence {
	for _, t := range d.meta.Tags {
		if _, ok := d.osrDeck(t); ok {
			return evidence{0, "tag " + strings.TrimPrefix(t, "#")}
		}
	}
	for i := range d.having("#") {
		if m := d.osr.tag.FindString(d.masked.lines[i]); m != "" {
			return evidence{i, "tag " + strings.TrimSpace(m)}
		}
	}
	for _, t := range d.tokens {
		if t.schedule != "" {
			return evidence{t.line, "scheduling comment SR"}
		}
	}
	return evidence{}
}

// osrDeck returns the deck that a tag of the front matter names; ok is false
// for another tag.
func (d *draft) osrDeck(tag string) (deck string, ok bool) {
	tag = strings.TrimPrefix(tag, "#")
	for _, t := range d.osr.tags {
		if rest, found := strings.CutPrefix(tag, t); found && (rest == "" || rest[0] == '/') {
			return strings.TrimPrefix(rest, "/"), true
		}
	}
	return "", false
}

var osrMetadata = regexp.MustCompile(`(?i)^[ \t]*>[ \t]*\[!sr\|card-metadata\]`)

// dropOSRSchedules takes the callouts in which schedules are kept.
func dropOSRSchedules(d *draft) {
	for i := range d.having("[!sr") {
		if !d.free(i) || d.solid[i] >= 0 || !osrMetadata.MatchString(d.lines[i]) {
			continue
		}
		to := i
		for d.free(to+1) && strings.HasPrefix(strings.TrimSpace(d.lines[to+1]), ">") {
			to++
		}
		d.take(nil, i, to)
	}
}

// findOSRBlocks reads the cards whose sides are separated by a line of "?" or,
// to be asked both ways, "??".
func findOSRBlocks(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if t := d.text(i); d.free(i) && (t == d.osr.block || t == d.osr.both) {
			d.osrBlock(i, t == d.osr.both)
		}
	}
}

// readOSRDecks reads the tags that name decks: in the front matter and on lines
// of their own for all that follows, beside other text for the card there.
func readOSRDecks(d *draft) {
	for _, t := range d.meta.Tags {
		if deck, ok := d.osrDeck(t); ok && deck != "" {
			d.say(statement{0, len(d.lines), deckName(deck), nil}, 0, -1)
		}
	}
	for i := range d.having("#") {
		m := d.osr.tag.FindStringSubmatch(d.masked.lines[i])
		if m == nil || !d.free(i) {
			continue
		}
		deck := deckName(strings.TrimPrefix(m[1], "/"))
		if tagsOnly.MatchString(d.text(i)) {
			d.say(statement{i, len(d.lines), deck, nil}, i, i)
		} else {
			d.say(statement{i, i, deck, nil}, i, i-1)
		}
	}
}

// deckName returns a deck's name with its levels joined by "::".
func deckName(s string) string {
	return deckPath(strings.Split(strings.ReplaceAll(strings.Trim(s, `"' `), "::", "/"), "/"))
}

// osrBlock makes the card around a separator in line i: its front are the
// lines right above, its back those below, to a blank line or, where the note
// uses it, to the end marker "+++".
func (d *draft) osrBlock(i int, reversed bool) {
	from := i
	for from > d.start && d.free(from-1) && !d.blank(from-1) && !isRule(d.text(from-1)) && !d.silent(from-1) {
		from--
		if d.isHeading(from) {
			break
		}
	}
	to, next := d.osrEnd(i + 1)
	if from == i || to <= i {
		d.skip(i, "a separator without lines above and below it")
		return
	}
	front := d.side(from, i-1)
	if from == i-1 {
		front = d.read(d.body(from), from)
	}
	if c := d.ask(front, d.side(i+1, to), reversed); c != nil {
		d.emit(c, from, max(to, next))
	}
}

// osrEnd returns the last line of a back that begins in line i, and the line
// of the end marker, -1 for none.
func (d *draft) osrEnd(i int) (to, marker int) {
	for j := i; j < len(d.lines) && d.free(j); j = max(j, d.solid[j]) + 1 {
		switch t := d.text(j); {
		case t == d.osr.end:
			return j - 1, j
		case t == d.osr.block || t == d.osr.both || d.osr.tag.MatchString(t) || d.isHeading(j):
			return d.until(i), -1
		}
	}
	return d.until(i), -1
}

func findOSRLines(d *draft) { d.separate(d.hasToken, d.osr.lines...) }

// hasToken reports whether line i, or one after it that shows nothing,
// carries an id or a schedule.
func (d *draft) hasToken(i int) bool {
	return d.tokenAt(i) != nil || i+1 < len(d.lines) && d.tokenLine(i+1)
}

func findOSRClozes(d *draft) {
	d.findClozes(d.osr.holes, ownNumber, func(from, to int) bool {
		return !slices.ContainsFunc(d.masked.lines[from:to+1], func(l string) bool { return d.osr.tag.MatchString(l) && tagsOnly.MatchString(strings.TrimSpace(l)) })
	})
}
