package parser

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"recto/card"
)

// optionFamilies are the ways to label options, each in its order.
var optionFamilies = [...][]string{
	{"1", "2", "3", "4", "5", "6", "7", "8", "9"},
	{"A", "B", "C", "D", "E", "F", "G", "H"},
	{"a", "b", "c", "d", "e", "f", "g", "h"},
	{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"},
	{"ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ", "ㅂ"},
	{"가", "나", "다", "라", "마", "바"},
	{"ア", "イ", "ウ", "エ", "オ"},
}

// taskFamily is the family of options without labels: ticked boxes, items.
const taskFamily = 100

// optionMark returns the label that s begins with and where the option's text
// begins: "1." "1)" "(1)" "①" "A." "A)" "ㄱ." "가." "1️⃣".
func optionMark(s string) (label string, end int) {
	t := strings.TrimPrefix(s, "(")
	r, size := utf8.DecodeRuneInString(t)
	rest := t[size:]
	switch {
	case r >= '①' && r <= '⑨':
	case isFilled(r):
		t, size = string(circledBy(r)), len("①")
	case isOptionLabel(r) && rest != "" && strings.IndexByte(".):", rest[0]) >= 0:
		rest = rest[1:]
	case r >= '1' && r <= '9':
		ok := false
		if rest, ok = strings.CutPrefix(strings.TrimPrefix(rest, "\ufe0f"), "\u20e3"); !ok {
			return "", 0
		}
	default:
		return "", 0
	}
	if rest != "" && isSpace(rest[0]) {
		rest = rest[1:]
	}
	return t[:size], len(s) - len(rest)
}

// isFilled reports whether a character is a number in a filled circle, by which
// printed exams and those who copy them show the right option.
func isFilled(r rune) bool { return r >= '❶' && r <= '❾' }

// circledBy returns the same number in an open circle.
func circledBy(filled rune) rune { return filled - '❶' + '①' }

// isOptionLabel reports whether a character labels options where a mark
// follows it.
func isOptionLabel(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '1' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'h'
	}
	return r >= 'ㄱ' && r <= 'ㅂ' || strings.ContainsRune("가나다라마바アイウエオ", r)
}

// found is one option with its place in a row.
type found struct {
	row        *row
	label      string
	family, nr int // nr counts from 0
	from, to   int // its text
	task       card.Task
}

// stemOptions returns the question and the options of a line that holds both:
// "캐시는? ① CPU ② 디스크".
func stemOptions(r *row) (*asked, []found) {
	if !r.look.has(questionMarks) {
		return nil, nil
	}
	words := r.words
	end := max(strings.LastIndexByte(words, '?'), strings.LastIndex(words, "？"))
	if end < 0 || end == len(words)-1 {
		return nil, nil
	}
	_, size := utf8.DecodeRuneInString(words[end:])
	end += size
	fs := appendOptionsIn(nil, r, end)
	if len(fs) < 2 || fs[0].nr != 0 {
		return nil, nil
	}
	stem := cut(r.text, 0, end)
	if !asks(card.InlineText(stem)) {
		return nil, nil
	}
	return &asked{r, nil, paragraph(cleanFront(stem))}, fs
}

// optionLabel returns the family and number of an option label; -1 for what is
// none.
func optionLabel(s string) (family, nr int) {
	for f, labels := range optionFamilies {
		for i, l := range labels {
			if l == s {
				return f, i
			}
		}
	}
	return -1, -1
}

// beginsOptions reports whether a row can be the first of a run of options.
func beginsOptions(r *row) bool {
	switch {
	case r.kind != line && r.kind != figure:
		return false
	case r.task != card.NoTask || radio(r.words) > 0:
		return true
	case r.ordered() && r.num > 0 && r.num < 10:
		return r.num == 1
	}
	if !mayOption(r.words) {
		return false
	}
	words := r.words
	l, _ := optionMark(words[spaces(words):])
	_, nr := optionLabel(l)
	return nr == 0
}

// radio returns the length of the button that an option begins with in formats
// for quizzes, with the space behind it: "( ) no", "(x) yes", "[*] yes".
func radio(words string) int {
	if len(words) < 5 || words[0] != '(' && words[0] != '[' || strings.IndexByte(" xX*", words[1]) < 0 || words[2] != ')' && words[2] != ']' || words[3] != ' ' {
		return 0
	}
	return 4
}

// appendOptions adds the options that a row holds: a list item is one, a
// line may hold several.
func appendOptions(out []found, r *row) []found {
	if r.kind != line && r.kind != figure {
		return out
	}
	words := r.words
	switch {
	case r.task != card.NoTask:
		return append(out, found{row: r, family: taskFamily, from: 0, to: len(words), task: r.task})
	case radio(words) > 0:
		return append(out, found{row: r, family: taskFamily, from: radio(words), to: len(words), task: pick(words[1] == ' ', card.Open, card.Done)})
	case r.ordered() && r.num > 0 && r.num < 10:
		return append(out, found{r, optionFamilies[0][r.num-1], 0, r.num - 1, 0, len(words), card.NoTask})
	case !mayOption(words):
		return out
	}
	return appendOptionsIn(out, r, 0)
}

