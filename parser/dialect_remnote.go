package parser

// RemNote: an item holds both sides around "::" or one of the arrows. Its
// exports say nothing that would declare them, so they are read only on
// demand. https://help.remnote.com/en/articles/6025481

var remMarks = []separatorMark{{"::", true, false}, {"<>", true, false}, {">>", false, false}, {"<<", false, true}, {";;", false, false}}

func findRemNote(d *draft) { d.separate(func(int) bool { return false }, remMarks...) }
