package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// ways are the ways to take a line apart, the clearest first. Each is given
// the words behind the numbering, and counts its offsets from there; it finds
// nothing in a line that lacks one of the traits it needs.
var ways = []struct {
	needs traits
	find  func(r *row, words string) split
}{
	{bars, findCells},
	{0, findBracketed},
	{0, findRunIn},
	{0, findSeparator},
	{0, findDated},
	{0, findCode},
	{hangul, findTopic},
	{hangul, findArticle},
	{0, findMarked},
	{latin, findVerb},
	{latin, findCopula},
	{hangul, findSentence},
	{latin | hangul, findCommand},
	{latin | hangul | hyphens, findHyphen},
}

// takeApart returns a line's term and definition, by the first way that finds
// them; offsets are those of the line's words.
func takeApart(r *row) split {
	from := r.number()
	words := r.words[from:]
	for i := range ways {
		if !r.look.hasAll(ways[i].needs) {
			continue
		}
		if s := ways[i].find(r, words); s.sep != noSeparator {
			if s.end == 0 {
				s.end = len(words)
			}
			return s.shifted(from)
		}
	}
	return split{}
}

// shifted returns the split with its offsets n further on.
func (s split) shifted(n int) split {
	return split{s.sep, s.from + n, s.left + n, s.right + n, s.end + n}
}

// findSeparator splits at a mark between term and definition.
func findSeparator(r *row, _ string) split {
	s := r.split()
	if s.sep == noSeparator || s.sep == arrow && saysBefore(r, s.left) {
		return split{}
	}
	return s.shifted(-r.number())
}

// saysBefore reports whether a line begins with a bold term and says something
// of it before the arrow at an offset: "**B** locks nothing → is faster".
func saysBefore(r *row, arrow int) bool {
	if r.form != inParts || !isBold(r.text[:1]) {
		return false
	}
	n := len(card.InlineText(r.text[:1]))
	return n < arrow && isSpace(r.words[n]) && countWords(r.words[n:arrow]) > 1
}

// topicMark matches a term and the ending that announces what it is.
var topicMark = regexp.MustCompile(`^([^,.:;()]{1,40}?(?:\([^)]{1,40}\))?)(?:이란|란)(?:[,:]\s?|\s)`)

// findCells splits "| a | b |": in a table without the line below its header,
// which Markdown takes for text, every line is a term and its definition.
func findCells(_ *row, words string) split {
	if !strings.HasPrefix(words, "| ") || !strings.HasSuffix(words, " |") || strings.Count(words, "|") != 3 {
		return split{}
	}
	i := strings.IndexByte(words[1:], '|') + 1
	if strings.TrimSpace(words[1:i]) == "" || strings.TrimSpace(words[i+1:len(words)-1]) == "" {
		return split{}
	}
	return split{sep: cells, from: 1, left: i, right: i + 1, end: len(words) - 1}
}

// announcesMeaning reports whether the ending that topicMark looks for stands
// before a space, a comma or a colon.
func announcesMeaning(words string) bool {
	for {
		_, rest, ok := strings.Cut(words, "란")
		if !ok {
			return false
		}
		if rest != "" && strings.IndexByte(" ,:", rest[0]) >= 0 {
			return true
		}
		words = rest
	}
}

// findTopic splits a line such as "프로세스란 실행 중인 프로그램".
func findTopic(r *row, words string) split {
	if !announcesMeaning(words) || r.asks() {
		return split{}
	}
	m := topicMark.FindStringSubmatchIndex(words)
	if m == nil || m[1] >= len(words) {
		return split{}
	}
	term := words[:m[3]]
	if last := lastRune(term); strings.Count(term, " ") > 3 || !isLetter(last) && last != ')' {
		return split{}
	}
	return split{sep: topic, left: m[3], right: m[1]}
}

// findArticle splits an article of a Korean law behind its title: "제1조(목적)
// 이 법은 …".
func findArticle(_ *row, words string) split {
	rest, ok := strings.CutPrefix(words, "제")
	if !ok {
		return split{}
	}
	d := digits(rest, 4)
	if rest, ok = strings.CutPrefix(rest[d:], "조"); !ok || d == 0 {
		return split{}
	}
	if by, ok := strings.CutPrefix(rest, "의"); ok { // "제3조의2"
		rest = by[digits(by, 3):]
	}
	rest = strings.TrimLeft(rest, " ")
	end := strings.IndexByte(rest, ')')
	if !strings.HasPrefix(rest, "(") || end < 2 || runes(rest[:end]) > maxOriginal || trim(rest[end+1:]) == "" {
		return split{}
	}
	left := len(words) - len(rest) + end + 1
	return split{sep: defining, left: left, right: left}
}

