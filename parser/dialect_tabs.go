package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// Markdown2Anki: between rules stand cards, made of tabs under headings of
// flags: F or B for the side, L or R for the half of it, + or - for a tab
// that stands open, then a label in brackets.
// https://github.com/Mochitto/Markdown2Anki

var tabHead = regexp.MustCompile(`^##[ \t]+([FBLRfblr+-]{1,4})(?:[ \t]+\[([^\]]*)\])?[ \t]*$`)

var letterHead = regexp.MustCompile(`^##[ \t]+\p{L}[ \t]*$`)

func declareTabs(d *draft) evidence {
	front := -1
	for i := d.start; i < len(d.lines); i++ {
		if letterHead.MatchString(d.masked.lines[i]) && !tabHead.MatchString(d.masked.lines[i]) {
			return evidence{} // an index by letters
		}
		m := tabHead.FindStringSubmatch(d.masked.lines[i])
		switch {
		case m == nil:
		case strings.ContainsAny(m[1], "Bb") && front >= 0:
			return evidence{front, "tabs " + d.text(front) + " and " + d.text(i)}
		case strings.ContainsAny(m[1], "Ff"):
			front = i
		}
	}
	return evidence{}
}

func findTabs(d *draft) {
	for _, p := range d.parts(d.start, len(d.lines)-1, func(i int) bool { return isRule(d.text(i)) }) {
		d.tabsCard(p[0], p[1])
	}
}

// tab is one tab of a card.
type tab struct {
	label    string
	back     bool
	from, to int // its lines, without the heading
}

func (d *draft) tabsCard(from, to int) {
	var tabs []tab
	for i := from; i <= to; i++ {
		m := tabHead.FindStringSubmatch(d.masked.lines[i])
		if m == nil || !d.free(i) {
			continue
		}
		if len(tabs) > 0 {
			tabs[len(tabs)-1].to = i - 1
		}
		tabs = append(tabs, tab{d.lines[i][strings.IndexByte(d.lines[i], '#'):], strings.ContainsAny(m[1], "Bb"), i + 1, to})
		tabs[len(tabs)-1].label = m[2]
	}
	if len(tabs) == 0 {
		return
	}
	first := tabs[0].from - 1
	c := d.ask(d.tabSide(tabs, false), d.tabSide(tabs, true), false)
	_, last := d.trim(first, to)
	if c == nil {
		d.report(first, "card without a front or a back; write a tab for each side")
		d.take(nil, first, last)
		return
	}
	d.emit(c, first, last)
	d.take(nil, from-1, from-1)
	d.take(nil, from, first-1) // what stands before the first tab is a comment
}

// tabSide returns one side; of several tabs each shows its label.
func (d *draft) tabSide(tabs []tab, back bool) side {
	var on []tab
	for _, t := range tabs {
		if t.back == back {
			on = append(on, t)
		}
	}
	var out side
	for _, t := range on {
		if len(on) > 1 && t.label != "" {
			out.blocks = append(out.blocks, &card.Paragraph{Content: []card.Inline{&card.Strong{Content: []card.Inline{&card.Text{Value: cleanText(t.label)}}}}})
		}
		s := d.side(t.from, t.to)
		out.blocks, out.tags = append(out.blocks, s.blocks...), append(out.tags, s.tags...)
	}
	return out
}
