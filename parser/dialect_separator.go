package parser

import (
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// separate makes cards of the lines that a mark such as :: splits in two.
// sure says of a line that something else makes it a card, so that even what
// looks like a property counts.
func (d *draft) separate(sure func(i int) bool, marks ...separatorMark) {
	if !slices.ContainsFunc(marks, func(m separatorMark) bool { return d.has(m.text) }) {
		return
	}
	for i := d.start; i < len(d.lines); i++ {
		if d.free(i) && !d.blank(i) && d.solid[i] < 0 && !strings.HasPrefix(d.text(i), "|") {
			d.separateLine(i, sure(i), marks)
		}
	}
}

// separatorMark is a mark between the two sides of a line.
type separatorMark struct {
	text     string
	reversed bool // asked both ways
	swapped  bool // the answer stands first
}

var colons = []separatorMark{{":::", true, false}, {"::", false, false}}

func (d *draft) separateLine(i int, sure bool, marks []separatorMark) *card.Card {
	hidden := d.masked.lines[i][:len(d.shown(i))]
	from := len(lineMark.FindString(hidden))
	hidden = withoutGaps(hidden)
	for _, m := range marks {
		last := d.childrenOf(i)
		at := findMark(hidden, from, m.text, sure)
		if at < 0 && last > i {
			at = openMark(hidden[from:], m.text) + from // the answer is what hangs below
		}
		if at < from {
			continue
		}
		line := d.shown(i)
		front := d.read(line[from:at], i)
		text := strings.TrimLeft(line[at+len(m.text):], " \t")
		if last > i {
			text += "\n\n" + dedent(d.join(i+1, last))
		}
		back := d.read(text, i)
		if m.swapped {
			front, back = back, front
		}
		if c := d.ask(front, back, m.reversed); c != nil {
			return d.emit(c, i, last)
		}
	}
	return nil
}

// withoutGaps masks the hidden words of a line, in which nothing separates.
func withoutGaps(hidden string) string {
	hs := holes(hidden, nativeCloze|shortCloze|plainNumber|logseqCloze)
	if len(hs) == 0 {
		return hidden
	}
	b := []byte(hidden)
	for _, h := range hs {
		for i := h.from; i < h.to; i++ {
			b[i] = 0
		}
	}
	return string(b)
}

// openMark returns the place of a mark that ends a line; less than 0 for none.
func openMark(hidden, mark string) int {
	before, ok := strings.CutSuffix(strings.TrimRight(hidden, " \t"), mark)
	if !ok || strings.Trim(before, " \t:") == "" || strings.HasSuffix(before, mark[len(mark)-1:]) {
		return -1 << 30
	}
	return len(before)
}

// childrenOf returns the last line of what is indented below the item in line
// i, if no card has any of it; else i.
func (d *draft) childrenOf(i int) int {
	if !d.isItem(i) {
		return i
	}
	return d.children(i)
}

// findMark returns the first place of a mark that separates; -1 for none.
func findMark(hidden string, from int, mark string, sure bool) int {
	for at := from; ; {
		n := strings.Index(hidden[at:], mark)
		if n < 0 {
			return -1
		}
		at += n
		end := at + len(mark)
		for end < len(hidden) && hidden[end] == mark[len(mark)-1] && hidden[end] != ' ' {
			end++
		}
		if end == at+len(mark) && separates(hidden[from:at], hidden[end:], mark, sure) {
			return at
		}
		at = end
	}
}

var (
	lastWord    = regexp.MustCompile(`[\w:]+$`)
	firstWord   = regexp.MustCompile(`^[\w:]+`)
	address     = regexp.MustCompile(`^[0-9A-Fa-f:]*\d[0-9A-Fa-f:]*$`)
	hexDigits   = regexp.MustCompile(`^[0-9A-Fa-f:]+$`)
	scopeEnd    = regexp.MustCompile(`^\w+(?:::|[(<;!{])`)
	clozeNumber = regexp.MustCompile(`^c\d+$`)
	lowerName   = regexp.MustCompile(`^[a-z][a-z0-9]*_[a-z0-9_]*$`)
)

// namespaces are words that stand before :: in programs.
var namespaces = set("std, boost, absl, folly, fmt, crate, self, super, core, alloc, tokio, serde, chrono, filesystem, ranges, detail, internal, cv, eigen, glm, qt, gsl, testing, vec, string, option, result")

// maxBeside is how many bytes beside a mark say what it is, so that a line of
// nothing but marks costs no more than any other.
const maxBeside = 200

// separates reports whether a mark between two texts separates them. In C++
// and Rust :: joins names, in IPv6 numbers; in Dataview it ends a key.
func separates(left, right, mark string, sure bool) bool {
	left, right = left[max(len(left)-maxBeside, 0):], right[:min(len(right), maxBeside)]
	if strings.TrimSpace(left) == "" || strings.TrimSpace(right) == "" || strings.Trim(right, " \t\x00.") == "" && !strings.Contains(right, "\x00") {
		return false
	}
	before, after := left[len(left)-1] == ' ', right[0] == ' ' || right[0] == '\t'
	if mark != "::" {
		return !strings.ContainsAny(mark, "<>-") || before && after
	}
	if !before && after {
		open := strings.LastIndexAny(left, "[(")
		inBrackets := open >= 0 && !strings.ContainsAny(left[open:], "])") && strings.ContainsAny(right, "])")
		return !inBrackets && (sure || strings.ContainsAny(strings.TrimSpace(left), " \t"))
	}
	if before || after {
		return true
	}
	if sure {
		return true
	}
	l, r := lastWord.FindString(left), firstWord.FindString(right)
	switch {
	case l == "" || r == "":
		return true
	case address.MatchString(l) && hexDigits.MatchString(r):
		return false
	case clozeNumber.MatchString(l) && strings.HasSuffix(strings.TrimSuffix(left, l), "\x00"):
		return false // of an escaped cloze
	case namespaces.has(l), scopeEnd.MatchString(right), strings.Contains(l, "::"):
		return false
	}
	return !(lowerName.MatchString(l) || lowerName.MatchString(r))
}
