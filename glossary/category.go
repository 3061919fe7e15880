package glossary

import "recto/card"

// sharedHeadings returns how many of the outermost headings all cards of a
// note have in common: its title, mostly.
func sharedHeadings(note *card.Note) int {
	if len(note.Cards) == 0 {
		return 0
	}
	first := note.Cards[0].Headings
	n := len(first)
	for _, k := range note.Cards[1:] {
		n = min(n, len(k.Headings))
		for i := range n {
			if k.Headings[i] != first[i] {
				n = i
				break
			}
		}
	}
	return n
}

// category returns the chapter of a note that a card is in: the outermost
// heading that not all cards share, else the innermost that they do, else the
// note's title.
func category(note *card.Note, k *card.Card, shared int) string {
	switch {
	case len(k.Headings) > shared:
		return oneLine(k.Headings[shared])
	case shared > 0:
		return oneLine(k.Headings[shared-1])
	}
	return oneLine(note.Title)
}
