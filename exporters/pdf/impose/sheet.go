package impose

import (
	"errors"

	"recto/exporters/pdf/geom"
)

// Sheet says where the cards of one sheet stand. A card that is not there
// leaves its places empty, which is what mirrors an incomplete last sheet by
// slot and not by number.
type Sheet struct {
	Cards int     // how many cards there are on a full sheet
	Front []Place // on the front page
	Back  []Place // on the back page; none when paper is printed on one side
	Folds []Line  // where a one-sided sheet is folded
}

// Place is where one side of a card stands.
type Place struct {
	Card   int // index on the sheet
	Back   bool
	Rect   geom.Rect
	Turned bool // upside down
}

// Line is a line on a page.
type Line struct{ X1, Y1, X2, Y2 geom.Length }

// Sheet returns the sheet of a layout for a way of printing both sides.
func (l Layout) Sheet(s Sides) (Sheet, error) {
	if err := l.Check(); err != nil {
		return Sheet{}, err
	}
	if s == Fold {
		return l.fold()
	}
	sheet := Sheet{Cards: l.Per()}
	for i := range l.Per() {
		front := Place{Card: i, Rect: l.Slot(i)}
		sheet.Front = append(sheet.Front, front)
		if s != Fronts {
			sheet.Back = append(sheet.Back, l.behind(front, s))
		}
	}
	return sheet, nil
}

// behind returns where the back of a card is printed. Turning the paper over
// its vertical axis mirrors the columns. Turning it over the horizontal axis
// does the same to a page that is printed upside down as a whole.
func (l Layout) behind(front Place, s Sides) Place {
	back := front
	back.Back = true
	portrait := l.PageH >= l.PageW
	if overLong := s != ShortEdge; overLong == portrait {
		back.Rect.X = l.PageW - front.Rect.Right()
		return back
	}
	back.Rect.Y = l.PageH - front.Rect.Bottom()
	back.Turned = true
	return back
}

// fold pairs neighbouring slots. Folded along a vertical line, a back stands
// upright; along a horizontal line it must be upside down. The back touches
// its front, whatever the gutter.
func (l Layout) fold() (Sheet, error) {
	across, down := l.Columns/2*l.Rows, l.Columns*(l.Rows/2)
	if across+down == 0 {
		return Sheet{}, errors.New("folding needs a layout with at least two cards on a page")
	}
	sheet := Sheet{Cards: max(across, down)}
	for i := range sheet.Cards {
		var front geom.Rect
		back := Place{Card: i, Back: true}
		if across >= down {
			pairs := l.Columns / 2
			front = l.Slot(i/pairs*l.Columns + i%pairs*2)
			back.Rect = front
			back.Rect.X += front.W
			sheet.Folds = append(sheet.Folds, Line{back.Rect.X, front.Y, back.Rect.X, front.Bottom()})
		} else {
			front = l.Slot(i/l.Columns*2*l.Columns + i%l.Columns)
			back.Rect, back.Turned = front, true
			back.Rect.Y += front.H
			sheet.Folds = append(sheet.Folds, Line{front.X, back.Rect.Y, front.Right(), back.Rect.Y})
		}
		sheet.Front = append(sheet.Front, Place{Card: i, Rect: front}, back)
	}
	return sheet, nil
}
