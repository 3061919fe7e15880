package parser

import "strings"

// Diaries and logs tell what was done on a day. They define little, and what
// their templates ask is nothing to learn.

// dayWords begin what is written about the writer's days.
var dayWords = newPhrases("오늘", "어제", "내일", "이번주", "이번 주", "지난주", "지난 주", "다음주", "다음 주", "금주",
	"today", "Today", "yesterday", "Yesterday", "tomorrow", "Tomorrow", "this week", "This week", "last week", "Last week", "next week", "Next week")

// reflections are what the templates of diaries ask for.
var reflections = newPhrases("배운 것", "배운것", "배운 점", "배운점", "느낀 점", "느낀점", "아쉬운 점", "아쉬운점", "아쉬웠던", "개선할 점", "잘한 점", "잘한 것", "어려웠던", "힘들었던",
	"did I ", "Did I ", "have I ", "Have I ", "I learn", "went well")

// reflects reports whether a heading or question is about the writer's own days
// and work, as those of a diary are: "공부하면서 배운 것이 있다면?".
func reflects(s string) bool { return dayWords.begin(s) || reflections.in(s) }

// dated reports whether the section's heading, or one above it, is a date: then
// its lines tell what was done that day.
func (s *section) dated() bool {
	return s.within(func(m *sectionMemo) *decision { return &m.dated }, isFullDate)
}

// isFullDate reports whether a heading is a day of a year: "2026-01-02",
// "2026년 1월 2일", "Day 1: Friday, March 1, 2019".
func isFullDate(h string) bool {
	if !hasDigit(h) {
		return false
	}
	if isEnglishDate(h) {
		return true
	}
	if digits(h, 4) != 4 && digits(h, 4) != 2 {
		return false
	}
	numbers := strings.FieldsFunc(h, func(r rune) bool { return r < '0' || r > '9' })
	return len(numbers) == 3 && isDate(h)
}

// isEnglishDate reports whether a text names a month, a day of it and a year.
func isEnglishDate(s string) bool {
	month, day, year := false, false, false
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isLetterOrDigit(r) }) {
		switch d := digits(w, len(w)); {
		case months.has(w):
			month = true
		case d == 4 && len(w) == 4:
			year = true
		case d > 0 && d < 3 && len(w) <= d+len("th"):
			day = true
		}
	}
	return month && day && year
}

// minDays is under how many dates a name must stand before it is a field of a
// template, no term.
const minDays = 3

// isField reports whether a name is a field of the template that the days of a
// diary have: "Thoughts", "오늘 한 일".
func (p *pass) isField(name string) bool {
	if p.fields == nil {
		p.fields = map[string]int{}
		for _, s := range p.sections {
			if s.dated() {
				p.countFields(s)
			}
		}
	}
	return p.fields[key(name)] >= minDays
}

// countFields counts the names in a section of a diary: its heading and the terms
// of its lines.
func (p *pass) countFields(s *section) {
	names := map[string]bool{key(s.title()): true}
	for _, g := range s.groups {
		for _, r := range g.rows {
			if name, ok := r.labelName(); ok {
				names[key(name)] = true
			}
		}
	}
	for name := range names {
		p.fields[name]++
	}
}

// experiences end titles of notes and headings that tell how something went:
// "CKA 시험 후기". 후기 by itself is the late part of an age as well.
var experiences = newEndings(`시험_후기 합격_후기 합격후기 응시_후기 응시후기 취득_후기 취득후기 참여_후기 참가_후기 참관_후기 수강_후기 수강후기
	면접_후기 면접후기 사용_후기 사용후기 수료_후기 활동_후기 지원_후기 회고 회고록 합격기 합격수기 합격_수기 도전기 응시기`)

// tellsExperience reports whether the title of a note says that it tells how
// something went: only what has a key is asked there.
func tellsExperience(title string) bool {
	if i := strings.LastIndexByte(title, '('); i > 0 {
		title = title[:i]
	}
	return experiences.end(strings.TrimRight(title, " !~.)"))
}
