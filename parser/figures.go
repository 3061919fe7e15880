package parser

import (
	"net/netip"
	"strings"
)

// isFact reports whether s is a number that is learnt: a port, a code, a date
// of history, an address.
func isFact(s string) bool {
	if s == "" {
		return false
	}
	if s[0] > '9' && s[0] != '~' {
		return (isDigit(s[len(s)-1]) || strings.HasSuffix(s, "년")) && isEventDate(s)
	}
	n, ok := strings.CutSuffix(s, "번")
	if !ok {
		n = strings.TrimSuffix(n, "년")
	}
	if n != "" && onlyOf(n, "0123456789~,/ -") {
		return !isLogDate(n)
	}
	if isEventDate(s) {
		return true
	}
	if _, err := netip.ParseAddr(s); err == nil {
		return !strings.Contains(s, ":")
	}
	_, err := netip.ParsePrefix(s)
	return err == nil && !strings.Contains(s, ":")
}

// isIdentifier reports whether s is a name that somebody gave a thing in a
// system: one word of ASCII with digits, hyphens or dots inside it.
func isIdentifier(s string) bool {
	signs := 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c), strings.IndexByte("-_.:/", c) >= 0:
			signs++
		case !isWordByte(c):
			return false
		}
	}
	return signs > 0 && signs < len(s) || signs == len(s) && strings.Count(s, ".") > 1
}

// isVersion reports whether s is the name of a program and its version: "Python
// 3.7", "Ubuntu 20.04 LTS".
func isVersion(s string) bool {
	if len(s) > maxVersion || asciiLetters(s) == 0 || !hasDigit(s) {
		return false
	}
	n := 0
	for w := range strings.FieldsSeq(s) {
		d := digits(w, len(w))
		if n++; n > 3 || n == 1 && asciiLetters(w) == 0 {
			return false
		}
		if n == 2 && (d == 0 || d+1 >= len(w) || w[d] != '.' || !isDigit(w[d+1])) {
			return false
		}
	}
	return n > 1
}

// maxVersion is the most bytes of a program's name with its version.
const maxVersion = 40

// isDay reports whether s is a day of a month in English: "29th April", "Jan 3".
func isDay(s string) bool {
	month, others := false, 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimRight(w, ".,")
		switch {
		case months.has(w):
			month = true
		case digits(w, len(w)) == 0 || len(w) > digits(w, len(w))+len("th"):
			return false
		default:
			others++
		}
	}
	return month && others == 1 // with a year it may be a date of history
}

var months = set(`january, february, march, april, may, june, july, august, september, october, november, december,
	jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec`)

// isCounter reports whether s only counts a part of a course or a book:
// "Topic 4.1", "Week 3", "1번 서버".
func isCounter(s string) bool {
	if n := digits(s, 3); n > 0 && (strings.HasPrefix(s[n:], "번 ") || strings.HasPrefix(s[n:], "단계")) {
		return true
	}
	if s == "" || !isDigit(s[len(s)-1]) {
		return false
	}
	name := strings.TrimRight(s, "0123456789.-# ")
	return counters.has(name)
}

// isFigures reports whether s is only numbers, signs and the words of dates.
func isFigures(s string) bool {
	for _, r := range s {
		switch r {
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '\n', '\t', '.', ',', ':', '/', '~', '%', '+', '(', ')', '-':
		case '년', '월', '일', '시', '분', '초', '주', '차', '회':
		default:
			return false
		}
	}
	return true
}

// allFigures reports whether every word of s is a figure or a sign, at least two
// of them: "32x32x1 -> 31x31x4".
func allFigures(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if hasLetter(w) && !hasDigit(w) {
			return false
		}
		n++
	}
	return n > 1
}

// isBareFigure reports whether s is a number with its unit and nothing else.
func isBareFigure(s string) bool {
	if s != "" && isDigit(s[0]) && allFigures(s) {
		return true
	}
	n := 0
	for n < len(s) && (isDigit(s[n]) || isSpace(s[n]) || strings.IndexByte(".,:%+~/-", s[n]) >= 0) {
		n++
	}
	return n == len(s) || len(s)-n <= 6 && units[s[n:]]
}

var units = wordMap(`ms s sec min MB KB GB TB kg g km m cm mm px 원 개 명 점 분 초 시간 회`)
