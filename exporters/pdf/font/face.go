// Package font has the typefaces that cards are set in: their measures, the
// outlines of their glyphs, and the order in which they are asked for a
// character. It knows nothing of pages.
package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one typeface. Its methods may be called by several goroutines at
// once.
type Face struct {
	Name string // unique, of letters, digits and "-"
	data []byte
	sfnt func() *sfnt.Font
	// advances holds the widths of the characters below U+10000 by blocks of
	// 256, made when a block is first asked for.
	advances [256]atomic.Pointer[[256]int16]
	// strict is set for a user's face, whose glyphs must have outlines.
	strict bool
}

// missing marks a character without a glyph in a block of advances.
const missing = -1

// embedded returns a face whose data is known to be good.
func embedded(name string, data []byte) *Face {
	return &Face{Name: name, data: data, sfnt: sync.OnceValue(func() *sfnt.Font {
		f, err := sfnt.Parse(data)
		if err != nil {
			panic("font: embedded " + name + ": " + err.Error())
		}
		return f
	})}
}

// Parse returns a face from the bytes of a TrueType font with glyf outlines,
// the only kind that the PDF library can embed. A character counts as covered
// only when its glyph has an outline: fonts exist that map characters to
// empty glyphs.
func Parse(name string, data []byte) (*Face, error) {
	if err := checkTrueType(data); err != nil {
		return nil, err
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("not a usable TrueType font: %w", err)
	}
	if f.NumGlyphs() < 2 || f.UnitsPerEm() <= 0 {
		return nil, errors.New("not a usable TrueType font: no glyphs")
	}
	return &Face{Name: name, data: data, sfnt: func() *sfnt.Font { return f }, strict: true}, nil
}

// Data returns the bytes of the font file; they must not be changed.
func (f *Face) Data() []byte { return f.data }

// Lone reports whether the face came without a bold one beside it.
func (f *Face) Lone() bool { return f.strict }

// SharesWidths reports whether the font file has fewer widths than glyphs, so
// that the last of them holds for many: OpenType 1.9, chapter "hmtx".
func (f *Face) SharesWidths() bool {
	header, profile := tableOf(f.data, "hhea"), tableOf(f.data, "maxp")
	if len(header) < 36 || len(profile) < 6 {
		return true
	}
	return binary.BigEndian.Uint16(header[34:]) < binary.BigEndian.Uint16(profile[4:])
}

// Advance returns how far a character of the basic plane moves the pen, in
// thousandths of the font's size, and whether the face has it.
func (f *Face) Advance(r rune) (int, bool) {
	if r < 0 || r > 0xFFFF {
		return 0, false
	}
	block := f.advances[r>>8].Load()
	if block == nil {
		block = f.block(r >> 8)
		f.advances[r>>8].Store(block)
	}
	a := block[r&0xFF]
	return int(a), a != missing
}

func (f *Face) block(n rune) *[256]int16 {
	var buf sfnt.Buffer
	var block [256]int16
	font := f.sfnt()
	upem := font.UnitsPerEm()
	for i := range block {
		block[i] = missing
		r := n<<8 | rune(i)
		g, err := font.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			continue
		}
		if f.strict && !isSpace(r) && f.empty(&buf, g) {
			continue
		}
		adv, err := font.GlyphAdvance(&buf, g, fixed.Int26_6(upem), xfont.HintingNone)
		if err == nil {
			// The PDF library rounds widths in the same way.
			block[i] = int16((int(adv)*1000 + int(upem)/2) / int(upem))
		}
	}
	return &block
}

func (f *Face) empty(buf *sfnt.Buffer, g sfnt.GlyphIndex) bool {
	segments, err := f.sfnt().LoadGlyph(buf, g, fixed.I(1000), nil)
	return err != nil || len(segments) == 0
}

func isSpace(r rune) bool {
	return r == ' ' || r == 0xA0 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}
