package parser

import (
	"slices"
	"strings"
)

// A gloss is a foreign word with its translation and nothing between, as lists
// of words have them: "abandon (v.) 버리다". Elsewhere such lines are names of
// things, "docker 설치", so the titles must say that words are listed.

// wordLists begin the words in titles of lists of foreign words.
var wordLists = []string{"단어", "어휘", "숙어", "보카", "회화", "영어", "일본어", "중국어", "표현", "토익", "토플", "voca", "word", "idiom", "phrase", "toeic", "toefl", "english"}

// saysWords reports whether a title announces a list of foreign words.
func saysWords(title string) bool {
	before := ' '
	for i, r := range title {
		switch r {
		case '단', '어', '숙', '보', '회', '영', '일', '중', '표', '토', 'v', 'V', 'w', 'W', 'i', 'I', 'p', 'P', 't', 'T', 'e', 'E':
			if isSyllable(r) || !isLetter(before) {
				if slices.ContainsFunc(wordLists, func(w string) bool { return beginsWord(title[i:], w) }) {
					return true
				}
			}
		}
		before = r
	}
	return false
}

// listsWords reports whether the title of the note, or of a section around, says
// that words of a language are listed.
func (p *pass) listsWords(s *section) bool {
	if s.memo.words == unasked {
		title := p.note.Title
		if s.head != nil {
			title = s.title()
		}
		s.memo.words = decided(saysWords(title) || s.up != nil && p.listsWords(s.up))
	}
	return s.memo.words == yes
}

// maxGloss is the most characters of a word or phrase with its translation.
const maxGloss = 80

// mayGloss reports whether a line begins in a foreign script and goes on in
// Hangul, and is short.
func (r *row) mayGloss() bool {
	return r.look.has(latin|han|unknown) && r.look.has(hangul) && r.look.runes <= maxGloss && beginsForeign(r.words[r.number():])
}

// beginsForeign reports whether a text begins with a Latin letter, kana or Han.
func beginsForeign(s string) bool {
	r := firstRune(s)
	return asciiLetters(s) > 0 || isCJK(r) && !isHangul(r)
}

// glossed takes a line of a list of words apart; nil when it is none.
func glossed(r *row) *candidate {
	if r.labelled() {
		return nil
	}
	s := findGloss(r.words[r.number():])
	if s.sep == noSeparator {
		return nil
	}
	return candidateAt(r, s.shifted(r.number()))
}

// maxPhrase is the most words of a foreign phrase.
const maxPhrase = 6

// findGloss splits "abandon (v.) 버리다" and "飲む(のむ) 마시다": a foreign word or
// phrase and what it means in Korean.
func findGloss(words string) split {
	right := strings.IndexFunc(words, isHangul)
	if right <= 0 || !beginsForeign(words) || asciiLetters(words[right:]) > 0 {
		return split{}
	}
	left := strings.TrimRight(words[:right], "~(")
	if last := len(left) - 1; last < 1 || !isSpace(left[last]) {
		return split{}
	}
	name := strings.TrimRight(left, " ")
	if strings.Count(name, " ") >= maxPhrase || strings.ContainsAny(name, ":;,=>#[]{}0123456789") {
		return split{}
	}
	return split{sep: gloss, left: len(name), right: len(left), end: len(words)}
}
