package parser

import (
	"slices"
	"strings"

	"recto/card"
)

// findKey looks for the key in its order: at the options, in the stem, below
// the options, in a separate list.
func (c *choice) findKey(p *pass) {
	c.readMarks()
	if len(c.key) == 0 {
		c.stemKey()
	}
	c.keyBelow()
	c.keyHeaded(p)
	if len(c.key) == 0 {
		c.key = p.separateKey(c)
	}
}

// readMarks takes the key from the options: a ticked box, a mark, or the only
// option in bold or with a sign behind it.
func (c *choice) readMarks() {
	c.readVerdicts()
	c.readSigns()
	var bold []int
	for i, o := range c.options {
		if o.Correct || c.found[i].judgedRight() {
			c.key = append(c.key, i)
		}
		if isBold(o.Content) {
			bold = append(bold, i)
		}
	}
	if len(bold) == 1 || len(bold) > 1 && wantsSeveral(c.stem.text()) {
		for _, i := range bold {
			c.options[i].Content = unmarked(c.options[i].Content)
		}
		if len(c.key) == 0 {
			c.key = bold
		}
	}
	if len(c.key) == len(c.options) {
		c.key = nil
	}
}

// judgedRight reports whether below an option stands that it is the right one:
// "Correct answer", or "Your answer: correct".
func (f found) judgedRight() bool {
	return slices.ContainsFunc(f.row.rows, func(r *row) bool {
		if isBareAnswer(r) {
			return true
		}
		n := givenLabel(r)
		return n > 0 && (beginsWord(r.plain[n:], "correct") || strings.HasPrefix(r.plain[n:], "정답"))
	})
}

// isBold reports whether a text is one bold inline.
func isBold(in []card.Inline) bool {
	if len(in) != 1 {
		return false
	}
	_, ok := in[0].(*card.Strong)
	return ok
}

// wantsSeveral reports whether a question has more than one right answer.
func wantsSeveral(stem string) bool {
	return containsAny(strings.ToLower(stem), "all that apply", "all of the", "select two", "choose two", "select three", "choose three", "모두", "두 가지", "2가지", "2개")
}

// readSigns marks the only option that ends in a sign as the right one, and
// takes the signs off.
func (c *choice) readSigns() {
	only := -1
	for i, o := range c.options {
		if !c.found[i].row.look.has(sign) {
			continue
		}
		text := card.InlineText(o.Content)
		bare := strings.TrimRightFunc(text, func(r rune) bool { return isPicture(r) || r == ' ' })
		if bare == text || bare == "" {
			continue
		}
		c.options[i].Content = cut(o.Content, 0, len(bare))
		only = pick(only == -1, i, -2)
	}
	if only >= 0 {
		c.options[only].Correct = true
	}
}

// keyBelow reads the key and the explanation from the rows below the options:
// in the last option's item, behind a label, in <details> or a quotation.
func (c *choice) keyBelow() {
	for _, r := range c.rows {
		for i, x := range r.rows {
			if kind, end := x.label(); kind == answerLabel && x.kind == line && len(c.key) == 0 {
				c.labelledKey(x, end, r.rows[i+1:])
				x.claim = &claim{"choice", nil}
				break
			}
		}
	}
	c.after += c.keyRows(c.g.rows[c.after:])
	if above := c.g.parent; c.after == len(c.g.rows) && above != nil && c.g.up != nil && (above.kind == quote && len(c.key) == 0 || above.kind == line && !above.bullet()) {
		c.keyRows(c.g.up.rows[c.g.at+1:]) // below the quotation or line that asks
	}
}

// keyRows reads the key and the explanation from the first of some rows, and
// returns how many belong to the question.
func (c *choice) keyRows(rows []*row) int {
	i := 0
	for i < len(rows) {
		r := rows[i]
		if !r.free() || r.kind == heading || r.kind == rule && len(c.key) > 0 || r.ordered() && c.g.parent != nil && c.g.parent.ordered() {
			break
		}
		n := 1
		if len(c.key) == 0 && isBareAnswer(r) && i+1 < len(rows) {
			n = 1 + c.keysBehind(rows[i+1:])
		}
		if n == 1 && !c.keyRow(r) {
			break
		}
		c.rows = append(c.rows[:len(c.rows):len(c.rows)], rows[i:i+n]...)
		i += n
	}
	return i
}

// isBareAnswer reports whether a row is the label of an answer and nothing else.
func isBareAnswer(r *row) bool {
	kind, end := r.label()
	return r.kind == line && kind == answerLabel && end == len(r.plain) && len(r.rows) == 0
}

// keysBehind reads the key from the rows behind the bare label of an answer, and
// returns how many they are: one, or one for each right option where the question
// wants several.
func (c *choice) keysBehind(rows []*row) int {
	several := wantsSeveral(c.stem.text())
	if !several && holdsKeys(rows[:min(len(rows), 2)]) {
		return 0
	}
	for i, r := range rows {
		if !r.free() || r.kind != line || i > 0 && !several {
			return i
		}
		right, n := readKey(r.words, c.options)
		if len(right) == 0 || n == 0 {
			return i
		}
		c.key = append(c.key, right...)
		c.explain = append(c.explain, answerContent(r, len(r.words)-len(strings.TrimLeft(r.words[n:], " .,:-–—)")), nil)...)
	}
	return len(rows)
}

