package ledger

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

func one(k *card.Card) *card.Collection {
	return &card.Collection{Notes: []*card.Note{{File: k.Pos.File, Cards: []*card.Card{k}}}}
}

func choice(stem string, options ...string) *card.Card {
	k := &card.Card{Kind: card.Choice, Front: text(stem), Pos: card.Pos{File: "exam.md"}}
	for i, o := range options {
		k.Options = append(k.Options, card.Option{
			Label: string(rune('①' + i)), Content: []card.Inline{&card.Text{Value: o}}, Correct: i == 0,
		})
	}
	return k
}

// TestEqualStems has exams ask the same words again.
func TestEqualStems(t *testing.T) {
	exam := func(cards ...*card.Card) *card.Collection {
		return &card.Collection{Notes: []*card.Note{{File: "exam.md", Cards: cards}}}
	}
	a := func() *card.Card { return choice("옳은 것은?", "TCP는 연결형이다", "UDP는 연결형이다") }
	b := func() *card.Card {
		return choice("옳은 것은?", "HTTP는 상태가 없다", "FTP는 상태가 없다")
	}
	c := func() *card.Card {
		return choice("옳은 것은?", "DNS는 이름을 푼다", "DHCP는 이름을 푼다")
	}
	first := exam(a(), b())
	lock := assign(t, first, nil, monday)

	inserted := exam(c(), a(), b())
	assign(t, inserted, nil, tuesday)
	if got := pasts(first, inserted, false); got != "new 0 1" {
		t.Errorf("inserted before, without the ledger: %s", got)
	}
	corrected := b()
	corrected.Options[1].Content = []card.Inline{&card.Text{Value: "FTP는 상태를 가진다"}}
	changed := exam(corrected, c())
	assign(t, changed, lock, tuesday)
	if got := pasts(first, changed, true); got != "1* new" {
		t.Errorf("an option corrected, one replaced: %s", got)
	}
}

// TestFamily checks that a card that becomes a cloze is another card: Anki
// cannot turn one into the other.
func TestFamily(t *testing.T) {
	first := one(&card.Card{Front: text("Paris is in France")})
	lock := assign(t, first, nil, monday)
	again := one(&card.Card{Kind: card.ClozeNote, Front: text("Paris is in France")})
	assign(t, again, lock, tuesday)
	if got := pasts(first, again, false); got != "new" {
		t.Errorf("got %s", got)
	}
	carried := one(&card.Card{Front: text("Paris"), Origin: "x"})
	cloze := one(&card.Card{Kind: card.ClozeNote, Front: text("Paris"), Origin: "x"})
	assign(t, cloze, assign(t, carried, nil, monday), tuesday)
	if got := pasts(carried, cloze, false); got != "new" {
		t.Errorf("with an id of its own: got %s", got)
	}
	reversed := one(&card.Card{Kind: card.Reversed, Front: text("Paris is in France")})
	assign(t, reversed, lock, tuesday)
	if got := pasts(first, reversed, true); got != "0*" {
		t.Errorf("reversed: got %s", got)
	}
}

func TestOrigin(t *testing.T) {
	carrying := func(origin, front string) *card.Card {
		return &card.Card{Origin: origin, Front: text(front), Pos: card.Pos{File: "a.md", Line: 3}}
	}
	first := one(carrying("block:q-abcd", "one"))
	lock := assign(t, first, nil, monday)
	all := one(carrying("block:q-abcd", "something else"))
	assign(t, all, nil, tuesday)
	if got := pasts(first, all, false); got != "0" {
		t.Errorf("other text, no ledger: %s", got)
	}
	lostMark := one(carrying("", "one"))
	assign(t, lostMark, lock, tuesday)
	if got := pasts(first, lostMark, false); got != "0" {
		t.Errorf("the note lost the id: %s", got)
	}
	twice := &card.Collection{Notes: []*card.Note{{Cards: []*card.Card{carrying("x", "one"), carrying("x", "two")}}}}
	_, diags := Assign(twice, nil, monday)
	want := card.Diagnostics{{
		Pos:     card.Pos{File: "a.md", Line: 3},
		Message: "the card carries the same id as the one at a.md:3, which keeps it; remove one of the two",
	}}
	if diff := cmp.Diff(want, diags); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
}

