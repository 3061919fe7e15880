package parser

import (
	"regexp"
	"strings"

	"recto/card"
)

// findTables makes cards of glossary tables and matrices.
func findTables(p *pass, s *section) {
	for _, g := range s.groups {
		for _, r := range g.rows {
			if r.kind == table && r.free() {
				p.table(g, r, r.block.(*card.Table))
			}
		}
	}
}

// Parts of the headers of columns, and headers.
var (
	meaningParts = []string{"설명", "뜻", "의미", "정의", "내용", "역할", "기능", "용도", "해설", "풀이", "답", "특징", "개념", "definition", "meaning", "description", "explanation", "answer", "role", "purpose", "what", "desc", "説明", "意味", "内容", "役割"}
	listingParts = []string{"점수", "득점", "순위", "등급", "합계", "평균", "날짜", "일자", "일시", "요일", "진도", "진행", "완료", "링크", "파일", "커밋", "번호표", "score", "rank", "total", "date", "done", "status", "link", "file", "url", "commit", "price", "가격"}
	corners      = set(`구분, 항목, 비교, 비교 항목, 기준, 특성, 특징, 속성, 분류, 종류, category, item, feature, aspect, criteria, comparison, 比較, 項目, 区分`)
)

// namesMeaning reports whether a header says that meanings stand below it.
func namesMeaning(h string) bool { return containsAny(strings.ToLower(h), meaningParts...) }

// isCorner reports whether the header of the first column says only that names
// stand below it.
func isCorner(h string) bool {
	h = strings.TrimSpace(h)
	return h == "" || h == "-" || h == "?" || corners.has(h)
}

// verdictWords are cells that say nothing but whether something holds.
var verdictWords = wordMap(`o x v y - – — ✓ ✔ ✗ ✘ ❌ ⭕ ○ × △ · yes no na n/a 있음 없음 가능 불가능 불가 지원 미지원 true false`)

// isVerdict reports whether a cell is empty or says only whether something
// holds.
func isVerdict(s string) bool {
	s = strings.TrimRight(s, " \n")
	return s == "" || len(s) <= maxVerdict && verdictWords[strings.ToLower(s)]
}

// maxVerdict is the most bytes of one of verdictWords.
const maxVerdict = 9

// judges reports whether a cell begins with the judgement of an answer.
func judges(s string) bool {
	switch firstRune(s) {
	case '✅', '❌', '⭕', '✔', '✗', '✘':
		return true
	case '정', '오':
		return strings.HasPrefix(s, "정답") || strings.HasPrefix(s, "오답")
	}
	w := s[:asciiWord(s)]
	return strings.EqualFold(w, "correct") || strings.EqualFold(w, "incorrect")
}

func (p *pass) table(g *group, r *row, t *card.Table) {
	first := termColumn(t)
	if len(t.Header)-first < 2 || len(t.Rows) == 0 {
		return
	}
	switch {
	case isListing(t, first):
		p.skip(r, "table of figures, links or marks")
	case len(t.Header)-first == 2 && comparesColumns(t, first):
		p.skip(r, "table that compares its columns")
	case isMatrix(t, first), hasAspectColumns(t, first):
		p.matrix(g, r, t, first)
	default:
		p.termTable(g, r, t, first)
	}
}

// termColumn returns the column of the terms: the first that does not just
// count the rows.
func termColumn(t *card.Table) int {
	if len(t.Header) < 3 {
		return 0
	}
	for _, row := range t.Rows {
		if s := card.InlineText(row[0]); hasLetter(s) {
			return pick(groupsRows(t), 1, 0)
		}
	}
	return 1
}

