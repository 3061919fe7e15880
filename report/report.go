// Package report prints what a run has to say to its reader: diagnostics, the
// summary, and the explanation of every line. It decides nothing.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"recto/card"
)

// Printer writes reports.
type Printer struct {
	W io.Writer
	// Color says whether W is a terminal that shows colours.
	Color bool
	// Path turns a note's file name into the path that the reader can open;
	// nil leaves names as they are.
	Path func(file string) string
}

// name returns how the reader knows a note.
func (p Printer) name(file string) string {
	if p.Path != nil {
		file = p.Path(file)
	}
	return visible(file)
}

// Diagnostics prints one line for each diagnostic.
func (p Printer) Diagnostics(ds card.Diagnostics) {
	for _, d := range ds {
		d.Pos.File = p.name(d.Pos.File)
		fmt.Fprintln(p.W, visible(d.String()))
	}
}

// Summary prints what a run has read, made and written, and what to do when
// it has made nothing.
func (p Printer) Summary(c *card.Collection, diagnostics int, files []string) {
	kinds := map[card.Kind]int{}
	for k := range c.Cards() {
		kinds[k.Kind]++
	}
	var parts []string
	for _, k := range card.Kinds() {
		if n := kinds[k]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, k))
		}
	}
	line := fmt.Sprintf("%s, %s", count(len(c.Notes), "note"), count(c.Len(), "card"))
	if len(parts) > 0 {
		line += " (" + strings.Join(parts, ", ") + ")"
	}
	fmt.Fprintf(p.W, "%s, %s\n", line, count(diagnostics, "diagnostic"))
	if c.Len() == 0 {
		fmt.Fprintln(p.W, "no cards found; --explain shows how each line was read")
	}
	if len(files) > 0 {
		fmt.Fprintln(p.W, "wrote "+strings.Join(files, ", "))
	}
}

// Notes prints each note with its number of cards.
func (p Printer) Notes(c *card.Collection) {
	for _, n := range c.Notes {
		fmt.Fprintf(p.W, "%s: %s, %s\n", p.name(n.File), count(len(n.Cards), "card"), count(len(n.Diags), "diagnostic"))
	}
}

// count returns "1 note", "2 notes".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

const (
	dim    = "\x1b[2m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	reset  = "\x1b[0m"
)

func (p Printer) paint(color, s string) string {
	if !p.Color || s == "" {
		return s
	}
	return color + s + reset
}

// Explain prints a note line by line. The margin names the card that took the
// line, counted from 1, its rule and confidence; lines that looked like a card
// and were passed over say why.
func (p Printer) Explain(n *card.Note) {
	fmt.Fprintf(p.W, "%s: %s\n", p.name(n.File), count(len(n.Cards), "card"))
	traces := map[int][]card.Trace{}
	for _, t := range n.Trace {
		traces[t.Line] = append(traces[t.Line], t)
	}
	for _, d := range n.Diags {
		traces[d.Pos.Line] = append(traces[d.Pos.Line], card.Trace{Line: d.Pos.Line, Why: d.Message})
	}
	lines := n.Lines
	if last := len(lines) - 1; last >= 0 && lines[last] == "" {
		lines = lines[:last]
	}
	for i, l := range lines {
		p.line(n, i+1, l, traces[i+1])
	}
	fmt.Fprintln(p.W)
}

// margin is the width of the margin in characters.
const margin = 26

func (p Printer) line(n *card.Note, at int, text string, ts []card.Trace) {
	left, color := "", dim
	var why []string
	for _, t := range ts {
		switch {
		case t.Why != "":
			why = append(why, t.Why)
		case t.Card != nil && left == "":
			left, color = fmt.Sprintf("%d %s %.2f", slices.Index(n.Cards, t.Card)+1, t.Card.Rule, t.Card.Confidence), green
			if t.Card.Pos.Line != at {
				left, color = fmt.Sprintf("%d %s", slices.Index(n.Cards, t.Card)+1, t.Rule), dim
			}
		case t.Rule != "" && left == "":
			left = "· " + t.Rule
		}
	}
	pad := strings.Repeat(" ", max(margin-len([]rune(left)), 0))
	fmt.Fprintln(p.W, strings.TrimRight(fmt.Sprintf("%5d  %s%s│ %s", at, p.paint(color, left), pad, visible(text)), " "))
	for _, w := range why {
		fmt.Fprintf(p.W, "%5s  %s│ %s\n", "", strings.Repeat(" ", margin), p.paint(yellow, "^ "+visible(w)))
	}
}

// visible returns a line of a note without characters that would steer the
// terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return '·'
		}
		return r
	}, s)
}
