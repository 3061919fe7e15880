package pdf

import (
	"slices"
	"strings"

	"recto/exporters/pdf/impose"
)

// outline makes the bookmarks of a document: decks, and below them headings,
// each at the page where it begins.
type outline struct {
	path []string
}

// maxBookmark is how deep bookmarks nest.
const maxBookmark = 5

// add bookmarks what begins on the current page.
func (o *outline) add(d *document, places []impose.Place, leaves []leaf) {
	for _, at := range places {
		if at.Back || at.Card >= len(leaves) {
			continue
		}
		path := trail(&leaves[at.Card])
		n := 0
		for n < min(len(path), len(o.path)) && path[n] == o.path[n] {
			n++
		}
		for level := n; level < len(path); level++ {
			d.bookmark(path[level], level, at.Rect.Y)
		}
		o.path = path
	}
}

// trail returns the deck of a card and the headings above it, without a
// heading that repeats the deck.
func trail(l *leaf) []string {
	path := strings.Split(l.card.Deck, "::")
	for _, h := range l.card.Headings {
		path = append(path, oneLine(h))
	}
	path = slices.DeleteFunc(slices.Compact(path), func(s string) bool { return s == "" })
	return path[:min(len(path), maxBookmark)]
}
