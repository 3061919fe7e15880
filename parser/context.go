package parser

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"recto/card"
)

// inContext returns a term as its front: by itself when it makes sense
// alone, else behind the name of the thing it belongs to. It returns nil when
// there is no such name.
func (p *pass) inContext(g *group, r *row, term []card.Inline) []card.Inline {
	name := card.InlineText(term)
	if !needsContext(name) && !p.attributeOfTerm(g, name) && !g.sec.sharesName(name) && !g.listsAspects(r) && (!values.has(name) || !g.owned(r)) {
		return term
	}
	of := p.contextOf(g, r)
	if of == "" {
		if isAspect(name) {
			return nil
		}
		return term
	}
	return aspectOfThing(of, term)
}

// aspectOfThing returns the name of an aspect behind that of its thing:
// "kubelet 역할".
func aspectOfThing(thing string, aspect []card.Inline) []card.Inline {
	words := card.InlineText(aspect)
	if rest, ok := strings.CutPrefix(words, "Some "); ok {
		aspect = cut(aspect, len(words)-len(rest), len(words))
	}
	return append([]card.Inline{&card.Text{Value: thing + " "}}, aspect...)
}

// needsContext reports whether a name says nothing alone: the name of an
// aspect, a number or rank, one Latin letter or sign, an option of a command.
func needsContext(name string) bool {
	return isFact(name) || isRank(name) || len(name) <= utf8.UTFMax && runes(name) == 1 && !hasCJK(name) || isAspect(name) || strings.HasPrefix(name, "-") && option.MatchString(name)
}

// isRank reports whether a name only counts: "1st", "Step 2", "3단계", "첫째".
func isRank(name string) bool {
	if len(name) > maxRank {
		return false
	}
	if n := digits(name, 3); n > 0 {
		return ranks.has(strings.TrimLeft(name[n:], " "))
	}
	word, number, ok := strings.Cut(name, " ")
	return !ok && ranks.has(name) || ok && stages.has(word) && digits(number, 3) == len(number)
}

// maxRank is the most bytes of a name that only counts.
const maxRank = 14

var (
	ranks  = set(`st, nd, rd, th, 단계, 차, 번째, 순위, 등급, first, second, third, fourth, fifth, 첫째, 둘째, 셋째, 넷째, 다섯째`)
	stages = set(`step, stage, phase, level, grade, case, type, part, round`)
)

// isAspect reports whether a name is that of an aspect: "역할", "주요 기능",
// "Some Responsibilities".
func isAspect(name string) bool {
	if attributes.has(name) {
		return true
	}
	if len(name) > attributes.longest+maxFolded || strings.IndexByte(name, ' ') < 0 {
		return false
	}
	first, rest, ok := strings.Cut(trimPunctuation(name), " ")
	return ok && quantifiers.has(first) && attributes.has(rest)
}

// quantifiers stand before the name of an aspect.
var quantifiers = set(`some, main, key, major, common, other, typical, general, basic, 주요, 주된, 기타, 대표, 대표적인, 기본, 한줄, 핵심,
	도입, 실시, 시행, 등장, 발생, 탄생, 성립, 설립, 제정, 개발, 사용, 활용, 작동, 동작, 실패, 성공`)

var option = regexp.MustCompile(`^-{1,2}[A-Za-z][\w-]*(?:[ =].{0,20})?$`)

// attributeOfTerm reports whether a labelled line among plain statements
// under a term is an aspect of that term: under "S3", between sentences,
// "계층: …" is the tiers of S3.
func (p *pass) attributeOfTerm(g *group, name string) bool {
	if g.parent != nil || g.sec.head == nil || !hasHangul(name) || strings.ContainsAny(name, "(") || runes(name) > 8 {
		return false
	}
	head := g.sec.title()
	if asks(head) || hasCJK(head) || countWords(head) > 3 || runes(head) > 24 || genericHeadings.has(head) {
		return false
	}
	return g.isMixed()
}

// values are what something may be or have: they say nothing without the thing.
var values = set(`positive, negative, high, low, higher, lower, large, small, big, increase, decrease, increased, decreased, none, yes, no, true, false, before, after,
	left, right, top, bottom, inside, outside, on, off, open, closed, min, max, good, bad, normal, abnormal, present, absent, early, late, old, new,
	있음, 없음, 증가, 감소, 상승, 하락, 높음, 낮음, 높을 때, 낮을 때, 클 때, 작을 때, 양수, 음수, 양성, 음성, 이전, 이후, 왼쪽, 오른쪽, 위, 아래, 안, 밖, 초기, 중기, 말기, 후기, 참, 거짓, 긍정, 부정, 찬성, 반대, 인정, 불인정, 가능, 불가능, 성공, 실패, 정상, 비정상, 기존, 변경`)

// listsAspects reports whether most names before colons in the group are those
// of aspects, and a line with one stands beside r, so that its name is one as
// well: 역할, 특징, and then 포트.
func (g *group) listsAspects(r *row) bool {
	if g.aspects == unasked {
		names, aspects := 0, 0
		for _, r := range g.rows {
			if name, ok := r.labelName(); ok {
				names++
				aspects += pick(isAspect(name), 1, 0)
			}
		}
		g.aspects = decided(aspects >= 2 && aspects*2 > names)
	}
	return g.aspects == yes && g.namesBefore(r.at) != "" && (isAspect(g.namesBefore(r.at-1)) || isAspect(g.namesBefore(r.at+1)))
}

