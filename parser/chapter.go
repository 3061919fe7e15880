package parser

import (
	"strings"

	"recto/card"
)

// isChapter reports whether a heading is the title of a part of a course or
// book: "Lecture 3: Sorting", "Chapter 2. Processes".
func isChapter(h string) bool {
	n := asciiLetters(h)
	if n == 0 || n > 10 || !chapters.has(h[:n]) {
		return false
	}
	rest := h[n+spaces(h[n:]):]
	d := digits(rest, 3)
	if d == 0 || d == len(rest) {
		return false
	}
	r := firstRune(strings.TrimLeft(rest[d:], " "))
	return r == ':' || r == '.' || r == '-' || r == '–' || r == '—'
}

// chapters are what courses and books are divided into.
var chapters = set(`lecture, chapter, ch, lesson, week, day, module, unit, session`)

// withoutChapter returns the title of a part of a course or book without what
// counts it: "제1절 권리능력", "[3주차] 프로세스" and "Chapter 3. Enzymes" are about
// 권리능력, 프로세스 and enzymes.
func withoutChapter(h string) string {
	for {
		n := chapterLength(h)
		if n == 0 || n == len(h) {
			return h
		}
		h = h[n:]
	}
}

// withoutPart is withoutChapter for the text of a front.
func withoutPart(in []card.Inline) []card.Inline {
	s := card.InlineText(in)
	return cut(in, len(s)-len(withoutChapter(s)), len(s))
}

// chapterLength returns the length of what counts a part at the start of its
// title, with the marks behind it; 0 when nothing does.
func chapterLength(h string) int {
	open := len(h) - len(strings.TrimLeft(h, "[("))
	s := h[open:]
	n := koreanChapter(s)
	if n == 0 {
		n = englishChapter(s)
	}
	if n == 0 {
		return 0
	}
	rest := strings.TrimLeft(s[n:], " ])")
	rest = strings.TrimLeft(rest, " .:-–—|")
	if len(rest) == len(s)-n && rest != "" {
		return 0 // a longer word
	}
	return len(h) - len(rest)
}

// koreanChapter returns the length of "제1절", "제 3 장", "3주차" at the start of s.
func koreanChapter(s string) int {
	rest, ordinal := strings.CutPrefix(s, "제")
	rest = strings.TrimLeft(rest, " ")
	d := digits(rest, 3)
	if d == 0 {
		return 0
	}
	rest = strings.TrimLeft(rest[d:], " ")
	for _, unit := range koreanChapters {
		if of, ok := strings.CutPrefix(rest, unit); ok && (ordinal || len(unit) > len("편")) || ok && strings.Contains("장절강", unit) {
			return len(s) - len(of)
		}
	}
	return 0
}

// koreanChapters are the parts of courses and books; those of one syllable other
// than 장, 절 and 강 mean that only as ordinals ("3부" may be copies).
var koreanChapters = []string{"주차", "일차", "회차", "차시", "단원", "장", "절", "강", "편", "부", "관", "항", "과"}

// englishChapter returns the length of "Chapter 3", "Section 2.3", "Part II" at the
// start of s.
func englishChapter(s string) int {
	n := asciiLetters(s)
	if n == 0 || n > 10 || !chapters.has(s[:n]) && !sections.has(s[:n]) {
		return 0
	}
	at := n + len(s[n:]) - len(strings.TrimLeft(s[n:], " .#"))
	end := at
	for end < len(s) && (isDigit(s[end]) || s[end] == '.' && end+1 < len(s) && isDigit(s[end+1])) {
		end++
	}
	if end == at {
		for end < len(s) && strings.IndexByte("IVX", s[end]) >= 0 {
			end++
		}
	}
	if end == at || end < len(s) && isWordByte(s[end]) {
		return 0
	}
	next := firstRune(strings.TrimLeft(s[end:], " "))
	if next >= 'a' && next <= 'z' {
		return 0 // "part 1 of the proof"
	}
	return end
}

// sections are parts whose titles may well be terms.
var sections = set(`part, section, sec, topic`)
