package parser

import "recto/card"

// Notes tell how something was set up as often as what it is. Steps and
// settings look like definitions and lists, but nobody wants to learn them.

// actions end Korean names of what is to be done: "VPC 생성", "파일 열기".
var actions = newEndings(`추가 생성 설치 설정 연결 선택 구성 배포 적용 하기 만들기 열기 넣기 삭제 수정 변경 등록 세팅 실행 접속 다운로드 업로드 클릭 입력 체크 편집 수락 할당 이동 작성 해준다 한다 주세요`)

// clicks end steps at a screen.
var clicks = newEndings(`클릭 체크 입력 선택 다운로드 접속 하기 해준다 편집 수락 주세요`)

// isStep reports whether a line is a step of a procedure.
func isStep(r *row) bool {
	return r.kind == code || r.kind == line && (beginsWithOrder(r.plain) || actions.end(r.plain))
}

// isProcedure reports whether rows below a name are how to do it: most are
// steps, and the name or the steps themselves say that something is done.
func isProcedure(name string, rows []*row) bool {
	steps, orders, lines := 0, 0, 0
	for _, r := range rows {
		if r.kind == formula {
			return false // how to calculate is learnt
		}
		if r.kind != line && r.kind != code {
			continue
		}
		lines++
		if isStep(r) {
			steps++
		}
		if beginsWithOrder(r.plain) || clicks.end(r.plain) {
			orders++
		}
	}
	if steps*2 < lines || steps == 0 {
		return false
	}
	return actions.end(name) && steps > 1 || orders*2 >= lines
}

// isChecklist reports whether at least half of the rows are boxes to tick.
func isChecklist(rows []*row) bool {
	boxes := 0
	for _, r := range rows {
		if r.task != card.NoTask {
			boxes++
		}
	}
	return boxes > 0 && boxes*2 >= len(rows)
}

// isSetting reports whether a line gives a thing of a system its value:
// "이름 : NEW-VPC", "region: us-east-1".
func isSetting(r *row) bool {
	name, ok := r.labelName()
	if !ok {
		return false
	}
	value := trim(r.words[r.split().right:])
	return isIdentifier(value) || isCircular(name, value) || len(value) < maxRecord && runes(value) < 12 && records.has(name)
}

// areSettings reports whether at least a third of the labelled lines of a
// group are settings: then the others are as well.
func areSettings(rows []*row) bool {
	labelled, settings := 0, 0
	for _, r := range rows {
		if _, ok := r.labelName(); !ok {
			continue
		}
		labelled++
		if isSetting(r) {
			settings++
		}
	}
	return settings > 0 && settings*3 >= labelled && (settings > 1 || labelled == 1)
}
