package parser

import (
	"regexp"
	"strings"
	"unicode"
)

// codeLine matches lines that are code, a command, data or a drawing.
var codeLine = regexp.MustCompile(`[{};]\s*$` +
	`|^\s*(?:import|from|def|class|func|fn|return|if|else|elif|for|while|print|var|let|const|public|private|static|void|int|package|using|SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|RUN|COPY|CMD|docker|kubectl|sudo|git|npm|pip|apt|cd|ls|aws|terraform|ansible|curl)\b` +
	`|^\s*[$#%>]\s|^\s*(?://|/\*|\*/|--\s|#!|@)` +
	`|^\s*-?\s*[A-Za-z_][\w.-]*:(?:\s*$|\s+[\w"'.{\[/-]+\s*(?:#.*)?$)` +
	`|\w\(.*\)\s*[;{:]?\s*$|[=!<>]=|&&|\|\||=>|</?\w+[^>]*>` +
	`|[─-╿▲-◿]|[|+]-{2,}|-{2,}>|^\s*[\[|].*[\]|]\s*$`)

// comment is where a comment starts in most kinds of code.
var comment = regexp.MustCompile(`(?:^|\s)(?:#|//|--)\s.*$`)

// readsAsNotes reports whether text that Markdown takes for code is really
// text: most of its lines have words of a language and few look like code.
func readsAsNotes(text string) bool {
	if !mayReadAsNotes(text) {
		return false
	}
	lines, words, code := 0, 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(l) == "" {
			continue
		}
		lines++
		switch {
		case codeLine.MatchString(l):
			code++
		case readsAsText(comment.ReplaceAllString(l, "")):
			words++
		}
	}
	return words*10 >= lines*6 && code*5 <= lines
}

// holdsOptions reports whether text that stands far to the right is options that
// a question offers: "A. 4", "B. 8", with at most their key behind them.
func holdsOptions(text string) bool {
	n, family := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		label, end := optionMark(l)
		f, nr := optionLabel(label)
		switch {
		case end > 0 && end < len(l) && f > 0 && nr == n && (n == 0 || f == family):
			n, family = n+1, f
		case n < 2 || !isLabel(l):
			return false
		}
	}
	return n >= 2
}

// mayReadAsNotes reports whether enough lines have words, code or not, so that
// the patterns for code are only tried where they can matter.
func mayReadAsNotes(text string) bool {
	lines, words := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(l) == "" {
			continue
		}
		lines++
		if readsAsText(l) {
			words++
		}
	}
	return lines > 0 && words*10 >= lines*6
}

// readsAsText reports whether a line has words: Hangul, kana or Han, or at
// least four Latin words in a row.
func readsAsText(l string) bool {
	n, latin := 0, 0
	for w := range strings.FieldsSeq(l) {
		if hasCJK(w) {
			n++
		}
		if strings.TrimFunc(w, unicode.IsPunct) != "" && !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsDigit(r) || r == '_' || r == '=' }) {
			latin++
		}
	}
	return n > 0 || latin >= 4
}

// minNotes is how many definitions a fence must hold to be read among its
// code.
const minNotes = 3

// notesAmongCode returns a fence with all lines empty but those that define
// something in words that code does not have: "* cd : 폴더 이동" above an
// example. It is "" where too few do.
func notesAmongCode(text string) string {
	lines, notes := strings.Split(text, "\n"), 0
	for i, l := range lines {
		item := strings.TrimLeft(l, "*-•· \t")
		s := findSplit(item)
		if s.sep == colon && hasCJK(item[s.right:]) && !strings.Contains(item[:s.left], "//") && !strings.HasPrefix(item, "#") && !codeLine.MatchString(l) {
			notes++
			continue
		}
		lines[i] = ""
	}
	if notes < minNotes {
		return ""
	}
	return strings.Join(lines, "\n")
}
