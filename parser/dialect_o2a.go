package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// Obsidian_to_Anki: notes between START and END, on one line between STARTI
// and ENDI, and whatever pattern the user has set up, which is known by the
// id that the plugin writes below it.
// https://github.com/ObsidianToAnki/Obsidian_to_Anki/wiki

var (
	o2aStatement = regexp.MustCompile(`^(TARGET DECK|FILE TAGS)(?::[ \t]*(.*))?$`)
	o2aInline    = regexp.MustCompile(`STARTI[ \t]+(.*?)[ \t]+ENDI`)
	o2aType      = regexp.MustCompile(`^\[([^\]]+)\][ \t]*`)
	o2aField     = regexp.MustCompile(`^(Front|Back|Text|Extra|Back Extra|Question|Answer|Source|Add Reverse|Hint):[ \t]*`)
	o2aInner     = regexp.MustCompile(`[ \t](Front|Back|Text|Extra|Back Extra|Question|Answer|Tags|ID):[ \t]`)
	o2aID        = regexp.MustCompile(`^(?:<!--)?ID: ?(\d+)`)
	o2aFrozen    = regexp.MustCompile(`^FROZEN - [^:]+:`)
)

// o2aCloze is what the plugin accepts in a field of a cloze note.
const o2aCloze = nativeCloze | shortCloze | curlyNumber | curlyBare | highlights

func declareO2A(d *draft) evidence {
	for i := d.start; i < len(d.lines); i++ {
		t := d.text(i)
		if t == "" || t[0] < 'F' || t[0] > 'T' {
			continue
		}
		if o2aStatement.MatchString(t) && d.solid[i] < 0 {
			return evidence{i, t}
		}
		if t == "START" && d.holdsO2A(i, d.endOfO2A(i)) {
			return evidence{i, "START … END"}
		}
	}
	for _, t := range d.tokens {
		if strings.HasPrefix(t.origin, "o2a:") && !d.on["inka"] {
			return evidence{t.line, "id comment"}
		}
	}
	return evidence{}
}

// endOfO2A returns the line of the END that belongs to the START in line i;
// -1 when another START, or nothing, follows.
func (d *draft) endOfO2A(i int) int {
	for j := i + 1; j < len(d.lines); j++ {
		switch d.text(j) {
		case "END":
			return j
		case "START":
			return -1
		}
	}
	return -1
}

// holdsO2A reports whether lines between START and END are a note rather than
// a program: they name a field, tags or an id, or hide words.
func (d *draft) holdsO2A(from, to int) bool {
	for i := from + 2; i < to; i++ {
		t := d.text(i)
		if o2aField.MatchString(t) || strings.HasPrefix(t, "Tags:") || o2aID.MatchString(strings.TrimSpace(d.lines[i])) {
			return true
		}
	}
	return to > from+1 && strings.Contains(strings.ToLower(d.text(from+1)), "cloze")
}

// readO2AStatements reads the statements for the whole file and takes what
// was to be deleted.
func readO2AStatements(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		t := d.text(i)
		if t == "" || t[0] < 'D' || t[0] > 'T' || !d.free(i) {
			continue
		}
		switch m := o2aStatement.FindStringSubmatch(t); {
		case m != nil:
			d.o2aStatement(i, m[1], m[2])
		case o2aFrozen.MatchString(t):
			d.take(nil, i, i)
		case t == "DELETE" && i+1 < len(d.lines) && o2aID.MatchString(strings.TrimSpace(d.lines[i+1])):
			d.take(nil, i, i+1)
			for u := d.tokenAt(i + 1); u != nil; u = d.tokenAt(i + 1) {
				u.used = true
			}
		}
	}
}

// findO2ANotes reads the notes that are marked from start to end.
func findO2ANotes(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if !d.free(i) {
			continue
		}
		if d.text(i) == "START" {
			if end := d.endOfO2A(i); end > i && (d.on["o2a"] || d.holdsO2A(i, end)) {
				d.o2aNote(i, end)
				i = end
			}
		} else if strings.Contains(d.masked.lines[i], "STARTI") && o2aInline.MatchString(d.masked.lines[i]) {
			for _, m := range o2aInline.FindAllStringSubmatchIndex(d.masked.lines[i], -1) {
				d.o2aLine(i, d.lines[i][m[2]:m[3]])
			}
		}
	}
}

