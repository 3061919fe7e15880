package parser

import (
	"strings"

	"recto/card"
)

// render returns rows as content. Lines that stood below each other stay on
// lines of their own, because writers of notes mean their line ends.
func render(rows []*row) []card.Block {
	var out []card.Block
	for i := 0; i < len(rows); {
		r := rows[i]
		switch {
		case r.mark != "" && r.mark != ":":
			n := sameList(rows[i:])
			out = append(out, renderList(rows[i:i+n]))
			i += n
		case r.kind == line:
			n := sameParagraph(rows[i:])
			out = joined(out, renderLines(rows[i:i+n]))
			i += n
		default:
			out = joined(out, renderBlock(r))
			i++
		}
	}
	return out
}

// sameList returns how many rows from the first on are items of one list.
func sameList(rows []*row) int {
	n := 1
	for n < len(rows) && rows[n].mark != "" && rows[n].mark != ":" && rows[n].ordered() == rows[0].ordered() {
		n++
	}
	return n
}

// sameParagraph returns how many rows from the first on are one paragraph.
func sameParagraph(rows []*row) int {
	n := 1
	for n < len(rows) && rows[n].kind == line && rows[n].joined && rows[n].mark == "" && len(rows[n-1].rows) == 0 {
		n++
	}
	return n
}

func renderList(rows []*row) *card.List {
	l := &card.List{Ordered: rows[0].ordered()}
	if l.Ordered {
		l.Start = rows[0].num
	}
	l.Items = make([]card.Item, len(rows))
	for i, r := range rows {
		l.Items[i] = card.Item{Task: r.task, Content: renderLines(rows[i : i+1])}
	}
	return l
}

// renderLines returns a paragraph of the rows' texts and then what hangs
// below the last of them.
func renderLines(rows []*row) []card.Block {
	last := rows[len(rows)-1]
	below := last.rows
	lines := rows
	for len(below) > 0 && below[0].joined && below[0].kind == line {
		lines, below = append(lines[:len(lines):len(lines)], below[0]), below[1:]
	}
	return joined(paragraph(joinRows(lines)), render(below))
}

// joined returns two runs of blocks as one, and the only one that is not empty
// as it is.
func joined(a, b []card.Block) []card.Block {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	return append(a, b...)
}

// joinRows returns the texts of rows with breaks between.
func joinRows(rows []*row) []card.Inline {
	if len(rows) == 1 {
		return rows[0].text
	}
	lines := make([][]card.Inline, len(rows))
	for i, r := range rows {
		lines[i] = r.text
	}
	return joinLines(lines...)
}

func renderBlock(r *row) []card.Block {
	switch r.kind {
	case heading:
		return append([]card.Block{&card.Heading{Level: r.level, Content: r.text}}, render(r.rows)...)
	case quote:
		return []card.Block{&card.Quote{Callout: r.callout, Title: r.text, Content: render(r.rows)}}
	case details:
		body := render(r.rows)
		if len(r.text) > 0 {
			body = append([]card.Block{&card.Paragraph{Content: []card.Inline{&card.Strong{Content: r.text}}}}, body...)
		}
		return body
	case code, table, formula:
		return []card.Block{r.block}
	case figure:
		return []card.Block{&card.Paragraph{Content: r.text}}
	case rule:
		return nil
	}
	panic("parser: unknown kind of row")
}

// trimRows drops rules at both ends, which separate and say nothing.
func trimRows(rows []*row) []*row {
	for len(rows) > 0 && rows[0].kind == rule {
		rows = rows[1:]
	}
	for len(rows) > 0 && rows[len(rows)-1].kind == rule {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// readCallout turns a quotation that begins with "[!type] title" into an
// Obsidian callout.
func readCallout(r *row) {
	if len(r.rows) == 0 || !strings.HasPrefix(r.rows[0].plain, "[!") {
		return
	}
	first := r.rows[0]
	end := strings.IndexByte(first.plain, ']')
	if end < 0 {
		return
	}
	r.callout = strings.ToLower(first.plain[2:end])
	title := end + 1
	if title < len(first.plain) && (first.plain[title] == '-' || first.plain[title] == '+') { // folded or not
		title++
	}
	r.setText(cut(first.text, title, len(first.plain)))
	r.rows = append(first.rows, r.rows[1:]...)
	if len(r.rows) > 0 {
		r.rows[0].joined = false
	}
}
