package parser

import (
	"regexp"
	"strings"
)

// NeuraCache: a question with #flashcard has its answer below it, to the next
// rule; "prompt : answer #flashcard" has it on the line.
// https://github.com/NeuraCache/NeuraCache

var (
	neuraTag    = regexp.MustCompile(`(?i)(?:^|[ \t])#flashcard(?:[ \t]|$)`)
	neuraSpaced = regexp.MustCompile(`(?i)(?:^|[ \t])#spaced(?:[ \t]|$)`)
	neuraBrain  = regexp.MustCompile(`[ \t](?:🧠|⚡️?)[ \t]*$`)
	spacedColon = []separatorMark{{" : ", false, false}}
)

func declareNeuraCache(d *draft) evidence {
	for i := range d.having("#") {
		if m := neuraTag.FindString(d.masked.lines[i]); m != "" {
			return evidence{i, "tag " + strings.TrimSpace(m)}
		}
	}
	return evidence{}
}

func findNeuraCache(d *draft) {
	for i := range d.having("#") {
		hidden := d.masked.lines[i]
		if !d.free(i) || d.solid[i] >= 0 || !neuraTag.MatchString(hidden) {
			continue
		}
		end := d.neuraEnd(i)
		switch {
		case tagsOnly.MatchString(d.text(i)) && d.blank(i-1):
			d.neuraTagFirst(i, end)
		case d.separateLine(i, true, spacedColon) != nil:
		case end > i+1 && !d.isItem(i) && !headLine.MatchString(hidden):
			from := d.paragraph(i)
			if d.askLines(from, i, i+1, end-1, false) {
				d.take(nil, end, end)
			}
		default:
			d.tagged(i, neuraTag, false)
		}
	}
}

// neuraEnd returns the line of the rule that ends the answer to the question
// in line i; -1 when another question or a heading comes first.
func (d *draft) neuraEnd(i int) int {
	for j := i + 1; j < len(d.lines) && d.free(j); j++ {
		switch {
		case d.solid[j] >= 0:
			j = d.solid[j]
		case isRule(d.text(j)):
			return j
		case neuraTag.MatchString(d.masked.lines[j]) || neuraSpaced.MatchString(d.masked.lines[j]) || d.isHeading(j):
			return -1
		}
	}
	return -1
}

// neuraTagFirst reads "#flashcard", the question, a rule, the answer, a rule.
func (d *draft) neuraTagFirst(i, middle int) {
	if middle < 0 || d.allBlank(i+1, middle-1) {
		d.report(i, "flashcard without a question and an answer; write them below the tag, with a line of --- between")
		d.take(nil, i, i)
		return
	}
	end := d.neuraEnd(middle)
	last := end - 1
	if end < 0 {
		last = middle
		for j := middle + 1; j < len(d.lines) && d.free(j) && d.blank(j); j++ {
			last = j
		}
		last = d.until(last + 1)
	}
	tags := d.read(d.lines[i], i).tags
	c := d.ask(d.side(i+1, middle-1), d.side(middle+1, last), false)
	if c == nil {
		return
	}
	c.Tags = append(c.Tags, tags...)
	from, _ := d.trim(i+1, middle-1)
	d.emit(c, from, max(last, end))
	d.take(c, i, i)
}

// findNeuraCacheLines reads "prompt : answer" with a brain or a flash.
func findNeuraCacheLines(d *draft) {
	for i := d.start; i < len(d.lines); i++ {
		if m := neuraBrain.FindStringIndex(d.masked.lines[i]); m != nil && d.free(i) && d.solid[i] < 0 {
			line, hidden := d.lines[i], d.masked.lines[i]
			d.lines[i], d.masked.lines[i] = line[:m[0]], hidden[:m[0]]
			d.separateLine(i, true, spacedColon)
			d.lines[i], d.masked.lines[i] = line, hidden
		}
	}
}