// o2aStatement reads the deck or the tags of the file: behind the words, or
// on the next line.
func (d *draft) o2aStatement(i int, what, value string) {
	last := i
	if value == "" && !d.blank(i+1) && d.free(i+1) {
		last, value = i+1, d.lines[i+1]
	}
	s := statement{0, len(d.lines), "", nil}
	if what == "TARGET DECK" {
		s.deck = deckName(value)
	} else {
		s.tags = list(strings.TrimSpace(value))
	}
	d.say(s, i, last)
}

// o2aFields are the fields of a note in their order.
type o2aFields struct {
	kind string
	text []string
	tags []string
	id   string
}

// o2aNote makes the card between START and END: the type of the note, the
// fields, of which the first needs no name, then tags and id.
func (d *draft) o2aNote(from, to int) {
	f := o2aFields{}
	for i := from + 1; i < to; i++ {
		l := d.shown(i)
		trimmed := strings.TrimSpace(l)
		switch {
		case i == from+1:
			f.kind = trimmed
			f.text = []string{""}
		case o2aID.MatchString(trimmed):
			f.id = o2aID.FindStringSubmatch(trimmed)[1]
		case strings.HasPrefix(trimmed, "Tags:") && d.solid[i] < 0:
			f.tags = list(strings.TrimSpace(trimmed[len("Tags:"):]))
		default:
			if m := o2aField.FindString(l); m != "" && d.solid[i] < 0 {
				f.text = append(f.text, l[len(m):])
			} else {
				f.text[len(f.text)-1] += "\n" + l
			}
		}
	}
	d.o2aCard(f, from, to)
}

// o2aLine makes the card between STARTI and ENDI.
func (d *draft) o2aLine(i int, s string) {
	f := o2aFields{}
	if m := o2aType.FindStringSubmatch(s); m != nil {
		f.kind, s = m[1], s[len(m[0]):]
	}
	s = strings.NewReplacer("<!--", " ", "-->", "").Replace(" " + s)
	at, name := 0, ""
	put := func(to int) {
		v := strings.TrimSpace(s[at:to])
		switch name {
		case "Tags":
			f.tags = list(v)
		case "ID":
			f.id = v
		default:
			if v != "" {
				f.text = append(f.text, v)
			}
		}
	}
	for _, m := range o2aInner.FindAllStringSubmatchIndex(s, -1) {
		put(m[0])
		at, name = m[1], s[m[2]:m[3]]
	}
	put(len(s))
	d.o2aCard(f, i, i)
}

func (d *draft) o2aCard(f o2aFields, from, to int) {
	var fields []side
	first := ""
	for _, t := range f.text {
		if strings.TrimSpace(t) == "" {
			continue
		}
		if first == "" {
			first = strings.Trim(t, "\n")
		}
		fields = append(fields, d.read(t, from))
	}
	var c *card.Card
	kind := strings.ToLower(f.kind)
	switch {
	case len(fields) == 0:
	case strings.Contains(kind, "cloze"):
		if c = d.clozeCard(first, strings.Join(mask(strings.Split(first, "\n"), 0).lines, "\n"), from, o2aCloze, ownNumber); c != nil {
			c.Back = joinSides(fields[1:]).blocks
		}
	default:
		c = d.ask(fields[0], joinSides(fields[1:]), strings.Contains(kind, "revers"))
	}
	if c == nil {
		d.report(from, "note without %s; write it behind the name of its field", pickText(strings.Contains(kind, "cloze"), "a hidden word", "a back"))
		d.take(nil, from, to)
		return
	}
	if f.id != "" {
		c.Origin = "o2a:" + f.id
	}
	c.Tags = append(c.Tags, f.tags...)
	d.emit(c, from, to)
}

func pickText(cond bool, a, b string) string {
	if cond {
		return a
	}
	return b
}

// joinSides returns several texts as one.
func joinSides(sides []side) side {
	var out side
	for _, s := range sides {
		out.blocks = append(out.blocks, s.blocks...)
		out.tags = append(out.tags, s.tags...)
	}
	return out
}