// What stands between a marked term and what it means.
var (
	markedParticles = []string{"이란", "란", "은", "는"}
	markedVerbs     = []string{" is", " are", " means", " refers to", " stands for"}
)

// maxOriginal is the most characters of a parenthesis behind a marked term.
const maxOriginal = 60

// markedTail returns the length of what stands between a marked term and what
// it means; 0 where nothing does.
func markedTail(s string) int {
	n := 0
	if p := strings.TrimPrefix(s, " "); strings.HasPrefix(p, "(") {
		if i := strings.IndexByte(p, ')'); i > 1 && runes(p[1:i]) <= maxOriginal {
			n = len(s) - len(p) + i + 1
		}
	}
	rest := s[n:]
	if q := strings.TrimPrefix(rest, " "); len(q) < len(rest) && marksTopic(q) {
		rest = q // "`open()` 은 …"
	}
	for _, p := range markedParticles {
		after, ok := strings.CutPrefix(rest, p)
		switch {
		case !ok || after == "":
		case isSpace(after[0]):
			return len(s) - len(after) + 1
		case after[0] == ',' || after[0] == ':':
			return len(s) - len(after) + 1 + min(spaces(after[1:]), 1)
		}
	}
	for _, v := range markedVerbs {
		if after, ok := strings.CutPrefix(rest, v); ok && after != "" && isSpace(after[0]) {
			return len(s) - len(after) + 1
		}
	}
	return 0
}

// saysThirdPerson reports whether a text goes on, behind a name, with an English
// verb in the third person and a sentence: " happens when …", " adds …".
func saysThirdPerson(s string) bool {
	s, spaced := strings.CutPrefix(s, " ")
	verb, rest, _ := strings.Cut(s, " ")
	n := asciiLetters(verb)
	return spaced && n == len(verb) && n >= minVerb && verb[0] >= 'a' && verb[n-1] == 's' &&
		strings.IndexByte("su", verb[n-2]) < 0 && !noVerbs.has(verb) && countWords(rest) >= 3
}

// minVerb is the fewest letters of such a verb.
const minVerb = 4

// noVerbs are words that end like such verbs, and verbs that tell what somebody
// said or did.
var noVerbs = set(`always, perhaps, besides, sometimes, afterwards, forwards, towards, backwards, upwards, downwards, does, others, times, years, days, hours, minutes, seconds, ways,
	says, thinks, asks, wants, suggests, agrees, notes, mentions, believes, feels, likes, hopes, proposes, explains, brings, sends`)

// marksTopic reports whether a text begins with a topic particle that stands by
// itself.
func marksTopic(s string) bool { return strings.HasPrefix(s, "은 ") || strings.HasPrefix(s, "는 ") }

// findMarked splits "**FEC**는 수신 측이 …": a sentence about a term that the
// writer marked at its start, or behind an article.
func findMarked(r *row, words string) split {
	text, from := r.text, articleLen(r)
	if from > 0 {
		text = text[1:]
	}
	if len(text) < 2 || len(words) < len(r.plain) || !emphasised(text[:1]) || isHighlight(text[0]) {
		return split{}
	}
	n := from + len(card.InlineText(text[:1]))
	m, wiki := markedTail(words[n:]), isWiki(text[0])
	if rest := words[n:]; m == 0 && from == 0 && isCode(text[0]) && (strings.HasPrefix(rest, " # ") || strings.HasPrefix(rest, " // ")) {
		return split{sep: dash, left: n, right: len(words) - len(strings.TrimLeft(rest, " #/"))}
	}
	if m == 0 {
		if rest := words[n:]; isBold(text[:1]) && r.look.has(stops) && saysThirdPerson(rest) {
			return split{sep: sentence, from: from, left: n, right: n + 1}
		}
		if rest := strings.TrimLeft(words[n:], " \n"); from == 0 && !wiki && len(rest) < len(words[n:]) && (isCJK(firstRune(rest)) && runes(rest) >= 4 || isCode(text[0]) && r.mark != "" && saysOfCode(rest)) {
			return split{sep: beside, left: n, right: len(words) - len(rest)}
		}
		return split{}
	}
	if n+m >= len(words) || wiki && doesSomething(words) {
		return split{}
	}
	end := n
	if i := strings.IndexByte(words[n:n+m], ')'); i >= 0 {
		end = n + i + 1
	}
	return split{sep: sentence, from: from, left: end, right: n + m}
}

func isCode(in card.Inline) bool { _, ok := in.(*card.CodeSpan); return ok }

// isWiki reports whether an inline is a link to another note. Sentences about
// anything begin with one, so that it marks no term by itself.
func isWiki(in card.Inline) bool {
	l, ok := in.(*card.Link)
	return ok && l.Wiki
}

