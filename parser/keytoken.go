package parser

import (
	"strings"
	"unicode/utf8"
)

// marksAround are what writers set a label in a key in.
const marksAround = "\"'`*"

// keyToken returns the label that a key begins with, and the length of it with
// what stands around it: "B", "(3)", "보기 ②", "2번.".
func keyToken(s string) (label string, end int) {
	t := strings.TrimLeft(s, " \n\t")
	t = strings.TrimPrefix(strings.TrimPrefix(t, "option "), "보기 ")
	t = strings.TrimLeft(strings.TrimPrefix(t, "("), marksAround)
	r, size := utf8.DecodeRuneInString(t)
	label, t = t[:size], t[size:]
	keycap, ok := strings.CutPrefix(strings.TrimPrefix(t, "\ufe0f"), "\u20e3")
	switch {
	case r >= '①' && r <= '⑨':
	case ok && r >= '1' && r <= '9':
		t = keycap
	case !isOptionLabel(r) || !endsLabel(t):
		return "", 0
	}
	t = strings.TrimLeft(strings.TrimPrefix(t, ")"), marksAround)
	t = strings.TrimPrefix(strings.TrimPrefix(t, " 번"), "번")
	if t != "" && strings.IndexByte(".):", t[0]) >= 0 {
		t = t[1:]
	}
	return label, len(s) - len(t)
}

// endsLabel reports whether what follows a character shows that it is a label
// by itself, not the start of a word or of a decimal.
func endsLabel(rest string) bool {
	if rest == "" || isSpace(rest[0]) || strings.IndexByte(",):&/;"+marksAround, rest[0]) >= 0 {
		return true
	}
	return rest[0] == '.' && (len(rest) == 1 || !isDigit(rest[1])) || strings.HasPrefix(rest, "번")
}

// keyAnd returns the length of what joins two labels of a key: ", ", " and ".
func keyAnd(s string) int {
	t := strings.TrimLeft(s, " ")
	for _, and := range []string{",", "&", "/", "·", ";", "and ", "와", "과", "및"} {
		if rest, ok := strings.CutPrefix(t, and); ok {
			return len(s) - len(strings.TrimLeft(rest, " "))
		}
	}
	return 0
}
