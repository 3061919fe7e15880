package parser

import "strings"

// Writers announce a list with a sentence: "RAID의 종류는 다음과 같다.", "The
// causes of inflation are:". What the sentence is about is the name of the list.

// announcements are ends of lines that announce the list after them.
var announcements = newEndings(`: ：`, followings, `the_following The_following`)

// announces reports whether a line announces the list after it.
func announces(s string) bool {
	s = strings.TrimSuffix(s, ".")
	return announcements.end(s) || divides.end(s)
}

const followings = `다음과_같다 다음과_같습니다 다음과_같음 다음과_같아요 다음과_같이_있다 아래와_같다 아래와_같습니다 아래와_같음 as_follows As_follows`

var (
	follows = newEndings(followings)

	// divides end sentences that say what something falls into.
	divides = newEndings(`나뉜다 나뉩니다 나뉨 나눠진다 나눠집니다 나누어진다 나누어집니다 나눌_수_있다 나눌_수_있습니다 나눌_수_있음
		구분된다 구분됩니다 구분됨 구분할_수_있다 구분할_수_있습니다 분류된다 분류됩니다 분류됨 분류할_수_있다 분류할_수_있습니다
		구성된다 구성됩니다 구성됨 구성되어_있다 구성되어_있습니다 이루어진다 이루어집니다 이루어져_있다 이루어져_있습니다`)

	// exists end sentences that say of what there are some.
	exists = newEndings(`에는_다음이_있다 에는_다음이_있습니다 에는_다음과_같은_것이_있다 에는_다음과_같은_것들이_있다 에는_다음과_같은_것들이_있습니다`)

	// looks end sentences that say what is looked at below.
	looks = newEndings(`에_대해_알아보자 에_대해_알아본다 에_대해서_알아보자 에_대하여_알아보자 에_대해_살펴보자 에_대해_살펴본다 에_대해_정리해_보자 을_알아보자 를_알아보자 을_살펴보자 를_살펴보자`)

	// topics mark what a Korean sentence is about.
	topics = newEndings(`은 는 이 가`)

	// counts say in an English sentence that something has parts.
	counts = newPhrases(" has ", " have ", " consists of ", " consist of ", " comprises ", " comprise ", " divided into ", " composed of ", " made up of ", " comes in ", " come in ")

	// copulas end what an English line with a colon is about.
	copulas = newEndings(`_is _are _was _were _include _includes`)
)

// listed returns the part of a line that names the list which the line
// announces, as offsets; ok is false where it announces none, or names none.
func listed(s string) (from, to int, ok bool) {
	text := strings.TrimRight(s, " .:：")
	if hasHangul(text) {
		return listedKorean(text)
	}
	if about, ok := follows.cut(text); ok {
		text = strings.TrimRight(about, " ")
	} else if text == strings.TrimRight(s, " .") {
		return 0, 0, false // no colon
	}
	if text, ok = strings.CutPrefix(text, "There are "); ok {
		return len("There are "), len("There are ") + len(text), countWords(text) > 1
	}
	about, ok := copulas.cut(text)
	if !ok && counts.in(text) {
		return 0, len(text), true
	}
	if from = articleOf(about); !ok || countWords(about[from:]) < 2 {
		return 0, 0, false
	}
	return from, len(about), true
}

// namesList reports whether a line announces a list and says of what.
func namesList(s string) bool {
	_, _, ok := listed(s)
	return ok
}

// articleOf returns the length of the definite article that s begins with.
func articleOf(s string) int {
	if strings.HasPrefix(s, "The ") || strings.HasPrefix(s, "the ") {
		return len("The ")
	}
	return 0
}

// listedKorean is listed for a Korean sentence without the marks at its end. What
// something falls into is asked for by the whole sentence.
func listedKorean(s string) (from, to int, ok bool) {
	if divides.end(s) {
		return 0, len(s), true
	}
	if about, ok := exists.cut(s); ok {
		return 0, len(about), about != ""
	}
	if about, ok := looks.cut(s); ok {
		return 0, len(about), about != ""
	}
	about, ok := follows.cut(s)
	if !ok {
		return 0, 0, false
	}
	about, ok = topics.cut(strings.TrimRight(about, " "))
	return 0, len(about), ok && about != ""
}

// pointsBack reports whether words are about what stands before them, so that
// they name nothing: "그 종류", "These".
func pointsBack(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return antecedents.has(first)
}

var antecedents = set(`이, 그, 저, 위, 이런, 그런, 이러한, 그러한, 이것, 그것, 이들, 그들, 이때, 이를, 이와, 여기, 여기서, 해당, 전체, 다음, 아래,
	this, these, that, those, it, its, they, their, there, here, he, she, his, her, we, our, you, your, i, my, some, other, both, one, today, yesterday`)

// passesOn reports whether a line only has the questions below it answered.
func passesOn(s string) bool { return passing.in(s) }

var passing = newPhrases("물음에 답하", "물음에 알맞", "질문에 답하", "nswer the following", "nswer these")
