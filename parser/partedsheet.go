package parser

import "slices"

// An answer sheet may have the headings of the questions it answers:
//
//	## Part 1: Questions
//	### Basics
//	1. …?
//	## Part 2: Answers
//	### Basics
//	1. …
//
// The numbers go on over the headings, or begin anew below each.

// partedSheet pairs the numbered rows below the headings of a sheet with
// numbered questions below headings before it.
func (p *pass) partedSheet(s *section) {
	var answers [][]numbered
	for _, sub := range s.subs {
		if list := numberedIn(trimRows(sub.rows), sub, goesWithAnswer); len(list) > 0 {
			answers = append(answers, list)
		}
	}
	if len(answers) == 0 {
		return
	}
	questions := p.partsBefore(s)
	if len(questions) != len(answers) {
		questions, answers = [][]numbered{slices.Concat(questions...)}, [][]numbered{slices.Concat(answers...)}
	}
	var pairs [][2]numbered
	all := 0
	for i := range answers {
		if !mostAsk(questions[i]) || !distinct(questions[i]) || !distinct(answers[i]) {
			return
		}
		pairs = append(pairs, pairNumbers(questions[i], answers[i])...)
		all += len(answers[i])
	}
	if len(pairs) < 2 || len(pairs)*5 < all*4 {
		return
	}
	for _, x := range pairs {
		p.answerFromSheet(x[0], x[1])
	}
	(&claim{"sheet", nil}).takeLine(s.head)
}

// partsBefore returns the numbered rows of each section before a sheet, back to
// the heading around it or to the last sheet.
func (p *pass) partsBefore(sheet *section) [][]numbered {
	var out [][]numbered
	for _, s := range slices.Backward(p.sections[sheet.up.order:sheet.order]) {
		if s.isSheet() || s.up.isSheet() {
			break
		}
		if list := numberedIn(trimRows(s.rows), s, goesWithQuestion); len(list) > 0 {
			out = append(out, list)
		}
	}
	slices.Reverse(out)
	return out
}
