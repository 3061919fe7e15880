package parser

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/card"
)

// separator is a class of marks between a term and its definition.
type separator int

const (
	noSeparator separator = iota
	colon                 // "a : b", "a: b", "a：b"
	dash                  // "a - b", "a – b", "a — b"
	equals                // "a = b"
	arrow                 // "a -> b", "a => b", "a → b"
	hyphen                // "a-b", where only the rest of the block says so
	topic                 // "a란 b"
	semicolon             // "a; b", only in runs
	beside                // "`a` b", a marked term with nothing between, only in runs
	defining              // "a is when b", "a는 b를 말한다"
	sentence              // "**a**는 b", where the writer marked the term
	cells                 // "| a | b |", a row of a table that lacks its second line
)

// split is a line taken apart at a separator.
type split struct {
	sep         separator
	left, right int // the term is the text before left, the definition that from right on
}

// topicMark matches a term and the ending that announces what it is.
var topicMark = regexp.MustCompile(`^([^,.:;()]{1,40}?(?:\([^)]{1,40}\))?)(?:이란|란)(?:[,:]\s?|\s)`)

// maxTerm is how many bytes of a line are searched for the end of a term.
const maxTerm = 400

// findSplit returns the leftmost place where the words of a line (as literal
// returns them) fall into a term and a definition. Marks inside parentheses
// or quotation marks do not count.
func findSplit(words string) split {
	depth, quoted := 0, false
	for i, r := range words[:min(len(words), maxTerm)] {
		if isSyllable(r) || r|0x20 >= 'a' && r|0x20 <= 'z' {
			continue
		}
		switch r {
		case '(', '[', '{', '（', '「', '『':
			depth++
		case ')', ']', '}', '）', '」', '』':
			depth = max(depth-1, 0)
		case '"', '“', '”':
			quoted = !quoted
		}
		if depth > 0 || quoted || i == 0 {
			continue
		}
		if s := splitAt(words, i, r); s.sep != noSeparator {
			return s
		}
	}
	return split{}
}

func splitAt(words string, i int, r rune) split {
	switch r {
	case ':', '：', '∶':
		return colonAt(words, i, utf8.RuneLen(r))
	case ';':
		if i+1 < len(words) && words[i+1] == ' ' {
			return split{semicolon, i, i + 2}
		}
	case '\n':
		return split{beside, i, i + 1}
	case ' ', '→', '⇒', '➔':
		if r == ' ' && i+1 < len(words) && isWordByte(words[i+1]) {
			return split{}
		}
		return wideMark(words, i)
	}
	return split{}
}

// wideMark reads a dash, an equals sign or an arrow at i, which is white space
// or the arrow itself. Dashes and equals signs have space on both sides.
func wideMark(words string, i int) split {
	mark := strings.TrimLeft(words[i:], " ")
	at := len(words) - len(mark)
	sep, n := wideMarkAt(mark)
	end := at + n
	spaced := end < len(words) && words[end] == ' '
	switch {
	case sep == noSeparator, sep != arrow && at == i:
		return split{}
	case sep != arrow && !spaced && (sep != dash || end < len(words)):
		return split{}
	case spaced:
		end++
	}
	return split{sep, i, end}
}

// wideMarkAt returns the separator that s begins with and its length, the
// longest there is.
func wideMarkAt(s string) (separator, int) {
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '→', '⇒', '➔':
		return arrow, n
	case '–', '—', '−':
		return dash, n
	case '-', '=':
		if strings.HasPrefix(s[1:], ">") {
			return arrow, 2
		}
		double := strings.HasPrefix(s[1:], s[:1])
		switch {
		case double && strings.HasPrefix(s[2:], ">"):
			return arrow, 3
		case double && r == '-':
			return dash, 2
		}
		return pick(r == '-', dash, equals), 1
	}
	return noSeparator, 0
}

