package anki

import "recto/card"

// source writes where a card comes from: the note, as a link into the vault
// when there is one. It names no line, which would change with every line
// added above.
func (h *htmlWriter) source(k *card.Card) {
	file := k.Pos.File
	if file == "" || file == "-" {
		return
	}
	label := escape(file, inText)
	heading := ""
	if n := len(k.Headings); n > 0 {
		heading = k.Headings[n-1]
	}
	if dest := vaultURL(h.vault, file, heading); dest != "" {
		label = anchor(dest) + label + "</a>"
	}
	h.small("recto-source", label)
}
