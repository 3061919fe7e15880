package parser

import (
	"regexp"
	"slices"
	"strings"
)

// mdanki and its kin: every second-level heading begins a card. A line "%"
// splits it; without one the heading is the front.
// https://github.com/ashlinchak/mdanki

var (
	secondLevel = regexp.MustCompile(`^##[ \t]`)
	mdankiTags  = regexp.MustCompile(`^(?:\[#[^\]\n]+\]\(\)[ \t]*)+$`)
	mdankiTag   = regexp.MustCompile(`\[#([^\]\n]+)\]`)
	uuidEnd     = regexp.MustCompile(`[ \t]*\(([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})\)[ \t]*$`)
	headDeck    = regexp.MustCompile(`^#{1,6}[ \t]+(?:Deck|Subdeck):[ \t]*(.+)$`)
)

func declareMdanki(d *draft) evidence {
	if d.on["md2apkg"] || d.on["tabs"] || d.on["mankidown"] {
		return evidence{}
	}
	inCard := false
	for i := d.start; i < len(d.lines); i++ {
		t := d.masked.lines[i]
		inCard = inCard || secondLevel.MatchString(t)
		switch {
		case inCard && d.text(i) == "%":
			return evidence{i, "% below a heading"}
		case inCard && mdankiTags.MatchString(strings.TrimSpace(d.lines[i])) && d.solid[i] < 0:
			return evidence{i, "tags in empty links"}
		case secondLevel.MatchString(t) && uuidEnd.MatchString(d.lines[i]):
			return evidence{i, "id at the end of a heading"}
		}
		if tk := d.tokenAt(i); tk != nil && strings.HasPrefix(tk.origin, "louwers:") {
			return evidence{i, "id comment"}
		}
	}
	return evidence{}
}

// readMdankiDecks reads the headings that name decks.
func readMdankiDecks(d *draft) {
	for _, h := range d.heads {
		if m := headDeck.FindStringSubmatch(d.text(h.line)); m != nil {
			d.say(statement{h.line, len(d.lines), deckName(m[1]), nil}, h.line, h.line)
		}
	}
}

func findMdanki(d *draft) {
	for n, h := range d.heads {
		if h.level == 2 && d.free(h.line) {
			_, to := d.trim(h.line, d.sectionEnd(n))
			d.mdankiCard(h.line, to)
		}
	}
}

func (d *draft) mdankiCard(from, to int) {
	var tags []string
	for i := from + 1; i <= to; i++ {
		if t := strings.TrimSpace(d.lines[i]); d.solid[i] < 0 && mdankiTags.MatchString(t) {
			for _, m := range mdankiTag.FindAllStringSubmatch(t, -1) {
				tags = append(tags, m[1])
			}
			d.take(nil, i, i)
		}
	}
	front, origin := d.body(from), ""
	if m := uuidEnd.FindStringSubmatchIndex(front); m != nil {
		front, origin = front[:m[0]], "md2anki:"+front[m[2]:m[3]]
	}
	back := from + 1
	if i := slices.IndexFunc(d.masked.lines[from:to+1], func(l string) bool { return strings.TrimSpace(l) == "%" }); i > 0 {
		front += "\n\n" + d.join(from+1, from+i-1)
		back = from + i + 1
	}
	c := d.ask(d.read(front, from), d.read(d.join(back, to), back), false)
	if c == nil {
		d.report(from, "card without an answer: %s; write the answer below the heading", quoted(d.words(front)))
		d.take(nil, from, to)
		return
	}
	c.Origin, c.Tags = origin, append(c.Tags, tags...)
	d.emit(c, from, to)
}
