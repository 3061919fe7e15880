package xlsx

// look is how a cell looks. It is comparable: equal looks are one style of
// the workbook.
type look struct {
	size      float64 // of the font in points; 0 for bodySize
	color     string  // of the font, RRGGBB; empty for ink
	fill      string  // RRGGBB; empty for none
	line      string  // colour of the thin line below, RRGGBB; empty for none
	above     string  // colour of the thin line above, RRGGBB; empty for none
	bold      bool
	underline bool
	wrap      bool
	center    bool
	middle    bool // in the vertical middle; else at the top
	indent    int
	format    string // number format; empty for formatID
	formatID  int    // a number format that Excel has built in; 0 for general
}

// Sizes of type, in points. defaultSize is the size that column widths are
// counted in.
const (
	fontName    = "맑은 고딕"
	codeFont    = "Consolas"
	defaultSize = 11.0
	bodySize    = 10.0
)

// The colours of the workbook: quiet blues and greys, with amber for what
// needs a look and green for what is known.
const (
	ink       = "1F2933"
	faint     = "7B8794"
	linkColor = "2B6CB0"
	navy      = "33506E"
	white     = "FFFFFF"
	mist      = "F3F6F9"
	hairline  = "DDE3EA"
	codeColor = "0F6674"
	markColor = "B45309"
	amberInk  = "8A5A00"
	amberFill = "FFF4D6"
	greenInk  = "1E6B45"
	greenFill = "E1F3E8"
	blueInk   = "2B5C8A"
	blueFill  = "E6F0FA"
)

// The looks of the sheets' parts.
var (
	headLook    = &look{bold: true, color: white, fill: navy, center: true, middle: true, wrap: true}
	yourHead    = &look{bold: true, color: white, fill: "5B7F5E", center: true, middle: true, wrap: true}
	numberLook  = &look{color: faint, line: hairline, center: true}
	termLook    = &look{size: 11, bold: true, color: navy, line: hairline, wrap: true}
	disputeLook = &look{size: 11, bold: true, color: amberInk, fill: amberFill, line: hairline, wrap: true}
	bodyLook    = &look{line: hairline, wrap: true}
	quietLook   = &look{size: 9, color: faint, line: hairline, wrap: true}
	sourceLook  = &look{size: 9, color: linkColor, line: hairline, wrap: true, underline: true}
	stateLook   = &look{line: hairline, center: true}
	idLook      = &look{size: 9, color: faint, format: "@"}
)

// The looks of the sheets that are read rather than filtered.
var (
	titleLook   = &look{size: 18, bold: true, color: navy, middle: true}
	sectionLook = &look{size: 11, bold: true, color: navy, line: navy, middle: true}
	factLook    = &look{color: faint, middle: true}
	plainLook   = &look{middle: true}
	plainWrap   = &look{wrap: true}
	bulletLook  = &look{color: faint, wrap: true}
	linkLook    = &look{color: linkColor, underline: true, middle: true}
)

// The looks of the index.
var (
	letterLook      = &look{size: 12, bold: true, color: blueInk, fill: blueFill, center: true, middle: true}
	noLetterLook    = &look{size: 12, color: "B8C2CC", fill: mist, center: true, middle: true}
	letterCountLook = &look{size: 8, color: faint, center: true}
	initialLook     = &look{size: 12, bold: true, color: navy, above: hairline, middle: true, center: true}
	initialCount    = &look{size: 8, color: faint, above: hairline, middle: true, center: true}
	groupLook       = &look{color: linkColor, above: hairline, middle: true}
	groupDispute    = &look{color: amberInk, above: hairline, middle: true}
	entryLook       = &look{color: linkColor, middle: true}
	entryDispute    = &look{color: amberInk, middle: true}
)

// The looks of the statistics.
var (
	countLook   = &look{line: hairline, middle: true, format: "#,##0"}
	shareLook   = &look{line: hairline, middle: true, format: "0%"}
	rowNameLook = &look{line: hairline, middle: true}
	totalLook   = &look{bold: true, fill: mist, line: hairline, middle: true, format: "#,##0"}
	totalShare  = &look{bold: true, fill: mist, line: hairline, middle: true, format: "0%"}
)
