package parser

import "strings"

// aboutNotes are words by which a text speaks of the note itself.
var aboutNotes = []string{"정리한 문서", "정리한 글", "정리한 노트", "정리한 자료", "정리한 저장소", "정리한 레포", "정리하였다", "정리했다", "정리합니다", "정리해 보", "정리해보", "알아보자", "알아보겠", "살펴보자", "살펴보겠",
	"이 글", "이 문서", "이 노트", "본 글", "본 문서", "이번 글", "이번 포스트", "이번 포스팅", "해당 글", "공부한 내용"}

// isPreface reports whether a line below a heading speaks of the note, as
// "Some notes about …" and "이 글에서는 … 정리한다" do, instead of saying what
// the heading names.
func isPreface(r *row) bool {
	if r.kind != line {
		return false
	}
	if r.look.has(hangul) {
		return containsAny(r.plain, aboutNotes...)
	}
	n := 0
	for w := range strings.FieldsSeq(strings.ToLower(r.plain)) {
		if n++; n > maxPreface {
			break
		}
		switch strings.Trim(w, ".,:") {
		case "notes", "post", "repository", "repo", "document", "cheatsheet", "walkthrough":
			return true
		}
	}
	return false
}

// maxPreface is among how many words at its start a preface says what it is.
const maxPreface = 6
