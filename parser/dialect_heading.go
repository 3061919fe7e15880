package parser

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
)

// head is a heading of the note.
type head struct {
	line, level int
	up          int    // index of the heading above it, -1 for none
	text        string // see headText
}

var headLine = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*)$`)

// readHeads finds the headings of the note.
func (d *draft) readHeads() {
	var open []int
	for i := range d.having("#") {
		h := headLine.FindStringSubmatch(d.masked.lines[i])
		if h == nil {
			continue
		}
		level := len(h[1])
		for len(open) > 0 && d.heads[open[len(open)-1]].level >= level {
			open = open[:len(open)-1]
		}
		up := -1
		if len(open) > 0 {
			up = open[len(open)-1]
		}
		open = append(open, len(d.heads))
		d.heads = append(d.heads, head{i, level, up, ""})
	}
}

// isHeading reports whether line i is a heading.
func (d *draft) isHeading(i int) bool {
	n, found := slices.BinarySearchFunc(d.heads, i, func(h head, i int) int { return cmp.Compare(h.line, i) })
	return found && d.heads[n].line == i
}

// headingAt returns the index of the heading that line i stands below, or of
// the heading in line i itself; -1 when there is none.
func (d *draft) headingAt(i int) int {
	n, found := slices.BinarySearchFunc(d.heads, i, func(h head, i int) int { return cmp.Compare(h.line, i) })
	if found {
		return n
	}
	return n - 1
}

// path returns the headings above line i, outermost first.
func (d *draft) path(i int) []string {
	var out []string
	n := d.headingAt(i)
	if n >= 0 && d.heads[n].line == i {
		n = d.heads[n].up
	}
	for ; n >= 0; n = d.heads[n].up {
		out = append(out, d.headText(n))
	}
	slices.Reverse(out)
	return out
}

// headText returns the words of heading n; they are read when first asked for.
func (d *draft) headText(n int) string {
	h := &d.heads[n]
	if h.text == "" {
		h.text = d.words(d.body(h.line))
	}
	return h.text
}

// sectionEnd returns the last line of the section of heading n.
func (d *draft) sectionEnd(n int) int {
	for _, h := range d.heads[n+1:] {
		if h.level <= d.heads[n].level {
			return h.line - 1
		}
	}
	return len(d.lines) - 1
}

// title returns the title of the note as its front matter, first heading or
// file name has it.
func (d *draft) title() string {
	if d.meta.Title != "" {
		return d.meta.Title
	}
	for n, h := range d.heads {
		if h.level == 1 {
			return d.headText(n)
		}
	}
	return strings.TrimSuffix(path.Base(d.file), path.Ext(d.file))
}

// claimHeadings gives the taken headings of an outline to their cards. A
// heading with cards right below it is taken as well, for none: what they left
// of its text is no answer to it.
func (d *draft) claimHeadings(root *section) {
	for _, s := range root.sections() {
		if s.head == nil {
			continue
		}
		n, found := slices.BinarySearchFunc(d.heads, s.head.line-1, func(h head, i int) int { return cmp.Compare(h.line, i) })
		if !found {
			continue
		}
		end := len(d.lines)
		if n+1 < len(d.heads) {
			end = d.heads[n+1].line
		}
		s.head.claim = d.owner[d.heads[n].line]
		for i := d.heads[n].line + 1; i < end && s.head.claim == nil; i++ {
			if o := d.owner[i]; o != nil && o.card != nil {
				s.head.claim = &claim{rule: o.rule}
			}
		}
	}
}
