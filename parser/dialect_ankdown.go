package parser

import "strings"

// ankdown: a line "%" splits the fields of a card (front, back, tags), a line
// "---" ends it. https://github.com/benwr/ankdown

func declareAnkdown(d *draft) evidence {
	at := -1
	for i := d.start; i < len(d.lines); i++ {
		switch t := d.text(i); {
		case secondLevel.MatchString(d.masked.lines[i]):
			return evidence{}
		case t == "%" && !d.blank(i-1) && at < 0:
			at = i
		case t == "%" && at < 0:
			at = i
		}
	}
	if at < 0 || d.allBlank(d.start, at-1) {
		return evidence{}
	}
	return evidence{at, "% on a line of its own"}
}

func findAnkdown(d *draft) {
	for _, p := range d.parts(d.start, len(d.lines)-1, func(i int) bool { return d.text(i) == "---" }) {
		from, to := d.trim(p[0], p[1])
		fields := d.parts(from, to, func(i int) bool { return d.text(i) == "%" })
		if to < from || len(fields) < 2 {
			continue
		}
		c := d.ask(d.side(fields[0][0], fields[0][1]), d.side(fields[1][0], fields[1][1]), false)
		if c == nil {
			d.report(from, "card without an answer: %s; write the answer below the line of %%", quoted(d.words(d.body(from))))
			d.take(nil, from, to)
			continue
		}
		for _, f := range fields[2:] {
			c.Tags = append(c.Tags, list(foldSpace(strings.Join(d.lines[f[0]:f[1]+1], " ")))...)
		}
		d.emit(c, from, to)
		d.take(nil, p[1]+1, p[1]+1)
	}
}
