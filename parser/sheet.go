package parser

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"recto/card"
)

// An answer sheet holds the answers to numbered questions that stand together
// before it: "1. …? 2. …?", and then below 정답, or folded away, "1. … 2. …".

// numbered is a question or an answer with its number.
type numbered struct {
	number string
	rows   []*row
	end    int      // length of its numbering in the first row
	sec    *section // it stands in
}

// sheetTitles are headings of sheets that do not say "answer".
var sheetTitles = set(`답, 해설, 풀이, solution, solutions, explanation, explanations`)

// findSheets pairs the answers of a sheet with the nearest questions before it
// that have their numbers.
func findSheets(p *pass, s *section) {
	for _, g := range s.groups {
		for i, r := range g.rows {
			if announcesSheet(r) {
				p.sheet(g, i, r.rows, r)
				if r.kind == line { // what folds answers holds them all
					p.sheet(g, i, g.rows[i+1:], r)
				}
			}
		}
	}
	if !s.isSheet() {
		return
	}
	h := s.head
	p.headedSheet(s)
	p.partedSheet(s)
	if len(s.rows) > 0 {
		p.sheet(s.groups[0], 0, s.rows, h)
		for _, r := range s.rows {
			if r.kind == details {
				p.sheet(s.groups[0], 0, r.rows, r)
			}
		}
	}
}

// isSheet reports whether the heading of a section says that answers are below.
func (s *section) isSheet() bool {
	return s != nil && s.head != nil && (saysAnswers(s.head) || sheetTitles.has(s.title()))
}

// announcesSheet reports whether a row by itself says that answers follow.
func announcesSheet(r *row) bool {
	if !r.free() {
		return false
	}
	if r.kind != line {
		return r.foldsAnswer()
	}
	kind, end := r.label()
	return kind == answerLabel && end == len(r.plain) && !letterAnswer(r.plain)
}

// sheet makes cards of the answers in rows, which stand behind row i of a
// group; announcer is the row that says what they are.
func (p *pass) sheet(g *group, i int, rows []*row, announcer *row) {
	if rows = trimRows(rows); len(rows) == 0 {
		return
	}
	if number, _ := rowNumber(rows[0], ""); number == "" {
		return
	}
	answers := numberedIn(rows[:min(len(rows), maxSheet)], g.sec, goesWithAnswer)
	if len(answers) < 2 || !distinct(answers) {
		return
	}
	for questions := range p.questionsBefore(g, i) {
		if pairs := pairNumbers(questions, answers); len(pairs)*5 >= len(answers)*4 && len(pairs) >= 2 {
			for _, x := range pairs {
				p.answerFromSheet(x[0], x[1])
			}
			(&claim{"sheet", nil}).takeLine(announcer)
			return
		}
	}
}

// maxSheet is how many rows a sheet has, and how many rows or headings before
// it can be its questions.
const maxSheet = 400

// maxApart is how many sections a sheet may stand behind its questions.
const maxApart = 40

// questionsBefore yields the runs of numbered questions before row i of a
// group, the nearest first.
func (p *pass) questionsBefore(g *group, i int) iter.Seq[[]numbered] {
	return func(yield func([]numbered) bool) {
		before := p.sections[max(0, g.sec.order-maxSheet):g.sec.order]
		if !yield(questionsIn(g.rows[:i], g.sec)) || !yield(headQuestions(before)) {
			return
		}
		for _, s := range slices.Backward(before[max(0, len(before)-maxApart):]) {
			if !yield(s.questions()) {
				return
			}
		}
	}
}

// questions returns the numbered questions at the end of the section's rows.
func (s *section) questions() []numbered {
	if s.memo.questions == nil {
		s.memo.questions = append([]numbered{}, questionsIn(s.rows, s)...)
	}
	return s.memo.questions
}

// questionsIn returns the numbered questions at the end of rows, behind all
// that have their answer; none where most of them do not ask.
func questionsIn(rows []*row, s *section) []numbered {
	rows = rows[max(0, len(rows)-maxSheet):]
	for i, r := range slices.Backward(rows) {
		if kind, _ := r.label(); kind == answerLabel || r.kind == details || r.foldsAnswer() {
			rows = rows[i+1:]
			break
		}
	}
	out := numberedIn(rows, s, goesWithQuestion)
	if !mostAsk(out) || !distinct(out) {
		return nil
	}
	return out
}

