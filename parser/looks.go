package parser

import (
	"strings"
	"unicode/utf8"
)

// What a text looks like is asked of every line several times, so these are
// scanners by hand that look at each byte once.

// onlyOf reports whether all bytes of s are among those of set.
func onlyOf(s, set string) bool {
	for i := range len(s) {
		if strings.IndexByte(set, s[i]) < 0 {
			return false
		}
	}
	return true
}

// hasQuestionMark reports whether s holds one of either width.
func hasQuestionMark(s string) bool {
	return strings.IndexByte(s, '?') >= 0 || strings.Contains(s, "？")
}

// countWords returns how many words s has, as strings.Fields finds them in
// text with ASCII spaces.
func countWords(s string) int {
	n := 0
	for i := range len(s) {
		if !isSpace(s[i]) && (i == 0 || isSpace(s[i-1])) {
			n++
		}
	}
	return n
}

// mayOrder reports whether the first word of a text is one of the verbs that
// beginsWithVerb and beginsWithOrder know.
func mayOrder(s string) bool { n := asciiWord(s); return n > 0 && verbs.has(s[:n]) }

// beginsWithVerb reports whether an English verb starts the text: then it is
// the rest of a sentence.
func beginsWithVerb(s string) bool {
	n := asciiWord(s)
	return n > 0 && n < len(s) && isSpace(s[n]) && firstVerbs.has(s[:n])
}

var firstVerbs = set(firstVerbList)

// verbs are all that begin a text as a verb.
var verbs = set(firstVerbList, orderList, looseOrderList)

const (
	firstVerbList  = `is, are, was, were, can, has, have, does, do, must, should, will, may`
	orderList      = `assign, choose, click, configure, create, customize, deploy, disable, download, enable, enter, fill, install, modify, navigate, remove, restart, uninstall, upgrade, upload, verify, visit`
	looseOrderList = `add, build, change, check, connect, copy, delete, edit, find, follow, get, go, log, make, move, open, paste, press, run, save, select, set, sign, start, stop, try, type, update, use, wait, write`
)

// beginsWithOrder reports whether an English text tells the reader to do
// something, as the steps of a procedure do: "Fill in the name".
func beginsWithOrder(s string) bool {
	n := asciiWord(s)
	if n == 0 || n == len(s) || s[n] != ' ' {
		return false
	}
	switch {
	case orders.has(s[:n]):
		return true
	case !looseOrders.has(s[:n]):
		return false
	}
	for w := range strings.FieldsSeq(s[n:]) {
		if determiners.has(w) {
			return true
		}
	}
	return false
}

var (
	orders = set(orderList)
	// looseOrders are nouns as well: "open source", "set theory".
	looseOrders = set(looseOrderList)
	determiners = set(`the, a, an, your, this, that, these, all, in, into, to, on, from, below, it`)
)

// isStatement reports whether a line begins like a statement of a program or
// of SQL: "set x = 1", "where id = 2".
func isStatement(s string) bool {
	n := asciiWord(s)
	return n > 0 && n < len(s) && s[n] == ' ' && statementWords.has(s[:n])
}

var statementWords = set(`select, insert, update, delete, create, alter, drop, grant, revoke, where, set, from, join, declare, begin, end, call, if, else, elif, for, while, return, import, export, def, const, let, var, int, float, double, char, bool, string, void, public, private, static, final, class, func, fn, print, echo, sudo, docker, kubectl, git, npm, pip, apt, yum`)

// isAssignment reports whether "left = right" is a line of a program: an
// element gets a value, or the value is what a function returns.
func isAssignment(left, right string) bool {
	if hasCJK(left) || strings.Contains(left, " ") {
		return false
	}
	if strings.ContainsAny(left, "['\"") {
		return true
	}
	for i := 1; i < len(right); i++ {
		if (right[i] == '(' || right[i] == '[') && right[i-1] >= 'a' && right[i-1] <= 'z' {
			return true
		}
	}
	return false
}

// beginsWithLink reports whether the first word links a sentence to the one
// before it: "즉, 철학자".
func beginsWithLink(s string) bool {
	w, rest, ok := strings.Cut(s, " ")
	return ok && (linkWords.has(w) || strings.HasSuffix(w, ",") && clauseWords.has(w) && rest != "")
}

// beginsWithExample reports whether a text says that it is an example: "ex) 2 + 3",
// "예) 사과".
func beginsWithExample(s string) bool {
	i := strings.IndexByte(s[:min(len(s), maxExample)], ')')
	return i > 0 && examples.has(s[:i])
}

