package xlsx

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Excel shows at most this height of a row, in points.
const maxRowHeight = 409.0

// linePitch is the distance of two lines as a multiple of the type's size:
// 1.35 for 맑은 고딕 in Excel, 1.45 for the fonts that stand in for it.
const linePitch = 1.46

// lowLines is how many lines a row has at most to be low.
const lowLines = 4

// rowPadding is the room above and below the lines of a row, in points.
const rowPadding = 6.0

// cellPadding is the room at the sides of a cell, in digits.
const cellPadding = 1.2

// boldWidth is how much wider bold type is.
const boldWidth = 1.08

// advance returns the width of a sign in digits of the same size, with 5 %
// to spare: too high a row is better than a clipped one. The classes are
// those of the advances of Korean sans-serif fonts.
func advance(r rune) float64 {
	switch {
	case r < 0x80:
		return latinAdvance(r)
	case r >= 0xAC00 && r <= 0xD7A3:
		return 1.75
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 1.9
	case width.EastAsianAmbiguous:
		return 1.75
	}
	return 1.2
}

func latinAdvance(r rune) float64 {
	switch {
	case r == ' ':
		return 0.58
	case strings.ContainsRune("iljtfrI.,:;'|!()[]`", r):
		return 0.62
	case strings.ContainsRune("mwMW@%", r):
		return 1.6
	case 'A' <= r && r <= 'Z':
		return 1.25
	}
	return 1.06
}

// textWidth returns the width of a line of text in digits of its own size.
func textWidth(s string) float64 {
	w := 0.0
	for _, r := range s {
		w += advance(r)
	}
	return w
}

// lineCount returns on how many lines a text stands in a cell of a column,
// for type of the given size. Lines break at spaces, and inside a word that
// is longer than the line.
func lineCount(text string, columnWidth, size float64) int {
	room := max(1, (columnWidth-cellPadding)*defaultSize/size)
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += wrapped(line, room)
	}
	return n
}

// wrapped returns on how many lines one line of text stands.
func wrapped(line string, room float64) int {
	n, used, word := 1, 0.0, 0.0 // used is up to and without the current word
	for _, r := range line {
		a := advance(r)
		if r == ' ' {
			used += word + a
			word = 0
			continue
		}
		word += a
		if used+word <= room {
			continue
		}
		n++
		if used == 0 {
			word = a // the word itself is too long: it breaks here
			continue
		}
		used = 0
		if word > room {
			n++
			word = a
		}
	}
	return n
}

// heightOf returns the height of a row with so many lines of type, in points.
func heightOf(lines int, size float64) float64 {
	return math.Ceil(float64(lines)*size*linePitch + rowPadding)
}

// maxLines returns how many lines of type the highest row shows.
func maxLines(size float64) int {
	return int((maxRowHeight - rowPadding) / (size * linePitch))
}

// fit returns the row of cells, as high as the highest of them needs. Text
// that no row can show is cut and ends with mark, but not what the user wrote.
func fit(cells []cell, columns []column, mark string) row {
	r := row{cells: cells}
	for i := range cells {
		c := &cells[i]
		if c.look == nil || !c.look.wrap || columns[i].hidden {
			continue
		}
		size := c.look.points()
		width := columns[i].width
		if c.look.bold {
			width /= boldWidth
		}
		lines := lineCount(c.shown(), width, size)
		if lines > maxLines(size) && !c.yours {
			c.runs, c.text, r.cut = cutRuns(c.whole(), width, size, mark), "", true
			lines = maxLines(size)
		}
		r.height = max(r.height, heightOf(lines, size))
	}
	r.low = r.height <= heightOf(lowLines, bodySize)
	r.height = min(r.height, maxRowHeight)
	return r
}

// ink returns the colour of a look's type.
func (l *look) ink() string {
	if l.color == "" {
		return ink
	}
	return l.color
}

// points returns the size of a look's type.
func (l *look) points() float64 {
	if l.size == 0 {
		return bodySize
	}
	return l.size
}

// shown returns the text that a cell shows.
func (c *cell) shown() string {
	if c.runs == nil {
		return c.text
	}
	return joinRuns(c.runs)
}

// whole returns the text that a cell shows as runs.
func (c *cell) whole() []run {
	if c.runs == nil {
		return []run{{text: c.text}}
	}
	return c.runs
}