// mostAsk reports whether at least half of some numbered rows ask.
func mostAsk(list []numbered) bool {
	asking := 0
	for _, q := range list {
		if r := q.rows[0]; r.asks() || r.look.has(underscores) && strings.Contains(r.plain, "__") || isQuestionLabel(r) {
			asking++
		}
	}
	return asking*2 >= len(list)
}

func isQuestionLabel(r *row) bool {
	kind, _ := r.label()
	return kind == questionLabel
}

// headQuestions returns those of the last sections and their siblings whose
// headings are questions with a number and nothing to answer them below.
func headQuestions(sections []*section) []numbered {
	if len(sections) == 0 {
		return nil
	}
	var out []numbered
	up := sections[len(sections)-1].up
	for _, s := range sections {
		if s.up != up || s.head == nil || !s.head.free() || s.head.number() == 0 || !s.head.asks() || startsWithText(trimRows(s.rows)) {
			continue
		}
		if number, end := rowNumber(s.head, ""); number != "" {
			out = append(out, numbered{number, append([]*row{s.head}, s.rows...), end, up})
		}
	}
	if !distinct(out) {
		return nil
	}
	return out
}

// numberedIn returns the free rows with a number, each with the rows behind it
// that belong to it.
func numberedIn(rows []*row, s *section, belongs func(*row) bool) []numbered {
	var out []numbered
	last := ""
	for i := 0; i < len(rows); i++ {
		if !rows[i].free() || rows[i].kind != line && !rows[i].bareCallout() {
			continue
		}
		number, end := rowNumber(rows[i], last)
		if number == "" {
			continue
		}
		j := i + 1
		for j < len(rows) && rows[j].free() && belongs(rows[j]) {
			if n, _ := rowNumber(rows[j], number); n != "" {
				break
			}
			j++
		}
		out = append(out, numbered{number, rows[i:j], end, s})
		i, last = j-1, number
	}
	return out
}

// goesWithQuestion reports whether a row can be more of the question before
// it: further lines, code or a picture to look at.
func goesWithQuestion(r *row) bool {
	return r.kind == line && r.joined || r.kind == code || r.kind == figure || r.kind == table || r.kind == formula
}

// goesWithAnswer reports whether a row can be more of the answer before it.
func goesWithAnswer(r *row) bool { return r.kind != heading && r.kind != rule }

// rowNumber returns the number that a row begins with, and the length of its
// numbering in the text. An item of a list in which every item has the same
// number, as Markdown allows (CommonMark §5.3), counts on from the last.
func rowNumber(r *row, last string) (number string, end int) {
	if r.ordered() {
		number = strings.TrimRight(r.mark, ".)")
		if n, err := strconv.Atoi(last); err == nil && number == "1" && n >= 1 {
			number = strconv.Itoa(n + 1)
		}
		_, end = r.label()
		return number, end
	}
	if kind, n := r.label(); kind == questionLabel || kind == answerLabel {
		return numberIn(r.plain[:n]), n
	}
	return numberIn(r.plain[:r.number()]), r.number()
}

// front returns a question without its number.
func (q numbered) front() []card.Block {
	if h := q.rows[0]; h.kind == heading {
		return append(paragraph(cleanFront(h.text)), render(q.rows[1:])...)
	}
	return withoutNumber(q.rows)
}

// distinct reports whether no two have the same number.
func distinct(list []numbered) bool {
	seen := map[string]bool{}
	for _, x := range list {
		seen[x.number] = true
	}
	return len(seen) == len(list)
}

// pairNumbers returns the questions that have an answer, each with it.
func pairNumbers(questions, answers []numbered) [][2]numbered {
	if len(questions) < 2 {
		return nil
	}
	asked := map[string]numbered{}
	for _, q := range questions {
		if q.rows[0].free() {
			asked[q.number] = q
		}
	}
	var out [][2]numbered
	for _, a := range answers {
		if q, ok := asked[a.number]; ok {
			out = append(out, [2]numbered{q, a})
		}
	}
	return out
}

// answerFromSheet makes the card of a question whose answer is on a sheet.
func (p *pass) answerFromSheet(q, a numbered) {
	back := answerContent(a.rows[0], a.end, a.rows[1:])
	if len(a.rows) > 1 && sameWords(a.rows[0].plain[a.end:], q.rows[0].plain[q.end:]) {
		back = render(a.rows[1:]) // the question is said again
	}
	if len(back) == 0 || isPlaceholder(card.PlainText(back)) {
		return
	}
	p.answered("sheet", &asked{q.rows[0], q.rows, q.front()}, q.sec.path(), back, 0.85).take(a.rows...)
}
