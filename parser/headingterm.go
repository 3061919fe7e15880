package parser

import (
	"strings"

	"recto/card"
)

// thingWords are headings that name parts of notes, but things as well where the
// line below says what they are: an image of a container.
var thingWords = set(`이미지, 코드, 표, 링크, 입력, 출력, 입출력, 목록, 기록, 환경, 그림, image, images, table, tables, code, link, links, log, logs, index, reference, references`)

// whatEnds end lines that say what something is.
var whatEnds = newEndings(`것 방법 방식 기술 자료구조 자료_구조 이다 의미한다 말한다 뜻한다`)

// saysWhat reports whether the line below a heading that names a part of notes
// says what the heading means, so that it is a term.
func (s *section) saysWhat() bool {
	if !thingWords.has(s.title()) || len(s.rows) == 0 || s.rows[0].kind != line || s.rows[0].mark != "" {
		return false
	}
	first := strings.TrimRight(s.rows[0].plain, ". ")
	return whatEnds.end(first) || beginsAlike(first, s.title())
}

// definedBelow returns the row below a heading that is a definition of what the
// heading names; nil where there is none.
func definedBelow(s *section) *row {
	for _, r := range s.rows {
		if k := r.claim; k != nil && k.card != nil && k.card.Rule == "definition" && sameWords(card.PlainText(k.card.Front), s.title()) {
			return r
		}
	}
	return nil
}

// addsToFormula puts the rows that say what a heading names before the formula
// for it, "GDP = C + I + G + NX", which is a card already.
func addsToFormula(formula, head *row, rows []*row) {
	if c := formula.candidate(); c == nil || c.sep != equals || rows[0].line > formula.line {
		return
	}
	k := formula.claim
	k.card.Back = joined(render(rows), k.card.Back)
	k.takeLine(head)
	k.take(rows...)
}
