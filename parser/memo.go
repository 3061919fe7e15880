package parser

import (
	"recto/card"
)

// memo is what recognisers ask of a row again and again, computed once.
type memo struct {
	counted, cut, labelled, weighed bool // what of it is known

	asks     decision
	folds    decision // of foldsAnswer
	label    labelKind
	labelEnd int32
	number   int32
	cand     *candidate
	split    split
}

// sectionMemo is the same of a section.
type sectionMemo struct {
	title    string
	path     []string
	defining decision // of subsDefine
	answers  decision // of answersOnly
	unnamed  decision
	dated    decision
	codes    decision // of listsCodes
	tasks    decision
	words    decision // of listsWords

	shared    map[string]bool // keys of names, of sharesName
	questions []numbered
}

// within reports whether the heading of the section, or of one around it, is
// what says looks for; kept is where a section remembers that.
func (s *section) within(kept func(*sectionMemo) *decision, says func(string) bool) bool {
	if s == nil || s.head == nil {
		return false
	}
	d := kept(&s.memo)
	if *d == unasked {
		*d = decided(says(s.title()) || s.up.within(kept, says))
	}
	return *d == yes
}

// decision is the answer to a question that is asked again and again: yes, no
// or not yet asked.
type decision int8

const (
	unasked decision = iota
	yes
	no
)

func decided(b bool) decision { return pick(b, yes, no) }

// number returns the length of the numbering that the line begins with.
func (r *row) number() int {
	if !r.memo.counted {
		r.memo.counted, r.memo.number = true, int32(number(r.words))
	}
	return int(r.memo.number)
}

// split returns where the line falls into a term and a definition, as
// findSplit does behind the numbering; offsets are those of words.
func (r *row) split() split {
	if !r.memo.cut {
		n := r.number()
		r.memo.cut = true
		if !r.look.has(separators) {
			return split{}
		}
		if s := findSplit(r.words[n:]); s.sep != noSeparator {
			r.memo.split = s.shifted(n)
		}
	}
	return r.memo.split
}

// labelName returns what stands before the colon of a line, without numbering.
func (r *row) labelName() (name string, ok bool) {
	if r.kind != line || r.split().sep != colon {
		return "", false
	}
	return r.words[r.number():r.split().left], true
}

// asks reports whether the line is a question, numbered or not. What an arrow
// leads to answers one.
func (r *row) asks() bool {
	if r.memo.asks == unasked {
		r.memo.asks = decided(asks(r.plain[r.number():]) && leadArrow(r.plain) == 0)
	}
	return r.memo.asks == yes
}

// label returns the label that the line begins with, and its length.
func (r *row) label() (labelKind, int) {
	if !r.memo.labelled {
		kind, end := r.findLabel()
		r.memo.labelled, r.memo.label, r.memo.labelEnd = true, kind, int32(end)
	}
	return r.memo.label, int(r.memo.labelEnd)
}

func (r *row) findLabel() (labelKind, int) {
	if kind, end := readLabel(r.words); kind != noLabel {
		return kind, end
	}
	if n := r.number(); n > 0 && isDigit(r.plain[0]) { // "1. Q: …"
		if kind, end := readLabel(r.words[n:]); kind == questionLabel {
			return kind, n + end
		}
	}
	if r.form == inParts && len(r.text) > 0 {
		return codeLabel(r.text[0], r.plain)
	}
	return noLabel, 0
}

// labelled reports whether the line begins with a label.
func (r *row) labelled() bool {
	k, _ := r.label()
	return k != noLabel
}

// candidate returns the line taken apart as a definition; nil when it cannot
// be one.
func (r *row) candidate() *candidate {
	if !r.memo.weighed {
		r.memo.weighed = true
		r.memo.cand = newCandidate(r)
	}
	return r.memo.cand
}

// defines reports whether the line is a definition in the light of its
// neighbours.
func (r *row) defines() bool { return r.memo.cand != nil && r.memo.cand.accepted }

// withText returns a copy of the row with other text.
func (r *row) withText(in []card.Inline) *row {
	c := *r
	c.memo = memo{}
	c.setText(in)
	return &c
}
