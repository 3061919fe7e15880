package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recto/card"
)

// A separate key lists the right options of many questions: "1-③ 2-①",
// "1. B 2. D", in one line or one a line, at the end of a section or file.

// optionByText returns the option with the given text; -1 when there is none.
func optionByText(text string, options []card.Option) int {
	want := compact(text)
	return slices.IndexFunc(options, func(o card.Option) bool { return compact(card.InlineText(o.Content)) == want })
}

// keyList is one separate key.
type keyList struct {
	rows    []*row
	entries map[string]*keyEntry // by the number of the question
	last    *keyEntry            // of the run of rows that the list is
	used    int
}

// maxKeyText is the most bytes that a line of a separate key has.
const maxKeyText = 2000

// readKeyList returns the entries of a line that is a separate key; none when
// it holds other text. number is that of the list item which the line is, or
// "". An entry with a label is the last, because the text of the option may
// stand behind it: "1. Answer: A - text".
func readKeyList(number, text string) []*keyEntry {
	rest := text
	if number == "" {
		_, from := readLabel(text)
		rest = text[from:]
	}
	var out []*keyEntry
	for {
		e := readEntry(number, rest)
		if e == nil {
			break
		}
		out = append(out, e)
		if rest, number = e.rest, ""; e.labelled {
			return out
		}
	}
	if strings.Trim(rest, " ,;|/()") != "" {
		return nil
	}
	return out
}

// keyEntry is one entry of a separate key: "1-③", "2. B, D", "3) 정답: ②".
type keyEntry struct {
	number   string
	options  []string // the labels of the right ones, or the text of the only one
	labelled bool     // a word such as 정답 stands before them
	rest     string   // of the line
	at       *row     // where it is the only entry of a row
	more     []*row   // rows behind that row that explain it
}

// readEntry returns the entry that s begins with, behind its number where that
// is known; nil where it begins with none.
func readEntry(number, s string) *keyEntry {
	if number == "" {
		number, s = questionCounter(strings.TrimLeft(s, " ,;|/("))
	}
	if number == "" {
		return nil
	}
	e := &keyEntry{number: number}
	if kind, end := readLabel(s); kind == answerLabel && !letterAnswer(s) {
		s, e.labelled = s[end:], true
	}
	s = strings.TrimPrefix(s, "(")
	n := keyLabel(s)
	if n == 0 {
		return nil
	}
	e.options, e.rest = []string{s[:n]}, strings.TrimPrefix(strings.TrimPrefix(s[n:], ")"), "번")
	for {
		and := keyAnd(e.rest)
		n := keyLabel(e.rest[and:])
		rest := e.rest[and+n:]
		if and == 0 || n == 0 || !endsLabel(rest) || isDigit(e.rest[and]) && rest != "" && rest[0] != ',' { // "1. 2, 2. 3"
			break
		}
		e.options, e.rest = append(e.options, e.rest[and:and+n]), rest
	}
	if e.rest != "" && strings.IndexByte(" ,;|/)", e.rest[0]) < 0 && !(e.labelled && e.rest[0] == '.') {
		return nil
	}
	return e
}

// keyLabel returns the length of the label of an option that a part of a
// separate key begins with.
func keyLabel(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r >= '①' && r <= '⑨' || r >= '1' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'h' {
		return size
	}
	return 0
}

// questionCounter returns the number that s begins with, of at most three
// digits, and what follows the signs behind it.
func questionCounter(s string) (number, rest string) {
	n := digits(s, 4)
	if n > 3 {
		return "", s
	}
	return s[:n], strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(s[n:], " "), "번"), " -.:)=→")
}

// keyLists returns the separate keys of the note, found once.
func (p *pass) keyLists() []*keyList {
	if p.keys != nil {
		return p.keys
	}
	p.keys = []*keyList{}
	for _, s := range p.sections {
		for _, g := range s.groups {
			p.collectKeys(g)
		}
	}
	return p.keys
}

// collectKeys adds the keys of a group: rows with several entries, and runs
// of rows with one each below a heading or label that announces answers.
func (p *pass) collectKeys(g *group) {
	var run *keyList
	for i, r := range g.rows {
		entries := p.keyRow(g, r)
		switch {
		case run != nil && len(entries) > 0:
			run.add(r, entries)
		case len(entries) > 0:
			labelled := i > 0 && isBareAnswer(g.rows[i-1])
			if len(entries) == 1 && !entries[0].labelled && !labelled && !g.announcesKey() {
				continue
			}
			run = &keyList{entries: map[string]*keyEntry{}}
			if labelled {
				run.rows = append(run.rows, g.rows[i-1])
			}
			p.keys = append(p.keys, run)
			run.add(r, entries)
		case run != nil && !run.explains(r):
			run = nil
		}
	}
}