// groupsRows reports whether the first column of a table only says what kind of
// thing its rows are about: it repeats itself or is left empty, while the second
// names a thing in every row, and the last says what that means.
func groupsRows(t *card.Table) bool {
	last := len(t.Header) - 1
	if h := card.InlineText(t.Header[1]); namesMeaning(h) || isAspect(h) || !namesMeaning(card.InlineText(t.Header[last])) {
		return false
	}
	kinds, names := map[string]bool{}, map[string]bool{}
	for _, row := range t.Rows {
		kind, name := card.InlineText(row[0]), card.InlineText(row[1])
		if !hasLetter(name) || names[name] {
			return false
		}
		kinds[kind], names[name] = true, true
	}
	return len(kinds) < len(t.Rows)
}

// isListing reports whether most cells behind the first column say nothing
// that can be learnt.
func isListing(t *card.Table, first int) bool {
	cells, empty := 0, 0
	for _, row := range t.Rows {
		for _, c := range row[first+1:] {
			s := strings.TrimSpace(card.InlineText(c))
			cells++
			if isVerdict(s) || judges(s) || isBareFigure(s) && len(t.Header)-first > 2 || onlyLinks(c) || isURL(s) && !strings.Contains(s, " ") {
				empty++
			}
		}
	}
	listing, judging := 0, 0
	for _, row := range t.Rows {
		for i, c := range row {
			if judges(card.InlineText(c)) || i <= first && pageLink(c) {
				judging++
				break
			}
		}
	}
	for _, h := range t.Header {
		if containsAny(strings.ToLower(card.InlineText(h)), listingParts...) {
			listing++
		}
	}
	return isLog(t) || empty*2 > cells || judging*10 >= len(t.Rows)*8 || listing*2 >= len(t.Header)
}

// dateCell matches a cell that is a date, a time or a week.
var dateCell = regexp.MustCompile(`^(?:\d{2,4}[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{1,2}월\s?\d{1,2}일|\d{1,2}\s?(?:주차|일차|회차)|(?:day|week)\s?\d+|\d{1,2}:\d{2})(?:\s?\([^)]{1,4}\))?$`)

// isLog reports whether a column of a table holds dates: then its rows are
// records, no terms.
func isLog(t *card.Table) bool {
	for i := range t.Header {
		dates := 0
		for _, row := range t.Rows {
			if s := strings.TrimSpace(card.InlineText(row[i])); hasDigit(s) && dateCell.MatchString(strings.ToLower(s)) {
				dates++
			}
		}
		if dates*10 >= len(t.Rows)*6 {
			return true
		}
	}
	return false
}

// pageLink reports whether a cell is a link to another page: then the table
// is an index.
func pageLink(in []card.Inline) bool {
	if len(in) != 1 {
		return false
	}
	l, ok := in[0].(*card.Link)
	return ok && !l.Wiki && !strings.HasPrefix(l.Dest, "http") && !strings.HasPrefix(l.Dest, "#")
}

// comparesColumns reports whether a table of two columns sets them against
// each other: its left cells are statements, no terms.
func comparesColumns(t *card.Table, first int) bool {
	if namesMeaning(card.InlineText(t.Header[first+1])) {
		return false
	}
	statements, left, right := 0, 0, 0
	for _, row := range t.Rows {
		s := card.InlineText(row[first])
		if score, ok := termScore(s, emphasised(row[first])); !ok && s != "" || score < -0.1 {
			statements++
		}
		left += runes(s)
		right += runes(card.InlineText(row[first+1]))
	}
	return statements*2 >= len(t.Rows) || left > right*2 && left/len(t.Rows) > 20
}

// isMatrix reports whether columns are things and rows are aspects of them.
func isMatrix(t *card.Table, first int) bool {
	if first != 0 || len(t.Header) < 3 || !isCorner(card.InlineText(t.Header[0])) {
		return false
	}
	for _, h := range t.Header[1:] {
		s := card.InlineText(h)
		if s == "" || namesMeaning(s) || isAspect(s) {
			return false
		}
	}
	return true
}

// hasAspectColumns reports whether rows are things and at least three columns
// are aspects of them: then each cell is worth a card, as in a matrix.
func hasAspectColumns(t *card.Table, first int) bool {
	for _, h := range t.Header[first+1:] {
		if s := card.InlineText(h); !isAspect(s) || namesMeaning(s) {
			return false
		}
	}
	return len(t.Header)-first > 3
}

