package parser

import "strings"

// Lists of codes put the name right behind the number: "404 Not Found". Only the
// heading says that the numbers are no amounts.

// maxCode is the most digits of a code or port.
const maxCode = 5

// findCode splits a line that begins with a number of at least two digits.
func findCode(_ *row, words string) split {
	n := digits(words, maxCode+1)
	if n < 2 || n > maxCode || n+1 >= len(words) || words[n] != ' ' || !isLetter(firstRune(words[n+1:])) {
		return split{}
	}
	return split{sep: coded, left: n, right: n + 1}
}

// listsCodes reports whether the section's heading, or one above it, says that it
// lists numbers to learn.
func (s *section) listsCodes() bool {
	return s.within(func(m *sectionMemo) *decision { return &m.codes }, func(h string) bool { return codeTitles.in(strings.ToLower(h)) })
}

var codeTitles = newPhrases("코드", "포트", "code", "port")
