package parser

import "strings"

// childRows returns what hangs below row i, or the list that directly follows
// a bare line.
func childRows(g *group, i int) []*row {
	rows := g.rows
	r := asLine(rows[i])
	if len(r.rows) > 0 {
		return r.rows
	}
	if next := i + 1; next < len(rows) && rows[next].joined && rows[next].kind == line && strings.HasPrefix(rows[next].plain, ": ") {
		return rows[next : next+1]
	}
	if pointed := pointedRows(rows, i); len(pointed) > 0 {
		return pointed
	}
	if strings.HasSuffix(r.plain, ":") || strings.HasSuffix(r.plain, "：") {
		j := i + 1
		for j < len(rows) && rows[j].joined && rows[j].kind == line && !strings.HasSuffix(rows[j].plain, ":") {
			j++
		}
		if j > i+1 {
			return rows[i+1 : j]
		}
		if body := paragraphAfter(rows, i); r.ordered() && body != nil {
			return body
		}
	}
	if r.mark != "" {
		j := i + 1
		for j < len(rows) && rows[j].lazy && rows[j].kind != code {
			j++
		}
		if j == i+1 {
			return headedByItem(rows, i)
		}
		return rows[i+1 : j]
	}
	if r.joined && !emphasised(r.text) && !r.signed() {
		return nil
	}
	j := i + 1
	named := isStrong(r.text) || len(r.text) > 0 && isStrong(r.text[:1]) && marked(r.text) || g.namesAbove(i) || r.signed()
	for named && j < len(rows) && rows[j].joined && rows[j].mark == "" && rows[j].kind == line && !emphasised(rows[j].text) && !rows[j].signed() {
		j++
	}
	if j > i+1 && rows[i+1].look.runes >= 8 {
		return rows[i+1 : j]
	}
	if j = i + 1; j < len(rows) && rows[j].kind == formula && !rows[j].gap {
		return rows[j : j+1]
	}
	if listed := countedRows(rows, i); listed != nil {
		return listed
	}
	for j < len(rows) && rows[j].mark != "" && (j > i+1 || !rows[j].gap || emphasised(r.text) || rows[j].bullet() && headsList(r, rows[j]) || namesList(r.plain)) && (j == i+1 || !rows[j].gap || rows[j].ordered() == rows[j-1].ordered()) {
		j++
	}
	return rows[i+1 : j]
}

// maxHeaded is how many rows an item heads, and maxHead how many characters it
// has then.
const (
	maxHeaded = 12
	maxHead   = 40
)

// headedByItem returns the quotation, or the fence with the paragraphs after it,
// that stands right behind item i and is not indented below it. As that is a
// slip in a single item, the item before or after must have the same.
func headedByItem(rows []*row, i int) []*row {
	end := headedEnd(rows, i)
	if end == i+1 {
		return nil
	}
	before := i - 1
	for before >= 0 && before >= i-maxHeaded && rows[before].mark == "" {
		before--
	}
	if before >= 0 && headedEnd(rows, before) == i || end < len(rows) && rows[end].ordered() == rows[i].ordered() && headedEnd(rows, end) > end+1 {
		return rows[i+1 : end]
	}
	return nil
}

// headedEnd returns the end of what stands behind item i up to the next item;
// i+1 where that is nothing, or begins with other than a quotation or a fence.
func headedEnd(rows []*row, i int) int {
	r := rows[i]
	if r.mark == "" || r.kind != line || len(r.rows) > 0 || r.look.runes > maxHead || i+1 == len(rows) || rows[i+1].kind != quote && rows[i+1].kind != code {
		return i + 1
	}
	end := i + 1
	for end < len(rows) && end <= i+maxHeaded && rows[end].mark == "" && rows[end].kind != heading && rows[end].kind != rule {
		end++
	}
	return end
}

// paragraphAfter returns the only paragraph between row i and the next item or
// blank line behind it; nil where something else follows row i.
func paragraphAfter(rows []*row, i int) []*row {
	j := i + 1
	for j < len(rows) && rows[j].kind == line && rows[j].mark == "" && rows[j].gap == (j == i+1) && !strings.HasSuffix(rows[j].plain, ":") {
		j++
	}
	if j == i+1 || j < len(rows) && rows[j].kind == line && rows[j].mark == "" && rows[j].gap && !strings.HasSuffix(rows[j].plain, ":") && !rows[j].signed() {
		return nil
	}
	return rows[i+1 : j]
}

// pointedRows returns the lines right below a bare line that begin with an
// arrow, as in "set(type)" and "-> a list without duplicates".
func pointedRows(rows []*row, i int) []*row {
	j := i + 1
	words := 0
	first := !rows[i].joined || i > 0 && leadArrow(rows[i-1].plain) > 0 // or behind the line before
	for first && rows[i].mark == "" && leadArrow(rows[i].plain) == 0 && j < len(rows) && rows[j].joined && rows[j].kind == line && leadArrow(rows[j].plain) > 0 {
		words += countWords(rows[j].plain) - 1
		j++
	}
	if n := j - i - 1; n > 2 && words < n*2 {
		return nil // a flow, one station a line
	}
	return rows[i+1 : j]
}

// countedRows returns the lines right below a bare line that count in a way
// that makes no list in Markdown: "① one", "② two"; nil where none do.
func countedRows(rows []*row, i int) []*row {
	if i+1 == len(rows) || !rows[i+1].joined || rows[i+1].mark != "" || !beginsOptions(rows[i+1]) {
		return nil
	}
	_, end := optionRun(rows, i+1)
	return rows[i+1 : max(end, i+1)]
}
