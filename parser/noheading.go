package parser

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// collections are ends of titles of collections and diaries.
var collections = newEndings(`정리 모음 모음집 노트 스터디 공부 질문 강의 일지 일기 기록 로그 일정 문제집
	단어장 요약본 커리큘럼 할_일 복습 review Review nuggets cheatsheet cheat_sheet study_guide notes quiz diary journal checklist
	Nuggets Cheatsheet CheatSheet Cheat_Sheet Cheat_sheet Study_Guide Study_guide Notes Quiz Diary Journal Checklist`)

// counters are English words that a heading counts itself by.
var counters = set(`day, week, chapter, ch, part, section, lecture, lesson, unit, step, topic, module, session, domain, objective, phase, lab, exercise, question, problem, figure, fig, table, slide, page, video, episode, round, task`,
	`섹션, 파트, 챕터, 강의, 단원, 문제, 과제, 그림, 표, 실습, 단계, 스텝`)

// unnamed reports whether the section's heading never is the front of a card.
func (s *section) unnamed() bool {
	if s.memo.unnamed == unasked {
		s.memo.unnamed = decided(noHeading(s.title()) && !s.amongAspects())
	}
	return s.memo.unnamed == yes
}

// maxAspectsBeside is how many headings beside one are looked at.
const maxAspectsBeside = 8

// amongAspects reports whether a heading that says nothing in most places, such
// as 결과, is one of the aspects of the heading above: 개념, 원인, 결과.
func (s *section) amongAspects() bool {
	if s.head == nil || s.up.head == nil || !attributes.has(s.title()) {
		return false
	}
	n := 0
	for _, x := range s.up.subs[:min(len(s.up.subs), maxAspectsBeside)] {
		if x != s && isAspect(x.title()) && !genericHeadings.has(x.title()) {
			n++
		}
	}
	return n >= 2
}

func noHeading(h string) bool {
	return genericHeadings.has(h) || experiences.end(h) || genericStarts(h) || isChapter(h) || beginsWithDate(h) || collections.end(h) || isDate(h) || isURL(h) || runes(h) > 100 || !hasLetter(h)
}

// genericStarts reports whether a heading begins like one of a diary, of tags,
// of what is left over or of what the note is about.
func genericStarts(h string) bool {
	switch firstRune(h) {
	case '오', '기', '그', 't', 'I', 'A', 'W':
	default:
		return false
	}
	for _, s := range [...]string{"오늘", "기타 ", "그 외", "tags:", "In this ", "In This ", "About this ", "About This ", "What this ", "What This "} {
		if strings.HasPrefix(h, s) {
			return true
		}
	}
	return false
}

// taskHeadings head lists of what is to be done.
var taskHeadings = set(`과제, 숙제, 실습 과제, 할 일, 할일, 오늘 할 일, 내일 할 일, 해야 할 일, 앞으로 할 일, 다음 단계, 계획, 향후 계획, 학습 계획, 공부 계획, 이번 주 목표`,
	`todo, to do, to-do, todos, task, tasks, homework, assignment, assignments, action items, next steps, next step, plan, plans`)

// listsTasks reports whether the section's heading, or one above it, says that
// things to do are below it.
func (s *section) listsTasks() bool {
	return s.within(func(m *sectionMemo) *decision { return &m.tasks }, taskHeadings.has)
}

// beginsWithDate reports whether a heading is that of a diary: "2026-01-02: …".
func beginsWithDate(h string) bool {
	n := digits(h, 4)
	if n < 2 || n+1 >= len(h) || strings.IndexByte("-./", h[n]) < 0 {
		return false
	}
	m := digits(h[n+1:], 2)
	at := n + 1 + m
	return m > 0 && (n == 4 || at < len(h) && h[at] == h[n])
}

var (
	// parts are what a course counts its headings by, before a number.
	parts = set(`day, week, chapter, ch, part, section, lecture, lesson, module, topic, session, domain, objective, phase, lab, appendix, unit, step, 섹션, 파트, 챕터, 강의, 단원, 모듈, 세션`)
	// lessons are the same behind a number.
	lessons = []string{"章", "주차", "일차", "장", "강", "회차", "교시", "차시", "단원"}
)

// unfinished ends headings of notes that their writers still work on.
var unfinished = newEndings(`작성_중 작성중`)

// datesAt reports whether dates are written with r.
func datesAt(r rune) bool {
	switch r {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '.', '/', '~', '년', '월', '일', '주', '차', '회', '교', '시', '(', ')', '_', '-':
		return true
	}
	return false
}

// isDate reports whether a heading dates or counts a part of a course or
// diary: "3/14 (월)", "Week 3", "2주차", "작성 중".
func isDate(h string) bool {
	if unfinished.end(strings.TrimRight(h, " .)]")) {
		return true
	}
	if n := digits(h, len(h)); n > 0 {
		unit := h[n+spaces(h[n:]):]
		if slices.ContainsFunc(lessons, func(l string) bool { return strings.HasPrefix(unit, l) }) {
			return true
		}
	} else if i := strings.IndexAny(h, "0123456789"); i > 0 && parts.has(h[:i]) && (h[0] >= utf8.RuneSelf || onlyOf(h[i:], "0123456789")) {
		return true
	}
	rest := strings.TrimLeftFunc(h, datesAt)
	day := strings.TrimSuffix(strings.TrimSuffix(rest, ")"), "요일")
	return len(rest) < len(h) && runes(day) <= 1 && (day == "" || isSyllable(firstRune(day)))
}
