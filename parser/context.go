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
	if !needsContext(name) && !p.attributeOfTerm(g, name) && !g.sec.sharesName(name) {
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
// aspect, a number, one Latin letter or sign, an option of a command.
func needsContext(name string) bool {
	return isFact(name) || len(name) <= utf8.UTFMax && runes(name) == 1 && !hasCJK(name) || isAspect(name) || strings.HasPrefix(name, "-") && option.MatchString(name)
}

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

// contextOf returns the name of what a row belongs to: a bold line or a name
// before it that heads the rows below it, or else what its group belongs to.
func (p *pass) contextOf(g *group, r *row) string {
	if g.parent == nil {
		for i := r.at - 1; i >= 0 && i >= r.at-maxBelow; i-- {
			if head := g.rows[i]; head.kind == line && !head.joined && (isStrong(head.text) || g.namesAbove(i)) {
				if name := parentName(head); name != "" && !isAspect(name) {
					return name
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
		return strings.TrimSpace(bareTopic(h) + " " + labels)
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
	return strings.Trim(strings.TrimRight(s, " :：-–#"), "[]<>《》「」 ")
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
