package parser

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// hole is one hidden piece of a text, as byte offsets.
type hole struct {
	from, to         int // with its marks
	inFrom, inTo     int // what is hidden
	hintFrom, hintTo int // its hint; hintFrom is 0 for none
	number           int // 0 to be numbered
}

// grammar is a set of ways to mark a hole.
type grammar int

const (
	nativeCloze grammar = 1 << iota // {{c1::x::hint}} of Anki
	shortCloze                      // {c1:x} {c1|x} {c1::x}
	curlyNumber                     // {1:x} {1|x} {1::x}
	curlyBare                       // {x}
	highlights                      // ==x== ==c1:x== ==1;;x;;hint== ==x==^[hint][^1]
	logseqCloze                     // {{cloze x}} {{c1 x}} {{cloze1 x\\hint}}
	plainNumber                     // {{1::x::hint}}
	strikes                         // ~~x~~ ~~2 x _hint_~~
	brackets                        // [x]
	doubleCurly                     // {{x}}
)

var (
	emptyHole  = regexp.MustCompile(`^\s*(?:(?i:c?\d+)(?:::?|\|)|cloze\d*)?\s*$`)
	nativeHead = regexp.MustCompile(`^(?i:c)([1-9]\d{0,3})(?:,\d+)*::`)
	logseqHead = regexp.MustCompile(`^(?:cloze([1-9]\d{0,2})?|c([1-9]\d{0,2}))[ \t]+`)
	plainHead  = regexp.MustCompile(`^([1-9]\d{0,2})::`)
	shortHead  = regexp.MustCompile(`^c([1-9]\d{0,2})(?:::?|\|)`)
	curlyHead  = regexp.MustCompile(`^([1-9]\d{0,2})(?:::?|\|)`)
	markedText = regexp.MustCompile(`==([^\s=](?:[^=\n]|=[^=\n])*?)==(?:\^\[([^\]\n]*)\])?(?:\[\^\d+\])?`)
	struckText = regexp.MustCompile(`~~(\S(?:[^~\n]|~[^~\n])*?)~~`)
	markedHead = regexp.MustCompile(`^c?([1-9]\d{0,2})(?:::?|;;)`)
	bracketed  = regexp.MustCompile(`(?:^|[^!\]])\[([^\[\]]+)\]`)
	lastHint   = regexp.MustCompile(`[ \t]_([^_\n]+)_$`)
)

// holes returns the holes that the masked text has under a grammar, outer
// ones before those inside them.
func holes(masked string, g grammar) []hole {
	out := braces(masked, g)
	if g&highlights != 0 {
		for _, m := range markedText.FindAllStringSubmatchIndex(masked, -1) {
			h := hole{from: m[0], to: m[1], inFrom: m[2], inTo: m[3]}
			if m[4] >= 0 {
				h.hintFrom, h.hintTo = m[4], m[5]
			}
			out = append(out, h.numbered(masked, markedHead).hinted(masked, ";;"))
		}
	}
	if g&strikes != 0 {
		for _, m := range struckText.FindAllStringSubmatchIndex(masked, -1) {
			h := hole{from: m[0], to: m[1], inFrom: m[2], inTo: m[3]}.numbered(masked, strikeHead)
			if l := lastHint.FindStringSubmatchIndex(masked[h.inFrom:h.inTo]); l != nil {
				h.hintFrom, h.hintTo = h.inFrom+l[2], h.inFrom+l[3]
				h.inTo = h.inFrom + l[0]
			}
			out = append(out, h)
		}
	}
	if g&brackets != 0 {
		for _, m := range bracketed.FindAllStringSubmatchIndex(masked, -1) {
			if m[1] < len(masked) && masked[m[1]] == '(' {
				continue
			}
			out = append(out, hole{from: m[2] - 1, to: m[1], inFrom: m[2], inTo: m[3]})
		}
	}
	return nested(out)
}

var strikeHead = regexp.MustCompile(`^([1-9]\d{0,2})[ \t]+`)

