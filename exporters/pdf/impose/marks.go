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
// the margins have been cut off.
func (l Layout) Marks() []Line {
	xs, ys := l.edges()
	var lines []Line
	top, bottom, left, right := ys[0], ys[len(ys)-1], xs[0], xs[len(xs)-1]
	for _, x := range xs {
		lines = append(lines, vertical(x, top-markGap-markLength, top-markGap, 0, l.PageH)...)
		lines = append(lines, vertical(x, bottom+markGap, bottom+markGap+markLength, 0, l.PageH)...)
	}
	for _, y := range ys {
		lines = append(lines, horizontal(y, left-markGap-markLength, left-markGap, 0, l.PageW)...)
		lines = append(lines, horizontal(y, right+markGap, right+markGap+markLength, 0, l.PageW)...)
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

// edges returns where cards begin and end, without repetitions.
func (l Layout) edges() (xs, ys []geom.Length) {
	for i := range l.Per() {
		r := l.Slot(i)
		xs = append(xs, r.X, r.Right())
		ys = append(ys, r.Y, r.Bottom())
	}
	return merged(xs), merged(ys)
}

// merged sorts places and drops those that rounding alone tells apart.
func merged(places []geom.Length) []geom.Length {
	slices.Sort(places)
	return slices.CompactFunc(places, func(a, b geom.Length) bool { return max(a-b, b-a) < 100 })
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
func (l Layout) FullLines() []Line {
	var lines []Line
	margin := geom.MM(4)
	xs, ys := l.edges()
	for _, x := range xs {
		lines = append(lines, inside(vertical(x, margin, l.PageH-margin, 0, l.PageH), x, l.PageW)...)
	}
	for _, y := range ys {
		lines = append(lines, inside(horizontal(y, margin, l.PageW-margin, 0, l.PageW), y, l.PageH)...)
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