var (
	questionLine = regexp.MustCompile(`^Q:[ \t]+\S`)
	answerLine   = regexp.MustCompile(`^A:[ \t]+\S`)
)

// findO2ABlocks reads questions labelled Q: with an A:, and the blocks that
// end in an id: a heading with its paragraph, two paragraphs with a rule
// between them, a table of one column.
func findO2ABlocks(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if !d.free(i) || d.solid[i] >= 0 || !questionLine.MatchString(d.text(i)) {
			continue
		}
		if a := d.answerBelow(i); a > i {
			front := d.read(labelled(d.join(i, a-1)), i)
			to := d.until(a)
			if c := d.ask(front, d.read(labelled(d.join(a, to)), a), false); c != nil {
				d.emit(c, i, to)
			}
		}
	}
	for _, t := range d.tokens {
		if !t.used && strings.HasPrefix(t.origin, "o2a:") && d.free(t.line) {
			d.o2aBlock(t.line)
		}
	}
}

// answerBelow returns the line of the A: that answers the Q: in line i; -1
// for none. Blank lines may stand between.
func (d *draft) answerBelow(i int) int {
	for i++; d.free(i) && !d.blank(i); i = max(i, d.solid[i]) + 1 {
		if answerLine.MatchString(d.text(i)) {
			return i
		}
		if questionLine.MatchString(d.text(i)) {
			return -1
		}
	}
	for ; d.blank(i) && i < len(d.lines); i++ {
	}
	if i < len(d.lines) && d.free(i) && answerLine.MatchString(d.text(i)) {
		return i
	}
	return -1
}

// labelled returns a text without the label that it begins with.
func labelled(s string) string {
	_, rest, _ := strings.Cut(s, ":")
	return strings.TrimLeft(rest, " \t")
}

// o2aBlock makes the card of the block whose id stands in line at.
func (d *draft) o2aBlock(at int) {
	to := at
	if d.silent(at) {
		to--
	}
	if !d.free(to) || d.blank(to) {
		return
	}
	from := d.paragraph(to)
	switch above := d.above(from); {
	case strings.HasPrefix(d.text(from), "|"):
		if to >= from+2 && strings.Count(d.text(from), "|") == 2 {
			d.askLines2(d.read(strings.Trim(d.text(from), "| "), from), d.read(strings.ReplaceAll(d.tableText(from+2, to), "<br>", "\n"), from+2), from, to)
		}
	case above >= 0 && d.isHeading(above):
		d.askLines2(d.read(d.body(above), above), d.side(from, to), above, to)
	case above > 0 && isRule(d.text(above)):
		if last := d.above(above); last >= 0 && d.free(last) {
			first := d.paragraph(last)
			d.askLines2(d.side(first, last), d.side(from, to), first, to)
		}
	}
}

// tableText returns the cells of the rows of a table with one column.
func (d *draft) tableText(from, to int) string {
	var cells []string
	for i := from; i <= to; i++ {
		cells = append(cells, strings.Trim(d.shown(i), "| \t"))
	}
	return strings.Join(cells, "\n")
}

// above returns the last line before line i that is not blank; -1 for none
// that is free.
func (d *draft) above(i int) int {
	for i--; i >= d.start && d.blank(i); i-- {
	}
	if !d.free(i) {
		return -1
	}
	return i
}

// askLines2 emits the card of two sides.
func (d *draft) askLines2(front, back side, from, to int) {
	if c := d.ask(front, back, false); c != nil {
		d.emit(c, from, to)
	}
}

func findO2ALines(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if d.free(i) && d.solid[i] < 0 && d.o2aToken(i) {
			d.separateLine(i, true, colons)
		}
	}
}

func findO2AClozes(d *draft) {
	d.findClozes(o2aCloze, ownNumber, func(_, to int) bool { return d.o2aToken(to) })
}

// o2aToken reports whether line i, or the one after it, carries an id of the
// plugin.
func (d *draft) o2aToken(i int) bool {
	for j := i; j <= i+1 && j < len(d.lines); j++ {
		if t := d.tokenAt(j); t != nil && strings.HasPrefix(t.origin, "o2a:") && (j == i || d.tokenLine(j)) {
			return true
		}
	}
	return false
}
