package parser

import "strings"

// phrases are texts to look for anywhere in another; each has at least three
// bytes, as a syllable of Hangul has.
type phrases struct {
	starts  byteSet // what startBytes makes of them
	byStart [256][]string
}

// newPhrases makes a set of phrases.
func newPhrases(list ...string) *phrases {
	p := &phrases{}
	for _, x := range list {
		start := startBytes(x)
		p.starts.add(start)
		p.byStart[start] = append(p.byStart[start], x)
	}
	return p
}

// startBytes returns a number made of the first three bytes of s, which few
// texts share.
func startBytes(s string) byte { return s[0]*7 + s[1]*31 + s[2] }

// in reports whether s holds one of the phrases.
func (p *phrases) in(s string) bool {
	for ; len(s) > 2; s = s[1:] {
		if p.starts.has(startBytes(s)) && p.begin(s) {
			return true
		}
	}
	return false
}

// begin reports whether s begins with one of the phrases.
func (p *phrases) begin(s string) bool {
	if len(s) < 3 {
		return false
	}
	for _, x := range p.byStart[startBytes(s)] {
		if strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}
