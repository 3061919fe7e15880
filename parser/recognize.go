package parser

// recognizer finds the cards of one layout in a section.
type recognizer struct {
	name  string // as --rules and the card's rule name it
	doc   string
	find  func(*pass, *section)
	keyed bool // it needs a key, and asks wherever that stands
}

// recognizers is the precedence of layouts: what one has claimed, a later one
// does not claim again. Marked answers come first, because nothing else says
// so clearly what is asked and what is answered; headings come last and take
// what is left, or quote what they need.
var recognizers = []recognizer{
	{"verdict", "statements to judge with their verdict: (O), (X), (True)", findVerdicts, true},
	{"choice", "questions with offered answers and a key", findChoices, true},
	{"sheet", "numbered questions with their answers together behind them", findSheets, true},
	{"details", "<details> as question and answer, or as the answer to the question before", findDetails, false},
	{"answer", "labelled questions and answers: Q./A., 문제/정답, 질문/답", findAnswers, false},
	{"callout", "callouts that state something: [!definition] Basis", findCallouts, false},
	{"table", "glossary tables, one card a row; matrices, one card a cell", findTables, false},
	{"definition", "one-line definitions: term : definition", findDefinitions, false},
	{"question", "question lines with the answer beside or below", findQuestions, false},
	{"described", "descriptions with the name of what they describe below", findDescribed, false},
	{"children", "a line that names something, with its explanation nested below", findChildren, false},
	{"label", "aspects of a thing: 역할, 특징, Function", findLabels, false},
	{"heading", "question headings and term headings with the text below", findHeadings, false},
}

// recognize runs all recognisers that are on over the note.
func (p *pass) recognize() {
	told := tellsExperience(p.note.Title)
	for _, rec := range recognizers {
		if p.rules.Off[rec.name] || told && !rec.keyed {
			continue
		}
		for _, s := range p.sections {
			rec.find(p, s)
		}
	}
	if told {
		p.near = append(p.near, nearMiss{1, "the title says that the note tells how something went: only questions with a key are read"})
		return
	}
	p.reportLoose()
}
