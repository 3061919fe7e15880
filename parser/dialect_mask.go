package parser

import (
	"bytes"
	"regexp"
	"strings"
)

// masked are the lines of a note with every byte that is no running text as a
// NUL byte: code, formulas, comments, addresses, escaped characters. Marks
// are looked for there and read at the same place in the lines themselves.
type masked struct {
	lines    []string
	solid    []int // for a line of a block that is taken whole, the block's last line; else -1
	comments []remark
}

// remark is an HTML comment.
type remark struct {
	line, col int // where it begins, from 0
	end       int // the line it ends on
	text      string
}

var (
	fenceOpen = regexp.MustCompile("^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*(`{3,}[^`]*$|~{3,})")
	tagLike   = regexp.MustCompile(`^</?[A-Za-z][^<>\n]*>`)
)

// mask masks the lines from the index from on; those before are hidden whole.
func mask(lines []string, from int) *masked {
	m := &masked{lines: make([]string, len(lines)), solid: make([]int, len(lines))}
	for i := range lines {
		m.solid[i] = -1
		m.lines[i] = lines[i]
		if i < from {
			m.hide(lines, i, i)
		}
	}
	never := map[string]bool{} // block marks that nothing closes any more
	for i := from; i < len(lines); {
		if end := m.block(lines, i, never); end >= i {
			m.hide(lines, i, end)
			for j := i; j <= end; j++ {
				m.solid[j] = end
			}
			i = end + 1
			continue
		}
		j := i
		for j < len(lines) && strings.TrimSpace(lines[j]) != "" && (j == i || m.block(lines, j, never) < j) {
			j++
		}
		if j > i {
			m.inline(lines, i, j)
		}
		i = max(j, i+1)
	}
	return m
}

func (m *masked) hide(lines []string, from, to int) {
	for i := from; i <= to; i++ {
		m.lines[i] = strings.Repeat("\x00", len(lines[i]))
	}
}

// block returns the last line of the code, formula or comment that begins in
// line i; -1 when none does.
func (m *masked) block(lines []string, i int, never map[string]bool) int {
	text := strings.TrimLeft(lines[i], " \t>")
	if end := indentedEnd(lines, i); end >= i {
		return end
	}
	if f := fenceOpen.FindStringSubmatch(lines[i]); f != nil {
		return fenceEnd(lines, i, f[1])
	}
	for _, b := range [...][2]string{{"$$", "$$"}, {"<!--", "-->"}, {"%%", "%%"}} {
		rest, ok := strings.CutPrefix(text, b[0])
		if !ok || never[b[0]] || strings.Contains(rest, b[1]) {
			continue
		}
		for j := i + 1; j < len(lines); j++ {
			if before, _, ok := strings.Cut(lines[j], b[1]); ok {
				if b[0] == "<!--" {
					m.comments = append(m.comments, remark{i, len(lines[i]) - len(text), j, rest + "\n" + strings.Join(append(lines[i+1:j:j], before), "\n")})
				}
				return j
			}
		}
		never[b[0]] = true
	}
	return -1
}

// indentedEnd returns the last line of the indented code (CommonMark §4.4)
// that begins in line i; -1 when none does. Below an item, or below text that
// is indented itself, it is no code.
func indentedEnd(lines []string, i int) int {
	if !isIndented(lines[i]) || i == 0 || strings.TrimSpace(lines[i-1]) != "" || itemMark.MatchString(lines[i]) {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		if strings.TrimSpace(lines[j]) == "" && i-j < maxIndentGap {
			continue
		}
		if isIndented(lines[j]) || lines[j] != strings.TrimLeft(lines[j], " \t") || itemMark.MatchString(lines[j]) {
			return -1
		}
		break
	}
	for i+1 < len(lines) && isIndented(lines[i+1]) {
		i++
	}
	return i
}

// maxIndentGap is how many blank lines back the text above is looked for.
const maxIndentGap = 10

func isIndented(l string) bool {
	return (strings.HasPrefix(l, "    ") || strings.HasPrefix(l, "\t")) && strings.TrimSpace(l) != ""
}

// fenceEnd returns the line that closes a fence (CommonMark §4.5), or the
// last line.
func fenceEnd(lines []string, i int, open string) int {
	open = open[:len(open)-len(strings.TrimLeft(open, open[:1]))]
	for j := i + 1; j < len(lines); j++ {
		l := strings.Trim(lines[j], " \t>")
		if strings.HasPrefix(l, open) && strings.Trim(l, open[:1]) == "" {
			return j
		}
	}
	return len(lines) - 1
}

// inline masks the lines from i to before j, which are one paragraph.
func (m *masked) inline(lines []string, i, j int) {
	s := &spanMask{b: []byte(strings.Join(lines[i:j], "\n")), none: map[string]bool{}}
	src := bytes.Clone(s.b)
	for s.at < len(s.b) {
		s.step()
	}
	for _, c := range s.comments {
		before := src[:c[0]]
		line := i + bytes.Count(before, []byte("\n"))
		col := c[0] - bytes.LastIndexByte(before, '\n') - 1
		body := src[c[0]:c[1]]
		text := strings.TrimSuffix(strings.TrimPrefix(string(body), "<!--"), "-->")
		m.comments = append(m.comments, remark{line, col, line + bytes.Count(body, []byte("\n")), text})
	}
	copy(m.lines[i:j], strings.Split(string(s.b), "\n"))
}

