package impose

import (
	"slices"

	"recto/exporters/pdf/geom"
)

// Lengths of cut marks.
var (
	markGap    = geom.MM(1)   // between a margin mark and the cards
	markLength = geom.MM(4)   // of a margin mark
	crossArm   = geom.MM(1.2) // of a cross at a corner within the grid
)

// Marks returns the lines to cut by: in the margins at every edge of the
// cards, and small crosses at the corners within the grid, which remain when
// the margins have been cut off. Nothing marks a fold, which must not be cut.
func (s Sheet) Marks(page geom.Rect) []Line {
	xs, ys := s.edges()
	var lines []Line
	top, bottom, left, right := ys[0], ys[len(ys)-1], xs[0], xs[len(xs)-1]
	for _, x := range xs {
		lines = append(lines, vertical(x, top-markGap-markLength, top-markGap, 0, page.H)...)
		lines = append(lines, vertical(x, bottom+markGap, bottom+markGap+markLength, 0, page.H)...)
	}
	for _, y := range ys {
		lines = append(lines, horizontal(y, left-markGap-markLength, left-markGap, 0, page.W)...)
		lines = append(lines, horizontal(y, right+markGap, right+markGap+markLength, 0, page.W)...)
	}
	for _, x := range xs {
		for _, y := range ys {
			if (x == left || x == right) && (y == top || y == bottom) {
				continue
			}
			lines = append(lines, vertical(x, y-crossArm, y+crossArm, top, bottom)...)
			lines = append(lines, horizontal(y, x-crossArm, x+crossArm, left, right)...)
		}
	}
	return lines
}

// edges returns where cards are cut, without repetitions.
func (s Sheet) edges() (xs, ys []geom.Length) {
	for _, p := range s.Front {
		xs = append(xs, p.Rect.X, p.Rect.Right())
		ys = append(ys, p.Rect.Y, p.Rect.Bottom())
	}
	for _, f := range s.Folds {
		if f.X1 == f.X2 {
			xs = slices.DeleteFunc(xs, func(x geom.Length) bool { return same(x, f.X1) })
		} else {
			ys = slices.DeleteFunc(ys, func(y geom.Length) bool { return same(y, f.Y1) })
		}
	}
	return merged(xs), merged(ys)
}

// same reports whether only rounding tells two places apart.
func same(a, b geom.Length) bool { return max(a-b, b-a) < 100 }

// merged sorts places and drops those that rounding alone tells apart.
func merged(places []geom.Length) []geom.Length {
	slices.Sort(places)
	return slices.CompactFunc(places, same)
}

// vertical returns a line as far as it lies within limits.
func vertical(x, y1, y2, low, high geom.Length) []Line {
	y1, y2 = max(y1, low), min(y2, high)
	if y1 >= y2 {
		return nil
	}
	return []Line{{x, y1, x, y2}}
}

func horizontal(y, x1, x2, low, high geom.Length) []Line {
	x1, x2 = max(x1, low), min(x2, high)
	if x1 >= x2 {
		return nil
	}
	return []Line{{x1, y, x2, y}}
}

// FullLines returns lines through the whole page at every edge of the cards.
// They stop short of the edges of the paper, where printers cannot print.
func (s Sheet) FullLines(page geom.Rect) []Line {
	var lines []Line
	margin := geom.MM(4)
	xs, ys := s.edges()
	for _, x := range xs {
		lines = append(lines, inside(vertical(x, margin, page.H-margin, 0, page.H), x, page.W)...)
	}
	for _, y := range ys {
		lines = append(lines, inside(horizontal(y, margin, page.W-margin, 0, page.W), y, page.H)...)
	}
	return lines
}

// inside drops lines that run along the edge of the paper.
func inside(lines []Line, at, size geom.Length) []Line {
	if at <= 0 || at >= size {
		return nil
	}
	return lines
}