// colonAt reports whether the colon at i separates: not in "10:30", "a::b",
// "http://", "C:\", "key:value", but in "용어:정의" and "term: definition".
func colonAt(words string, i, n int) split {
	left, right := words[:i], words[i+n:]
	if strings.HasPrefix(right, ":") || strings.HasSuffix(left, ":") || strings.HasPrefix(right, "//") || strings.HasPrefix(right, "\\") {
		return split{}
	}
	end := i + n
	for strings.HasPrefix(words[end:], " :") { // "term: : definition" is a slip
		end += 2
	}
	if endsShortcode(left) || startsShortcode(right) {
		return split{} // :emoji:
	}
	before, _ := utf8.DecodeLastRuneInString(left)
	after, _ := utf8.DecodeRuneInString(right)
	spaced := right == "" || unicode.IsSpace(after) || unicode.IsSpace(before) || after == 0
	wide := n > 1
	native := unicode.IsLetter(before) && (isCJK(before) || isCJK(after)) || before == ')' && isCJK(after) || before == 0
	if !spaced && !wide && !native {
		return split{}
	}
	return split{colon, len(strings.TrimRight(left, " ")), end}
}

// endsShortcode reports whether s ends in the name of an emoji with its first
// colon: ":smile".
func endsShortcode(s string) bool {
	n := len(s)
	for n > 0 && isShortcodeByte(s[n-1]) {
		n--
	}
	return n < len(s) && n > 0 && s[n-1] == ':' && (n == 1 || isSpace(s[n-2]))
}

// startsShortcode reports whether s begins with the name of an emoji and its
// second colon: "smile:".
func startsShortcode(s string) bool {
	n := 0
	for n < len(s) && isShortcodeByte(s[n]) {
		n++
	}
	return n > 0 && n < len(s) && s[n] == ':' && (n+1 == len(s) || isSpace(s[n+1]))
}

func isShortcodeByte(c byte) bool {
	return c >= 'a' && c <= 'z' || isDigit(c) || c == '_' || c == '+' || c == '-'
}

// findCells splits "| a | b |": in a table without the line below its header,
// which Markdown takes for text, every line is a term and its definition.
func findCells(words string) split {
	if !strings.HasPrefix(words, "| ") || !strings.HasSuffix(words, " |") || strings.Count(words, "|") != 3 {
		return split{}
	}
	i := strings.IndexByte(words[1:], '|') + 1
	if strings.TrimSpace(words[1:i]) == "" || strings.TrimSpace(words[i+1:len(words)-1]) == "" {
		return split{}
	}
	return split{cells, i, i + 1}
}

// findTopic splits a line such as "프로세스란 실행 중인 프로그램".
func findTopic(words string) split {
	if !strings.Contains(words, "란 ") && !strings.Contains(words, "란,") && !strings.Contains(words, "란:") {
		return split{}
	}
	m := topicMark.FindStringSubmatchIndex(words)
	if m == nil || m[1] >= len(words) {
		return split{}
	}
	term := words[:m[3]]
	if last, _ := utf8.DecodeLastRuneInString(term); strings.Count(term, " ") > 3 || !unicode.IsLetter(last) && last != ')' {
		return split{}
	}
	return split{topic, m[3], m[1]}
}

// markedTail matches what stands between a marked term and what it means.
var markedTail = regexp.MustCompile(`^(?:\s?\([^)]{1,60}\))?(?:이란|란|은|는)(?:[,:]\s?|\s)|^(?:\s?\([^)]{1,60}\))?\s(?:is|are|means|refers to|stands for)\s`)

// findMarked splits "**FEC**는 수신 측이 …": a sentence about a term that the
// writer marked at its start. Its offsets count from skip.
func findMarked(r *row, words string, skip int) split {
	if n := articleLen(r); n > 0 {
		if s := findMarked(&row{text: r.text[1:], plain: r.plain[n:]}, words[n:], 0); s.sep == sentence {
			return split{s.sep, s.left + n, s.right + n}
		}
	}
	if len(r.text) < 2 || skip > 0 || !emphasised(r.text[:1]) || isHighlight(r.text[0]) {
		return split{}
	}
	n := len(card.InlineText(r.text[:1]))
	m := markedTail.FindStringIndex(words[n:])
	if m == nil {
		if rest := strings.TrimLeft(words[n:], " \n"); len(rest) < len(words[n:]) && isCJK(firstRune(rest)) && runes(rest) >= 4 {
			return split{beside, n, len(words) - len(rest)}
		}
		return split{}
	}
	if n+m[1] >= len(words) {
		return split{}
	}
	end := n
	if i := strings.IndexByte(words[n:n+m[1]], ')'); i >= 0 {
		end = n + i + 1
	}
	return split{sentence, end, n + m[1]}
}

