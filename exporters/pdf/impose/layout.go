// Package impose says where cards stand on sheets of paper, so that each
// back comes to lie behind its front. It is geometry only: it knows neither
// content nor how a page is drawn.
package impose

import (
	"fmt"
	"strings"

	"recto/exporters/pdf/geom"
)

// Layout is a grid of equal cards on a sheet.
type Layout struct {
	Name       string
	Doc        string // what it is, for help texts
	PageW      geom.Length
	PageH      geom.Length
	Columns    int
	Rows       int
	Card       geom.Rect   // the first card: its place and size
	PitchX     geom.Length // from one column to the next
	PitchY     geom.Length
	Safe       geom.Length // what content keeps from the edge of its card
	Hole       geom.Length // further margin for a ring's hole, on the left of a front
	SingleCard bool        // the page is the card: nothing is cut
}

// Per returns the number of slots on a page.
func (l Layout) Per() int { return l.Columns * l.Rows }

// Slot returns the place of slot i, counted along the rows.
func (l Layout) Slot(i int) geom.Rect {
	r := l.Card
	r.X += geom.Length(i%l.Columns) * l.PitchX
	r.Y += geom.Length(i/l.Columns) * l.PitchY
	return r
}

// Page returns the whole page.
func (l Layout) Page() geom.Rect { return geom.Rect{W: l.PageW, H: l.PageH} }

// Check reports why cards cannot be printed in the layout.
func (l Layout) Check() error {
	smallest := size{geom.MM(35), geom.MM(25)}
	switch {
	case l.Columns < 1 || l.Rows < 1:
		return fmt.Errorf("a grid of %d×%d has no cards", l.Columns, l.Rows)
	case l.Card.W-l.Hole < smallest.w || l.Card.H < smallest.h:
		return fmt.Errorf("cards of %.0f×%.0f mm are too small; 35×25 mm is the least", mm(l.Card.W-l.Hole), mm(l.Card.H))
	case !l.Page().Contains(l.Slot(l.Per() - 1)), l.Card.X < 0, l.Card.Y < 0:
		return fmt.Errorf("the cards do not fit on a page of %.0f×%.0f mm", mm(l.PageW), mm(l.PageH))
	}
	return nil
}

func mm(l geom.Length) float64 { return float64(l) / float64(geom.MM(1)) }

// Grid returns a layout that divides a page into columns and rows, within
// margins and with gutters between cards.
func Grid(name string, pageW, pageH geom.Length, columns, rows int, margin, gutter geom.Length) Layout {
	l := Layout{Name: name, PageW: pageW, PageH: pageH, Columns: columns, Rows: rows, Safe: geom.MM(5)}
	if columns < 1 || rows < 1 {
		return l
	}
	w := (pageW - 2*margin - geom.Length(columns-1)*gutter) / geom.Length(columns)
	h := (pageH - 2*margin - geom.Length(rows-1)*gutter) / geom.Length(rows)
	l.Card = geom.Rect{X: margin, Y: margin, W: w, H: h}
	l.PitchX, l.PitchY = w+gutter, h+gutter
	return l
}

// Layouts returns the presets, the default first. The measures of label
// stock are those of the glabels templates.
func Layouts() []Layout {
	a4w, a4h := geom.MM(210), geom.MM(297)
	letterW, letterH := 17*geom.Inch/2, 11*geom.Inch
	return []Layout{
		Grid("a4-8", a4w, a4h, 2, 4, geom.MM(10), 0).doc("A4, 2×4 cards of 95×69 mm"),
		Grid("a4-10", a4w, a4h, 2, 5, geom.MM(10), 0).doc("A4, 2×5 cards of 95×55 mm"),
		Grid("a4-9", a4w, a4h, 3, 3, geom.MM(10), 0).doc("A4, 3×3 cards of 63×92 mm"),
		Grid("a7", a4w, a4h, 2, 4, 0, 0).safe(7).doc("A4, 2×4 cards of A7, edge to edge"),
		Grid("a8", a4w, a4h, 4, 4, 0, 0).safe(6).doc("A4, 4×4 cards of A8, edge to edge"),
		Grid("b5-jis", geom.MM(182), geom.MM(257), 2, 3, geom.MM(10), 0).doc("B5 of Korea and Japan (182×257 mm), 2×3 cards of 81×79 mm"),
		Grid("b5-iso", geom.MM(176), geom.MM(250), 2, 3, geom.MM(10), 0).doc("ISO B5 (176×250 mm), 2×3 cards of 78×77 mm"),
		stock("avery-5388", letterW, letterH, 1, 3, inches(5, 3), inches(1.75, 1), inches(5, 3)).doc("Letter, 1×3 index cards of 5×3 in"),
		stock("avery-5371", letterW, letterH, 2, 5, inches(3.5, 2), inches(0.75, 0.5), inches(3.5, 2)).doc("Letter, 2×5 business cards (also 8371, 8471, 5877)"),
		stock("avery-5389", letterW, letterH, 1, 2, inches(6, 4), inches(1.25, 1.25), inches(6, 4.5)).doc("Letter, 1×2 postcards of 6×4 in"),
		stock("avery-c32011", a4w, a4h, 2, 5, mms(85, 54), mms(15, 13.5), mms(95, 54)).doc("A4, 2×5 business cards of 85×54 mm (also C32010)"),
		stock("avery-c32015", a4w, a4h, 2, 4, mms(85, 54), mms(17, 31.5), mms(91, 60)).doc("A4, 2×4 business cards of 85×54 mm"),
		single("index-3x5", 5*geom.Inch, 3*geom.Inch).doc("single index cards of 5×3 in"),
		single("index-4x6", 6*geom.Inch, 4*geom.Inch).doc("single index cards of 6×4 in"),
		Grid("ring", a4w, a4h, 2, 8, geom.MM(10), 0).safe(4).hole(10).doc("A4, 2×8 word cards of 95×35 mm with room for a ring's hole"),
	}
}

func (l Layout) doc(s string) Layout { l.Doc = s; return l }

func (l Layout) safe(mm float64) Layout { l.Safe = geom.MM(mm); return l }

func (l Layout) hole(mm float64) Layout { l.Hole = geom.MM(mm); return l }

type size struct{ w, h geom.Length }

func inches(w, h float64) size { return mms(w*25.4, h*25.4) }

func mms(w, h float64) size { return size{geom.MM(w), geom.MM(h)} }

// stock returns the layout of label stock by the size of a card, the place
// of the first and the distance to the next.
func stock(name string, pageW, pageH geom.Length, columns, rows int, card, origin, pitch size) Layout {
	return Layout{
		Name: name, PageW: pageW, PageH: pageH, Columns: columns, Rows: rows,
		Card:   geom.Rect{X: origin.w, Y: origin.h, W: card.w, H: card.h},
		PitchX: pitch.w, PitchY: pitch.h, Safe: geom.MM(5),
	}
}

func single(name string, w, h geom.Length) Layout {
	l := Grid(name, w, h, 1, 1, 0, 0).safe(6)
	l.SingleCard = true
	return l
}

// String returns the layout's name.
func (l *Layout) String() string { return l.Name }

// Set chooses a preset by its name.
func (l *Layout) Set(name string) error {
	var known strings.Builder
	for _, preset := range Layouts() {
		if strings.EqualFold(preset.Name, name) {
			*l = preset
			return nil
		}
		fmt.Fprintf(&known, "\n  %-14s%s", preset.Name, preset.Doc)
	}
	return fmt.Errorf("not a layout; the layouts are:%s", known.String())
}

// Type returns the word for a value in help texts.
func (*Layout) Type() string { return "NAME" }
