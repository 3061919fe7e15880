package anki

// The names of our note types. They are in no language's stock.
const (
	basicName = "Recto Basic"
	clozeName = "Recto Cloze"
)
