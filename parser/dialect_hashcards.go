package parser

import (
	"regexp"
	"strings"
)

// hashcards: lines that begin "Q:", "A:" or "C:", each going on, over blank
// lines too, to the next label, a rule or a heading. In a C: the words in
// square brackets are hidden, one after the other.
// https://github.com/eudoxia0/hashcards

var (
	hashLabel = regexp.MustCompile(`^([QAC]):(?:[ \t]|$)`)
	hashHole  = regexp.MustCompile(`^C:.*\[[^\[\]]+\](?:[^(]|$)`)
	tomlName  = regexp.MustCompile(`^name[ \t]*=[ \t]*["'](.*)["'][ \t]*$`)
)

func declareHashcards(d *draft) evidence {
	if end, _ := d.hashcardsHead(); end > 0 {
		return evidence{0, "front matter name"}
	}
	first := d.start
	for first < len(d.lines) && d.blank(first) {
		first++
	}
	if first == len(d.lines) || !hashLabel.MatchString(d.masked.lines[first]) {
		return evidence{}
	}
	for i := first; i < len(d.lines); i++ {
		if hashHole.MatchString(d.masked.lines[i]) {
			return evidence{i, "C: with hidden words in a note that begins with a label"}
		}
	}
	return evidence{}
}

// hashcardsHead returns the last line of the front matter, TOML between lines
// of ---, and the deck that it names; -1 when there is none.
func (d *draft) hashcardsHead() (end int, deck string) {
	if scalar(d.values["name"]) != "" && d.start > 0 && strings.HasPrefix(d.masked.lines[0], "\x00") {
		return -1, ""
	}
	if len(d.lines) < 3 || strings.TrimSpace(d.lines[0]) != "---" {
		return -1, ""
	}
	for i := 1; i < min(len(d.lines), 12); i++ {
		if strings.TrimSpace(d.lines[i]) == "---" {
			if deck == "" {
				return -1, ""
			}
			return i, deck
		}
		if m := tomlName.FindStringSubmatch(d.lines[i]); m != nil {
			deck = m[1]
		}
	}
	return -1, ""
}

// readHashcardsHead takes the front matter and reads the deck in it.
func readHashcardsHead(d *draft) {
	if end, deck := d.hashcardsHead(); end > 0 {
		d.say(statement{0, len(d.lines), deckName(deck), nil}, 0, end)
	}
}

func findHashcards(d *draft) {
	question, label := -1, byte(0)
	for i := d.start; i < len(d.lines); i++ {
		m := hashLabel.FindStringSubmatch(d.masked.lines[i])
		if m == nil || !d.free(i) {
			continue
		}
		to := d.hashEnd(i)
		switch label = m[1][0]; label {
		case 'Q':
			d.loneQuestion(question)
			question = i
		case 'A':
			if question < 0 {
				d.report(i, "answer without a question: %s; write the question before it, behind Q:", quoted(d.words(labelled(d.lines[i]))))
				continue
			}
			d.askLines2(d.read(labelled(d.join(question, i-1)), question), d.read(labelled(d.join(i, to)), i), question, to)
			question = -1
		case 'C':
			d.loneQuestion(question)
			question = -1
			d.hashCloze(i, to)
		}
	}
	d.loneQuestion(question)
}

func (d *draft) loneQuestion(i int) {
	if i >= 0 && d.free(i) {
		d.report(i, "question without an answer: %s; write the answer below it, behind A:", quoted(d.words(labelled(d.lines[i]))))
		d.take(nil, i, i)
	}
}

// hashEnd returns the last line of what a label in line i begins.
func (d *draft) hashEnd(i int) int {
	j := i + 1
	for j < len(d.lines) && d.free(j) && (d.solid[j] >= 0 || !hashLabel.MatchString(d.masked.lines[j]) && !isRule(d.text(j)) && !d.isHeading(j)) {
		j++
	}
	for j--; j > i && d.blank(j); j-- {
	}
	return j
}

func (d *draft) hashCloze(i, to int) {
	text := labelled(d.join(i, to))
	hidden := d.hidden(i, to)
	hidden = hidden[len(hidden)-len(text):]
	if c := d.clozeCard(text, hidden, i, brackets, ownNumber); c != nil {
		d.emit(c, i, to)
		return
	}
	d.report(i, "cloze without a hidden word: %s; put the word in square brackets", quoted(d.words(text)))
	d.take(nil, i, to)
}
