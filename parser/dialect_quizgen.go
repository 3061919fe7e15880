package parser

import (
	"fmt"
	"regexp"
	"strings"

	"recto/card"
)

// Quiz Generator: a callout [!question] holds the question and its options,
// and folded inside another with the answer.
// https://github.com/ECuiDev/obsidian-quiz-generator

var (
	quizCallout = regexp.MustCompile(`(?i)^[ \t]*>[ \t]*\[!question\][-+]?[ \t]*`)
	quizAnswer  = regexp.MustCompile(`(?i)^[ \t]*>[ \t]*>[ \t]*\[!(?:success|answer)\]`)
	quizNested  = regexp.MustCompile(`^[ \t]*>[ \t]*>[ \t]?`)
	quizOption  = regexp.MustCompile(`^([a-z])\)[ \t]+`)
	quizKind    = regexp.MustCompile(`(?i)^(?:true or false|multiple choice|select all that apply|fill in the blank|matching|short answer|long answer):[ \t]*`)
)

const quizBlank = "`____`"

func findQuizCallouts(d *draft) {
	for i := range d.having("[!") {
		m := quizCallout.FindStringIndex(d.lines[i])
		if m == nil || !d.free(i) || d.solid[i] >= 0 {
			continue
		}
		answer, to := -1, i
		for d.free(to+1) && strings.HasPrefix(strings.TrimSpace(d.lines[to+1]), ">") {
			to++
			if answer < 0 && quizAnswer.MatchString(d.lines[to]) {
				answer = to
			}
		}
		if answer > 0 {
			d.quizCard(i, m[1], answer, to)
		}
	}
}

func (d *draft) quizCard(from, title, answer, to int) {
	stem := []string{quizKind.ReplaceAllString(d.shown(from)[title:], "")}
	var options []qtiPart
	for j := from + 1; j < answer; j++ {
		l := quoteMark.ReplaceAllString(d.shown(j), "")
		if m := quizOption.FindStringSubmatch(l); m != nil {
			options = append(options, qtiPart{m[1], false, []string{l[len(m[0]):]}})
		} else {
			stem = append(stem, l)
		}
	}
	var back []string
	for j := answer + 1; j <= to; j++ {
		back = append(back, quizNested.ReplaceAllString(d.shown(j), ""))
	}
	c := d.quiz(strings.Join(stem, "\n"), options, back, from)
	if c == nil {
		d.report(from, "question without an answer: %s; write the answer inside the folded callout", quoted(d.words(stem[0])))
		d.take(nil, from, to)
		return
	}
	d.emit(c, from, to)
}

// quiz makes a choice where the answer names options, a cloze where it fills
// the blanks, else a question.
func (d *draft) quiz(stem string, options []qtiPart, back []string, first int) *card.Card {
	front := d.read(stem, first)
	if len(options) > 1 {
		c := &card.Card{Kind: card.Choice, Front: front.blocks, Tags: front.tags}
		right := map[string]bool{}
		for _, l := range back {
			if m := quizOption.FindStringSubmatch(l); m != nil {
				right[m[1]] = true
			}
		}
		any := false
		for _, o := range options {
			any = any || right[o.label]
			c.Options = append(c.Options, card.Option{Label: o.label, Correct: right[o.label], Content: running(d.read(o.text[0], first).blocks)})
		}
		if any && len(front.blocks) > 0 {
			return c
		}
	}
	if words := strings.Split(strings.Join(back, " "), ","); strings.Count(stem, quizBlank) == len(words) && len(words) < maxHoles {
		var sb strings.Builder
		for i, part := range strings.Split(stem, quizBlank) {
			sb.WriteString(part)
			if i < len(words) {
				fmt.Fprintf(&sb, "{{c%d::%s}}", i+1, strings.TrimSpace(words[i]))
			}
		}
		text := sb.String()
		if c := d.clozeCard(text, text, first, nativeCloze, ownNumber); c != nil {
			return c
		}
	}
	return d.ask(front, d.read(strings.Join(back, "\n"), first), false)
}
