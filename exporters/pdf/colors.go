package pdf

import "recto/exporters/pdf/geom"

// Colours, as 0xRRGGBB. They are dark enough to read on a monochrome printer
// and light enough behind text.
const (
	inkText      = 0x1A1A1A
	inkQuiet     = 0x6A6A6A // headers, markers, captions
	inkLink      = 0x1F4E8C
	inkAnswer    = 0x9A2C1F // what a cloze hid
	inkRule      = 0xB4B4B4
	inkCut       = 0x9A9A9A
	backCode     = 0xF1F1EF
	backMark     = 0xFFEFA3
	backHeader   = 0xECECEC
	backCallout  = 0xF4F6F8
	railQuote    = 0xC4C4C4
	railCallout  = 0x4B7BB5
	railWarning  = 0xC77B22
	railPositive = 0x3E8E5B
)

// badge marks the cards of one deck: by its colour, and on a monochrome
// printer by its pattern of strokes.
type badge struct {
	ink     uint32
	strokes []geom.Length // their lengths, from the left
}

// badgeWidth is the width of every badge, with its gaps.
var badgeWidth = geom.MM(11)

var badgeInks = []uint32{0x2F6DB5, 0xD0762A, 0x3B8F5A, 0xB93F4A, 0x7458A6, 0x268A92, 0x86603A, 0xB0457C}

// badgePatterns are in millimetres; strokes stand 1 mm apart.
var badgePatterns = [][]float64{
	{11}, {5, 5}, {8, 2}, {2, 8}, {3, 3, 3}, {6, 1.5, 1.5}, {1.5, 1.5, 6}, {2, 2, 2, 2},
}

// badgeOf returns the badge of the nth deck. Colours and patterns repeat
// after 8 decks, in a different pairing, so that 64 decks differ.
func badgeOf(n int) badge {
	k := len(badgeInks)
	pattern := badgePatterns[(n+n/k)%len(badgePatterns)]
	strokes := make([]geom.Length, len(pattern))
	for i, s := range pattern {
		strokes[i] = geom.MM(s)
	}
	return badge{badgeInks[n%k], strokes}
}

// callouts are the colours of the rails of callouts by type; others have
// railCallout. The names are Obsidian's.
var callouts = map[string]uint32{
	"warning": railWarning, "caution": railWarning, "attention": railWarning, "danger": 0xB93F4A, "error": 0xB93F4A,
	"bug": 0xB93F4A, "failure": 0xB93F4A, "fail": 0xB93F4A, "missing": 0xB93F4A, "tip": railPositive, "hint": railPositive,
	"success": railPositive, "check": railPositive, "done": railPositive, "question": railWarning, "help": railWarning, "faq": railWarning,
	"example": 0x7458A6, "quote": railQuote, "cite": railQuote,
}