// TestModified changes one thing of a card after another: content that is
// shown counts, the rest does not.
func TestModified(t *testing.T) {
	media := func(content string) *card.Media {
		return &card.Media{Path: "a.png", Size: 3, Open: func() (io.ReadCloser, error) {
			if content == "" {
				return nil, errors.New("gone")
			}
			return io.NopCloser(strings.NewReader(content)), nil
		}}
	}
	picture := func(m *card.Media) []card.Block {
		return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Image{Dest: "a.png", Media: m}}}}
	}
	fresh := func() *card.Card {
		return &card.Card{
			Front: text("question"), Back: append(text("answer"), picture(media("png"))...),
			Headings: []string{"H"}, Tags: []string{"tag"}, Deck: "D", Pos: card.Pos{File: "a.md", Line: 1},
		}
	}
	tests := []struct {
		name    string
		change  func(*card.Card)
		changed bool
	}{
		{"nothing", func(*card.Card) {}, false},
		{"line", func(k *card.Card) { k.Pos.Line = 9 }, false},
		{"deck", func(k *card.Card) { k.Deck = "E" }, false},
		{"rule", func(k *card.Card) { k.Rule = "other"; k.Confidence = 0.5 }, false},
		{"kind that asks alike", func(k *card.Card) { k.Kind = card.Question }, false},
		{"kind that asks otherwise", func(k *card.Card) { k.Kind = card.Reversed }, true},
		{"tags", func(k *card.Card) { k.Tags = nil }, true},
		{"headings", func(k *card.Card) { k.Headings = nil }, true},
		{"file", func(k *card.Card) { k.Pos.File = "b.md" }, true},
		{"emphasis", func(k *card.Card) {
			k.Front = []card.Block{&card.Paragraph{Content: []card.Inline{&card.Strong{Content: []card.Inline{&card.Text{Value: "question"}}}}}}
		}, true},
		{"explanation", func(k *card.Card) { k.Explanation = text("because") }, true},
		{"picture under its name", func(k *card.Card) { k.Back[1] = picture(media("PNG"))[0] }, true},
		{"picture that cannot be read", func(k *card.Card) { k.Back[1] = picture(media(""))[0] }, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lock := assign(t, one(fresh()), nil, monday)
			k := fresh()
			tt.change(k)
			assign(t, one(k), lock, tuesday)
			if got := k.Modified.Equal(tuesday); got != tt.changed {
				t.Errorf("changed = %v (%v)", got, k.Modified)
			}
		})
	}
	t.Run("within a second", func(t *testing.T) {
		lock := assign(t, one(fresh()), nil, monday)
		k := fresh()
		k.Tags = nil
		assign(t, one(k), lock, monday)
		if !k.Modified.After(monday) {
			t.Errorf("Modified = %v: Anki would see no change", k.Modified)
		}
	})
}

// TestAllContent pushes every block and inline through a fingerprint.
func TestAllContent(t *testing.T) {
	in := []card.Inline{
		&card.Text{Value: "a"}, &card.Emphasis{}, &card.Strong{}, &card.Strike{}, &card.Highlight{}, &card.Superscript{},
		&card.Subscript{}, &card.CodeSpan{}, &card.MathSpan{}, &card.Link{}, &card.Image{}, &card.Footnote{}, &card.Cloze{}, &card.Break{},
	}
	blocks := []card.Block{
		&card.Paragraph{}, &card.Heading{}, &card.List{Items: []card.Item{{}}}, &card.Quote{}, &card.Code{},
		&card.Table{Header: [][]card.Inline{{}}, Rows: [][][]card.Inline{{{}}}}, &card.Math{}, &card.Rule{},
	}
	for _, i := range in {
		blocks = append(blocks, &card.Paragraph{Content: []card.Inline{i}})
	}
	seen := map[string]card.Block{}
	p := newPrinter()
	for _, b := range blocks {
		f := p.body(&card.Card{Front: []card.Block{b}})
		if other, ok := seen[f]; ok {
			t.Errorf("%#v and %#v have one fingerprint", b, other)
		}
		seen[f] = b
	}
}
