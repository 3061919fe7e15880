package parser

import (
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// token is what a tool wrote beside a card to know it again, or to plan when
// to ask it.
type token struct {
	line     int
	col      int // of the id of a block, where its line's text ends; else -1
	origin   string
	schedule string
	used     bool
}

// blockID is the id of a block at the end of a line: ^q-ab23, ^1607361487244.
// https://help.obsidian.md/links#Link+to+a+block+in+a+note
var blockID = regexp.MustCompile(`(?:^|[ \t])\^([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*$`)

// blockOrigins say which tool wrote the id of a block.
var blockOrigins = []struct {
	tool string
	id   *regexp.Regexp
}{
	{"fo", regexp.MustCompile(`^(?:\d{13}|q-[a-z2-9]{4})$`)},
	{"learnkit", regexp.MustCompile(`^(?:learnkit|sprout)-\d{9}$`)},
	{"block", regexp.MustCompile(`^.{6,}$`)},
}

// commentOrigins are the ids that tools keep in HTML comments.
var commentOrigins = []struct {
	tool string
	text *regexp.Regexp
}{
	{"o2a", regexp.MustCompile(`^ID: ?(\d+)`)},
	{"anksidian", regexp.MustCompile(`^\s*NoteID:\s*(\d+)\s*$`)},
	{"anki", regexp.MustCompile(`^\s*ANKI_NOTE_ID:\s*(\d+)\s*$`)},
	{"ankiops", regexp.MustCompile(`^\s*note_key:\s*([0-9a-f]{6,})\s*$`)},
	{"louwers", regexp.MustCompile(`^\s*id:\s*([0-9a-f]{32})\s*$`)},
	{"pradhyo", regexp.MustCompile(`^\s*(\d{13,})\s*$`)},
}

var scheduleComment = regexp.MustCompile(`^SR:\s*(\S.*?)\s*$`)

// plainID is an id that a tool wrote without a comment around it.
var plainID = regexp.MustCompile(`^ID: ?(1\d{12})$`)

// readTokens finds the tokens of the note in the order of its lines.
func (d *draft) readTokens() {
	for _, c := range d.comments {
		if m := scheduleComment.FindStringSubmatch(c.text); m != nil {
			d.tokens = append(d.tokens, token{line: c.line, col: -1, schedule: m[1]})
		}
		for _, o := range commentOrigins {
			if m := o.text.FindStringSubmatch(c.text); m != nil {
				d.tokens = append(d.tokens, token{line: c.line, col: -1, origin: o.tool + ":" + m[1]})
				break
			}
		}
	}
	for i := range d.having("^") {
		if m := blockID.FindStringSubmatchIndex(d.masked.lines[i]); m != nil && isBlockID(d.lines[i][m[2]:m[3]]) {
			d.tokens = append(d.tokens, token{line: i, col: m[0], origin: blockOrigin(d.lines[i][m[2]:m[3]])})
		}
	}
	for i := range d.having("ID: 1") {
		if m := plainID.FindStringSubmatch(d.text(i)); m != nil {
			d.tokens = append(d.tokens, token{line: i, col: 0, origin: "o2a:" + m[1]})
		}
	}
	d.sortTokens()
}

func (d *draft) sortTokens() {
	slices.SortStableFunc(d.tokens, func(a, b token) int { return a.line - b.line })
}

// isBlockID tells ids from powers: "2 ^10" is a power.
func isBlockID(s string) bool {
	return len(s) >= 6 || len(s) >= 3 && strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

func blockOrigin(id string) string {
	for _, o := range blockOrigins {
		if o.id.MatchString(id) {
			return o.tool + ":" + id
		}
	}
	return ""
}

// shown returns line i without the id of a block and, where the line has
// nothing else, without its comments.
func (d *draft) shown(i int) string {
	n, found := slices.BinarySearchFunc(d.tokens, i, func(t token, i int) int { return t.line - i })
	if found {
		for ; n < len(d.tokens) && d.tokens[n].line == i; n++ {
			if t := d.tokens[n]; t.col >= 0 {
				return strings.TrimRight(d.lines[i][:t.col], " \t")
			}
		}
	}
	return d.lines[i]
}

// tokenAt returns the first unused token in line i.
func (d *draft) tokenAt(i int) *token {
	n, _ := slices.BinarySearchFunc(d.tokens, i, func(t token, i int) int { return t.line - i })
	for ; n < len(d.tokens) && d.tokens[n].line == i; n++ {
		if !d.tokens[n].used {
			return &d.tokens[n]
		}
	}
	return nil
}

// identify gives a card the tokens in its lines and those that follow it on
// lines of their own, which it takes.
func (d *draft) identify(c *card.Card, from, to int) {
	for i := from; i <= to || d.tokenLine(i); i++ {
		for t := d.tokenAt(i); t != nil; t = d.tokenAt(i) {
			d.give(c, t)
		}
		if i > to {
			d.take(c, to+1, i)
		}
	}
}

// tokenLine reports whether line i shows nothing and has a token.
func (d *draft) tokenLine(i int) bool {
	return d.free(i) && d.tokenAt(i) != nil && d.silent(i)
}

func (d *draft) give(c *card.Card, t *token) {
	t.used = true
	if t.origin != "" && (c.Origin == "" || strings.HasPrefix(c.Origin, "block:")) {
		c.Origin = t.origin
	}
	if c.Schedule != "" && t.schedule != "" {
		c.Schedule += "; "
	}
	c.Schedule += t.schedule
}

// settle gives the cards of the recognisers their decks and the tokens that
// no dialect used: each token to the card that has its line or the one before.
func (d *draft) settle(root *section, cards []*card.Card) {
	for _, c := range cards {
		d.shelve(c, c.Pos.Line-1)
	}
	owner := map[int]*card.Card{}
	for _, s := range root.sections() {
		for _, r := range s.everyRow() {
			if r.claim != nil && r.claim.card != nil {
				owner[r.line], owner[max(r.end, r.line)] = r.claim.card, r.claim.card
			}
		}
	}
	for i := range d.tokens {
		t := &d.tokens[i]
		if c := owner[t.line+1]; c != nil && !t.used {
			d.give(c, t)
		} else if c := owner[t.line]; c != nil && !t.used {
			d.give(c, t)
		}
	}
}