// nested orders holes and drops those that cross or repeat an earlier one.
func nested(hs []hole) []hole {
	slices.SortStableFunc(hs, func(a, b hole) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	var out, open []hole
	for _, h := range hs {
		for len(open) > 0 && open[len(open)-1].to <= h.from {
			open = open[:len(open)-1]
		}
		if h.inFrom >= h.inTo || len(open) > 0 && h.to > open[len(open)-1].inTo {
			continue
		}
		open = append(open, h)
		out = append(out, h)
	}
	return out
}

// numbered reads the number at the start of a hole.
func (h hole) numbered(s string, head *regexp.Regexp) hole {
	if m := head.FindStringSubmatchIndex(s[h.inFrom:h.inTo]); m != nil && m[1] < h.inTo-h.inFrom {
		for k := 2; k < len(m); k += 2 {
			if m[k] >= 0 {
				h.number, _ = strconv.Atoi(s[h.inFrom+m[k] : h.inFrom+m[k+1]])
			}
		}
		h.inFrom += m[1]
	}
	return h
}

// hinted reads the hint behind a mark inside a hole.
func (h hole) hinted(s, mark string) hole {
	if i := strings.Index(s[h.inFrom:h.inTo], mark); i > 0 {
		h.hintFrom, h.hintTo = h.inFrom+i+len(mark), h.inTo
		h.inTo = h.inFrom + i
	}
	return h
}

// braces returns the holes in curly brackets, matching them as a stack.
func braces(s string, g grammar) []hole {
	if g&(nativeCloze|shortCloze|curlyNumber|curlyBare|logseqCloze|plainNumber|doubleCurly) == 0 || !strings.Contains(s, "{") {
		return nil
	}
	type open struct {
		at, width int
		inner     int // where the last hole inside ends
	}
	var out []hole
	var stack []open
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "{{"):
			stack = append(stack, open{i, 2, 0})
			i++
		case s[i] == '{':
			stack = append(stack, open{i, 1, 0})
		case s[i] == '}' && len(stack) > 0:
			top := stack[len(stack)-1]
			if top.width == 2 && !strings.HasPrefix(s[i:], "}}") {
				continue
			}
			stack = stack[:len(stack)-1]
			i += top.width - 1
			h := hole{from: top.at, to: i + 1, inFrom: top.at + top.width, inTo: i + 1 - top.width}
			if h, ok := h.curly(s, g, top.width, top.inner); ok {
				out = append(out, h)
				if len(stack) > 0 {
					stack[len(stack)-1].inner = h.to
				}
			}
		}
	}
	return out
}

// curly reads the head and the hint of a hole in brackets; inner is where the
// last hole inside it ends.
func (h hole) curly(s string, g grammar, width, inner int) (hole, bool) {
	body := s[h.inFrom:h.inTo]
	if emptyHole.MatchString(body) {
		return h, false
	}
	hints := func(h hole, mark string) (hole, bool) {
		if inner > h.inFrom && inner <= h.inTo {
			t := hole{inFrom: inner, inTo: h.inTo}
			if i := strings.Index(s[t.inFrom:t.inTo], mark); i >= 0 {
				h.hintFrom, h.hintTo, h.inTo = inner+i+len(mark), h.inTo, inner+i
			}
			return h, true
		}
		return h.hinted(s, mark), true
	}
	switch {
	case width == 2 && g&nativeCloze != 0 && nativeHead.MatchString(body):
		return hints(h.numbered(s, nativeHead), "::")
	case width == 2 && g&logseqCloze != 0 && logseqHead.MatchString(body):
		return hints(h.numbered(s, logseqHead), "::")
	case width == 2 && g&plainNumber != 0 && plainHead.MatchString(body):
		return hints(h.numbered(s, plainHead), "::")
	case width == 2:
		return h, g&doubleCurly != 0 && strings.TrimSpace(body) != ""
	case g&shortCloze != 0 && shortHead.MatchString(body):
		return h.numbered(s, shortHead), true
	case g&curlyNumber != 0 && curlyHead.MatchString(body):
		return h.numbered(s, curlyHead), true
	case g&curlyBare != 0 && strings.TrimSpace(body) != "":
		return h, true
	}
	return h, false
}
