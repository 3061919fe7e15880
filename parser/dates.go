package parser

import (
	"strconv"
	"strings"
)

// Dates of history are learnt; the dates of a diary or a list of changes are
// not. What tells them apart is how long ago they are.

// firstLogYear is the year from which a day is more likely that of a note than
// one to learn.
const firstLogYear = 2010

// isEventDate reports whether a text is a date to learn: a year with at most
// its month and day, a span of years, "1950.6.25", "July 14, 1789", "c. 1450",
// "기원전 57년".
func isEventDate(s string) bool {
	var d dateParts
	return d.addAll(s) && d.years > 0 && d.years < 3 && d.months+d.days <= 2*d.years && !d.recent()
}

// isDateSign reports whether a character stands between the parts of a date.
func isDateSign(r rune) bool { return r <= ' ' || strings.ContainsRune(",./~()-–", r) }

// dateParts counts the parts of a date.
type dateParts struct{ years, months, days, last int }

// recent reports whether the date is the day or month of a recent year.
func (d dateParts) recent() bool { return d.months+d.days > 0 && d.last >= firstLogYear }

// addAll counts the words of a date; false at the first that is none.
func (d *dateParts) addAll(s string) bool {
	for w := range strings.FieldsFuncSeq(s, isDateSign) {
		if !d.add(w) {
			return false
		}
	}
	return true
}

// add counts a word of a date; false where it is none.
func (d *dateParts) add(w string) bool {
	n := digits(w, 4)
	unit := w[n:]
	value, _ := strconv.Atoi(w[:n])
	switch {
	case n == 0 && months.has(w):
		d.months++
	case n == 0:
		return eras.has(w)
	case unit == "년", unit == "년경", n == 4 && unit == "" && value >= 1000 && value <= 2100:
		d.years, d.last = d.years+1, value
	case unit == "월" && n < 3:
		d.months++
	case n < 3 && value > 0 && value <= 31 && (unit == "" || unit == "일" || ordinals.has(unit)):
		d.days++
	default:
		return false
	}
	return true
}

// isLogDate reports whether figures are a day without a year, or a day or month
// of a recent one: "3/15", "2024-03-01".
func isLogDate(s string) bool {
	if n := digits(s, 3); n > 0 && n < 3 && n < len(s) && s[n] == '/' {
		month, _ := strconv.Atoi(s[:n])
		day, err := strconv.Atoi(s[n+1:])
		return err == nil && month <= 12 && day <= 31
	}
	var d dateParts
	d.addAll(s)
	return d.years == 1 && d.recent()
}

var (
	eras     = set(`bc, bce, ad, ce, c, ca, circa, early, mid, late, 기원전, 기원후, 서기, 약, 경, 초, 말, 중엽`)
	ordinals = set(`st, nd, rd, th`)
)

// maxDateWords is how many words a date has.
const maxDateWords = 3

// findDated splits "1592 임진왜란": a date of history, which begins with its
// year, and what happened then.
func findDated(r *row, words string) split {
	if words == "" || !isDigit(words[0]) || len(words) > maxTerm {
		return split{}
	}
	var d dateParts
	end := 0
	for n := 0; n < maxDateWords; n++ {
		i := strings.IndexByte(words[end:], ' ')
		if i < 0 || !d.addAll(words[end:end+i]) {
			break
		}
		end += i + 1
	}
	rest := words[end:]
	if end == 0 || !isEventDate(words[:end]) || !isLetterOrDigit(firstRune(rest)) || goesOnAsProse(rest) {
		return split{}
	}
	return split{sep: dated, left: end - 1, right: end}
}

// goesOnAsProse reports whether words are part of running text: a sentence ends
// in them, or the line breaks before they are complete.
func goesOnAsProse(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Contains(s, ". ") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ",") || smallWords.has(last)
}
