package parser

import "strings"

// maxCommand is the most words that a command has before what it does.
const maxCommand = 6

// findCommand splits "docker ps 실행 중인 컨테이너": a command, then what it does
// in Korean. Outside of lists one word is too little to tell.
func findCommand(r *row, words string) split {
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
	if n == 0 || n == 1 && r.mark == "" || !isHangul(firstRune(rest)) || !strings.Contains(rest, " ") {
		return split{}
	}
	return split{sep: beside, left: end, right: len(words) - len(rest)}
}

// isCommandByte reports whether c can be in a word of a command; the first
// word is its name.
func isCommandByte(c byte, name bool) bool {
	if name {
		return isWordByte(c) && (c < 'A' || c > 'Z') || c == '.' || c == '-'
	}
	return isWordByte(c) || strings.IndexByte(".-/<>[]{}=:~*|$@", c) >= 0
}

// saysOfCode reports whether English words behind code say what it does, and do
// not only go on with it: "`git init` create a repository".
func saysOfCode(s string) bool {
	n := asciiLetters(s)
	return n > 1 && n < len(s) && isSpace(s[n]) && !goesOnWith.has(s[:n]) && countWords(s) > 1
}

// goesOnWith are words that go on with a sentence about code.
var goesOnWith = set(`and, or, to, in, on, at, of, for, from, with, by, as, but, is, are, was, were, be, been, should, must, will, would, can, could, may, might, has, have, had,
	does, do, did, not, now, also, needs, need, then, if, when, because, that, which, instead, vs, than, into, via, here, there, again, too, only, still, just, until, so`)
