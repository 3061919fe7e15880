// Package geom has the lengths and rectangles that pages are made of. Lengths
// are whole numbers, so that a layout comes out the same on every machine.
package geom

import "math"

// Length is a distance in thousandths of a point; a point is 1/72 inch.
type Length int64

// The usual units.
const (
	Point Length = 1000
	Inch         = 72 * Point
)

// MM returns a length given in millimetres, rounded to the nearest unit.
func MM(mm float64) Length { return Length(math.Round(mm * float64(Inch) / 25.4)) }

// Points returns the length in points.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// Times returns the length times n thousandths: measures of text are kept in
// thousandths of its size.
func (l Length) Times(n int) Length { return l * Length(n) / 1000 }

// Rect is a rectangle on a page; Y grows downwards from the page's top.
type Rect struct{ X, Y, W, H Length }

// Inset returns the rectangle made smaller by d on every side.
func (r Rect) Inset(d Length) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// Right and Bottom return the far edges.
func (r Rect) Right() Length { return r.X + r.W }

// Bottom returns the lower edge.
func (r Rect) Bottom() Length { return r.Y + r.H }

// Overlaps reports whether the insides of two rectangles meet.
func (r Rect) Overlaps(s Rect) bool {
	return r.X < s.Right() && s.X < r.Right() && r.Y < s.Bottom() && s.Y < r.Bottom()
}

// Contains reports whether s lies within r.
func (r Rect) Contains(s Rect) bool {
	return r.X <= s.X && r.Y <= s.Y && s.Right() <= r.Right() && s.Bottom() <= r.Bottom()
}