// maxExample is among how many bytes the word for an example ends.
const maxExample = 12

var examples = set(`ex, e.g, eg, 예, 예시, 예제`)

var linkWords = set(`즉, 또한, 그리고, 하지만, 그러나, 따라서, 그래서, 만약, 만일, 이때, 그러므로, 예를, 결국, 반면, 그런데, 그러면, 참고로, thus, hence, therefore, however, moreover, furthermore, meanwhile, otherwise`)

// hasClause reports whether English words that only sentences have occur.
func hasClause(s string) bool {
	for i := 0; i < len(s); {
		if s[i] >= utf8.RuneSelf || !isWordByte(s[i]) {
			i++
			continue
		}
		n := asciiWord(s[i:])
		if n <= 7 && clauseWords.has(s[i:i+n]) || n == 3 && strings.EqualFold(s[i:i+n], "let") && strings.HasPrefix(s[i+n:], "'s") {
			return true
		}
		i += n
	}
	return false
}

var clauseWords = set(`is, are, was, were, has, have, had, can, could, will, would, should, must, may, might, does, do, did, i, we, you, they, it, this, that, there, because, if, so, but, then, also, now`)

// isLatinTerm reports whether s is Latin words, with the signs that names of
// things have.
func isLatinTerm(s string) bool {
	if s == "" || !isWordByte(s[0]) || s[0] == '_' || isDigit(s[0]) {
		return false
	}
	for i := range len(s) {
		if !isWordByte(s[i]) && strings.IndexByte(".+#/&' -", s[i]) < 0 {
			return false
		}
	}
	return true
}

// isURL reports whether s begins with an address of the web, or is one of
// mail.
func isURL(s string) bool {
	t := strings.TrimPrefix(s, "<")
	n := asciiWord(t)
	if n >= 3 && n <= 5 && n < len(t) && strings.IndexByte(":./", t[n]) >= 0 && schemes.has(t[:n]) {
		return true
	}
	at := strings.IndexByte(s, '@')
	if at <= 0 || !onlyOf(s[:at], mailBytes) {
		return false
	}
	host := s[at+1:]
	i := strings.IndexByte(host, '.')
	return i > 0 && i+1 < len(host) && asciiWord(host[i+1:]) == len(host)-i-1 && onlyOf(host[:i], mailBytes)
}

var schemes = set(`http, https, ftp, file, www`)

const mailBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-"

