package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// mankidown and apy: a first-level heading begins a note, a second-level
// heading below it a field. In mankidown the first holds tags and a guid, and
// the fields are named in the first note only.

var (
	mankiGUID  = regexp.MustCompile(`(?:^|[ \t])guid:(\S+)`)
	mankiField = regexp.MustCompile(`^##(?:[ \t]+(.*?))?[ \t]*#*$`)
	mankiNote  = regexp.MustCompile(`^#(?:[ \t]+(.*))?$`)
	apyLine    = regexp.MustCompile(`^(model|tags|deck|nid|cid|markdown|id):[ \t]*(.*)$`)
)

func declareMankidown(d *draft) evidence {
	front := false
	for n, h := range d.heads {
		switch {
		case h.level == 1 && mankiGUID.MatchString(d.lines[h.line]):
			return evidence{h.line, "guid: in a heading"}
		case h.level == 1:
			front = strings.EqualFold(d.headText(n), "note")
		case h.level == 2 && front && strings.EqualFold(d.headText(n), "back"):
			return evidence{h.line, "headings Note, Front and Back"}
		}
	}
	return evidence{}
}

func findMankidown(d *draft) {
	starts := d.parts(d.start, len(d.lines)-1, func(i int) bool { return mankiNote.MatchString(d.masked.lines[i]) })
	for _, p := range starts[1:] {
		d.mankiCard(p[0]-1, p[1])
	}
}

// mankiCard makes the card of the note whose heading is in line from.
func (d *draft) mankiCard(from, to int) {
	fields := d.parts(from+1, to, func(i int) bool { return mankiField.MatchString(d.masked.lines[i]) })
	if len(fields) < 2 {
		return
	}
	c := &card.Card{}
	var sides []side
	for _, f := range fields[1:] {
		sides = append(sides, d.side(f[0], f[1]))
	}
	if c = d.ask(sides[0], joinSides(sides[1:]), false); c == nil {
		d.report(from, "note without a back; write it below its heading")
		d.take(nil, from, to)
		return
	}
	if head := d.body(from); mankiGUID.MatchString(head) {
		c.Origin = "mankidown:" + mankiGUID.FindStringSubmatch(head)[1]
		c.Tags = append(c.Tags, strings.Fields(mankiGUID.ReplaceAllString(head, ""))...)
	}
	for i := fields[0][0]; i <= fields[0][1]; i++ {
		m := apyLine.FindStringSubmatch(d.text(i))
		switch {
		case m == nil:
		case m[1] == "tags":
			c.Tags = append(c.Tags, list(m[2])...)
		case m[1] == "deck":
			c.Deck = deckName(m[2])
		case m[1] == "nid":
			c.Origin = "apy:" + m[2]
		}
	}
	_, last := d.trim(from, to)
	d.emit(c, from, last)
}
