package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recto/exporters/pdf/geom"
)

// Distance is a length that is given in millimetres on the command line. The
// zero value is not given.
type Distance struct {
	Length geom.Length
	Given  bool
}

// String returns the distance in millimetres, nothing when it is not given.
func (d *Distance) String() string {
	if !d.Given {
		return ""
	}
	return millimetres(d.Length)
}

// Set reads millimetres, from 0 to 100.
func (d *Distance) Set(s string) error {
	mm, err := number(s, 0, 100)
	if err != nil {
		return err
	}
	*d = Distance{geom.MM(mm), true}
	return nil
}

// Type returns the word for a value in help texts.
func (*Distance) Type() string { return "MM" }

func millimetres(l geom.Length) string {
	return strconv.FormatFloat(float64(l)*25.4/float64(geom.Inch), 'f', -1, 64)
}

// number reads a number within limits, with or without "mm" or "pt".
func number(s string, least, most float64) (float64, error) {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimSuffix(s, "mm"), "pt")
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || !(f >= least && f <= most) {
		return 0, fmt.Errorf("must be a number from %g to %g", least, most)
	}
	return f, nil
}

// Offset is where backs are moved, to the right and down, in millimetres on
// the command line.
type Offset struct{ X, Y geom.Length }

// String returns "x,y".
func (o *Offset) String() string { return millimetres(o.X) + "," + millimetres(o.Y) }

// Set reads "x,y" in millimetres, each from -20 to 20.
func (o *Offset) Set(s string) error {
	x, y, ok := strings.Cut(s, ",")
	if !ok {
		return errors.New(`must be two numbers with a comma, like "0.5,-1"`)
	}
	dx, err := number(x, -20, 20)
	if err != nil {
		return err
	}
	dy, err := number(y, -20, 20)
	if err != nil {
		return err
	}
	*o = Offset{geom.MM(dx), geom.MM(dy)}
	return nil
}

// Type returns the word for a value in help texts.
func (*Offset) Type() string { return "X,Y" }

// Paper is the size of a page. The zero value is that of the layout.
type Paper struct {
	Name string
	W, H geom.Length
}

// papers are the names of page sizes, in millimetres.
var papers = []struct {
	name string
	w, h float64
}{
	{"a3", 297, 420}, {"a4", 210, 297}, {"a5", 148, 210}, {"a6", 105, 148}, {"b5", 182, 257}, {"b5-jis", 182, 257},
	{"b5-iso", 176, 250}, {"letter", 215.9, 279.4}, {"legal", 215.9, 355.6},
}

// String returns the page as it was given.
func (p *Paper) String() string { return p.Name }

// Set reads a name, with "-landscape" for the page on its side, or a width
// and a height in millimetres, each from 40 to 1200.
func (p *Paper) Set(s string) error {
	s = strings.ToLower(strings.TrimSpace(s))
	name, landscape := strings.CutSuffix(s, "-landscape")
	for _, known := range papers {
		if known.name == name {
			*p = Paper{s, geom.MM(known.w), geom.MM(known.h)}
			if landscape {
				p.W, p.H = p.H, p.W
			}
			return nil
		}
	}
	w, h, ok := cutCross(s)
	if !ok {
		var names []string
		for _, known := range papers {
			names = append(names, known.name)
		}
		return fmt.Errorf(`must be one of %s, or a size in mm like "200x280"`, strings.Join(names, ", "))
	}
	width, err := number(w, 40, 1200)
	if err != nil {
		return err
	}
	height, err := number(h, 40, 1200)
	if err != nil {
		return err
	}
	*p = Paper{s, geom.MM(width), geom.MM(height)}
	return nil
}

// Type returns the word for a value in help texts.
func (*Paper) Type() string { return "SIZE" }

func cutCross(s string) (a, b string, ok bool) {
	if a, b, ok = strings.Cut(s, "x"); ok {
		return a, b, true
	}
	return strings.Cut(s, "×")
}

// Cells is how many columns and rows of cards a page has. The zero value is
// the number of the layout.
type Cells struct{ Columns, Rows int }

// String returns "columns×rows" in ASCII, nothing for the zero value.
func (c *Cells) String() string {
	if *c == (Cells{}) {
		return ""
	}
	return fmt.Sprintf("%dx%d", c.Columns, c.Rows)
}

// Set reads "columns×rows", each from 1 to 20.
func (c *Cells) Set(s string) error {
	a, b, ok := cutCross(s)
	columns, err1 := strconv.Atoi(a)
	rows, err2 := strconv.Atoi(b)
	if !ok || err1 != nil || err2 != nil || min(columns, rows) < 1 || max(columns, rows) > 20 {
		return errors.New(`must be columns and rows from 1 to 20, like "2x4"`)
	}
	*c = Cells{columns, rows}
	return nil
}

// Type returns the word for a value in help texts.
func (*Cells) Type() string { return "CxR" }

// Cut says which lines to cut by are printed.
type Cut int

// The cut styles. The zero value is Marks.
const (
	Marks Cut = iota // short marks in the margins and at corners
	Lines            // full lines
	Dashed
	NoCut
)

var cutNames = []string{"marks", "lines", "dashed", "none"}

// String returns the name used on the command line.
func (c *Cut) String() string { return cutNames[*c] }

// Set chooses by name.
func (c *Cut) Set(name string) error {
	i := slices.Index(cutNames, name)
	if i < 0 {
		return fmt.Errorf("must be one of %s", strings.Join(cutNames, ", "))
	}
	*c = Cut(i)
	return nil
}

// Type returns the word for a value in help texts.
func (*Cut) Type() string { return "STYLE" }

// Points is a text size.
type Points struct{ Length geom.Length }

// String returns the size in points.
func (p *Points) String() string {
	return strconv.FormatFloat(p.Length.Points(), 'f', -1, 64)
}

// Set reads a size from 5 to 14 points.
func (p *Points) Set(s string) error {
	size, err := number(s, 5, 14)
	if err != nil {
		return err
	}
	p.Length = geom.Length(size*2+0.5) * geom.Point / 2
	return nil
}

// Type returns the word for a value in help texts.
func (*Points) Type() string { return "PT" }
