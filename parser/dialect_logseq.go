package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// Logseq and its Anki sync: a note is a tree of items; an item with #card has
// its answer below it, one with an arrow on its line. Properties are lines
// "key:: value" below an item, or at the top for the page.

var (
	logseqKey   = regexp.MustCompile(`^(?:[-*][ \t]+)?(id|collapsed|deck|tags|direction|title|alias|public|type|created-at|updated-at|logbook|extra|card-[a-z-]+|background-color|heading)::[ \t]*(.*)$`)
	logseqMark  = regexp.MustCompile(`^(?:[-*][ \t]+)?(?:card-(?:last-interval|repeats|ease-factor|next-schedule|last-reviewed|last-score)::|collapsed::[ \t]+(?:true|false)$|id::[ \t]+[0-9a-f]{8}-[0-9a-f]{4}-)`)
	logseqGroup = regexp.MustCompile(`(?i)(?:^|[ \t])#card-group(?:[ \t]|$)`)
)

var logseqArrows = []separatorMark{{":<->", true, false}, {":->", false, false}, {":<-", false, true}}

func declareLogseq(d *draft) evidence {
	for i := range d.having("::") {
		if t := d.text(i); logseqMark.MatchString(t) {
			return evidence{i, "property " + t[:strings.Index(t, "::")+2]}
		}
	}
	for i := range d.having("#") {
		if logseqGroup.MatchString(d.masked.lines[i]) {
			return evidence{i, "tag #card-group"}
		}
	}
	return evidence{}
}

// readLogseqProperties takes the properties: ids and schedules for the card
// of their item, decks and tags for all below it.
func readLogseqProperties(d *draft) {
	defer d.sortTokens()
	for i := range d.having("::") {
		m := logseqKey.FindStringSubmatch(d.text(i))
		if m == nil || !d.free(i) {
			continue
		}
		item := d.itemOf(i)
		s := statement{from: max(item, 0), to: len(d.lines)}
		if item >= 0 {
			s.to = d.children(item)
		}
		switch value := strings.TrimSpace(d.lines[i][strings.Index(d.lines[i], "::")+2:]); m[1] {
		case "deck":
			s.deck = deckName(strings.Trim(value, "[]"))
			d.say(s, i, i)
		case "tags":
			s.tags = logseqTags(value)
			d.say(s, i, i)
		case "id":
			d.tokens = append(d.tokens, token{line: i, col: -1, origin: "logseq:" + value})
		default:
			if strings.HasPrefix(m[1], "card-") {
				d.tokens = append(d.tokens, token{line: i, col: -1, schedule: m[1] + ":: " + value})
			}
		}
		d.take(nil, i, i)
	}
}

// logseqTags reads "[[a]], #b, c".
func logseqTags(s string) []string {
	var out []string
	for t := range strings.SplitSeq(s, ",") {
		if t = strings.Trim(strings.TrimSpace(t), "[]#"); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// maxProperties is how many lines below an item its properties reach.
const maxProperties = 40

// itemOf returns the line of the item that the property in line i belongs
// to; -1 for the page.
func (d *draft) itemOf(i int) int {
	if d.isItem(i) {
		return -1
	}
	n := d.indent(i)
	for j := i - 1; j >= max(d.start, i-maxProperties) && !d.blank(j); j-- {
		if d.isItem(j) && d.indent(j) < n {
			return j
		}
	}
	return -1
}

// findLogseqGroups makes a card of each item that an item with #card-group
// holds and that has an answer below it.
func findLogseqGroups(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if !d.free(i) || !d.isItem(i) || !logseqGroup.MatchString(d.masked.lines[i]) {
			continue
		}
		end := d.children(i)
		d.take(nil, i, i)
		for j := i + 1; j <= end; j++ {
			if !d.free(j) || !d.isItem(j) {
				continue
			}
			if last := d.children(j); last > j {
				d.askLines2(d.read(d.body(j), j), d.side(j+1, last), j, last)
				j = last
			}
		}
	}
}

// findLogseqArrows reads "front :-> back", with the arrow to the answer.
func findLogseqArrows(d *draft) { d.separate(func(int) bool { return true }, logseqArrows...) }

func findLogseqClozes(d *draft) {
	if d.has("{{c") {
		d.findClozes(logseqCloze, ownNumber, nil)
	}
}

// turn turns a card around as the tags of its item in line i or a property
// below it ask.
func (d *draft) turn(c *card.Card, i, to int) {
	text := d.masked.lines[i]
	for j := i + 1; j <= min(to, i+maxProperties); j++ {
		if strings.HasPrefix(d.text(j), "direction::") {
			text += d.text(j)
		}
	}
	switch {
	case strings.Contains(text, "<->"), strings.Contains(text, "#bidirectional"):
		c.Kind = card.Reversed
	case strings.Contains(text, "<-"), strings.Contains(text, "#reversed"):
		c.Front, c.Back, c.Kind, c.Term = c.Back, c.Front, card.Question, nil
	}
}
