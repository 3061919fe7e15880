package xlsx

// labels are the words of the workbook in one language.
type labels struct {
	// The sheets.
	terms, index, questions, stats, checks, info, archive string
	// The columns of the sheet of terms, in order; see termColumn.
	columns [termColumns]string
	// states are the learning states: new, learning, known.
	states [3]string

	termList string // name of the range of terms
	noTerms  string
	untitled string
	cut      string // stands at the end of a text that was cut

	indexHint, others                         string // of the index
	question, answer, explanation             string // columns of the questions
	ownColumn                                 string // title of the user's n-th column when it has none
	share, total, otherStates                 string // of the statistics
	stateChart, noteChart                     string
	conflicts, conflictsHint                  string // sections of the sheet of checks
	repeats, repeatsHint                      string
	cuts, cutsHint, found, foundHint, allGood string

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

// sheets returns the names of all sheets.
func (l *labels) sheets() []string {
	return []string{l.terms, l.index, l.questions, l.stats, l.checks, l.info, l.archive}
}

// languages are all labels; a workbook of an earlier run may be in any.
var languages = []*labels{&korean, &english}

var korean = labels{
	terms: "용어집", index: "색인", questions: "문제", stats: "통계", checks: "확인", info: "정보", archive: "보관",
	columns: [...]string{"번호", "용어", "원어", "약어", "정의", "분류", "예시", "관련어", "출처", "태그", "학습 상태", "비고", "ID"},
	states:  [...]string{"새 용어", "학습 중", "알고 있음"},

	termList: "용어목록",
	noTerms:  "노트에서 용어와 정의를 찾지 못했습니다.",
	untitled: "노트",
	cut:      "… (원문 참조)",

	indexHint: "누르면 용어집의 그 자리로 갑니다(번호순으로 두었을 때).", others: "기타",
	question: "문제", answer: "정답", explanation: "해설",
	ownColumn: "내 열 %d",
	share:     "비율", total: "합계", otherStates: "직접 쓴 상태",
	stateChart: "학습 상태", noteChart: "노트별 정의 수",
	conflicts: "정의가 여럿인 용어", conflictsHint: "뜻이 다르면 그대로 두고, 한쪽이 틀렸으면 노트를 고치세요.",
	repeats: "같은 정의가 되풀이된 용어", repeatsHint: "한 곳만 남겨도 됩니다.",
	cuts: "칸에 다 담지 못한 글", cutsHint: "엑셀의 한 줄에 보일 수 있는 만큼만 담았습니다. 전체는 노트에 있습니다.",
	found: "노트에서 살펴볼 곳", foundHint: "카드로 만들지 못했거나 확인이 필요한 곳입니다.",
	allGood: "살펴볼 것이 없습니다.",

	title: "%s 용어집", program: "만든 프로그램", dated: "노트의 마지막 변경", read: "읽은 노트", counts: "담긴 것", howTo: "사용법",
	notes: "노트", termsCount: "용어", sensesCount: "정의", cards: "카드",
	howToLines: []string{
		"‘학습 상태’와 ‘비고’ 열은 자유롭게 고치세요. 덧붙인 열과 줄과 시트까지, 노트를 다시 변환해도 그대로 남습니다.",
		"다른 열은 노트에서 옵니다. 고치려면 노트를 고치고 다시 변환하세요.",
		"노트에서 사라진 용어는 지우지 않고 ‘보관’ 시트로 옮깁니다.",
		"머리글의 화살표로 정렬하거나 거를 수 있고, ‘출처’를 누르면 노트가 열립니다.",
	},
}

var english = labels{
	terms: "Glossary", index: "Index", questions: "Questions", stats: "Statistics", checks: "Review", info: "About", archive: "Archive",
	columns: [...]string{"No.", "Term", "Original", "Abbr.", "Definition", "Category", "Example", "Related", "Source", "Tags", "Status", "My notes", "ID"},
	states:  [...]string{"New", "Learning", "Known"},

	termList: "TermList",
	noTerms:  "The notes hold no terms with definitions.",
	untitled: "Notes",
	cut:      "… (see the note)",

	indexHint: "A click leads to the place in the glossary (while it is sorted by number).", others: "Other",
	question: "Question", answer: "Answer", explanation: "Explanation",
	ownColumn: "My column %d",
	share:     "Share", total: "Total", otherStates: "In your own words",
	stateChart: "Learning status", noteChart: "Definitions by note",
	conflicts: "Terms with several definitions", conflictsHint: "Keep them if the meanings differ; if one is wrong, change the note.",
	repeats: "Definitions that stand twice", repeatsHint: "One place would do.",
	cuts: "Text that did not fit", cutsHint: "A row of Excel shows no more; the note has it all.",
	found: "Found in the notes", foundHint: "Places that made no card or deserve a look.",
	allGood: "Nothing to look at.",

	title: "%s: glossary", program: "Made by", dated: "Notes last changed", read: "Notes read", counts: "Contents", howTo: "How to use it",
	notes: "Notes", termsCount: "Terms", sensesCount: "Definitions", cards: "Cards",
	howToLines: []string{
		"Write into “Status” and “My notes”: what you write stays when the notes are converted again, and so do columns, rows and sheets that you add.",
		"The other columns come from the notes. To change them, change the notes and convert again.",
		"A term that left the notes is not deleted; it moves to the sheet “Archive”.",
		"Sort and filter with the arrows in the header; a click on “Source” opens the note.",
	},
}
