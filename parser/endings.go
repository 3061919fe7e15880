package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// endings are ends of texts, by what lastBytes makes of them.
type endings struct {
	last   byteSet
	byLast [256][]string
}

// newEndings makes a set of endings from lists of words; "_" in them is a
// space. Of two that a text may end in, the longer stands first.
func newEndings(lists ...string) *endings {
	e := &endings{}
	for _, l := range lists {
		for f := range strings.FieldsSeq(l) {
			f = strings.ReplaceAll(f, "_", " ")
			last := lastBytes(f)
			e.last.add(last)
			e.byLast[last] = append(e.byLast[last], f)
		}
	}
	return e
}

// lastBytes returns a number that texts with the same last character share
// with few others.
func lastBytes(s string) byte {
	switch n := len(s); {
	case n == 0:
		return 0
	case n == 1 || s[n-1] < utf8.RuneSelf:
		return s[n-1]
	default:
		return s[n-1]&0x3f | s[n-2]<<6
	}
}

// like returns the endings that s may have, by its last character.
func (e *endings) like(s string) []string {
	last := lastBytes(s)
	if !e.last.has(last) {
		return nil
	}
	return e.byLast[last]
}

// end reports whether s has one of the endings.
func (e *endings) end(s string) bool {
	_, ok := e.cut(s)
	return ok
}

// cut returns s without the first of the endings that it has.
func (e *endings) cut(s string) (before string, ok bool) {
	for _, x := range e.like(s) {
		if before, ok = strings.CutSuffix(s, x); ok {
			return before, true
		}
	}
	return s, false
}

// aspects end headings that name an aspect to explain: "교착 상태의 발생 조건".
var aspects = newEndings(`개념 정의 차이 차이점 이유 원리 방법 방식 과정 특징 장점 단점 장단점 종류 조건 의미하는_것 의미 역할 목적 필요성 관계 비교 구조
	동작_원리 동작_방식 처리방법 처리_방법 발생조건 발생_조건`)

// aspectParticles join the name of an aspect to that of its thing.
var aspectParticles = newEndings(`의 하는 되는 한 된 할 와 과`)

// namesAspect reports whether a heading names an aspect of a thing, or counts
// what it wants to hear: "OSI 7계층의 역할", "Causes of inflation", "조건 4가지".
func namesAspect(s string) bool {
	if aspect, _, ok := strings.Cut(s, " of "); ok && !hasCJK(s) {
		return attributes.has(withoutArticle(aspect))
	}
	s, counted := withoutCount(s)
	if counted {
		return true
	}
	for _, x := range aspects.like(s) {
		of, ok := strings.CutSuffix(s, x)
		if thing := strings.TrimRight(of, " "); ok && (thing != of || aspectParticles.end(thing)) {
			return true
		}
	}
	return false
}

// withoutCount drops "가지" at the end, and reports whether a number stands
// before it.
func withoutCount(s string) (rest string, counted bool) {
	rest, ok := strings.CutSuffix(s, "가지")
	if !ok {
		return s, false
	}
	rest = strings.TrimRight(rest, " ")
	of := strings.TrimRight(rest, "0123456789")
	return strings.TrimRight(of, " "), len(of) < len(rest)
}

// lists are what lines and headings name that announce a list of things.
var (
	lists      = newEndings(`종류 유형 타입 구성요소 구성_요소 조건 단계 특징 방법 기법 방식 원칙 가지 요소 계층 절차 과정 순서 장점 단점 이유 필드 역할 기능 목록 예시`)
	listsLatin = set(`types, kinds, steps, phases, components, stages, principles, properties, layers, methods, techniques, categories, features, benefits`)
)

// enumerates reports whether a line or heading announces a list of things:
// "프로세스 상태의 종류", "Types of joins:".
func enumerates(s string) bool {
	t := strings.TrimRight(s, " ")
	for _, end := range []string{"는", "은", ":", "："} {
		if of, ok := strings.CutSuffix(t, end); ok {
			t = of
			break
		}
	}
	if lists.end(t) || countsThings(t) { // "가지" is one of them
		return true
	}
	if strings.IndexByte(t, 's') < 0 && strings.IndexByte(t, 'S') < 0 {
		return false // all Latin words for lists end in it
	}
	if !strings.Contains(t, " ") {
		return listsLatin.has(t)
	}
	words := strings.Fields(t)
	for i, w := range words {
		switch {
		case !listsLatin.has(w):
		case i == len(words)-1:
			return true
		case i+2 < len(words) && linking[words[i+1]] && runes(strings.Join(words[i+2:], " ")) <= 40:
			return true
		}
	}
	return false
}

// countsThings reports whether a number of things is named before the last
// word: "4가지 경우".
func countsThings(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || runes(s[i:]) > 5 {
		return false
	}
	_, counted := withoutCount(s[:i])
	return counted
}

var linking = wordMap(`of in for to`)

// placeholders begin lines that only promise a text.
var placeholders = strings.Split(`추가 예정,추가예정,작성예정,정리예정,작성중,작성 중,작성 예정,정리 예정,미완,todo,tbd,wip,coming soon,추후,내용 없음,...,…,공부해야`, ",")

// placeholderStarts rules out most texts by their first character, modulo 256.
var placeholderStarts = func() (starts byteSet) {
	for _, x := range placeholders {
		starts.add(byte(firstRune(x)))
	}
	return starts
}()

// isPlaceholder reports whether a text only promises one.
func isPlaceholder(s string) bool {
	if !placeholderStarts.has(byte(unicode.ToLower(firstRune(s)))) {
		return false
	}
	for _, x := range placeholders {
		if beginsWord(s, x) {
			return true
		}
	}
	return false
}
