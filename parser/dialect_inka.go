package parser

import (
	"bytes"
	"regexp"
	"strings"

	"recto/card"
)

// inka: between two rules stand a deck, tags and numbered questions, whose
// answers are quoted below them. https://inka.readthedocs.io/

var (
	inkaHead     = regexp.MustCompile(`^(Deck|Tags):[ \t]*(.*)$`)
	inkaQuestion = regexp.MustCompile(`^\d+\.[ \t]+`)
	inkaText     = regexp.MustCompile(`(?m)^Deck:.*\n(?:.*\n)*?\d+\.[ \t]+\S`)
)

// isInkaSection reports whether what looks like front matter is a section of
// cards at the top of the note.
func isInkaSection(head []byte) bool {
	return bytes.Contains(head, []byte("\nDeck:")) && inkaText.Match(head)
}

func declareInka(d *draft) evidence {
	for i := d.start; i+1 < len(d.lines); i++ {
		if d.text(i) != "---" {
			continue
		}
		j := i + 1
		for j < len(d.lines) && d.blank(j) {
			j++
		}
		if j < len(d.lines) && inkaHead.MatchString(d.text(j)) && d.inkaEnd(i) > j {
			return evidence{j, d.text(j)}
		}
	}
	for _, t := range d.tokens {
		if strings.HasPrefix(t.origin, "o2a:") && t.line+1 < len(d.lines) && inkaQuestion.MatchString(d.lines[t.line+1]) {
			return evidence{t.line, "id comment before a question"}
		}
	}
	return evidence{}
}

// inkaEnd returns the line of the rule that ends the section of line i; -1
// for none.
func (d *draft) inkaEnd(i int) int {
	for j := i + 1; j < len(d.lines); j++ {
		if d.text(j) == "---" {
			return j
		}
	}
	return -1
}

// findInka reads the sections: every two rules hold one.
func findInka(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if d.text(i) != "---" || !d.free(i) {
			continue
		}
		end := d.inkaEnd(i)
		if end < 0 {
			return
		}
		if d.inkaSection(i, end) {
			i = end
		}
	}
}

// inkaSection reads the cards between two rules; it reports whether there
// are any.
func (d *draft) inkaSection(from, to int) bool {
	first := from + 1
	var head statement
	for ; first < to; first++ {
		m := inkaHead.FindStringSubmatch(d.text(first))
		switch {
		case m == nil && !d.blank(first):
		case m != nil && m[1] == "Deck":
			head.deck = deckName(m[2])
			continue
		case m != nil:
			head.tags = strings.Fields(m[2])
			continue
		default:
			continue
		}
		break
	}
	var cards []*card.Card
	var places [][2]int
	for i := first; i < to; i++ {
		if d.solid[i] >= 0 || !inkaQuestion.MatchString(d.masked.lines[i]) {
			continue
		}
		last := d.inkaLast(i, to)
		if c := d.inkaCard(i, last); c != nil {
			if t := d.tokenAt(i - 1); t != nil { // the id stands before its question
				t.origin = strings.Replace(t.origin, "o2a:", "inka:", 1)
				d.give(c, t)
			}
			cards, places = append(cards, c), append(places, [2]int{i, last})
		}
		i = last
	}
	if len(cards) == 0 && head.deck == "" {
		return false
	}
	head.from, head.to = from, to
	d.say(head, from, first-1)
	for i, c := range cards {
		d.emit(c, places[i][0], places[i][1])
	}
	d.take(nil, to, to)
	for i := from; i <= to; i++ {
		if d.silent(i) {
			d.take(nil, i, i)
		}
	}
	return true
}

// inkaLast returns the last line of the card in line i: it goes on to the
// next question or to the id before it.
func (d *draft) inkaLast(i, end int) int {
	j := i + 1
	for ; j < end; j++ {
		if d.solid[j] < 0 && (inkaQuestion.MatchString(d.masked.lines[j]) || d.tokenLine(j)) {
			break
		}
	}
	for j--; j > i && d.blank(j); j-- {
	}
	return j
}

func (d *draft) inkaCard(i, last int) *card.Card {
	mark := len(inkaQuestion.FindString(d.lines[i]))
	a := i + 1
	for a <= last && !strings.HasPrefix(d.lines[a], ">") {
		a++
	}
	if a > last {
		text := d.join(i, last)[mark:]
		hidden := d.hidden(i, last)[mark:]
		c := d.clozeCard(text, hidden, i, nativeCloze|shortCloze|curlyNumber|curlyBare, ownNumber)
		if c == nil {
			d.report(i, "question without an answer: %s; write the answer below it, behind >", quoted(d.words(text)))
		}
		return c
	}
	to := a
	for to < last && strings.HasPrefix(d.lines[to+1], ">") {
		to++
	}
	var back []string
	for _, l := range d.lines[a : to+1] {
		back = append(back, strings.TrimPrefix(l[1:], " "))
	}
	return d.ask(d.read(d.join(i, a-1)[mark:], i), d.read(strings.Join(back, "\n"), a), false)
}
