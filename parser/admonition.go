package parser

import "bytes"

// Admonitions are callouts as MkDocs writes them: `!!! note "Title"`, or with
// "???" folded, above a body that is indented by four columns.

// withAdmonitions returns the text of a note with its admonitions as Obsidian
// callouts. Lines keep their numbers, and those of a body their columns.
func withAdmonitions(text []byte) []byte {
	if !bytes.Contains(text, []byte("!!! ")) && !bytes.Contains(text, []byte("??? ")) && !bytes.Contains(text, []byte("???+ ")) {
		return text
	}
	lines := bytes.Split(text, []byte("\n"))
	var fence []byte
	for i := range lines {
		switch mark, info := fenceMark(lines[i]); {
		case fence != nil:
			if bytes.HasPrefix(mark, fence) && len(info) == 0 {
				fence = nil
			}
		case mark != nil:
			fence = mark
		default:
			quoteAdmonition(lines, i)
		}
	}
	return bytes.Join(lines, []byte("\n"))
}

// fenceMark returns the backticks or tildes that open or close a fence
// (CommonMark §4.5), and what stands behind them; nil when the line does
// neither.
func fenceMark(line []byte) (mark, info []byte) {
	line = bytes.Trim(line, " >\t\r")
	for _, c := range []string{"`", "~"} {
		if info = bytes.TrimLeft(line, c); len(line)-len(info) >= 3 {
			return line[:len(line)-len(info)], info
		}
	}
	return nil, nil
}

// quoteAdmonition turns the admonition that line i opens into a quotation. One
// inside of it then opens behind the quotation mark of its body's lines.
func quoteAdmonition(lines [][]byte, i int) {
	at := len(lines[i]) - len(bytes.TrimLeft(lines[i], " >"))
	kind, title, ok := readAdmonition(lines[i][at:])
	if !ok {
		return
	}
	body := admonitionBody(lines[i+1:], at)
	if len(body) == 0 && title == nil {
		return
	}
	lines[i] = bytes.Join([][]byte{lines[i][:at:at], []byte("> [!"), kind, []byte("] "), title}, nil)
	for j, l := range body {
		switch {
		case len(l) <= at:
			body[j] = append(bytes.Clone(lines[i][:at]), '>')
		case l[at] == '\t':
			body[j] = bytes.Join([][]byte{l[:at:at], []byte(">   "), l[at+1:]}, nil)
		default:
			body[j] = bytes.Clone(l)
			body[j][at] = '>'
		}
	}
}

// readAdmonition reads the line that opens an admonition behind its indent. A
// title is in quotation marks; words between it and the type place the box.
func readAdmonition(line []byte) (kind, title []byte, ok bool) {
	line = bytes.TrimRight(line, " \r")
	rest, folded := bytes.CutPrefix(line, []byte("???"))
	if !folded {
		rest, ok = bytes.CutPrefix(line, []byte("!!!"))
		if !ok {
			return nil, nil, false
		}
	}
	rest = bytes.TrimPrefix(rest, []byte("+"))
	if len(rest) == 0 || rest[0] != ' ' {
		return nil, nil, false
	}
	rest = bytes.TrimLeft(rest, " ")
	n := asciiLetters(string(rest))
	if n == 0 {
		return nil, nil, false
	}
	kind, rest = rest[:n], rest[n:]
	from, end := bytes.IndexByte(rest, '"'), bytes.LastIndexByte(rest, '"')
	switch {
	case from < 0:
		return kind, nil, len(rest) == 0
	case end == from || end != len(rest)-1 || rest[0] != ' ':
		return nil, nil, false
	}
	return kind, rest[from+1 : end], true
}

// admonitionBody returns the lines of the body of an admonition that opens at
// a column: those indented by four more, and the blank ones between.
func admonitionBody(lines [][]byte, at int) [][]byte {
	n := 0
	for i, l := range lines {
		if len(bytes.Trim(l, " >\t\r")) == 0 {
			continue
		}
		if len(l) < at || len(bytes.Trim(l[:at], " >")) > 0 || !bytes.HasPrefix(l[at:], []byte("    ")) && !bytes.HasPrefix(l[at:], []byte("\t")) {
			break
		}
		n = i + 1
	}
	return lines[:n]
}