// matrix makes a card of each cell: "thing aspect".
func (p *pass) matrix(g *group, r *row, t *card.Table, first int) {
	for i, row := range t.Rows {
		aspect := card.InlineText(cleanTerm(row[first]))
		if aspect == "" {
			continue
		}
		for j := first + 1; j < len(row); j++ {
			if s := card.InlineText(row[j]); isVerdict(s) || s == "?" {
				continue
			}
			thing, aspect := cleanTerm(t.Header[j]), aspect
			if isAspect(card.InlineText(thing)) && !isAspect(aspect) {
				thing, aspect = cleanTerm(row[first]), card.InlineText(thing)
			}
			front := append(append([]card.Inline{}, thing...), &card.Text{Value: " " + aspect})
			c := &card.Card{Kind: card.Question, Confidence: 0.75, Front: paragraph(mergeText(front)), Back: paragraph(row[j]), Headings: g.sec.path()}
			p.emitRow("table", c, r, i)
		}
	}
	(&claim{"table", nil}).take(r)
}

// termTable makes a card of each row.
func (p *pass) termTable(g *group, r *row, t *card.Table, first int) {
	asksFirst := questionColumns.has(card.InlineText(t.Header[first]))
	for i, row := range t.Rows {
		term := cleanTerm(row[first])
		name := card.InlineText(term)
		if name == "" || neverTerm(name) && !isFact(name) {
			continue
		}
		back, def := rowBack(t, row, first)
		if len(back) == 0 {
			p.reportAt(r, i, "term without a definition: %s; fill in the cell beside it", quoted(name))
			continue
		}
		front := p.inContext(g, r, term)
		if front == nil {
			front = term
		}
		c := &card.Card{Kind: card.Definition, Confidence: 0.85, Front: paragraph(front), Back: back, Headings: g.sec.path()}
		if named(c, name, def); asksFirst {
			c.Kind, c.Term = card.Question, nil
		}
		p.emitRow("table", c, r, i)
	}
	(&claim{"table", nil}).take(r)
}

// questionColumns are headers of columns that ask instead of naming a term.
var questionColumns = set(`질문, 문제, question, questions, q`)

// rowBack returns the cells behind the term: alone when there is one, else
// each with the header of its column. def is what the glossary shows.
func rowBack(t *card.Table, row [][]card.Inline, first int) (back, def []card.Block) {
	filled, last := 0, 0
	for j := first + 1; j < len(row); j++ {
		if s := card.InlineText(row[j]); s != "" && s != "?" && s != "-" {
			filled, last = filled+1, j
		}
	}
	switch {
	case filled == 0:
		return nil, nil
	case filled == 1 && len(row)-first == 2:
		return paragraph(row[last]), paragraph(row[last])
	}
	for j := first + 1; j < len(row); j++ {
		if card.InlineText(row[j]) == "" {
			continue
		}
		in := row[j]
		if h := card.InlineText(t.Header[j]); h != "" && !namesMeaning(h) {
			in = append([]card.Inline{&card.Strong{Content: []card.Inline{&card.Text{Value: h}}}, &card.Text{Value: ": "}}, row[j]...)
		}
		back = append(back, paragraph(in)...)
	}
	return back, back
}

// emitRow adds a card made from row i of a table's body.
func (p *pass) emitRow(rule string, c *card.Card, r *row, i int) {
	p.emit(rule, c, r)
	c.Pos.Line, c.Pos.Col = r.lines[min(i+1, len(r.lines)-1)], 1
}

// reportAt adds a diagnostic at row i of a table's body.
func (p *pass) reportAt(r *row, i int, format string, args ...any) {
	at := *r
	at.line, at.col = r.lines[min(i+1, len(r.lines)-1)], 1
	p.report(&at, format, args...)
}
