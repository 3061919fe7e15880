package pdf

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"recto/card"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
)

// found is the text that a test finds on one side of one printed card.
type found struct {
	label string // the number in the header
	body  string // everything else, without spaces
}

var reLabel = regexp.MustCompile(`^\d+( \(\d+/\d+\))?$`)

// sideText returns what stands within a rectangle of a page.
func sideText(p extracted, r geom.Rect, turned bool) (found, error) {
	var f found
	for _, s := range p.spans {
		x, y := geom.Length(s.x*1000), geom.Length(s.y*1000)
		if x < r.X || x > r.Right() || y < r.Y || y > r.Bottom() {
			continue
		}
		if s.turned != turned {
			return f, fmt.Errorf("%q stands the wrong way up", s.text)
		}
		if f.label == "" && reLabel.MatchString(s.text) {
			f.label = s.text
			continue
		}
		f.body += squeezed(s.text)
	}
	return f, nil
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\t\u00A0\uFE0F\u200D", r) {
			return -1
		}
		return r
	}, s)
}

// behind returns where the back of a place is looked for by turning the
// paper over in the hand: over its vertical axis, or its horizontal one.
func behind(page geom.Rect, r geom.Rect, overVertical bool) geom.Rect {
	if overVertical {
		r.X = page.W - r.X - r.W
	} else {
		r.Y = page.H - r.Y - r.H
	}
	return r
}

// sheetPages returns pairs of front and back pages of a run.
func sheetPages(t *testing.T, out memory, sides impose.Sides) (fronts, backs []extracted) {
	t.Helper()
	switch sides {
	case impose.TwoFiles:
		return extract(t, out["cards-fronts.pdf"].Bytes()), extract(t, out["cards-backs.pdf"].Bytes())
	case impose.Fold, impose.Fronts:
		return extract(t, out["cards.pdf"].Bytes()), nil
	}
	pages := extract(t, out["cards.pdf"].Bytes())
	if sides == impose.FrontsBacks {
		return pages[:len(pages)/2], pages[len(pages)/2:]
	}
	for i, p := range pages {
		if i%2 == 0 {
			fronts = append(fronts, p)
		} else {
			backs = append(backs, p)
		}
	}
	return fronts, backs
}

// TestSheets prints the sample in every layout and side mode and reads the
// files: each back lies behind its front, in order, and no word is missing.
func TestSheets(t *testing.T) {
	layouts := impose.Layouts()
	if testing.Short() {
		layouts = layouts[:1]
	}
	layouts = append(layouts, impose.Grid("landscape", geom.MM(297), geom.MM(210), 3, 2, geom.MM(12), geom.MM(4)))
	for _, layout := range layouts {
		for _, sides := range impose.AllSides() {
			t.Run(layout.Name+"/"+sides.String(), func(t *testing.T) {
				t.Parallel()
				e := exporter(t)
				e.Layout, e.Sides = layout, sides
				out := memory{}
				c := sample()
				_, err := e.Export(c, out)
				if sides == impose.Fold && layout.Per() == 1 {
					if err == nil {
						t.Fatal("no error")
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				for name, file := range out {
					validate(t, name, file.Bytes())
				}
				checkSheets(t, c, layout, sides, out)
			})
		}
	}
}

func checkSheets(t *testing.T, c *card.Collection, layout impose.Layout, sides impose.Sides, out memory) {
	fronts, backs := sheetPages(t, out, sides)
	if backs != nil && len(fronts) != len(backs) {
		t.Fatalf("%d front and %d back pages", len(fronts), len(backs))
	}
	sheet, err := layout.Sheet(sides)
	if err != nil {
		t.Fatal(err)
	}
	overVertical := (sides != impose.ShortEdge) == (layout.PageH >= layout.PageW)
	var frontsFound, backsFound []found
	for i, page := range fronts {
		for _, at := range sheet.Front {
			f, err := sideText(page, at.Rect, at.Turned)
			if err != nil {
				t.Error(err)
			}
			if at.Back {
				backsFound = append(backsFound, f)
				continue
			}
			frontsFound = append(frontsFound, f)
			if backs != nil {
				f, err = sideText(backs[i], behind(layout.Page(), at.Rect, overVertical), !overVertical)
				if err != nil {
					t.Error(err)
				}
				backsFound = append(backsFound, f)
			}
		}
	}
	checkCards(t, c, frontsFound, backsFound)
}

// checkCards compares what was found, slot by slot, with the cards.
func checkCards(t *testing.T, c *card.Collection, fronts, backs []found) {
	fronts = slices.DeleteFunc(fronts, func(f found) bool { return f == found{} })
	backs = slices.DeleteFunc(backs, func(f found) bool { return f == found{} })
	for i := range backs {
		if i < len(fronts) && fronts[i].label != backs[i].label {
			t.Errorf("behind card %q lies %q", fronts[i].label, backs[i].label)
		}
	}
	if backs != nil && len(fronts) != len(backs) {
		t.Errorf("%d fronts, %d backs", len(fronts), len(backs))
	}
	at := 0
	number := 0
	for k := range c.Cards() {
		number++
		var front, back string
		for ; at < len(fronts) && strings.Split(fronts[at].label, " ")[0] == fmt.Sprint(number); at++ {
			front += fronts[at].body
			if at < len(backs) {
				back += backs[at].body
			}
		}
		want(t, number, "front", front, k.Front)
		if k.Kind == card.Choice {
			for _, o := range k.Options {
				want(t, number, "front", front, []card.Block{&card.Paragraph{Content: o.Content}})
			}
		}
		if backs != nil {
			want(t, number, "back", back, k.Answer())
		}
	}
	if at != len(fronts) {
		t.Errorf("%d printed cards out of order", len(fronts)-at)
	}
}

// want checks that every word of blocks is among the text of a side.
func want(t *testing.T, number int, side, text string, blocks []card.Block) {
	t.Helper()
	var shown []card.Block
	for _, b := range blocks {
		if p, ok := b.(*card.Paragraph); ok && slices.ContainsFunc(p.Content, func(in card.Inline) bool { _, ok := in.(*card.Cloze); return ok }) {
			continue
		}
		shown = append(shown, b)
	}
	for _, word := range strings.Fields(card.PlainText(shown)) {
		word = strings.Trim(squeezed(word), "()")
		if !strings.Contains(text, word) {
			t.Errorf("card %d: %q is not on its %s: %s", number, word, side, text)
		}
	}
}