// doesSomething reports whether the first sentence of a text says what
// something does, not what it is.
func doesSomething(s string) bool {
	s, _, _ = strings.Cut(s, ". ")
	return isSentence(s) && !statesWhat.end(strings.TrimRight(s, ". "))
}

// statesWhat ends Korean sentences that say what something is.
var statesWhat = newEndings(`이다 입니다 임 말한다 말함 뜻한다 뜻함 의미한다 의미함 가리킨다 것`)

// articleLen returns the length of an English article that a line begins with
// before a marked term; 0 when there is none.
func articleLen(r *row) int {
	if len(r.text) < 3 {
		return 0
	}
	if t, ok := r.text[0].(*card.Text); ok && len(t.Value) <= len("the ") && articles[strings.ToLower(t.Value)] {
		return len(t.Value)
	}
	return 0
}

var articles = map[string]bool{"a ": true, "an ": true, "the ": true}

func isHighlight(in card.Inline) bool { _, ok := in.(*card.Highlight); return ok }

// definingVerbs are English verbs that nothing but a definition has.
var definingVerbs = newPhrases("is when ", "is where ", "is defined as ", "are defined as ", "refers to ", "refer to ", "stands for ")

// definingEnds end Korean sentences that say what a word means.
var definingEnds = newEndings(`말한다 말합니다 말함 뜻한다 뜻합니다 뜻함 의미한다 의미합니다 의미함 가리킨다 가리킵니다 일컫는다 일컫습니다`)

// verbStems end what stands before "는" in a verb, not in a topic: "되는".
var verbStems = newEndings(`되 하 있 없 않 같`)

// findSentence splits a sentence that says what a word means: "포트는
// 프로세스를 찾는 번호를 말한다".
func findSentence(r *row, words string) split {
	if !definingEnds.end(strings.TrimSuffix(words, ".")) {
		if !r.look.has(openers) {
			return split{}
		}
		return findOriginal(words)
	}
	for i := 1; i < len(words) && i <= 60; i++ {
		if words[i] != ' ' {
			continue
		}
		if term := strings.TrimSuffix(strings.TrimSuffix(words[:i], "은"), "는"); len(term) < i && marksAfter(words[:i], "은", "는") && !pointers.has(term) && !verbStems.end(term) {
			return split{sep: defining, left: len(term), right: i + 1}
		}
	}
	return split{}
}

// findOriginal splits a sentence that says what something is whose original
// stands behind it: "쿠키(Cookie)는 브라우저가 저장하는 데이터이다".
func findOriginal(words string) split {
	open := strings.IndexByte(words, '(')
	if open <= 0 || open > maxDefined {
		return split{}
	}
	end := open + strings.IndexByte(words[open:], ')') + 1
	if end <= open || !inCJK(lookAt(words[:open])) || !inLatin(lookAt(words[open:end])) || strings.Count(words[:open], " ") > 2 {
		return split{}
	}
	rest := words[end:]
	first, _, _ := strings.Cut(rest, ". ")
	if !marksTopic(rest) || !statesWhat.end(strings.TrimRight(first, ". ")) {
		return split{}
	}
	return split{sep: defining, left: end, right: end + len("는 ")}
}

// findVerb splits at an English verb that defines what stands before it:
// "Monopoly is when one firm sells".
func findVerb(r *row, words string) split {
	if asciiLetters(words) == 0 {
		return split{}
	}
	for i := strings.IndexByte(words, ' '); i > 0 && i < maxDefined; {
		term, rest := words[:i], words[i+1:]
		if definingVerbs.begin(rest) && isLatinTerm(term) && strings.Count(term, " ") < 4 && !pointers.has(term) && !r.asks() {
			return split{sep: defining, from: len(term) - len(withoutArticle(term)), left: len(term), right: i + 1 + definingVerbs.len(rest)}
		}
		next := strings.IndexByte(rest, ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return split{}
}

// maxDefined is the most bytes before the end of a verb that defines.
const maxDefined = 56

// findHyphen splits "Deployment-stateless에 적합": an unspaced hyphen with a
// Latin word before it and a definition of several words after it.
func findHyphen(r *row, words string) split {
	if r.mark != "" {
		return split{}
	}
	i := strings.IndexByte(words, '-')
	if i <= 1 || i+1 >= len(words) || strings.ContainsAny(words[:i], " /.") || words[i+1] == ' ' || words[i+1] == '-' {
		return split{}
	}
	if hasHangul(words[:i]) || !hasHangul(words[i+1:]) || strings.Count(words[i+1:], " ") < 2 || r.look.has(questionMarks) {
		return split{}
	}
	return split{sep: hyphen, left: i, right: i + 1}
}
