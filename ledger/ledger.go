// Package ledger keeps the identity of cards. A card's id is made from its
// question, so it needs no memory as long as the question stays; a [Ledger]
// remembers more, so that the id also survives a question that was reworded.
// Its text is the file recto.lock, which is written beside the outputs.
//
// The package is for deciding which card is which and when its content
// changed. It reads no files and no clock, and it never looks at notes.
package ledger

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"recto/card"
)

// Name is the name of the file that keeps a ledger.
const Name = "recto.lock"

// A Ledger says which cards there were after a run. The zero value knows
// none.
type Ledger struct {
	// Foreign says that the text was not a ledger of this version, so that
	// what was made from it must not replace it.
	Foreign bool

	entries []entry // in the order of the file
}

// entry is one card.
type entry struct {
	id       string
	modified int64 // when the content was first seen or last changed, seconds since 1970
	gone     int64 // when the card was first missed, seconds since 1970; 0 when it is there
	family   string
	origin   string
	file     string
	headings string
	question string // see digest
	sketch   sketch // of the answer
	body     string // fingerprint of all content
	shown    string // fingerprint of what outputs show around the content

	stem string // of a card of this run; not kept
}

// How long, and how many, vanished cards are remembered: an undone deletion,
// a note that was left out for a while or a run over a part of the notes
// costs no identity. The number is that of the cards there are, but at least
// keepCount, so a ledger at most doubles.
const (
	keepFor   = 365 * 24 * 60 * 60 // seconds
	keepCount = 1000
)

// Assign gives every card of a collection its ID and Modified, and returns
// the ledger to keep for the next run. Cards that the old ledger knows keep
// their ids: those with the same question wherever they are now, then those
// that resemble a vanished one in the same place. All others get the id of
// their question. Modified moves to now when what an output shows of the
// card has changed, and always forward. The diagnostics are about ids that
// the notes themselves carry.
//
// Old may be nil. The result depends on nothing but the arguments.
func Assign(c *card.Collection, old *Ledger, now time.Time) (*Ledger, card.Diagnostics) {
	if old == nil {
		old = &Ledger{}
	}
	all := slices.Collect(c.Cards())
	found, diags := digest(c.Vault, all)
	m := newMatcher(old.entries, found)
	m.match()

	derive(found, m)
	next := &Ledger{Foreign: old.Foreign, entries: make([]entry, 0, len(found))}
	for i, f := range found {
		f.modified = now.Unix()
		if was := m.was(i); was != nil {
			f.modified = modified(was, f, now.Unix())
		}
		all[i].ID = f.id
		all[i].Modified = time.Unix(f.modified, 0).UTC()
		next.entries = append(next.entries, *f)
	}
	next.entries = append(next.entries, m.vanished(now.Unix(), max(len(found), keepCount))...)
	slices.SortStableFunc(next.entries, byPlace)
	return next, diags
}

// modified returns the moment of a card's content, of which was is the past.
func modified(was, is *entry, now int64) int64 {
	if was.body == is.body && was.shown == is.shown {
		return was.modified
	}
	return max(now, was.modified+1)
}

// byPlace orders entries by file. The live ones of a file keep the order of
// the note, the vanished ones follow, so that an edit of a note changes the
// same lines of the ledger as of the note.
func byPlace(a, b entry) int {
	if c := cmp.Or(strings.Compare(a.file, b.file), cmp.Compare(min(a.gone, 1), min(b.gone, 1))); c != 0 {
		return c
	}
	if a.gone == 0 {
		return 0
	}
	return cmp.Or(strings.Compare(a.question, b.question), strings.Compare(a.id, b.id))
}