// spanMask masks the spans of one paragraph from left to right.
type spanMask struct {
	b        []byte
	at       int
	none     map[string]bool // closers that do not occur any more
	comments [][2]int
}

func (s *spanMask) step() {
	rest := s.b[s.at:]
	switch rest[0] {
	case '\\':
		s.escape(rest)
	case '`':
		n := len(rest) - len(bytes.TrimLeft(rest, "`"))
		s.until(rest, n, strings.Repeat("`", n))
	case '$':
		s.dollar(rest)
	case '<':
		s.angle(rest)
	case '%':
		if bytes.HasPrefix(rest, []byte("%%")) && (s.at == 0 || s.b[s.at-1] < '0' || s.b[s.at-1] > '9') {
			s.until(rest, 2, "%%")
			return
		}
		s.at++
	case ']':
		if n := linkTarget(rest); n > 0 {
			s.blank(s.at+2, s.at+n)
			s.at += n
			return
		}
		s.at++
	case '[':
		if bytes.HasPrefix(rest, []byte("[[")) {
			if n := bytes.Index(window(rest), []byte("]]")); n > 0 {
				s.blank(s.at+2, s.at+n)
				s.at += n + 2
				return
			}
		}
		s.at++
	case ':':
		s.address(rest)
	default:
		s.at++
	}
}

// maxSpan bounds the search for the end of a span on its line, so that a line
// of nothing but openers costs no more than any other.
const maxSpan = 2000

// window returns the rest of the line, as far as a span may reach.
func window(rest []byte) []byte {
	rest = rest[:min(len(rest), maxSpan)]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// until masks n opening bytes, everything up to the closer, and the closer.
func (s *spanMask) until(rest []byte, n int, closer string) {
	i := -1
	if !s.none[closer] {
		i = closerIndex(rest[n:], closer)
	}
	if i < 0 {
		s.none[closer] = true
		s.at += n
		return
	}
	s.blank(s.at, s.at+n+i+len(closer))
	s.at += n + i + len(closer)
}

// closerIndex finds a closer; one of backticks must be a run of that length.
func closerIndex(rest []byte, closer string) int {
	for from := 0; ; {
		i := bytes.Index(rest[from:], []byte(closer))
		if i < 0 || closer[0] != '`' {
			return i
		}
		i += from
		end := i + len(closer)
		for end < len(rest) && rest[end] == '`' {
			end++
		}
		if end == i+len(closer) {
			return i
		}
		from = end
	}
}

func (s *spanMask) escape(rest []byte) {
	switch {
	case bytes.HasPrefix(rest, []byte(`\(`)) && bytes.Contains(window(rest), []byte(`\)`)):
		s.until(rest, 2, `\)`)
	case len(rest) > 1 && rest[1] != '\n' && rest[1] < 0x80:
		n := 2
		if bytes.HasPrefix(rest, []byte(`\{{`)) {
			n = 3
		}
		s.blank(s.at, s.at+n)
		s.at += n
	default:
		s.at++
	}
}

// dollar masks a formula; the rule is that of mdext.
func (s *spanMask) dollar(rest []byte) {
	if bytes.HasPrefix(rest, []byte("$$")) {
		s.until(rest, 2, "$$")
		return
	}
	line := window(rest[1:])
	end := bytes.IndexByte(line, '$')
	if end <= 0 || line[0] == ' ' || line[end-1] == ' ' || bytes.IndexByte(line[:end], '`') >= 0 ||
		end+1 < len(line) && line[end+1] >= '0' && line[end+1] <= '9' {
		s.at++
		return
	}
	s.blank(s.at, s.at+end+2)
	s.at += end + 2
}

func (s *spanMask) angle(rest []byte) {
	if bytes.HasPrefix(rest, []byte("<!--")) {
		from := s.at
		s.until(rest, 4, "-->")
		if s.at > from+4 {
			s.comments = append(s.comments, [2]int{from, s.at})
		}
		return
	}
	if n := len(tagLike.Find(window(rest))); n > 0 {
		s.blank(s.at, s.at+n)
		s.at += n
		return
	}
	s.at++
}

// address masks a URL around its "://".
func (s *spanMask) address(rest []byte) {
	if !bytes.HasPrefix(rest, []byte("://")) {
		s.at++
		return
	}
	from := s.at
	for from > 0 && (s.b[from-1]|0x20 >= 'a' && s.b[from-1]|0x20 <= 'z') {
		from--
	}
	end := s.at + 3
	for end < len(s.b) && bytes.IndexByte([]byte(" \t\n)>]|}\"'"), s.b[end]) < 0 {
		end++
	}
	if from == s.at || end == s.at+3 {
		s.at++
		return
	}
	s.blank(from, end)
	s.at = end
}

// linkTarget returns the length of "](target)" at the start of rest.
func linkTarget(rest []byte) int {
	if len(rest) < 2 || rest[1] != '(' {
		return 0
	}
	depth := 0
	for i, c := range window(rest[1:]) {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 2
			}
		}
	}
	return 0
}

func (s *spanMask) blank(from, to int) {
	for i := from; i < to; i++ {
		if s.b[i] != '\n' {
			s.b[i] = 0
		}
	}
}
