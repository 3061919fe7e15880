package parser

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"recto/card"
)

// A separate key lists the right options of many questions: "1-③ 2-①",
// "1. B 2. D", in one line or one a line, at the end of a section or file.

// keyEntry matches one entry of a separate key.
var keyEntry = regexp.MustCompile(`(?:^|[\s,;|/(])(\d{1,3})\s*(?:번\s*)?[-.:)=→]*\s*\(?([①-⑨]|[1-9]|[A-Ha-h])\)?(?:번)?(?:[\s,;|/)]|$)`)

// keyLine matches one answer with its number and label: "1. Answer: A - text".
var keyLine = regexp.MustCompile(`(?i)^(\d{1,3})\s*[.)번]\s*(?:answer|ans|정답|답)\s*[:：]?\s*\(?([①-⑨]|[1-9]|[A-Ha-h])(?:[).,\s]|$)`)

// keyText matches a number with the text of the right option: "10. True".
var keyText = regexp.MustCompile(`^(\d{1,3})[.)]\s+(.{1,200})$`)

// optionByText returns the option with the given text; -1 when there is none.
func optionByText(text string, options []card.Option) int {
	want := compact(text)
	return slices.IndexFunc(options, func(o card.Option) bool { return compact(card.InlineText(o.Content)) == want })
}

// keyList is one separate key.
type keyList struct {
	rows    []*row
	entries map[string]string // question number to option label
	used    int
}

// maxKeyText is the most bytes that a line of a separate key has.
const maxKeyText = 2000

// readKeyList returns the entries of a row that is a separate key; nil when
// it holds other text.
func readKeyList(text string) map[string]string {
	if m := keyLine.FindStringSubmatch(text); m != nil {
		return map[string]string{m[1]: m[2]}
	}
	if len(text) > maxKeyText || !strings.ContainsFunc(text, unicode.IsDigit) {
		return nil
	}
	_, from := readLabel(text)
	rest := text[from:] + " "
	entries := map[string]string{}
	for {
		m := keyEntry.FindStringSubmatchIndex(rest)
		if m == nil || strings.TrimSpace(rest[:m[0]]) != "" {
			break
		}
		entries[rest[m[2]:m[3]]] = rest[m[4]:m[5]]
		rest = rest[m[1]-1:]
	}
	if strings.TrimSpace(strings.Trim(rest, ",;|/()")) != "" {
		return nil
	}
	return entries
}

// keyLists returns the separate keys of the note, found once.
func (p *pass) keyLists() []*keyList {
	if p.keys != nil {
		return p.keys
	}
	p.keys = []*keyList{}
	for s := range p.root.sections() {
		for g := range s.groups() {
			p.collectKeys(g)
		}
	}
	return p.keys
}

// collectKeys adds the keys of a group: rows with several entries, and runs
// of rows with one each below a heading or label that announces answers.
func (p *pass) collectKeys(g group) {
	var run *keyList
	for _, r := range g.rows {
		text := r.plain
		if r.ordered() {
			text = r.mark + " " + text
		}
		entries := map[string]string(nil)
		if r.kind == line {
			entries = readKeyList(text)
		}
		if m := keyText.FindStringSubmatch(text); m != nil && len(entries) == 0 && p.announcesKey(g) {
			entries = map[string]string{m[1]: m[2]}
		}
		switch {
		case len(entries) >= 2 && run == nil:
			run = &keyList{rows: []*row{r}, entries: entries}
			p.keys = append(p.keys, run)
		case len(entries) >= 1 && (run != nil || p.announcesKey(g) || keyLine.MatchString(text)):
			if run == nil {
				run = &keyList{entries: map[string]string{}}
				p.keys = append(p.keys, run)
			}
			for k, v := range entries {
				run.entries[k] = v
			}
			run.rows = append(run.rows, r)
		default:
			run = nil
		}
	}
}

var keyHeading = regexp.MustCompile(`(?i)정답|답안|해답|answer|^key|解答`)

// announcesKey reports whether what stands above a group says that answers
// follow.
func (p *pass) announcesKey(g group) bool {
	if g.parent != nil {
		return keyHeading.MatchString(g.parent.plain)
	}
	return g.sec.head != nil && keyHeading.MatchString(g.sec.head.plain)
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
		k.used++
		for _, r := range k.rows {
			takeRow("choice", nil, r)
		}
		return []int{i}
	}
	return nil
}