// keyRow reads one row below the options. It reports whether the row belongs
// to the question.
func (c *choice) keyRow(r *row) bool {
	switch r.kind {
	case details, quote:
		return c.keyInside(r)
	case line:
	default:
		return false
	}
	kind, end := r.label()
	if letterAnswer(r.words) && len(c.key) > 0 {
		kind = noLabel // the first option
	}
	switch {
	case c.repeats(r):
		return true
	case kind == answerLabel && len(c.key) == 0:
		c.labelledKey(r, end, nil)
		return len(c.key) > 0
	case kind == noLabel && len(c.key) == 0 && len(r.words) <= maxKey && len(r.rows) == 0:
		from := leadArrow(r.words) // "→ ①"
		right, n := readKey(r.words[from:], c.options)
		if from+n < len(r.words) || len(right) == 0 {
			return false
		}
		c.key = right // nothing but the key: "- (3)"
		return true
	case kind == noLabel && len(c.key) == 0 && c.pointedKey(r):
		return true
	case kind == explanationLabel:
		c.explain = append(c.explain, answerContent(r, end, nil)...)
		return true
	case len(c.key) > 0 && r.joined && r.mark == "" && !(r.number() > 0 && r.asks()):
		c.explain = append(c.explain, render([]*row{r})...)
		return true
	case len(c.key) > 0 && len(c.explain) == 0 && !r.gap && r.mark == "" && !r.asks():
		c.explain = append(c.explain, render([]*row{r})...)
		return true
	case len(c.key) > 0 && r.bullet() && kind == noLabel && (!r.gap || c.namesOption(r)):
		c.explain = append(c.explain, render([]*row{r})...)
		return true
	}
	return false
}

// pointedKey reads "→ B, why it is right".
func (c *choice) pointedKey(r *row) bool {
	from := leadArrow(r.words)
	if from == 0 || len(r.rows) > 0 {
		return false
	}
	right, n := readKey(r.words[from:], c.options)
	rest := r.words[from+n:]
	if len(right) == 0 || rest == "" || strings.IndexByte(",.):", rest[0]) < 0 {
		return false
	}
	c.key = right
	c.explain = append(c.explain, answerContent(r, len(r.words)-len(strings.TrimLeft(rest, " ,.):")), nil)...)
	return true
}

// namesOption reports whether a row begins with the label of an option: it says
// why that one is wrong.
func (c *choice) namesOption(r *row) bool {
	if !mayOption(r.words) {
		return false
	}
	label, _ := optionMark(r.words)
	return label != "" && optionIndex(label, c.options) >= 0
}

// repeats reports whether a row below the options says one of them again, with
// its label: then that is the right one, or one more.
func (c *choice) repeats(r *row) bool {
	if len(c.key) > 0 && !c.again || len(r.rows) > 0 || !r.ordered() && !mayOption(r.words) {
		return false
	}
	label, n := strings.TrimRight(r.mark, ".)"), 0
	if !r.ordered() {
		label, n = optionMark(r.words)
	}
	i := optionIndex(label, c.options)
	if i < 0 || slices.Contains(c.key, i) || !sameWords(r.plain[n:], card.InlineText(c.options[i].Content)) {
		return false
	}
	c.key, c.again = append(c.key, i), true
	return true
}

// keyInside reads <details> or a quotation that holds the key.
func (c *choice) keyInside(r *row) bool {
	if r.kind == details && (!isAnswerSummary(r.plain) && !isEmptySummary(r.plain) || holdsKeys(r.rows)) {
		return false
	}
	if len(c.key) > 0 && r.kind == quote {
		c.explain = append(c.explain, render(r.rows)...)
		return true
	}
	folded := r.kind == details || r.foldsAnswer()
	for i, x := range r.rows {
		words := x.words
		_, end := x.label()
		right, n := readKey(words[end:], c.options)
		if len(right) == 0 && letterAnswer(words) && !(end == len(words) && i+1 < len(r.rows)) { // "a) because …"
			end = 0
			right, n = readKey(words, c.options)
		}
		if i > 0 && r.rows[0].ordered() && x.kind == line && len(right) > 0 && r.kind == details && c.number != "" {
			return false // the answers to several questions
		}
		if len(right) > 0 && (end > 0 || folded) {
			c.key = right
			if i != 1 || !isBareAnswer(r.rows[0]) {
				c.explain = append(c.explain, render(r.rows[:i])...)
			}
			c.explain = append(c.explain, answerContent(x, end+n, r.rows[i+1:])...)
			return true
		}
	}
	return false
}

// holdsKeys reports whether rows are the keys of several questions, one a row or
// all in a line.
func holdsKeys(rows []*row) bool {
	keys := 0
	for _, r := range rows {
		switch {
		case r.ordered() && readEntry(strings.TrimRight(r.mark, ".)"), r.plain) != nil:
			keys++
		case r.kind == line && !r.ordered():
			keys += len(readKeyList("", r.plain))
		}
	}
	return keys > 1
}

// labelledKey reads a key behind a label.
func (c *choice) labelledKey(r *row, end int, more []*row) {
	words := r.words
	right, n := readKey(words[end:], c.options)
	if len(right) == 0 && end == len(words) && len(r.rows) > 0 {
		right, n = readKey(r.rows[0].words, c.options)
		if len(right) > 0 {
			c.key = right
			c.explain = append(c.explain, answerContent(r.rows[0], n, append(r.rows[1:], more...))...)
		}
		return
	}
	if len(right) == 0 && end == len(words) { // "정답 3", which may number a label as well
		end = strings.LastIndexByte(words, ' ') + 1
		right, n = readKey(words[end:], c.options)
	}
	if len(right) == 0 {
		return
	}
	c.key = right
	rest := r.withText(r.text)
	tail := strings.TrimLeft(words[end+n:], " .,:-–—)")
	from := len(words) - len(tail)
	if text := card.InlineText(c.options[right[0]].Content); len(right) == 1 && n > 0 && strings.HasPrefix(key(r.plain[from:]), key(text)) {
		from = min(len(words), from+len(text))
	}
	rest.mark = ""
	c.explain = append(c.explain, answerContent(rest, from, more)...)
}