// articleBefore returns the length of the article before the term of a
// sentence that defines it.
func articleBefore(r *row, words string, sep separator) int {
	switch sep {
	case sentence:
		return articleLen(r)
	case defining:
		return len(words) - len(withoutArticle(words))
	}
	return 0
}

// articleLen returns the length of an English article that a line begins with
// before a marked term; 0 when there is none.
func articleLen(r *row) int {
	if len(r.text) < 3 {
		return 0
	}
	if t, ok := r.text[0].(*card.Text); ok && articles[strings.ToLower(t.Value)] {
		return len(t.Value)
	}
	return 0
}

var articles = map[string]bool{"a ": true, "an ": true, "the ": true}

func isHighlight(in card.Inline) bool { _, ok := in.(*card.Highlight); return ok }

// maxCommand is the most words that a command has before what it does.
const maxCommand = 6

// definingVerbs are English verbs that nothing but a definition has.
var definingVerbs = []string{" is when ", " is where ", " is defined as ", " are defined as ", " refers to ", " refer to ", " stands for "}

// definingEnds end Korean sentences that say what a word means.
var definingEnds = newEndings(`말한다 말합니다 말함 뜻한다 뜻합니다 뜻함 의미한다 의미합니다 의미함 가리킨다 가리킵니다 일컫는다 일컫습니다`)

// findDefining splits a sentence that says what a word means: "Monopoly is
// when one firm sells", "포트는 프로세스를 찾는 번호를 말한다".
func findDefining(words string) split {
	for _, v := range definingVerbs {
		if i := strings.Index(words, v); i > 0 && i <= 40 && isLatinTerm(words[:i]) && strings.Count(words[:i], " ") < 4 && !pointers.has(words[:i]) {
			return split{defining, i, i + len(v)}
		}
	}
	if !definingEnds.end(strings.TrimRight(words, ".")) {
		return split{}
	}
	for i := 1; i < len(words) && i <= 60; i++ {
		if words[i] != ' ' {
			continue
		}
		if term := strings.TrimSuffix(strings.TrimSuffix(words[:i], "은"), "는"); len(term) < i && marksAfter(words[:i], "은", "는") && !pointers.has(term) {
			return split{defining, len(term), i + 1}
		}
	}
	return split{}
}

// findCommand splits "docker ps 실행 중인 컨테이너": a command, then what it does
// in Korean. Outside of lists one word is too little to tell.
func findCommand(words string, item bool) split {
	if words == "" || words[0] < 'a' || words[0] > 'z' {
		return split{}
	}
	n, end := 0, 0 // words, and where the last ends
	for at := 0; n < maxCommand; n++ {
		w := at
		for w < len(words) && isCommandByte(words[w], n == 0) {
			w++
		}
		k := spaces(words[w:])
		if w == at || k == 0 {
			break
		}
		end, at = w, w+k
	}
	rest := words[end+spaces(words[end:]):]
	if n == 0 || n == 1 && !item || !isHangul(firstRune(rest)) || !strings.Contains(rest, " ") {
		return split{}
	}
	return split{beside, end, len(words) - len(rest)}
}

// isCommandByte reports whether c can be in a word of a command; the first
// word is its name.
func isCommandByte(c byte, name bool) bool {
	if name {
		return isWordByte(c) && (c < 'A' || c > 'Z') || c == '.' || c == '-'
	}
	return isWordByte(c) || strings.IndexByte(".-/<>[]{}=:~*|$@", c) >= 0
}

// findHyphen splits "Deployment-stateless에 적합": an unspaced hyphen with a
// Latin word before it and a definition of several words after it.
func findHyphen(words string) split {
	i := strings.IndexByte(words, '-')
	if i <= 1 || i+1 >= len(words) || strings.ContainsAny(words[:i], " /.") || words[i+1] == ' ' || words[i+1] == '-' {
		return split{}
	}
	if hasHangul(words[:i]) || !hasHangul(words[i+1:]) || strings.Count(words[i+1:], " ") < 2 {
		return split{}
	}
	return split{hyphen, i, i + 1}
}
