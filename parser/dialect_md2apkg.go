package parser

import (
	"slices"
	"strings"

	"recto/card"
)

// md2apkg: every heading with its text is a card; "%" or a comment splits it,
// and further comments name tags, types and sections to leave out.
// https://github.com/Steve2955/md2apkg

const md2apkgComment = "md2apkg "

func declareMd2apkg(d *draft) evidence {
	for _, c := range d.comments {
		if strings.HasPrefix(strings.TrimSpace(c.text), md2apkgComment) {
			return evidence{c.line, "comment " + strings.TrimSpace(c.text)}
		}
	}
	return evidence{}
}

func findMd2apkg(d *draft) {
	for n, h := range d.heads {
		end := len(d.lines) - 1
		if n+1 < len(d.heads) {
			end = d.heads[n+1].line - 1
		}
		if _, to := d.trim(h.line, end); d.free(h.line) {
			d.md2apkgCard(h.line, to)
		}
	}
}

func (d *draft) md2apkgCard(from, to int) {
	var tags []string
	choice := false
	for _, r := range d.remarks(from, to) {
		switch what, ok := strings.CutPrefix(r, md2apkgComment); {
		case !ok:
		case what == "ignore-card":
			d.take(nil, from, to)
			return
		case strings.HasPrefix(what, "tags "):
			tags = append(tags, strings.Fields(what)[1:]...)
		case what == "type multiple-choice":
			choice = true
		}
	}
	back, mid := from+1, from
	for i := from + 1; i <= to; i++ {
		if d.text(i) == "%" || slices.Contains(d.remarks(i, i), md2apkgComment+"split") {
			mid, back = i-1, i+1
			break
		}
	}
	front := d.read(d.body(from)+"\n\n"+d.join(from+1, mid), from)
	var c *card.Card
	if choice {
		c = d.boxes(front, back, to)
	} else if back <= to {
		c = d.ask(front, d.side(back, to), false)
	}
	if c == nil && choice {
		d.report(from, "choice without a right option: %s; tick its box", quoted(d.words(d.body(from))))
		d.take(nil, from, to)
	}
	if c == nil {
		return
	}
	c.Tags = append(c.Tags, tags...)
	d.emit(c, from, to)
}

// boxes makes a choice of the items with check boxes, the ticked ones right.
func (d *draft) boxes(front side, from, to int) *card.Card {
	c := &card.Card{Kind: card.Choice, Front: front.blocks, Tags: front.tags}
	right := false
	for _, b := range d.side(from, to).blocks {
		l, ok := b.(*card.List)
		if !ok {
			c.Explanation = append(c.Explanation, b)
			continue
		}
		for _, it := range l.Items {
			right = right || it.Task == card.Done
			c.Options = append(c.Options, card.Option{Label: string(rune('A' + len(c.Options)%26)), Correct: it.Task == card.Done, Content: running(it.Content)})
		}
	}
	if !right || len(c.Options) < 2 {
		return nil
	}
	return c
}
