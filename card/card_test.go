package card

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// lines returns the text of each block.
func lines(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, PlainText([]Block{b}))
	}
	return out
}

func TestAnswer(t *testing.T) {
	tests := []struct {
		name string
		card Card
		want []string
	}{
		{"definition", Card{Back: []Block{says("store"), says("of keys")}}, []string{"store", "of keys"}},
		{
			"choice: right options in their order, notes of all, explanation",
			Card{
				Kind: Choice,
				Back: []Block{says("never shown")},
				Options: []Option{
					{Label: "1", Content: words("UDP"), Note: words("no order")},
					{Label: "2", Content: words("TCP"), Correct: true},
					{Label: "③", Content: words("SCTP"), Correct: true, Note: words("rare")},
				},
				Explanation: []Block{says("Both connect."), says("So.")},
			},
			[]string{"2. TCP", "③ SCTP", "1 → no order", "③ → rare", "Both connect.", "So."},
		},
		{"choice with an explanation alone", Card{Kind: Choice, Explanation: []Block{says("None is right.")}}, []string{"None is right."}},
		{"cloze", Card{Kind: ClozeNote, Front: []Block{says("a")}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(tt.card.Answer())); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestAnswerCopies holds that what is done to an answer's slices does nothing
// to the card.
func TestAnswerCopies(t *testing.T) {
	c := Card{
		Kind:        Choice,
		Options:     []Option{{Label: "1", Content: words("UDP"), Correct: true, Note: words("no order")}},
		Explanation: []Block{says("why")},
	}
	for _, c := range []Card{c, {Kind: Choice, Explanation: c.Explanation}} {
		want := lines(c.Sides())
		answer := c.Answer()
		for i, b := range answer {
			if p := b.(*Paragraph); i < len(answer)-1 {
				p.Content[len(p.Content)-1] = text("changed")
			}
			answer[i] = says("changed")
		}
		if diff := cmp.Diff(want, lines(c.Sides())); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestOptionLine(t *testing.T) {
	for label, want := range map[string]string{
		"2": "2. TCP", "B": "B. TCP", "ㄱ": "ㄱ. TCP", "가": "가. TCP",
		"①": "① TCP", "⑳": "⑳ TCP", "⓪": "⓪. TCP",
	} {
		if got := InlineText(Option{Label: label, Content: words("TCP")}.Line()); got != want {
			t.Errorf("label %s: %q, want %q", label, got, want)
		}
	}
}

// TestKinds holds that every kind has a name of its own, and that the zero
// value is a definition.
func TestKinds(t *testing.T) {
	var got []string
	for i, k := range Kinds() {
		if int(k) != i {
			t.Errorf("kind %s is number %d, at %d", k, k, i)
		}
		got = append(got, k.String())
	}
	if diff := cmp.Diff([]string{"definition", "question", "choice", "cloze", "reversed"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(Kinds()) != len(kindNames) {
		t.Errorf("%d kinds, %d names", len(Kinds()), len(kindNames))
	}
	if (Card{}).Kind != Definition {
		t.Errorf("zero value %s", Card{}.Kind)
	}
}

// TestSides holds that all content of a card is there, in reading order.
func TestSides(t *testing.T) {
	c := Card{
		Kind: Choice, Front: []Block{says("front")}, Back: []Block{says("back")}, Explanation: []Block{says("why")},
		Options: []Option{{Content: words("one"), Note: words("note")}, {Content: words("two")}},
	}
	if diff := cmp.Diff([]string{"front", "one", "note", "two", "back", "why"}, lines(c.Sides())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCollection(t *testing.T) {
	at := func(s int64) time.Time { return time.Unix(s, 0).UTC() }
	c := &Collection{Notes: []*Note{
		{Cards: []*Card{{ID: "a", Modified: at(20)}, {ID: "b"}}},
		{},
		{Cards: []*Card{{ID: "c", Modified: at(30)}, {ID: "d", Modified: at(10)}}},
	}}
	var ids []string
	for k := range c.Cards() {
		ids = append(ids, k.ID)
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "d"}, ids); diff != "" {
		t.Errorf("cards (-want +got):\n%s", diff)
	}
	if c.Len() != len(ids) {
		t.Errorf("length %d", c.Len())
	}
	if got := c.Modified(); !got.Equal(at(30)) {
		t.Errorf("modified %v", got)
	}
	for stop := range ids {
		n := 0
		for range c.Cards() {
			if n == stop {
				break
			}
			n++
		}
		if n != stop {
			t.Errorf("stopped at %d, want %d", n, stop)
		}
	}
}

func TestCollectionEmpty(t *testing.T) {
	c := &Collection{Notes: []*Note{{}, {Cards: []*Card{{}}}}}
	if got := c.Modified(); !got.IsZero() {
		t.Errorf("modified %v, though no card knows", got)
	}
	c = &Collection{}
	for range c.Cards() {
		t.Error("a card of no notes")
	}
	if c.Len() != 0 || !c.Modified().IsZero() {
		t.Errorf("length %d, modified %v", c.Len(), c.Modified())
	}
}
