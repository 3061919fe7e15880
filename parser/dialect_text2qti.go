package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// text2qti: numbered questions with lettered options, the right ones starred;
// check boxes for several right ones; a number or short answers to type.
// https://github.com/gpoore/text2qti

var (
	qtiStem     = regexp.MustCompile(`^\d+\.[ \t]+`)
	qtiOption   = regexp.MustCompile(`^(\*?)([a-zA-Z])\)[ \t]+`)
	qtiBox      = regexp.MustCompile(`^\[([ *]?)\][ \t]+`)
	qtiNumber   = regexp.MustCompile(`^=[ \t]+`)
	qtiShort    = regexp.MustCompile(`^\*[ \t]{1,3}\S`)
	qtiFeedback = regexp.MustCompile(`^(\.\.\.|\+|-)[ \t]+`)
	qtiAside    = regexp.MustCompile(`^(?:Title|Points|Quiz title|Quiz description|Text title):`)
)

func declareText2qti(d *draft) evidence {
	stem := -1
	for i := d.start; i < len(d.lines); i++ {
		l := d.masked.lines[i]
		switch {
		case qtiStem.MatchString(l):
			stem = i
		case d.blank(i) && (i+1 >= len(d.lines) || !qtiOption.MatchString(d.masked.lines[i+1]) && !qtiBox.MatchString(d.masked.lines[i+1])):
			stem = -1
		case stem < 0:
		case strings.HasPrefix(l, "*") && qtiOption.MatchString(l), strings.HasPrefix(l, "[*]"):
			return evidence{i, "starred option"}
		}
	}
	return evidence{}
}

// qti is a question of text2qti while it is read.
type qti struct {
	stem    []string
	options []qtiPart
	typed   []string
	notes   []string
}

type qtiPart struct {
	label string
	right bool
	text  []string
}

func findText2qti(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if !d.free(i) || d.solid[i] >= 0 {
			continue
		}
		if qtiAside.MatchString(d.masked.lines[i]) {
			d.take(nil, i, i)
			continue
		}
		if qtiStem.MatchString(d.masked.lines[i]) {
			i = d.qtiQuestion(i)
		}
	}
}

// qtiQuestion reads the question in line i and returns its last line.
func (d *draft) qtiQuestion(i int) int {
	var q qti
	q.stem = []string{d.lines[i][len(qtiStem.FindString(d.lines[i])):]}
	last, into := i, &q.stem
	for j := i + 1; j < len(d.lines) && d.free(j); j++ {
		l := d.masked.lines[j]
		raw := d.lines[j]
		switch {
		case d.solid[j] >= 0 || raw != "" && (raw[0] == ' ' || raw[0] == '\t') || d.blank(j):
			*into = append(*into, strings.TrimPrefix(strings.TrimPrefix(raw, "    "), "\t"))
		case qtiOption.MatchString(l):
			m := qtiOption.FindStringSubmatch(l)
			q.options = append(q.options, qtiPart{m[2], m[1] != "", []string{raw[len(m[0]):]}})
			into = &q.options[len(q.options)-1].text
		case qtiBox.MatchString(l):
			m := qtiBox.FindStringSubmatch(l)
			q.options = append(q.options, qtiPart{string(rune('a' + len(q.options)%26)), m[1] == "*", []string{raw[len(m[0]):]}})
			into = &q.options[len(q.options)-1].text
		case qtiNumber.MatchString(l):
			q.typed = append(q.typed, raw[1:])
			into = &q.typed
		case qtiShort.MatchString(l):
			q.typed = append(q.typed, strings.TrimSpace(raw[1:]))
			into = &q.typed
		case qtiFeedback.MatchString(l):
			m := qtiFeedback.FindString(l)
			var wrong []string
			if into = &q.notes; m[0] == '-' {
				into = &wrong
			}
			*into = append(*into, raw[len(m):])
		default:
			return d.qtiEnd(q, i, last)
		}
		if !d.blank(j) {
			last = j
		}
	}
	return d.qtiEnd(q, i, last)
}

func (d *draft) qtiEnd(q qti, from, to int) int {
	front := d.read(strings.Join(q.stem, "\n"), from)
	var c *card.Card
	switch {
	case len(q.options) > 1 && len(front.blocks) > 0:
		c = &card.Card{Kind: card.Choice, Front: front.blocks, Tags: front.tags}
		right := false
		for _, o := range q.options {
			right = right || o.right
			c.Options = append(c.Options, card.Option{Label: o.label, Correct: o.right, Content: running(d.read(strings.Join(o.text, "\n"), from).blocks)})
		}
		c.Explanation = d.read(strings.Join(q.notes, "\n\n"), from).blocks
		if !right {
			d.report(from, "choice without a right option: %s; put a * before it", quoted(card.PlainText(front.blocks)))
			d.take(nil, from, to)
			return to
		}
	case len(q.typed) > 0:
		c = d.ask(front, d.read(strings.Join(append(q.typed, q.notes...), "\n\n"), from), false)
	}
	if c == nil {
		return from
	}
	d.emit(c, from, to)
	return to
}
