package parser

import (
	"strings"
	"unicode/utf8"

	"recto/card"
)

// Some writers put the key into the question: "The port of SSH is ( 2 )."

// keyInStem finds a key in parentheses in a question, "( B )", or behind its
// mark. It returns where the parentheses stand, and the label in them.
func keyInStem(s string) (from, to int, label string) {
	for i, r := range s {
		if r != '(' && r != '（' {
			continue
		}
		inside := withoutAnswerWord(strings.TrimLeft(s[i+utf8.RuneLen(r):], " \n"))
		r, n := utf8.DecodeRuneInString(inside)
		if !(r|0x20 >= 'a' && r|0x20 <= 'e' || r >= '1' && r <= '5' || r >= '①' && r <= '⑤') {
			continue
		}
		rest := strings.TrimLeft(inside[n:], " \n")
		if end, size := utf8.DecodeRuneInString(rest); end == ')' || end == '）' {
			return i, len(s) - len(rest) + size, inside[:n]
		}
	}
	return keyAtEnd(s)
}

// keyAtEnd finds a circled key right behind the mark of a question: "…것은? ④".
func keyAtEnd(s string) (from, to int, label string) {
	r, n := utf8.DecodeLastRuneInString(s)
	if r < '①' || r > '⑤' {
		return 0, 0, ""
	}
	asked := strings.TrimRight(s[:len(s)-n], " ")
	if mark := lastRune(asked); mark != '?' && mark != '？' {
		return 0, 0, ""
	}
	return len(asked), len(s), s[len(s)-n:]
}

// withoutAnswerWord drops a word that announces an answer: "정답 4", "Answer: B".
func withoutAnswerWord(s string) string {
	for _, w := range []string{"정답", "답", "answer", "ans"} {
		if beginsWord(s, w) {
			return strings.TrimLeft(s[len(w):], " :：")
		}
	}
	return s
}

// maxBlank is the most bytes of a blank in a stem that the key fills.
const maxBlank = len("( ① )")

// stemKey takes the key out of the stem, where a writer filled the blank in.
func (c *choice) stemKey() {
	if len(c.stem.front) == 0 {
		return
	}
	p, ok := c.stem.front[0].(*card.Paragraph)
	if !ok {
		return
	}
	text := card.InlineText(p.Content)
	from, to, label := keyInStem(text)
	if label == "" {
		return
	}
	if _, _, another := keyInStem(text[to:]); another != "" {
		return
	}
	if i := optionIndex(label, c.options); i >= 0 {
		c.key = []int{i}
		in := cut(p.Content, 0, from)
		if key := strings.TrimSpace(text[from:to]); len(key) <= maxBlank && key != label { // else it says that it is the answer
			in = append(in, &card.Text{Value: " ( ) "})
		}
		in = append(in, cut(p.Content, to, len(text))...)
		c.stem.front = append([]card.Block{&card.Paragraph{Content: tidy(mergeText(in))}}, c.stem.front[1:]...)
	}
}
