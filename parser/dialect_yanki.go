package parser

import (
	"regexp"

	"recto/card"
)

// Yanki: a note is a card. Its first rule splits front and back, two in a row
// ask both ways, struck-out words before any rule are hidden, and an
// emphasised last paragraph is the answer to type.
// https://github.com/kitschpatrol/yanki

var yankiTyped = regexp.MustCompile(`^(?:_([^_]+)_|\*([^*]+)\*)$`)

func declareYanki(d *draft) evidence {
	if scalar(d.values["noteid"]) != "" {
		return evidence{0, "front matter noteId"}
	}
	return evidence{}
}

func findYanki(d *draft) {
	sides := d.parts(d.start, len(d.lines)-1, func(i int) bool { return isRule(d.text(i)) && d.blank(i-1) })
	from, to := d.trim(sides[0][0], sides[0][1])
	if to < from {
		return
	}
	c := d.yankiCard(from, to, sides[1:])
	if c == nil {
		d.report(from, "note without an answer: %s; write the answer below a line of ---", quoted(d.words(d.body(from))))
		return
	}
	if id := scalar(d.values["noteid"]); id != "" {
		c.Origin = "yanki:" + id
	}
	d.emit(c, from, len(d.lines)-1)
}

func (d *draft) yankiCard(from, to int, more [][2]int) *card.Card {
	var back []side
	for _, m := range more {
		back = append(back, d.side(m[0], m[1]))
	}
	if c := d.clozeCard(d.join(from, to), d.hidden(from, to), from, strikes, ownNumber); c != nil {
		c.Back = joinSides(back).blocks
		return c
	}
	if len(more) == 0 {
		last := to
		for last > from && !d.blank(last-1) {
			last--
		}
		if m := yankiTyped.FindStringSubmatch(d.text(last)); m != nil && last == to && last > from {
			return d.ask(d.side(from, last-1), d.read(m[1]+m[2], last), false)
		}
		return nil
	}
	reversed := len(more) > 1 && d.allBlank(more[0][0], more[0][1])
	return d.ask(d.side(from, to), joinSides(back), reversed)
}
