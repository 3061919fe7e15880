package impose

import (
	"testing"

	"recto/exporters/pdf/geom"
)

// grids returns the presets and free layouts of many shapes.
func grids() []Layout {
	layouts := Layouts()
	for columns := 1; columns <= 4; columns++ {
		for rows := 1; rows <= 5; rows++ {
			for _, page := range [][2]float64{{210, 297}, {297, 210}, {250, 250}, {182, 257}} {
				l := Grid("free", geom.MM(page[0]), geom.MM(page[1]), columns, rows, geom.MM(7), geom.MM(3))
				if l.Check() == nil {
					layouts = append(layouts, l)
				}
			}
		}
	}
	return layouts
}

// TestBehind turns the paper over in the hand: the back of every card lies
// exactly behind its front, and reads upright when the card is turned over
// its own vertical axis.
func TestBehind(t *testing.T) {
	for _, l := range grids() {
		for _, s := range []Sides{LongEdge, ShortEdge, FrontsBacks, TwoFiles} {
			sheet, err := l.Sheet(s)
			if err != nil {
				t.Fatal(err)
			}
			overVertical := (s != ShortEdge) == (l.PageH >= l.PageW)
			for i, front := range sheet.Front {
				back := sheet.Back[i]
				want := front.Rect
				if overVertical {
					want.X = l.PageW - front.Rect.Right()
				} else {
					want.Y = l.PageH - front.Rect.Bottom()
				}
				if back.Rect != want || back.Card != front.Card || !back.Back || back.Turned == overVertical {
					t.Errorf("%s %s: behind %+v lies %+v", l.Name, s.String(), front, back)
				}
			}
		}
	}
}

// TestFold folds the paper: the back must come to lie on its front, and no
// two sides may share paper.
func TestFold(t *testing.T) {
	for _, l := range grids() {
		sheet, err := l.Sheet(Fold)
		if l.Per() == 1 {
			if err == nil {
				t.Errorf("%s: one card can be folded", l.Name)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", l.Name, err)
		}
		if len(sheet.Front) != 2*sheet.Cards || len(sheet.Folds) != sheet.Cards {
			t.Errorf("%s: %d places and %d folds for %d cards", l.Name, len(sheet.Front), len(sheet.Folds), sheet.Cards)
		}
		for i, fold := range sheet.Folds {
			front, back := sheet.Front[2*i], sheet.Front[2*i+1]
			folded := back.Rect
			if fold.X1 == fold.X2 {
				folded.X = 2*fold.X1 - back.Rect.Right()
			} else {
				folded.Y = 2*fold.Y1 - back.Rect.Bottom()
			}
			if folded != front.Rect || back.Turned != (fold.Y1 == fold.Y2) {
				t.Errorf("%s: folded at %+v, %+v lies on %+v", l.Name, fold, back, front)
			}
		}
		for i, p := range sheet.Front {
			for _, q := range sheet.Front[:i] {
				if p.Rect.Overlaps(q.Rect) {
					t.Errorf("%s: %+v lies on %+v", l.Name, p, q)
				}
			}
		}
	}
}

func TestLayouts(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range Layouts() {
		if seen[l.Name] || l.Doc == "" {
			t.Errorf("%q: named twice, or not described", l.Name)
		}
		seen[l.Name] = true
		if err := l.Check(); err != nil {
			t.Errorf("%s: %v", l.Name, err)
		}
		for i := range l.Per() {
			if !l.Page().Contains(l.Slot(i)) {
				t.Errorf("%s: slot %d is not on the page", l.Name, i)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	tests := []struct {
		name string
		l    Layout
	}{
		{"no cards", Grid("", geom.MM(210), geom.MM(297), 0, 4, 0, 0)},
		{"tiny cards", Grid("", geom.MM(210), geom.MM(297), 10, 20, 0, 0)},
		{"all margin", Grid("", geom.MM(100), geom.MM(100), 1, 1, geom.MM(60), 0)},
		{"a hole as wide as the card", Grid("", geom.MM(100), geom.MM(100), 2, 1, 0, 0).hole(40)},
	}
	for _, tt := range tests {
		if tt.l.Check() == nil {
			t.Errorf("%s: no error", tt.name)
		}
	}
}

// TestMarks checks that lines to cut by stand on the page, at the edges of
// cards and never at a fold.
func TestMarks(t *testing.T) {
	for _, l := range grids() {
		for _, s := range []Sides{LongEdge, Fold} {
			sheet, err := l.Sheet(s)
			if err != nil {
				continue
			}
			lines := append(sheet.Marks(l.Page()), sheet.FullLines(l.Page())...)
			for _, line := range lines {
				if line.X1 != line.X2 && line.Y1 != line.Y2 {
					t.Fatalf("%s: %+v is not straight", l.Name, line)
				}
				if min(line.X1, line.Y1) < 0 || line.X2 > l.PageW || line.Y2 > l.PageH {
					t.Errorf("%s: %+v is not on the page", l.Name, line)
				}
				if !atEdge(sheet, line) {
					t.Errorf("%s: %+v is not at an edge", l.Name, line)
				}
			}
			if len(lines) == 0 && !l.SingleCard {
				t.Errorf("%s: no lines", l.Name)
			}
		}
	}
}

func atEdge(s Sheet, line Line) bool {
	vertical := line.X1 == line.X2
	for _, f := range s.Folds {
		if vertical && same(f.X1, line.X1) && f.X1 == f.X2 || !vertical && same(f.Y1, line.Y1) && f.Y1 == f.Y2 {
			return false
		}
	}
	for _, p := range s.Front {
		r := p.Rect
		if vertical && (same(line.X1, r.X) || same(line.X1, r.Right())) || !vertical && (same(line.Y1, r.Y) || same(line.Y1, r.Bottom())) {
			return true
		}
	}
	return false
}

func TestNames(t *testing.T) {
	var l Layout
	if err := l.Set("RING"); err != nil || l.String() != "ring" {
		t.Errorf("ring: %v", err)
	}
	if err := l.Set("a4"); err == nil {
		t.Error("a4 is a layout")
	}
	for _, want := range AllSides() {
		var s Sides
		if err := s.Set(want.String()); err != nil || s != want {
			t.Errorf("%s: %v", want.String(), err)
		}
	}
	var s Sides
	if s.Set("both") == nil {
		t.Error("both is a way to print")
	}
}
