package parser

import "strings"

// Some write cards out, side by side of one card:
//
//	Front: What is HTTP?
//	Back: A protocol of the web
//
// The same words name two halves of a program, so either the front asks, or the
// note has several such pairs.

// sideWords are the labels of the two sides of a card.
var sideWords = [][2]string{{"front", "back"}, {"앞면", "뒷면"}, {"앞", "뒤"}}

// sideLabel returns which pair of labels a row begins with one of, and the length
// of that one; -1 for none.
func sideLabel(r *row, side int) (pair, n int) {
	s := labelStart(r.words)
	for i, w := range sideWords {
		if rest := s[min(len(s), len(w[side])):]; beginsWord(s, w[side]) && strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
			rest = strings.TrimLeft(rest, " :")
			return i, len(r.words) - len(rest)
		}
	}
	return -1, 0
}

// writtenOut makes a card of the front in row i of a group and the back right
// behind it, and returns the last row of the card; i where there is none.
func (p *pass) writtenOut(g *group, i int) int {
	front, back, ok := sidesAt(g.rows, i)
	if !ok || !g.rows[i].free() || !g.rows[i+1].free() || !asks(g.rows[i].plain[front:]) && !p.writesSides() {
		return i
	}
	r, b := g.rows[i], g.rows[i+1]
	last := answerEnd(g.rows, i+1, back < len(b.plain))
	q := &asked{r, nil, paragraph(cleanFront(cut(r.text, front, len(r.plain))))}
	p.answered("answer", q, g.sec.path(), answerContent(b, back, g.rows[i+2:last+1]), 0.95, g.rows[i:last+1]...)
	return last
}

// sidesAt returns the lengths of the labels of a front in row i and its back in
// the next.
func sidesAt(rows []*row, i int) (front, back int, ok bool) {
	if i+1 == len(rows) || rows[i].kind != line || rows[i+1].kind != line {
		return 0, 0, false
	}
	pair, front := sideLabel(rows[i], 0)
	if pair < 0 || front == len(rows[i].plain) {
		return 0, 0, false
	}
	other, back := sideLabel(rows[i+1], 1)
	return front, back, other == pair
}

// minSides is how many pairs show that a note writes cards out.
const minSides = 3

// writesSides reports whether the note has several fronts with their backs.
func (p *pass) writesSides() bool {
	if p.sides == unasked {
		n := p.count(func(g *group, i int) bool {
			_, _, ok := sidesAt(g.rows, i)
			return ok
		})
		p.sides = decided(n >= minSides)
	}
	return p.sides == yes
}
