package parser

import "strings"

// Admonitions are callouts as MkDocs writes them: `!!! note "Title"`, or with
// "???" folded, above a body that is indented by four columns.

// withAdmonitions returns the text of a note with its admonitions as Obsidian
// callouts. Lines keep their numbers, and those of a body their columns.
func withAdmonitions(text []byte) []byte {
	s := string(text)
	if !containsAny(s, "!!! ", "??? ", "???+ ") {
		return text
	}
	lines := strings.Split(s, "\n")
	for i := 0; i < len(lines); i++ {
		if f := fenceOpen.FindStringSubmatch(lines[i]); f != nil {
			i = fenceEnd(lines, i, f[1])
			continue
		}
		quoteAdmonition(lines, i)
	}
	return []byte(strings.Join(lines, "\n"))
}

// quoteAdmonition turns the admonition that line i opens into a quotation. One
// inside of it then opens behind the quotation mark of its body's lines.
func quoteAdmonition(lines []string, i int) {
	at := len(lines[i]) - len(strings.TrimLeft(lines[i], " >"))
	kind, title, ok := readAdmonition(lines[i][at:])
	if !ok {
		return
	}
	body := admonitionBody(lines[i+1:], at)
	if len(body) == 0 && title == "" {
		return
	}
	indent := lines[i][:at]
	lines[i] = indent + "> [!" + kind + "] " + title
	for j, l := range body {
		switch {
		case len(l) <= at:
			body[j] = indent + ">"
		case l[at] == '\t':
			body[j] = l[:at] + ">   " + l[at+1:]
		default:
			body[j] = l[:at] + ">" + l[at+1:]
		}
	}
}

// readAdmonition reads the line that opens an admonition behind its indent. A
// title is in quotation marks; words between it and the type place the box.
func readAdmonition(line string) (kind, title string, ok bool) {
	rest, folded := strings.CutPrefix(strings.TrimRight(line, " \r"), "???")
	if !folded {
		if rest, ok = strings.CutPrefix(rest, "!!!"); !ok {
			return "", "", false
		}
	}
	if rest, ok = strings.CutPrefix(strings.TrimPrefix(rest, "+"), " "); !ok {
		return "", "", false
	}
	rest = strings.TrimLeft(rest, " ")
	n := asciiLetters(rest)
	kind, rest = rest[:n], rest[n:]
	from, end := strings.IndexByte(rest, '"'), strings.LastIndexByte(rest, '"')
	switch {
	case n == 0:
		return "", "", false
	case from < 0:
		return kind, "", rest == ""
	case end == from || end != len(rest)-1 || rest[0] != ' ':
		return "", "", false
	}
	return kind, rest[from+1 : end], true
}

// admonitionBody returns the lines of the body of an admonition that opens at
// a column: those indented by four more, and the blank ones between.
func admonitionBody(lines []string, at int) []string {
	n := 0
	for i, l := range lines {
		if strings.Trim(l, " >\t\r") == "" {
			continue
		}
		if len(l) < at || strings.Trim(l[:at], " >") != "" || !isIndented(l[at:]) {
			break
		}
		n = i + 1
	}
	return lines[:n]
}