// neverTerm reports whether s can be no term: it is nothing but numbers and
// signs, a time, an address or a path.
func neverTerm(s string) bool {
	if strings.Contains(s, "://") || isFigures(s) || isPath(s) && !isSystemPath(s) || isCounter(s) || hasDigit(s) && isDay(s) {
		return true
	}
	i := strings.IndexByte(s, ':')
	switch {
	case i <= 0:
		return false
	case i <= 2 && isDigit(s[0]) && isDigit(s[i-1]):
		return len(s) > i+2 && isDigit(s[i+1]) && isDigit(s[i+2]) // a time
	case i == 1:
		return isWordByte(s[0]) && strings.HasPrefix(s[2:], `\`) // a drive
	}
	return i <= 9 && isWordByte(s[0]) && !strings.ContainsAny(s[:i], " -") && places.has(s[:i])
}

var places = set(`http, https, ftp, file, mailto, localhost, line`)

// isPath reports whether s begins like the path of a file: "/etc", "~/x".
func isPath(s string) bool {
	n := 0
	for n < len(s) && strings.IndexByte("~./", s[n]) >= 0 {
		n++
	}
	if strings.Contains(s[:n], "//") {
		return true
	}
	return n > 0 && s[n-1] == '/' && n < len(s) && isWordByte(s[n])
}

// isSystemPath reports whether a path begins in one of the directories that every
// Unix system has: what is there is worth knowing ("/etc/passwd").
func isSystemPath(s string) bool {
	rest, ok := strings.CutPrefix(s, "/")
	return ok && systemDirs.has(rest[:asciiWord(rest)])
}

// systemDirs are from the Filesystem Hierarchy Standard 3.0, with /proc and /sys
// of Linux.
var systemDirs = set(`bin, boot, dev, etc, home, lib, lib64, lost, media, mnt, opt, proc, root, run, sbin, srv, sys, tmp, usr, var`)

// hasObject reports whether a word marks an object or goes on in a clause, as
// in "포트를 여는", which terms do not.
func hasObject(s string) bool {
	for i := 1; i < len(s); i++ {
		if !isSpace(s[i]) {
			continue
		}
		stem, ok := clauseSuffixes.cut(s[:i])
		if ok && isSyllable(lastRune(stem)) || marksAfter(s[:i], "을", "를") {
			return true
		}
	}
	return false
}

// marksAfter reports whether s ends in one of the particles, behind a word.
func marksAfter(s string, particles ...string) bool {
	for _, p := range particles {
		if before, ok := strings.CutSuffix(s, p); ok {
			r := lastRune(before)
			return isSyllable(r) || r == ')' || r|0x20 >= 'a' && r|0x20 <= 'z'
		}
	}
	return false
}

var clauseSuffixes = newEndings(`하는 하여 해서 하고 되는 에서 에는 으로`)

// hasSubject reports whether a word inside the text is marked as a subject or
// topic, and more than one word follows.
func hasSubject(s string) bool {
	for i := 1; i < len(s); i++ {
		if isSpace(s[i]) && marksAfter(s[:i], "은", "는", "이", "가") {
			if j := strings.IndexAny(s[i+1:], " \n"); j > 0 {
				return true
			}
		}
	}
	return false
}

// hasActor reports whether the first of two or three Korean words is marked as
// a subject: "컴파일러가 변환".
func hasActor(s string) bool {
	i := strings.IndexByte(s, ' ')
	return i > 0 && strings.Count(s, " ") < 3 && marksAfter(s[:i], "이", "가") && runes(s[:i]) > 2
}

// originalAt returns where a parenthesis at the end of s begins, which holds
// an original or what a name stands for; -1 when there is none.
func originalAt(s string) int {
	t := strings.TrimRight(s, " \n")
	body := strings.TrimSuffix(strings.TrimSuffix(t, ")"), "）")
	if len(body) == len(t) {
		return -1
	}
	from := 0
	if i := strings.LastIndexAny(body, ")）"); i >= 0 {
		from = i + 1
	}
	i := strings.IndexAny(body[from:], "(（")
	if i < 0 {
		return -1
	}
	i += from
	_, n := utf8.DecodeRuneInString(body[i:])
	if utf8.RuneCountInString(body[i+n:]) < 2 {
		return -1
	}
	return i
}

// isCommand reports whether s is a command line with options or placeholders:
// "docker run -d [image]".
func isCommand(s string) bool {
	name, rest, ok := strings.Cut(s, " ")
	if !ok || !onlyOf(name, commandBytes) {
		return false
	}
	optional := false
	for rest != "" {
		word, more, _ := strings.Cut(rest, " ")
		switch open := strings.IndexByte("[{<(", rest[0]); {
		case open >= 0:
			end := strings.IndexAny(rest, "]}>)")
			if end < 0 || end+1 < len(rest) && rest[end+1] != ' ' {
				return false
			}
			optional = optional || open < 3
			rest = strings.TrimPrefix(rest[end+1:], " ")
			continue
		case len(word) > 1 && word[0] == '-' && onlyOf(word, commandBytes) && !strings.Contains(word, "."):
			optional = true
		case word == "" || !onlyOf(word, commandBytes+"/=:"):
			return false
		}
		rest = more
	}
	return optional
}

const commandBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-"

// describesKind reports whether s ends in the kind of thing it asks for: "홉
// 수가 15를 넘지 못하는 프로토콜" wants a name.
func describesKind(s string) bool {
	i := lastSpace(s)
	if i < 0 || !kindWords[s[i+1:]] {
		return false
	}
	if modifiers.end(s[:i]) {
		return true
	}
	j := lastSpace(s[:i])
	return j >= 0 && j+1 < i && modifiers.end(s[:j])
}

// lastSpace returns where the last white space of s is; -1 when there is none.
func lastSpace(s string) int {
	i := len(s) - 1
	for i >= 0 && !isSpace(s[i]) {
		i--
	}
	return i
}

var modifiers = newEndings(`는 은 한 된 할 인 던 의`)

var kindWords = wordMap(`것 곳 명령어 명령 프로토콜 기법 방식 방법 용어 알고리즘 기술 단계 계층 장치 언어 도구 서비스 이름 현상 파일 디렉터리 디렉토리
	구조 클래스 포트 번호 부트로더 모델 함수 연산자 키워드 시스템 프로그램 메모리 공격 인물 나라 법칙 단위`)

func wordMap(list string) map[string]bool {
	m := map[string]bool{}
	for f := range strings.FieldsSeq(list) {
		m[f] = true
	}
	return m
}