// appendOptionsIn adds the options in the words of a row, which begin with the
// first of them.
func appendOptionsIn(out []found, r *row, from int) []found {
	words, before := r.words, len(out)
	start := from + spaces(words[from:])
	end := 0 // of the mark before
	for i := start; i < len(words); i++ {
		if i > start && (i == end || !isSpace(words[i-1])) {
			continue
		}
		l, n := optionMark(words[i:])
		if n == 0 {
			if len(out) == before {
				return out
			}
			continue
		}
		f, nr := optionLabel(l)
		end = i + n
		if len(out) > before {
			prev := &out[len(out)-1]
			if f != prev.family || nr != prev.nr+1 {
				continue
			}
			prev.to = i - 1
		}
		first, _ := utf8.DecodeRuneInString(words[i:])
		out = append(out, found{r, l, f, nr, end, len(words), pick(isFilled(first), card.Done, card.NoTask)})
		i = end - 1
	}
	return out
}

// maxOptionRows bounds the lines of one question's options.
const maxOptionRows = 40

// mayOption reports whether a line can begin with an option label.
func mayOption(words string) bool {
	r, n := utf8.DecodeRuneInString(words)
	switch {
	case r == '(' || r >= '①' && r <= '⑨' || isFilled(r):
		return true
	case r >= '1' && r <= '9' && len(words) > n && words[n] >= utf8.RuneSelf: // a keycap
		return true
	}
	return len(words) > n && strings.IndexByte(".):", words[n]) >= 0
}

// optionRun returns the options that begin in row i of a group and the row
// after their last one; nil when fewer than two follow in order.
func optionRun(rows []*row, i int) ([]found, int) {
	if i > 0 && rows[i].task != card.NoTask && rows[i-1].task != card.NoTask {
		return nil, i // in the middle of a list of boxes
	}
	var out []found
	j := i
	for ; j < len(rows) && j < i+maxOptionRows; j++ {
		r := rows[j]
		if !r.free() || r.ordered() != rows[i].ordered() && r.mark != "" {
			break // "(1) … (2) …", and then "3. …"
		}
		n := len(out)
		out = appendOptions(out, r)
		if len(out) == n {
			if n > 0 && r.joined && r.kind == line && !r.labelled() && !r.asks() && !r.lazy && leadArrow(r.plain) == 0 {
				continue // a wrapped option
			}
			break
		}
		next := &out[n]
		if next.family == taskFamily {
			next.nr = n
		}
		if next.nr != n || next.family != out[0].family {
			out = out[:n]
			break
		}
	}
	if len(out) < 2 {
		return nil, i
	}
	return out, j
}

// correction returns where what a writer puts behind an option to correct it
// is led over to, and where it begins; -1 when there is none.
func correction(words string) (from, to int) {
	from = -1
	for _, arrow := range []string{"-->", "->", "=>", "→", "⇒", "<-", "←"} {
		if i := strings.Index(words, arrow); i >= 0 && (from < 0 || i < from) {
			from, to = i, i+len(arrow)
		}
	}
	if from < 0 {
		return -1, 0
	}
	return len(strings.TrimRight(words[:from], " ")), to + spaces(words[to:])
}

// rightMark matches a mark on an option that says it is the right one.
var rightMark = regexp.MustCompile(`(?i)\s*(?:[(\[<【]\s*(?:정답!?|답|correct!?|right|answer|o|○)\s*[)\]>】]|✅|✔️?|☑️?|⭕️?|<-+\s*(?:정답|답|answer|correct)|←\s*(?:정답|답|answer|correct))\s*`)

// findRightMark returns where such a mark stands; nil when there is none.
func findRightMark(words string) []int {
	if !mayMark(words) {
		return nil
	}
	return rightMark.FindStringIndex(words)
}

// rightWords begin such marks in brackets.
var rightWords = []string{"정답", "답", "correct", "right", "answer", "o)", "o ", "o]", "○"}

// mayMark reports whether a mark can stand in an option that says it is the
// right one, so that the pattern is only tried where it can match.
func mayMark(words string) bool {
	for i, r := range words {
		switch r {
		case '(', '[', '<', '【':
			inside := strings.TrimLeft(words[i+utf8.RuneLen(r):], " -")
			for _, w := range rightWords {
				if beginsWord(inside, w) {
					return true
				}
			}
		case '✅', '✔', '☑', '⭕', '←':
			return true
		}
	}
	return false
}

// option returns the option with its text, taken apart from marks and
// corrections.
func (f found) option() card.Option {
	in := cut(f.row.text, f.from, f.to)
	o := card.Option{Label: f.label, Correct: f.task == card.Done}
	if !f.row.look.has(optionMarks) {
		o.Content = in
		return o
	}
	words := literal(in)
	if m := findRightMark(words); m != nil {
		o.Correct = true
		in = append(cut(in, 0, m[0]), cut(in, m[1], len(words))...)
		in = tidy(mergeText(in))
		words = literal(in)
	}
	if from, to := correction(words); from > 0 && to < len(words) {
		o.Note = cut(in, to, len(words))
		in = cut(in, 0, from)
	}
	o.Content = in
	return o
}

// optionIndex returns the option that a label names, whichever family the
// key uses: "2", "②" and "B" name the second option.
func optionIndex(l string, options []card.Option) int {
	for i, o := range options {
		if strings.EqualFold(o.Label, l) {
			return i
		}
	}
	family, nr := optionLabel(l)
	if family < 0 || nr >= len(options) {
		return -1
	}
	own, _ := optionLabel(options[0].Label)
	digits := func(f int) bool { return f == 0 || f == 3 }
	if own == family || own < 0 || digits(own) && digits(family) {
		return nr
	}
	return -1
}
