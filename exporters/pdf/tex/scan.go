package tex

import (
	"strings"
	"unicode/utf8"
)

// rest returns the next bytes, for messages.
func (p *parser) rest(n int) string {
	s := p.s[p.at:]
	if len(s) > n {
		s = s[:n]
		for !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
	}
	return s
}

// skip passes spaces and comments.
func (p *parser) skip() {
	for p.at < len(p.s) {
		switch c := p.s[p.at]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			p.at++
		case c == '%':
			end := strings.IndexByte(p.s[p.at:], '\n')
			if end < 0 {
				end = len(p.s) - p.at - 1
			}
			p.at += end + 1
		default:
			return
		}
	}
}

// peek reports whether the text goes on with s.
func (p *parser) peek(s string) bool { return strings.HasPrefix(p.s[p.at:], s) }

// take passes s when it comes next.
func (p *parser) take(s string) bool {
	if !p.peek(s) {
		return false
	}
	if name := strings.TrimPrefix(s, `\`); name != s && isLetter(name[0]) && p.at+len(s) < len(p.s) && isLetter(p.s[p.at+len(s)]) {
		return false
	}
	p.at += len(s)
	return true
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// command returns the name after a backslash.
func (p *parser) command() string {
	p.at++
	start := p.at
	for p.at < len(p.s) && isLetter(p.s[p.at]) {
		p.at++
	}
	if p.at == start && p.at < len(p.s) {
		_, size := utf8.DecodeRuneInString(p.s[p.at:])
		p.at += size
	}
	return p.s[start:p.at]
}

// raw reads the text of a group without looking into it.
func (p *parser) raw() string {
	p.skip()
	if !p.take("{") {
		if p.at >= len(p.s) {
			p.failf("something missing at the end")
			return ""
		}
		_, size := utf8.DecodeRuneInString(p.s[p.at:])
		p.at += size
		return p.s[p.at-size : p.at]
	}
	start, depth := p.at, 1
	for ; p.at < len(p.s); p.at++ {
		switch p.s[p.at] {
		case '\\':
			p.at++
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				p.at++
				return p.s[start : p.at-1]
			}
		}
	}
	p.failf("a { without its }")
	return ""
}

// optional reads what stands in brackets, when it comes next.
func (p *parser) optional() (string, bool) {
	at := p.at
	p.skip()
	if !p.peek("[") {
		p.at = at
		return "", false
	}
	end := strings.IndexByte(p.s[p.at:], ']')
	if end < 0 {
		p.at = at
		return "", false
	}
	s := p.s[p.at+1 : p.at+end]
	p.at += end + 1
	return s, true
}
