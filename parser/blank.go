package parser

import (
	"slices"
	"strings"

	"recto/card"
)

// A line may leave a blank and give what belongs there in parentheses behind
// it: "DNS는 ___번 포트를 쓴다. (53)".

// maxFilling is the most characters of what fills a blank.
const maxFilling = 40

// blankAndFilling returns where what fills the blank of a line begins, with its
// parenthesis; -1 where the line is no such thing.
func blankAndFilling(r *row) int {
	if !r.look.hasAll(underscores|signs("()")) || r.kind != line || !r.free() || !strings.Contains(r.words, "__") {
		return -1
	}
	text := strings.TrimRight(r.words, " .")
	i := strings.LastIndexByte(text, '(')
	if i <= 0 || !strings.HasSuffix(text, ")") || strings.Contains(text[i:], "__") {
		return -1
	}
	if n := runes(text[i+1 : len(text)-1]); n == 0 || n > maxFilling {
		return -1
	}
	return i
}

// filledBlank makes a card of such a line where the group has another one. It
// reports whether the row is one.
func (p *pass) filledBlank(g *group, r *row) bool {
	at := blankAndFilling(r)
	if at < 0 {
		return false
	}
	if !slices.ContainsFunc(g.rows, func(x *row) bool {
		return x != r && (blankAndFilling(x) >= 0 || x.claim != nil && x.claim.rule == "question")
	}) {
		return false
	}
	end := strings.LastIndexByte(r.words, ')')
	c := &card.Card{Kind: card.Question, Confidence: 0.8, Front: paragraph(cleanFront(cut(r.text, 0, at))), Back: paragraph(cut(r.text, at+1, end)), Headings: g.sec.path()}
	p.emit("question", c, r, r)
	return true
}