// add adds the entries of a row.
func (k *keyList) add(r *row, entries []*keyEntry) {
	for _, e := range entries {
		k.entries[e.number], k.last = e, e
	}
	if len(entries) == 1 {
		k.last.at = r
	}
	k.rows = append(k.rows, r)
}

// explains adds a row to the last entry when it says why that is right: it goes
// on with the entry's paragraph, or has a label that says so.
func (k *keyList) explains(r *row) bool {
	kind, _ := r.label()
	if k.last.at == nil || r.kind != line || kind != explanationLabel && (!r.joined || kind != noLabel) {
		return false
	}
	k.last.more = append(k.last.more, r)
	return true
}

// keyRow returns the entries of a row that is a separate key, or part of one.
func (p *pass) keyRow(g *group, r *row) []*keyEntry {
	if r.kind != line || len(r.plain) > maxKeyText || !r.ordered() && !r.look.has(figures) || !mayKey(r) && !g.announcesKey() {
		return nil
	}
	number, text := "", r.plain
	if r.ordered() {
		number = strings.TrimRight(r.mark, ".)")
	}
	if entries := readKeyList(number, text); len(entries) > 0 {
		return entries
	}
	if number == "" {
		number, text = questionCounter(text)
	}
	if number == "" || text == "" || !g.announcesKey() {
		return nil
	}
	if e := readEntry(number, text); e != nil && strings.IndexByte(" ,.", (e.rest + " ")[0]) >= 0 { // "1. B — because …"
		return []*keyEntry{e}
	}
	return []*keyEntry{{number: number, options: []string{text}}} // the text of the right option: "10. True"
}

// mayKey reports whether a row can hold an entry of a key: behind its number
// stands a label of an option, or a word that announces one.
func mayKey(r *row) bool {
	if kind, _ := r.label(); kind == answerLabel {
		return true
	}
	if !r.ordered() {
		return isDigit(r.plain[0]) || r.plain[0] == '('
	}
	s := strings.TrimPrefix(r.plain, "(")
	first, n := utf8.DecodeRuneInString(s)
	return first >= '①' && first <= '⑨' || isWord(byte(first)) && first < utf8.RuneSelf && (n == len(s) || !isLetterOrDigit(firstRune(s[n:])))
}

// saysAnswers reports whether a heading or line announces answers.
func saysAnswers(r *row) bool {
	s := r.plain
	if r.look.has(latin) && (strings.Contains(s, "nswer") || strings.Contains(s, "ANSWER")) {
		return true
	}
	return r.look.has(hangul|han) && announcedAnswers.in(s) || beginsWord(s, "key")
}

var announcedAnswers = newPhrases("정답", "답안", "해답", "解答")

// announcesKey reports whether what stands above a group says that answers
// follow.
func (g *group) announcesKey() bool {
	if g.answers == unasked {
		above := g.parent
		if above == nil {
			above = g.sec.head
		}
		g.answers = decided(above != nil && saysAnswers(above))
	}
	return g.answers == yes
}

// separateKey returns the right options of a choice from the nearest separate
// key behind it that knows its number.
func (p *pass) separateKey(c *choice) []int {
	if c.number == "" {
		return nil
	}
	for _, k := range p.keyLists() {
		e := k.entries[c.number]
		if e == nil || k.rows[0].line < c.stem.at.line {
			continue
		}
		right := e.right(c)
		if len(right) == 0 {
			return nil
		}
		delete(k.entries, c.number)
		taken := &claim{"choice", nil}
		if k.used++; k.used == 1 {
			for _, r := range k.rows {
				taken.takeLine(r)
			}
		}
		taken.take(e.more...)
		c.explain = append(c.explain, e.explanation(c.options[right[0]])...)
		return right
	}
	return nil
}

// right returns the options of a choice that an entry names; none when there
// are no such options.
func (e *keyEntry) right(c *choice) []int {
	var out []int
	for _, name := range e.options {
		i := optionIndex(name, c.options)
		if i < 0 {
			i = optionByText(name, c.options)
		}
		if _, nr := optionLabel(name); i < 0 && c.unlabelled() && nr < len(c.options) {
			i = nr
		}
		if i < 0 {
			return nil
		}
		out = append(out, i)
	}
	return out
}

// explanation returns what stands behind the labels of an entry, and in the
// rows after it: "1. B — because …". The text of the right option is none.
func (e *keyEntry) explanation(right card.Option) []card.Block {
	if e.at == nil {
		return nil
	}
	rest := strings.TrimLeft(e.rest, " ,.-–—:")
	var out []card.Block
	if rest != "" && (len(e.options) > 1 || !sameWords(rest, card.InlineText(right.Content))) {
		out = answerContent(e.at, len(e.at.plain)-len(rest), nil)
	}
	for _, r := range e.more {
		_, end := r.label()
		out = append(out, answerContent(r, end, nil)...)
	}
	return out
}