// namesBefore returns the name before the colon of row i; empty when there is none.
func (g *group) namesBefore(i int) string {
	if i < 0 || i >= len(g.rows) {
		return ""
	}
	name, _ := g.rows[i].labelName()
	return name
}

// owned reports whether a row hangs below another, or is listed right below a
// bare line.
func (g *group) owned(r *row) bool { return g.parent != nil || g.listHead(r) != nil }

// listHead returns the bare line that row r is listed right below; nil when there
// is none.
func (g *group) listHead(r *row) *row {
	i := r.at
	for r.mark != "" && i > 0 && i > r.at-maxBelow && !g.rows[i].gap && g.rows[i].mark != "" {
		i--
	}
	if i == r.at || !g.headsList(i) {
		return nil
	}
	return g.rows[i]
}

// headsList reports whether row i is a bare line right above a list, and no label.
func (g *group) headsList(i int) bool { return isListHead(g.rows, i) && !g.rows[i].labelled() }

// isMixed reports whether the group's labelled lines stand among about as many
// plain statements. It is counted once a group.
func (g *group) isMixed() bool {
	if g.mixed != unasked {
		return g.mixed == yes
	}
	labelled, plain := 0, 0
	for _, r := range g.rows {
		if r.kind != line || r.mark == "" {
			continue
		}
		if r.split().sep == colon {
			labelled++
		} else {
			plain++
		}
	}
	g.mixed = decided(plain >= 2 && plain*3 >= labelled)
	return g.mixed == yes
}

// context returns the name of what a group belongs to: the line above it or
// the nearest heading that names something.
func (p *pass) context(g *group) string {
	if g.parent != nil {
		if name := parentName(g.parent); isAspect(name) {
			return strings.TrimSpace(p.context(g.up) + " " + name)
		} else if name != "" {
			return name
		}
	}
	return headingContext(g.sec)
}

// maxBelow is how many rows a bold line heads.
const maxBelow = 12

// contextOf returns the name of what a row belongs to: a bold line, a name
// or term before it that heads the rows below it, or else what its group belongs
// to.
func (p *pass) contextOf(g *group, r *row) string {
	if g.parent == nil {
		above := g.listHead(r)
		for i := r.at - 1; i >= 0 && i >= r.at-maxBelow; i-- {
			if head := g.rows[i]; head.kind == line && !head.joined && (isStrong(head.text) || g.namesAbove(i) || head == above) {
				name := parentName(head)
				if name != "" && !isAspect(name) {
					return name
				}
				if name != "" && head == above {
					return strings.TrimSpace(p.context(g) + " " + name)
				}
			}
		}
	}
	return p.context(g)
}

// parentName returns the term of the line that rows hang below; empty when
// the line is too long to be a name.
func parentName(r *row) string {
	to := len(r.plain)
	if s := r.split(); s.sep != noSeparator {
		to = s.left
	}
	name := card.InlineText(cleanTerm(cut(r.text, r.number(), to)))
	if runes(name) > 40 || isSentence(name) {
		return ""
	}
	return name
}

// headingContext returns the nearest heading that names something, with the
// labels between: "Docker 특징" for a heading "특징" below "Docker".
func headingContext(s *section) string {
	labels := ""
	for ; s != nil && s.head != nil; s = s.up {
		h := s.title()
		switch {
		case h == "" || genericHeadings.has(h):
			continue
		case isAspect(h):
			labels = strings.TrimSpace(h + " " + labels)
			continue
		}
		return strings.TrimSpace(bareTopic(withoutChapter(h)) + " " + labels)
	}
	return ""
}

// cleanHeading returns a heading's text without numbering, stars and marks
// at its end.
func cleanHeading(s string) string {
	s = s[number(s):]
	if isLetterOrDigit(firstRune(s)) && isLetterOrDigit(lastRune(s)) {
		return s // as nearly always
	}
	s = strings.TrimRight(s, " :：-–#")
	if strings.HasPrefix(s, "[") && strings.Index(s, "]") < len(s)-1 {
		return s // brackets around its first word only
	}
	return strings.Trim(s, "[]<>《》「」 ")
}

// topicEnds stand between a topic and the question mark behind it.
var topicEnds = newEndings(`이란_무엇인가 란_무엇인가 이란 란 은 는`)

// bareTopic returns the topic of a question heading: "쿠버네티스란?" is about
// 쿠버네티스.
func bareTopic(h string) string {
	t, asking := strings.CutSuffix(h, "?")
	if !asking {
		t, asking = strings.CutSuffix(h, "？")
	}
	if !asking && lastRune(h) != '란' {
		return h
	}
	t, _ = topicEnds.cut(strings.TrimRight(t, " \n"))
	if t = strings.TrimSpace(t); t != "" {
		return t
	}
	return h
}
