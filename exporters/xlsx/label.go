package xlsx

// labels are the words of the workbook in one language.
type labels struct {
	// The sheets.
	terms, index, questions, stats, checks, info, archive string
	// The columns of the sheet of terms, in order; see termColumn.
	columns [termColumns]string
	// states are the learning states: new, learning, known.
	states [3]string

	termList    string // name of the range of terms
	noTerms     string
	statePrompt string
	untitled    string
	cut         string // stands at the end of a text that was cut

	title, program, dated, read, counts, howTo string // of the sheet of facts
	notes, termsCount, sensesCount, cards      string
	howToLines                                 []string
}

// labelsFor returns the labels in a language: "en", or Korean for all else.
func labelsFor(lang string) *labels {
	if lang == "en" {
		return &english
	}
	return &korean
}

// languages are all labels; a workbook of an earlier run may be in any.
var languages = []*labels{&korean, &english}

var korean = labels{
	terms: "용어집", index: "색인", questions: "문제", stats: "통계", checks: "확인", info: "정보", archive: "보관",
	columns: [...]string{"번호", "용어", "원어", "약어", "정의", "분류", "예시", "관련어", "출처", "태그", "학습 상태", "비고", "ID"},
	states:  [...]string{"새 용어", "학습 중", "알고 있음"},

	termList:    "용어목록",
	noTerms:     "노트에서 용어와 정의를 찾지 못했습니다.",
	statePrompt: "얼마나 아는지 고르세요. 노트를 다시 변환해도 그대로 남습니다.",
	untitled:    "노트",
	cut:         "… (원문 참조)",

	title: "%s 용어집", program: "만든 프로그램", dated: "노트의 마지막 변경", read: "읽은 노트", counts: "담긴 것", howTo: "사용법",
	notes: "노트", termsCount: "용어", sensesCount: "정의", cards: "카드",
	howToLines: []string{
		"‘학습 상태’와 ‘비고’ 열, 그리고 오른쪽에 덧붙인 열은 자유롭게 고치세요. 노트를 다시 변환해도 그대로 남습니다.",
		"다른 열은 노트에서 옵니다. 고치려면 노트를 고치고 다시 변환하세요.",
		"노트에서 사라진 용어는 지우지 않고 ‘보관’ 시트로 옮깁니다.",
		"머리글의 화살표로 정렬하거나 거를 수 있고, ‘출처’를 누르면 노트가 열립니다.",
	},
}

var english = labels{
	terms: "Glossary", index: "Index", questions: "Questions", stats: "Statistics", checks: "Review", info: "About", archive: "Archive",
	columns: [...]string{"No.", "Term", "Original", "Abbr.", "Definition", "Category", "Example", "Related", "Source", "Tags", "Status", "My notes", "ID"},
	states:  [...]string{"New", "Learning", "Known"},

	termList:    "TermList",
	noTerms:     "The notes hold no terms with definitions.",
	statePrompt: "Choose how well you know it. It stays when the notes are converted again.",
	untitled:    "Notes",
	cut:         "… (see the note)",

	title: "%s: glossary", program: "Made by", dated: "Notes last changed", read: "Notes read", counts: "Contents", howTo: "How to use it",
	notes: "Notes", termsCount: "Terms", sensesCount: "Definitions", cards: "Cards",
	howToLines: []string{
		"Write into “Status”, “My notes” and any column you add on the right: they stay when the notes are converted again.",
		"The other columns come from the notes. To change them, change the notes and convert again.",
		"A term that left the notes is not deleted; it moves to the sheet “Archive”.",
		"Sort and filter with the arrows in the header; a click on “Source” opens the note.",
	},
}
