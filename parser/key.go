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
	entries map[string]string // question number to option label
	at      map[string]*row   // question number to the row of its entry
	used    int
}

// maxKeyText is the most bytes that a line of a separate key has.
const maxKeyText = 2000

// readKeyList returns the entries of a line that is a separate key; nil when
// it holds other text. number is that of the list item which the line is, or
// "". labelled says that the line is one entry with a label, behind which the
// text of the option may stand: "1. Answer: A - text".
func readKeyList(number, text string) (entries map[string]string, labelled bool) {
	rest := text
	if number == "" {
		_, from := readLabel(text)
		rest = text[from:]
	}
	for {
		e, ok := readEntry(number, rest)
		if !ok {
			break
		}
		if entries == nil {
			entries = map[string]string{}
		}
		entries[e.number], rest, number = e.label, e.rest, ""
		if e.labelled {
			return entries, true
		}
	}
	if strings.Trim(rest, " ,;|/()") != "" {
		return nil, false
	}
	return entries, false
}

// keyEntry is one entry of a separate key: "1-③", "2. B", "3) 정답: ②".
type keyEntry struct {
	number, label string
	labelled      bool   // a word such as 정답 stands before the label
	rest          string // of the line
}

// readEntry reads the entry that s begins with, behind its number where that
// is known.
func readEntry(number, s string) (e keyEntry, ok bool) {
	if number == "" {
		number, s = questionCounter(strings.TrimLeft(s, " ,;|/("))
	}
	if number == "" {
		return keyEntry{}, false
	}
	e.number = number
	if kind, end := readLabel(s); kind == answerLabel && !letterAnswer(s) {
		s, e.labelled = s[end:], true
	}
	s = strings.TrimPrefix(s, "(")
	r, size := utf8.DecodeRuneInString(s)
	if !(r >= '①' && r <= '⑨' || r >= '1' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'h') {
		return keyEntry{}, false
	}
	e.label, e.rest = s[:size], strings.TrimPrefix(strings.TrimPrefix(s[size:], ")"), "번")
	if e.rest != "" && strings.IndexByte(" ,;|/)", e.rest[0]) < 0 && !(e.labelled && e.rest[0] == '.') {
		return keyEntry{}, false
	}
	return e, true
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
	for _, r := range g.rows {
		entries, labelled := p.keyRow(g, r)
		switch {
		case len(entries) >= 2 && run == nil:
			run = &keyList{rows: []*row{r}, entries: entries, at: map[string]*row{}}
			p.keys = append(p.keys, run)
		case len(entries) >= 1 && (run != nil || labelled || g.announcesKey()):
			if run == nil {
				run = &keyList{entries: map[string]string{}, at: map[string]*row{}}
				p.keys = append(p.keys, run)
			}
			for k, v := range entries {
				run.entries[k], run.at[k] = v, r
			}
			run.rows = append(run.rows, r)
		default:
			run = nil
		}
	}
}

// keyRow returns the entries of a row that is a separate key, or part of one.
func (p *pass) keyRow(g *group, r *row) (entries map[string]string, labelled bool) {
	if r.kind != line || len(r.plain) > maxKeyText || !r.ordered() && !r.look.has(figures) || !mayKey(r) && !g.announcesKey() {
		return nil, false
	}
	number, text := "", r.plain
	if r.ordered() {
		number = strings.TrimRight(r.mark, ".)")
	}
	entries, labelled = readKeyList(number, text)
	if len(entries) > 0 {
		return entries, labelled
	}
	if number == "" {
		number, text = questionCounter(text)
	}
	if number == "" || text == "" || !g.announcesKey() {
		return nil, false
	}
	if e, ok := readEntry(number, text); ok && strings.IndexByte(" ,.", (e.rest + " ")[0]) >= 0 { // "1. B — because …"
		return map[string]string{number: e.label}, true
	}
	return map[string]string{number: text}, false // the text of the right option: "10. True"
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
	if r.look.has(latin) {
		for i := range len(s) {
			if s[i]|0x20 == 'a' && beginsWord(s[i:], "answer") {
				return true
			}
		}
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
		label, ok := k.entries[c.number]
		if !ok || k.rows[0].line < c.stem.at.line {
			continue
		}
		i := optionIndex(label, c.options)
		if i < 0 {
			i = optionByText(label, c.options)
		}
		if _, nr := optionLabel(label); i < 0 && c.unlabelled() && nr < len(c.options) {
			i = nr
		}
		if i < 0 {
			return nil
		}
		delete(k.entries, c.number)
		if k.used++; k.used == 1 {
			for _, r := range k.rows {
				(&claim{"choice", nil}).takeLine(r)
			}
		}
		c.explain = append(c.explain, k.explanation(c.number, label)...)
		return []int{i}
	}
	return nil
}

// explanation returns what stands behind the label of one entry in its list
// item: "1. B — because …".
func (k *keyList) explanation(number, label string) []card.Block {
	r := k.at[number]
	if r == nil || !r.ordered() {
		return nil
	}
	e, ok := readEntry(number, r.plain)
	rest := strings.TrimLeft(e.rest, " ,.-–—:")
	if !ok || e.label != label || rest == "" {
		return nil
	}
	return answerContent(r, len(r.plain)-len(rest), nil)
}
