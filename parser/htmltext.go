package parser

import (
	"regexp"
	"strings"
)

// element is an HTML element whose content is being read.
type element struct {
	name  string
	row   *row
	depth int // places that rows can go, with this one
}

// brokenSummary is a <summary> that lost its bracket: "<summaryText></summary>".
var brokenSummary = regexp.MustCompile(`<summary([^>\s][^<>]*)></summary>`)

func repairSummary(raw []byte) []byte {
	return brokenSummary.ReplaceAll(raw, []byte("<summary>$1</summary>"))
}

// onlyTags reports whether a line is nothing but tags.
func onlyTags(l string) bool {
	l = strings.TrimSpace(l)
	if l == "" {
		return false
	}
	for l != "" {
		tag, rest, ok := strings.Cut(l, ">")
		name := strings.TrimPrefix(strings.TrimPrefix(tag, "<"), "/")
		if !ok || tag[:min(1, len(tag))] != "<" || name == "" || !isLetter(rune(name[0])) || strings.Contains(name, "<") {
			return false
		}
		l = strings.TrimSpace(rest)
	}
	return true
}

// dropLoneTags empties lines that hold tags only, so that they neither start
// an HTML block (CommonMark §4.6, condition 7) nor show.
func dropLoneTags(text string) string {
	if !strings.Contains(text, "<") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if onlyTags(l) {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// dedent removes the white space that all lines share.
func dedent(text string) string {
	lines := strings.Split(text, "\n")
	shared := -1
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		n := len(l) - len(strings.TrimLeft(l, " \t"))
		if shared < 0 || n < shared {
			shared = n
		}
	}
	for i, l := range lines {
		lines[i] = l[min(max(shared, 0), len(l)-len(strings.TrimLeft(l, " \t"))):]
	}
	return strings.Join(lines, "\n")
}
