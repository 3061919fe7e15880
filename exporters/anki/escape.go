package anki

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// where says what surrounds text that is written into a field.
type where int

const (
	inText  where = iota // between tags
	inCloze              // between tags, inside a cloze deletion
	inAttr               // in a double-quoted attribute or in a cloze hint
	inMath               // between the delimiters of a formula
)

// magic is what Anki acts on in the text of a field, after its "[":
// sounds and speech (rslib card_rendering/parser.rs), LaTeX (latex.rs) and
// the answer box (qt reviewer.py).
var magic = [...]string{"sound:", "anki:", "/anki:", "latex]", "/latex]", "$]", "/$]", "$$]", "/$$]", "[type:"}

// clean returns s as Anki stores it: valid UTF-8 in NFC without control
// characters other than tab and line feed (rslib notes/mod.rs).
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.ContainsFunc(s, isControl) {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.Map(func(r rune) rune {
			switch {
			case r == '\r':
				return '\n'
			case isControl(r):
				return -1
			}
			return r
		}, s)
	}
	return norm.NFC.String(s)
}

func isControl(r rune) bool {
	return unicode.IsControl(r) && r != '\t' && r != '\n'
}

// escape returns s as HTML that shows exactly s. Nothing in it is a tag, an
// entity, a formula, a cloze deletion or any other mark to Anki.
func escape(s string, w where) string {
	s = clean(s)
	var sb strings.Builder
	sb.Grow(len(s) + len(s)/8)
	prev := rune(-1)
	for i, r := range s {
		writeRune(&sb, r, prev, s[i+utf8.RuneLen(r):], w)
		prev = r
	}
	return sb.String()
}

// writeRune writes r, which stands between prev and rest.
func writeRune(sb *strings.Builder, r, prev rune, rest string, w where) {
	switch r {
	case '<':
		sb.WriteString("&lt;")
	case '>':
		sb.WriteString("&gt;")
	case '&':
		sb.WriteString("&amp;")
	case '"':
		sb.WriteString("&quot;")
	case '\n':
		sb.WriteString(lineEnd(w))
	case '[':
		writeGuarded(sb, r, w == inAttr || rest == "" && w != inMath || startsMagic(rest))
	case '{':
		writeGuarded(sb, r, w == inAttr || prev == '{' && w != inMath)
	case '}':
		writeGuarded(sb, r, w == inAttr || w == inCloze)
	case ':':
		writeGuarded(sb, r, w == inCloze || w == inAttr && (prev == ':' || strings.HasPrefix(rest, ":")))
	case '\\':
		writeBackslash(sb, rest, w)
	default:
		sb.WriteRune(r)
	}
}

// lineEnd returns what a line feed becomes. Raw line feeds are white space
// in HTML and would end a line of the CSV.
func lineEnd(w where) string {
	if w == inText || w == inCloze {
		return "<br>"
	}
	return " "
}

func writeGuarded(sb *strings.Builder, r rune, guard bool) {
	if !guard {
		sb.WriteRune(r)
		return
	}
	sb.WriteString("&#")
	sb.WriteString(strconv.Itoa(int(r)))
	sb.WriteByte(';')
}

func startsMagic(s string) bool {
	for _, m := range magic {
		if len(s) >= len(m) && strings.EqualFold(s[:len(m)], m) {
			return true
		}
	}
	return false
}

// writeBackslash keeps a backslash from opening or closing a formula. MathJax
// looks for its delimiters in the decoded text between two tags, hence the
// span; the editor of Anki looks in the HTML, hence the entity
// (ts/lib/editable/mathjax-element.svelte.ts).
func writeBackslash(sb *strings.Builder, rest string, w where) {
	delimiter := rest == "" || strings.ContainsRune("()[]", rune(rest[0]))
	switch {
	case w == inAttr:
		sb.WriteString("&#92;")
	case w != inMath && delimiter:
		sb.WriteString("<span>&#92;</span>")
	default:
		sb.WriteByte('\\')
	}
}

// formula returns TeX for a place between MathJax delimiters: on one line,
// without comments, and without the pairs of braces and colons that belong to
// cloze deletions. TeX reads a space between two braces as nothing.
func formula(tex string, cloze bool) string {
	tex = strings.TrimSpace(strings.Join(dropComments(clean(tex)), " "))
	tex = strings.ReplaceAll(tex, "{{c", "{ {c")
	if cloze {
		tex = strings.ReplaceAll(tex, "}}", "} }")
		tex = strings.ReplaceAll(tex, "}}", "} }")
		tex = strings.ReplaceAll(tex, "::", ":{}:")
	}
	if strings.HasSuffix(tex, `\`) {
		tex += " " // or the delimiter would be a line break and a bracket
	}
	return escape(tex, inMath)
}

// dropComments returns the lines of tex without their comments, which would
// swallow the rest of the formula once it stands on one line.
func dropComments(tex string) []string {
	var lines []string
	for line := range strings.SplitSeq(tex, "\n") {
		escaped := false
		for i, r := range line {
			if r == '%' && !escaped {
				line = line[:i]
				break
			}
			escaped = r == '\\' && !escaped
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	return lines
}
