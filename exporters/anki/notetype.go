package anki

import _ "embed" // for the style

// The names of our note types. They are in no language's stock.
const (
	basicName = "Recto Basic"
	clozeName = "Recto Cloze"
)

// noteType is a note type as the package carries it. Anki knows a note type
// by its id and refuses to update notes when its fields or templates are not
// the ones it has (rslib import_export/package/apkg/import/notes.rs): ids,
// names, number and order of both must stay as they were first published.
// A new template text or style needs a newer mod to be taken over.
type noteType struct {
	ID        int64      `json:"id"`
	Name      string     `json:"name"`
	Type      int        `json:"type"` // 1 for cloze
	Mod       int64      `json:"mod"`
	Usn       int        `json:"usn"`
	SortField int        `json:"sortf"`
	Deck      *int64     `json:"did"`
	Templates []template `json:"tmpls"`
	Fields    []field    `json:"flds"`
	CSS       string     `json:"css"`
	LatexPre  string     `json:"latexPre"`
	LatexPost string     `json:"latexPost"`
	Required  [][3]any   `json:"req"` // for Anki before 2.1.28: which fields a card needs
}

type template struct {
	ID       int64  `json:"id"`
	Name     string `json:"name"`
	Ord      int    `json:"ord"`
	Question string `json:"qfmt"`
	Answer   string `json:"afmt"`
	// Required by Anki before 2.1.28.
	BrowserQuestion string `json:"bqfmt"`
	BrowserAnswer   string `json:"bafmt"`
	Deck            *int64 `json:"did"`
}

type field struct {
	ID     int64    `json:"id"`
	Name   string   `json:"name"`
	Ord    int      `json:"ord"`
	Font   string   `json:"font"`
	Size   int      `json:"size"`
	Sticky bool     `json:"sticky"`
	RTL    bool     `json:"rtl"`
	Media  []string `json:"media"` // unused, but read by Anki before 2.1.28
}

//go:embed style.css
var style string

// typesMod is when the templates or the style last changed, in seconds since
// 1970. A version that changes them must move it.
const typesMod = 1795392000

const (
	basicID = 1764000000101
	clozeID = 1764000000102
)

// noteTypeOf returns the id of the note type that asks in a form. Cards that
// ask one way and both ways share one: a card that turns from one to the
// other stays the same note.
func noteTypeOf(f form) int64 {
	if f == gaps {
		return clozeID
	}
	return basicID
}

// noteTypes are our note types. The fields are the columns of the CSV in
// their order, and begin like those of the stock types.
var noteTypes = []noteType{
	{
		ID: basicID, Name: basicName, Mod: typesMod, Usn: -1, CSS: style,
		LatexPre: latexPre, LatexPost: latexPost,
		Fields: fields(1764000000111, "Front", "Back", "Add Reverse"),
		Templates: []template{
			{
				ID: 1764000000121, Name: "Card 1", Ord: 0,
				Question: `<div class="recto recto-question">{{Front}}</div>`,
				Answer: `<div class="recto recto-asked">{{Front}}</div>` + "\n<hr id=answer>\n" +
					`<div class="recto recto-answer">{{Back}}</div>`,
			},
			{
				ID: 1764000000122, Name: "Card 2", Ord: 1,
				Question: `{{#Add Reverse}}<div class="recto recto-question">{{Back}}</div>{{/Add Reverse}}`,
				Answer: `<div class="recto recto-asked">{{Back}}</div>` + "\n<hr id=answer>\n" +
					`<div class="recto recto-answer">{{Front}}</div>`,
			},
		},
		Required: [][3]any{{0, "any", []int{0}}, {1, "all", []int{1, 2}}},
	},
	{
		ID: clozeID, Name: clozeName, Type: 1, Mod: typesMod, Usn: -1, CSS: style,
		LatexPre: latexPre, LatexPost: latexPost,
		Fields: fields(1764000000131, "Text", "Back Extra"),
		Templates: []template{{
			ID: 1764000000141, Name: "Cloze", Ord: 0,
			Question: `<div class="recto recto-question">{{cloze:Text}}</div>`,
			Answer: `<div class="recto">{{cloze:Text}}</div>` + "\n" +
				`{{#Back Extra}}<hr id=answer><div class="recto recto-answer">{{Back Extra}}</div>{{/Back Extra}}`,
		}},
		Required: [][3]any{{0, "any", []int{0}}},
	},
}

func fields(firstID int64, names ...string) []field {
	var out []field
	for i, name := range names {
		out = append(out, field{ID: firstID + int64(i), Name: name, Ord: i, Font: "Arial", Size: 20, Media: []string{}})
	}
	return out
}

// Anki's own frame for the LaTeX of a note type; we write MathJax only.
const (
	latexPre = `\documentclass[12pt]{article}
\special{papersize=3in,5in}
\usepackage[utf8]{inputenc}
\usepackage{amssymb,amsmath}
\pagestyle{empty}
\setlength{\parindent}{0in}
\begin{document}
`
	latexPost = `\end{document}`
)
