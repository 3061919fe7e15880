package parser

import "strings"

var pronouns = set(`나, 너, 저, 그, 걔, 우리, 저희, 본인, 사장님, 손님, 엄마, 아빠, 친구, 선생님, 상대, a, b, c`)

// clauseEnds are ends of Korean clauses: what stands before a separator then
// is a sentence, not a term.
var clauseEnds = newEndings(`다 요 죠 함 됨 음 임
	하고 하며 하여 해서 하면 되면 되고 되어 때문에 경우 때 지만 는데 으면 려고 므로 니까 도록 보면 따라 위해 통해 대해
	다면 라면 거나 에서 에는 으로 에게 부터 까지 하기 만들기 시키기 まで から より て`)

// termScore says how much a text looks like a term, roughly between -1 and
// +0.4: short, noun-like, marked by the writer; not a sentence, a URL, a time
// or a number. ok is false for what can never be a term.
func termScore(s string, emphasis bool) (score float64, ok bool) {
	if isFact(s) {
		return pick(emphasis, 0.1, -0.15), true
	}
	if mayOrder(s) && (beginsWithVerb(s) || beginsWithOrder(s)) {
		score -= 0.4
	}
	l := lookAt(s)
	n, nwords := l.runes, countWords(s)
	if s == "" || isJamo(s) || !l.has(letters) && !emphasis || neverTerm(s) || asides.has(s) && !isSystemPath(s) || beginsWithExample(s) || beginsWithLink(s) || strings.HasSuffix(s, ";") {
		return 0, false
	}
	if n > 90 {
		return 0, false
	}
	if emphasis {
		score += 0.2
	}
	if isQuoted(s) {
		return 0.1, true // whose words these are is asked
	}
	switch {
	case n <= 15, n <= 24 && !l.has(hangul|han) && nwords <= 3:
		score += 0.1
	case n > 60:
		score -= 0.45
	case n > 40:
		score -= 0.3
	case n > 28 && !isLatinTerm(s):
		score -= 0.1
	}
	if s[0] >= 'a' && s[0] <= 'z' && isCommand(s) {
		return score + 0.2, true
	}
	if s[0] == '[' && s[len(s)-1] == ']' {
		score -= 0.4
	}
	i := originalAt(s)
	if i < 0 && l.has(commas) && namesTwice(s) {
		i = strings.IndexByte(s, ',')
	}
	if i >= 0 {
		score += 0.1
		s = trim(s[:i])
		l, nwords = lookAt(s), countWords(s)
	}
	return score + sentencePenalty(s, l, nwords, emphasis), true
}

// isQuoted reports whether a text is several words in quotation marks.
func isQuoted(s string) bool {
	if s[0] != '"' && s[0] != 0xe2 || countWords(s) < 3 {
		return false
	}
	first, last := firstRune(s), lastRune(s)
	return first == '"' && last == '"' || first == '“' && last == '”'
}

// sentencePenalty is negative when a text reads like a clause.
func sentencePenalty(s string, l look, nwords int, emphasis bool) float64 {
	p, cjk := 0.0, l.has(hangul|han)
	if cjk && l.runes > 3 && clauseEnds.end(strings.TrimRight(s, ".!")) {
		p -= 0.35
	}
	if l.has(hangul) && nwords > 1 && hasObject(s) {
		p -= 0.3
	}
	if l.has(hangul) && nwords > 3 && hasSubject(s) {
		p -= 0.2
	}
	if l.has(stops) && (strings.ContainsAny(strings.TrimRight(s, ".!;"), "!;") || strings.Contains(s, ". ")) {
		p -= 0.3
	}
	if !emphasis && l.has(commas) && strings.Contains(s, ", ") {
		p -= 0.15
	}
	if !cjk {
		if nwords > 3 && hasClause(s) {
			p -= 0.3
		}
		if nwords > 7 {
			p -= 0.3
		} else if nwords > 5 {
			p -= 0.1
		}
	} else if nwords > 6 {
		p -= 0.25
	} else if nwords > 4 {
		p -= 0.1
	}
	return p
}

// isJamo reports whether a text is one letter of Hangul, which labels blanks and
// options and names nothing.
func isJamo(s string) bool {
	r := firstRune(s)
	return len(s) == len("ㄱ") && r >= 'ㄱ' && r <= 'ㅎ'
}

// namesTwice reports whether what stands around the only comma of a text are two
// names of one thing: one in Hangul or Han and its original, or an abbreviation
// and its words.
func namesTwice(s string) bool {
	left, right, _ := strings.Cut(s, ", ")
	if strings.Contains(right, ",") {
		return false
	}
	l, r := lookAt(left), lookAt(right)
	return inCJK(l) && inLatin(r) || inLatin(l) && (inCJK(r) || isAbbreviation(left) && countWords(right) > 1)
}

// figurePenalty is what a bare figure costs as a definition.
const figurePenalty = 0.35

// definitionScore says how much a text looks like a definition. ok is false
// for what can never be one.
func definitionScore(s string) (score float64, ok bool) {
	s = strings.TrimRight(s, " ")
	if hasQuestionMark(s) {
		if doubt := strings.TrimRight(s, "?？ "); len(s)-len(doubt) >= 2 {
			s = doubt // "??" marks what the writer is not sure of
		}
		if hasQuestionMark(s) && asks(s) {
			if !explains(s) && (hasCJK(s) || asksAtStart(s)) {
				return 0, false
			}
			score -= 0.1 // a doubt
		}
	}
	if s == "" || isURL(s) && !strings.Contains(s, " ") || strings.HasPrefix(s, "___") { // a form to fill in
		return 0, false
	}
	if !hasLetter(s) {
		return -figurePenalty, strings.ContainsFunc(s, func(r rune) bool { return r >= '0' && r <= '9' || r == 0 })
	}
	if isBareFigure(s) {
		return -figurePenalty, true
	}
	if strings.HasSuffix(s, ":") {
		score -= 0.2
	}
	if len(s) >= 48 || runes(s) >= 12 {
		score += 0.05
	}
	return score, true
}

// explains reports whether a text has a sentence before the question that it
// ends in.
func explains(s string) bool {
	i := strings.LastIndex(s[:max(0, len(s)-2)], ". ")
	return i > 0 && isSentence(s[:i+1]) && !hasQuestionMark(s[:i])
}

// isSentence reports whether a text ends like a Korean or English sentence.
func isSentence(s string) bool {
	return sentenceEnds.end(trim(s))
}

// sentenceEnds are ends of Korean and English sentences.
var sentenceEnds = newEndings(`. 。 ! 다 요 함 됨 음 임`)
