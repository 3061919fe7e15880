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

// loneTags is a line of nothing but tags that show nothing by themselves.
var loneTags = regexp.MustCompile(`^(?:\s*</?[a-zA-Z][^<>]*>)+\s*$`)

// dropLoneTags empties lines that hold tags only, so that they neither start
// an HTML block (CommonMark §4.6, condition 7) nor show.
func dropLoneTags(text string) string {
	if !strings.Contains(text, "<") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if loneTags.MatchString(l) {
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
