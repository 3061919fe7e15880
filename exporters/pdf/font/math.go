package font

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:embed files/NotoSansMath-Regular.ttf
var notoMath []byte

// Math returns the font for formulas, parsed when first used.
var Math = sync.OnceValue(func() *MathFace {
	m, err := parseMath(notoMath)
	if err != nil {
		panic("font: embedded math: " + err.Error())
	}
	return m
})

// MathFace is a font with a MATH table: OpenType 1.9, chapter "MATH". All
// measures are in thousandths of the size. It may be used by several
// goroutines at once.
type MathFace struct {
	font     *sfnt.Font
	upem     int
	table    []byte
	italics  map[sfnt.GlyphIndex]int
	accents  map[sfnt.GlyphIndex]int
	vertical map[sfnt.GlyphIndex]construction
	level    map[sfnt.GlyphIndex]construction // horizontal

	mu    sync.Mutex
	known map[sfnt.GlyphIndex]Glyph
}

// Glyph is a glyph of a formula: its drawing and its measures.
type Glyph struct {
	ID              sfnt.GlyphIndex
	Advance         int
	Ascent, Descent int // of its ink; the descent of a raised glyph is negative
	Path            []Segment
}

// Part is a glyph of an assembly and its place along it.
type Part struct {
	Glyph  Glyph
	Offset int
}

type construction struct {
	variants []variant
	parts    []assemblyPart
}

type variant struct {
	glyph sfnt.GlyphIndex
	size  int
}

type assemblyPart struct {
	glyph               sfnt.GlyphIndex
	start, end, advance int
	extender            bool
}

var errMath = errors.New("no usable MATH table")

func parseMath(data []byte) (*MathFace, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	table := tableOf(data, "MATH")
	if len(table) < 10 {
		return nil, errMath
	}
	m := &MathFace{font: f, upem: int(f.UnitsPerEm()), table: table, known: map[sfnt.GlyphIndex]Glyph{}}
	info := m.at(6, 0)
	m.italics = m.values(m.at(info, info))
	m.accents = m.values(m.at(info+2, info))
	variants := m.at(8, 0)
	m.vertical = m.constructions(variants, 2, 6, 0)
	m.level = m.constructions(variants, 4, 8, m.u16(variants+6))
	return m, nil
}

func tableOf(data []byte, name string) []byte {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[12+16*i:]
		if string(record[:4]) == name {
			offset, size := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
			return data[offset : offset+size]
		}
	}
	return nil
}

func (m *MathFace) u16(at int) int { return int(binary.BigEndian.Uint16(m.table[at:])) }

// at returns the place that an offset stored at one place leads to.
func (m *MathFace) at(place, base int) int { return base + m.u16(place) }

// value returns a signed measure in thousandths.
func (m *MathFace) value(at int) int {
	return int(int16(binary.BigEndian.Uint16(m.table[at:]))) * 1000 / m.upem
}

// coverage lists the glyphs of a coverage table in their order.
func (m *MathFace) coverage(at int) []sfnt.GlyphIndex {
	var glyphs []sfnt.GlyphIndex
	n := m.u16(at + 2)
	for i := range n {
		if m.u16(at) == 1 {
			glyphs = append(glyphs, sfnt.GlyphIndex(m.u16(at+4+2*i)))
			continue
		}
		record := at + 4 + 6*i
		for g := m.u16(record); g <= m.u16(record+2); g++ {
			glyphs = append(glyphs, sfnt.GlyphIndex(g))
		}
	}
	return glyphs
}

// values reads a table of one measure for each covered glyph.
func (m *MathFace) values(at int) map[sfnt.GlyphIndex]int {
	values := map[sfnt.GlyphIndex]int{}
	for i, g := range m.coverage(m.at(at, at)) {
		values[g] = m.value(at + 4 + 4*i)
	}
	return values
}

// constructions reads how glyphs grow: the coverage is at one place of the
// table of variants, the count at another, the first record after both.
func (m *MathFace) constructions(at, coverage, count, skip int) map[sfnt.GlyphIndex]construction {
	made := map[sfnt.GlyphIndex]construction{}
	if m.u16(at+coverage) == 0 || m.u16(at+count) == 0 {
		return made
	}
	for i, g := range m.coverage(m.at(at+coverage, at)) {
		made[g] = m.construction(m.at(at+10+2*(skip+i), at))
	}
	return made
}

