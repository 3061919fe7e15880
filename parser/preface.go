package parser

import "strings"

var (
	// prefaceEnds end Korean sentences that say what a note is for.
	prefaceEnds = newEndings(`정리하였다 정리했다 정리했습니다 정리하였습니다 정리한다 정리합니다 정리해본다 정리해보자 정리해_보자 정리하겠습니다 정리해보겠습니다 정리해_보겠습니다 정리하고자_한다
		알아보자 알아보겠습니다 알아본다 알아보도록_하겠습니다 살펴보자 살펴보겠습니다 살펴본다 살펴보도록_하겠습니다 공부했다 공부한다 공부해보자
		정리한_문서 정리한_문서입니다 정리한_글 정리한_글입니다 정리한_노트 정리한_노트입니다 정리한_자료입니다 정리한_저장소입니다 정리한_레포지토리입니다 정리한_내용입니다`)
	// prefaceStarts begin sentences about the note itself.
	prefaceStarts = []string{"이 글", "이 문서", "이 노트", "이번 글", "이번 포스트", "이번 포스팅", "본 글", "본 문서", "본 포스트", "해당 글", "해당 문서"}
)

// isPreface reports whether a line below a heading speaks of the note, as
// "Some notes about …" and "이 글에서는 … 정리한다" do, instead of saying what
// the heading names.
func isPreface(r *row) bool {
	if r.kind != line {
		return false
	}
	if r.look.has(hangul) {
		switch firstRune(r.plain) {
		case '이', '본', '해':
			for _, p := range prefaceStarts {
				if strings.HasPrefix(r.plain, p) {
					return true
				}
			}
		}
		return prefaceEnds.end(strings.TrimRight(r.plain, ".! "))
	}
	n, own := 0, false
	for w := range strings.FieldsSeq(r.plain) {
		if n++; n > maxPreface {
			break
		}
		if strings.EqualFold(w, "notes") || own && noteWords.has(w) {
			return true
		}
		own = own || owners.has(w)
	}
	return false
}

// maxPreface is among how many words at its start an English preface says what
// the text is.
const maxPreface = 6

var (
	// owners point at the note that a preface is about.
	owners = set(`this, these, my, our`)
	// noteWords name it.
	noteWords = set(`note, post, article, repository, repo, document, page, cheatsheet, walkthrough, summary`)
)
