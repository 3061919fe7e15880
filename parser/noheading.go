package parser

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// dateHeading matches headings that date or count a part of a course or diary.
var dateHeading = regexp.MustCompile(`^[\d\s./~년월일주차회교시()_-]+(?:[가-힣]|\([가-힣]\)|[가-힣]요일)?$|(?i)^(?:day|week|chapter|ch|part|section|lecture|unit|step)\s*[-.]?\s*\d+$|^\d+\s*(?:주차|일차|장|강|회차|교시|차시)|작성\s?중|^(?:섹션|파트|챕터|강의)\s*\d+`)

// collections are ends of titles of collections and diaries.
var collections = newEndings(`정리 모음 모음집 노트 스터디 공부 질문 강의 후기 회고 일지 일기 기록 로그 일정 문제집
	단어장 요약본 커리큘럼 할_일 nuggets cheatsheet cheat_sheet study_guide notes quiz diary journal checklist
	Nuggets Cheatsheet CheatSheet Cheat_Sheet Cheat_sheet Study_Guide Study_guide Notes Quiz Diary Journal Checklist`)

// counters are English words that a heading counts itself by.
var counters = set(`day, week, chapter, ch, part, section, lecture, lesson, unit, step, topic, module, session, exercise, question, problem, figure, fig, table, slide, page, video, episode, round, task`,
	`섹션, 파트, 챕터, 강의, 단원, 문제, 과제, 그림, 표, 실습, 단계, 스텝`)

// digitsAtEnd returns how many digits s ends in.
func digitsAtEnd(s string) int { return len(s) - len(strings.TrimRight(s, "0123456789")) }

// noHeading reports whether a heading never is the front of a card.
func noHeading(h string) bool {
	return genericHeadings.has(h) || strings.HasPrefix(h, "오늘") || beginsWithDate(h) || collections.end(h) || mayDate(h) && dateHeading.MatchString(h) || isURL(h) || runes(h) > 100 || !hasLetter(h)
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

// mayDate reports whether a heading can be a date or a count, so that the
// pattern is only tried where it can match.
func mayDate(h string) bool {
	r := firstRune(h)
	switch {
	case r < utf8.RuneSelf && isLetter(r):
		return hasDigit(h) && counters.has(h[:asciiWord(h)-digitsAtEnd(h[:asciiWord(h)])])
	case isSyllable(r) && !strings.ContainsRune("섹파챕강년월일주차회교시", r):
		return strings.Contains(h, "작성")
	}
	return true
}