func (m *MathFace) construction(at int) construction {
	var c construction
	for i := range m.u16(at + 2) {
		record := at + 4 + 4*i
		c.variants = append(c.variants, variant{sfnt.GlyphIndex(m.u16(record)), m.u16(record+2) * 1000 / m.upem})
	}
	if m.u16(at) == 0 {
		return c
	}
	assembly := m.at(at, at)
	for i := range m.u16(assembly + 4) {
		record := assembly + 6 + 10*i
		c.parts = append(c.parts, assemblyPart{
			sfnt.GlyphIndex(m.u16(record)), m.value(record + 2), m.value(record + 4), m.value(record + 6), m.u16(record+8)&1 != 0,
		})
	}
	return c
}

// Constant is an entry of the table of constants.
type Constant int

// The constants that formulas use, by their place in the table: each is a
// measure of four bytes after four plain numbers.
const (
	AxisHeight Constant = iota + 1
	AccentBaseHeight
	flattenedAccentBaseHeight
	SubscriptShiftDown
	SubscriptTopMax
	SubscriptBaselineDropMin
	SuperscriptShiftUp
	SuperscriptShiftUpCramped
	SuperscriptBottomMin
	SuperscriptBaselineDropMax
	SubSuperscriptGapMin
	SuperscriptBottomMaxWithSubscript
	SpaceAfterScript
	UpperLimitGapMin
	UpperLimitBaselineRiseMin
	LowerLimitGapMin
	LowerLimitBaselineDropMin
)

// Further constants.
const (
	FractionNumeratorShiftUp Constant = iota + 28
	FractionNumeratorDisplayShiftUp
	FractionDenominatorShiftDown
	FractionDenominatorDisplayShiftDown
	FractionNumeratorGapMin
	FractionNumeratorDisplayGapMin
	FractionRuleThickness
	FractionDenominatorGapMin
	FractionDenominatorDisplayGapMin
)

// The constants of radicals.
const (
	RadicalGap Constant = iota + 45
	RadicalDisplayGap
	RadicalRuleThickness
	RadicalExtraAscender
)

// Constant returns a constant.
func (m *MathFace) Constant(c Constant) int {
	return m.value(m.at(4, 0) + 8 + 4*int(c))
}

// Rune returns the glyph of a character, and whether the font has it.
func (m *MathFace) Rune(r rune) (Glyph, bool) {
	var buf sfnt.Buffer
	id, err := m.font.GlyphIndex(&buf, r)
	if err != nil || id == 0 {
		return Glyph{}, false
	}
	return m.glyph(id), true
}

// ItalicCorrection returns the room a slanted glyph needs before a script.
func (m *MathFace) ItalicCorrection(g Glyph) int { return m.italics[g.ID] }

// AccentX returns where the middle of an accent stands on a glyph.
func (m *MathFace) AccentX(g Glyph) int {
	if x, ok := m.accents[g.ID]; ok {
		return x
	}
	return g.Advance / 2
}

func (m *MathFace) glyph(id sfnt.GlyphIndex) Glyph {
	m.mu.Lock()
	defer m.mu.Unlock()
	g, ok := m.known[id]
	if !ok {
		g = outlineOf(m.font, id)
		m.known[id] = g
	}
	return g
}

// outlineOf reads a glyph at a size of a thousand.
func outlineOf(f *sfnt.Font, id sfnt.GlyphIndex) Glyph {
	var buf sfnt.Buffer
	g := Glyph{ID: id}
	size := fixed.I(1000)
	if advance, err := f.GlyphAdvance(&buf, id, size, xfont.HintingNone); err == nil {
		g.Advance = advance.Round()
	}
	segments, err := f.LoadGlyph(&buf, id, size, nil)
	if err != nil {
		return g
	}
	var p path
	at := func(q fixed.Point26_6) Point { return Point{float32(q.X) / 64, -float32(q.Y) / 64} }
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			p.move(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			p.line(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			p.quad(at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			p.cubic(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	bounds := segments.Bounds()
	g.Path, g.Ascent, g.Descent = p.segments, -bounds.Min.Y.Floor(), bounds.Max.Y.Ceil()
	return g
}

// Glyph returns the glyph of a character in the first face of a style's
// chain that has it.
func (s *Set) Glyph(style Style, r rune) (Glyph, error) {
	face, _ := s.Lookup(style, r)
	if face == nil {
		return Glyph{}, fmt.Errorf("no font has U+%04X", r)
	}
	var buf sfnt.Buffer
	id, err := face.sfnt().GlyphIndex(&buf, r)
	if err != nil {
		return Glyph{}, err
	}
	return outlineOf(face.sfnt(), id), nil
}
