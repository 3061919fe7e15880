package parser

import (
	"strings"

	"golang.org/x/net/html"

	"recto/card"
)

// table reads an HTML table up to its end tag.
func (m *markup) table(line int) {
	t := &card.Table{}
	r := &row{kind: table, line: line, end: line, col: 1, block: t, gap: m.b.src.blankBefore(line)}
	var cells [][]card.Inline
	var cell *strings.Builder
	from, head := line, false
	endCell := func() {
		if cell != nil {
			cells = append(cells, m.b.fragment(cell.String(), from))
		}
		cell = nil
	}
	endRow := func() {
		endCell()
		if len(cells) > 0 {
			addRow(t, r, cells, head, from)
		}
		cells, head = nil, false
	}
	for {
		kind := m.z.Next()
		raw, tok := string(m.z.Raw()), m.z.Token()
		at := m.at
		m.at += strings.Count(raw, "\n")
		switch {
		case kind == html.ErrorToken, kind == html.EndTagToken && tok.Data == "table":
			endRow()
			r.end = at
			m.addTable(r, t)
			return
		case tok.Data == "tr" && kind != html.TextToken:
			endRow()
		case kind == html.StartTagToken && (tok.Data == "td" || tok.Data == "th"):
			endCell()
			cell, from = &strings.Builder{}, at
			head = head || tok.Data == "th" && len(t.Rows) == 0
		case cell != nil && !tableParts[tok.Data]:
			cell.WriteString(raw)
		}
	}
}

var tableParts = map[string]bool{"td": true, "th": true, "thead": true, "tbody": true, "tfoot": true, "colgroup": true, "col": true}

func addRow(t *card.Table, r *row, cells [][]card.Inline, head bool, line int) {
	if len(r.lines) == 0 && head {
		t.Header, r.lines = cells, append(r.lines, line)
		return
	}
	if len(r.lines) == 0 {
		t.Header, r.lines = make([][]card.Inline, len(cells)), append(r.lines, line)
	}
	t.Rows, r.lines = append(t.Rows, cells), append(r.lines, line)
}

// addTable adds a table that has cells, all rows made as long as the longest.
func (m *markup) addTable(r *row, t *card.Table) {
	if len(r.lines) == 0 {
		return
	}
	n := len(t.Header)
	for _, row := range t.Rows {
		n = max(n, len(row))
	}
	pad := func(cells [][]card.Inline) [][]card.Inline {
		return append(cells, make([][]card.Inline, n-len(cells))...)
	}
	t.Header, t.Align = pad(t.Header), make([]card.Align, n)
	for i := range t.Rows {
		t.Rows[i] = pad(t.Rows[i])
	}
	m.b.add(r)
}
