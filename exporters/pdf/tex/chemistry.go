package tex

import (
	"strings"
	"unicode"
)

// arrows of chemical equations, longest first.
var arrows = [][2]string{
	{"<=>>", `\rightleftharpoons `}, {"<<=>", `\rightleftharpoons `}, {"<-->", `\longleftrightarrow `}, {"<=>", `\rightleftharpoons `},
	{"<->", `\leftrightarrow `}, {"->", `\longrightarrow `}, {"<-", `\longleftarrow `},
}

// chemistry turns the notation of mhchem's \ce into TeX: letters upright,
// numbers after them lowered, charges raised, arrows.
// https://mhchem.github.io/MathJax-mhchem/
func chemistry(s string) string {
	var sb strings.Builder
	after := rune(' ') // what stands before
	for i := 0; i < len(s); {
		if name, n := arrow(s[i:]); n > 0 {
			sb.WriteString(name)
			i, after = i+n, ' '
			continue
		}
		r := rune(s[i])
		bonded := unicode.IsLetter(after) || after == ')' || after == ']' || after == '}'
		switch {
		case unicode.IsDigit(r) && bonded:
			n := span(s[i:], unicode.IsDigit)
			sb.WriteString("_{" + s[i:i+n] + "}")
			i += n
			after = '0'
			continue
		case (r == '+' || r == '-') && (bonded || after == '0') && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == ')' || s[i+1] == ']'):
			sb.WriteString("^{" + string(r) + "}")
		case r == '^' && i+1 < len(s) && s[i+1] != '{' && s[i+1] != ' ':
			n := span(s[i+1:], func(r rune) bool { return unicode.IsDigit(r) || r == '+' || r == '-' })
			sb.WriteString("^{" + s[i+1:i+1+n] + "}")
			i += n
		case unicode.IsLetter(r) && r < 0x80:
			n := span(s[i:], func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) })
			sb.WriteString(`\mathrm{` + s[i:i+n] + "}")
			i += n
			after = 'a'
			continue
		case r == ' ':
			sb.WriteString(`\;`)
		default:
			sb.WriteByte(s[i])
		}
		after = r
		i++
	}
	return sb.String()
}

func arrow(s string) (string, int) {
	for _, a := range arrows {
		if strings.HasPrefix(s, a[0]) {
			return a[1], len(a[0])
		}
	}
	return "", 0
}

// span returns how many bytes at the start are of a kind.
func span(s string, is func(rune) bool) int {
	for i, r := range s {
		if !is(r) {
			return i
		}
	}
	return len(s)
}
