package parser

import "slices"

// headingScore says how much a heading and the rows below it read like a
// question or a term with its answer.
func headingScore(s *section, h string, rows []*row, asking, topic bool) float64 {
	score := 0.62
	switch {
	case asking:
		score = 0.9
	case topic:
		score = 0.75
	default:
		ts, _ := termScore(h, false)
		score += min(ts, 0) * 0.25
		if beginsWithOrder(h) {
			score -= 0.3
		}
		if tasks.end(h) {
			score -= 0.2
		}
	}
	n, size, other := measure(rows)
	if n > maxSectionRows || size > maxSectionText {
		score -= 0.2
	}
	if other*2 > n {
		score -= 0.2
	}
	if size < minText && !asking {
		score -= 0.3
	}
	if !asking && !compares(h) && listHeads(rows) > 1 {
		score -= 0.2 // groups several lists
	}
	mentions := rows[0].kind == quote || rows[0].kind == formula || beginsAlike(rows[0].plain, shortName(h))
	switch {
	case asking:
	case mentions:
		score += 0.08
	case s.level == 1 && s.up.up == nil && len(s.subs) > 0 && len(s.up.subs) < minChapters && !describesOne(s):
		score -= 0.25 // a title with a preface
	}
	if isPlaceholder(trim(rows[0].plain)) || !asking && isPreface(rows[0]) {
		score -= 0.6
	}
	return score
}

// tasks end headings over what the writer did: "로그인 기능 구현".
var tasks = newEndings(`_구현 _작성 _설치 _설정 _생성 _추가 _등록 _배포 _연결 _삭제 _만들기 _하기 _세팅 _실습 _적용하기`)

// measure returns how many rows there are with all below them, how many
// characters they have, and how many of the rows are no text.
func measure(rows []*row) (n, size, other int) {
	for _, r := range rows {
		size += r.look.runes
		if r.block != nil {
			size += minText
		}
		if r.kind == code || r.kind == figure || r.kind == line && onlyLinks(r.text) {
			other++
		}
		m, s, o := measure(r.rows)
		n, size, other = n+m+1, size+s, other+o
	}
	return n, size, other
}

// minChapters is how many headings of the first level are no titles any more.
const minChapters = 3

// beginsAlike reports whether a sentence begins with most of a heading, as
// comparisons see them.
func beginsAlike(sentence, heading string) bool {
	var a, b [usualText]byte
	want := appendCompact(a[:0], heading, len(heading))
	got := appendCompact(b[:0], sentence, len(want))
	n := 0
	for n < len(got) && n < len(want) && got[n] == want[n] {
		n++
	}
	return n >= 3 && n*2 >= len(want)
}

// describesOne reports whether the headings below a section are aspects of
// one thing: then its own heading names that thing.
func describesOne(s *section) bool {
	return slices.ContainsFunc(s.subs, func(x *section) bool { return isAspect(x.title()) })
}

// shortName returns a heading without its parenthesis.
func shortName(h string) string {
	if name, _, ok := splitParenthesis(h); ok {
		return name
	}
	return h
}
