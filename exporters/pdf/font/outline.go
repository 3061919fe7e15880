package font

// Outline is a drawing that scales with the text around it, in thousandths
// of its size: the pen starts at the origin on the baseline, Y grows upwards.
type Outline struct {
	Advance int
	Path    []Segment
}

// Segment is one step of a path.
type Segment struct {
	Op Op
	// Points are the end point, for a curve after its two control points.
	Points [3]Point
}

// Op says what a [Segment] does.
type Op uint8

// The steps of a path. Every Move closes the contour before it.
const (
	Move Op = iota
	Line
	Curve
)

// Point is a place in thousandths of the size.
type Point struct{ X, Y float32 }

// path collects segments, turning quadratic curves into cubic ones.
type path struct {
	segments []Segment
	at       Point
}

func (p *path) move(to Point) {
	p.segments = append(p.segments, Segment{Op: Move, Points: [3]Point{to}})
	p.at = to
}

func (p *path) line(to Point) {
	p.segments = append(p.segments, Segment{Op: Line, Points: [3]Point{to}})
	p.at = to
}

func (p *path) quad(control, to Point) {
	third := func(end Point) Point {
		return Point{end.X + (control.X-end.X)*2/3, end.Y + (control.Y-end.Y)*2/3}
	}
	p.cubic(third(p.at), third(to), to)
}

func (p *path) cubic(a, b, to Point) {
	p.segments = append(p.segments, Segment{Op: Curve, Points: [3]Point{a, b, to}})
	p.at = to
}
