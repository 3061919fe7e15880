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
	for i := 0; i+2 < len(s); {
		if p.starts.has(startBytes(s[i:])) && p.len(s[i:]) > 0 {
			return true
		}
		i += pick(s[i] < 0xe0, 1, 3) // a syllable of Hangul has three bytes
	}
	return false
}

// begin reports whether s begins with one of the phrases.
func (p *phrases) begin(s string) bool { return p.len(s) > 0 }

// len returns the length of the phrase that s begins with; 0 for none.
func (p *phrases) len(s string) int {
	if len(s) < 3 || !p.starts.has(startBytes(s)) {
		return 0
	}
	for _, x := range p.byStart[startBytes(s)] {
		if strings.HasPrefix(s, x) {
			return len(x)
		}
	}
	return 0
}
