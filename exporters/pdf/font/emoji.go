package font

import (
	"bytes"
	"sync"

	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// emojiFont is parsed when the first emoji is met.
var emojiFont = sync.OnceValue(func() *gofont.Font {
	face, err := gofont.ParseTTF(bytes.NewReader(notoEmoji))
	if err != nil {
		panic("font: embedded emoji: " + err.Error())
	}
	return face.Font
})

// Emoji returns the outline of an emoji, which may be a sequence of several
// characters (a family, a flag, a keycap); nil when the font lacks any part.
// Emoji are drawn as outlines because the PDF library cannot set characters
// beyond U+FFFF and cannot shape sequences.
func Emoji(cluster string) *Outline {
	emojiMemo.Lock()
	defer emojiMemo.Unlock()
	if o, ok := emojiMemo.known[cluster]; ok {
		return o
	}
	o := shapeEmoji(cluster)
	emojiMemo.known[cluster] = o
	return o
}

var emojiMemo = struct {
	sync.Mutex
	known map[string]*Outline
}{known: map[string]*Outline{}}

func shapeEmoji(cluster string) *Outline {
	face := gofont.NewFace(emojiFont())
	buffer := harfbuzz.NewBuffer()
	buffer.AddRunes([]rune(cluster), 0, -1)
	buffer.GuessSegmentProperties()
	buffer.Shape(harfbuzz.NewFont(face), nil)
	var p path
	scale := 1000 / float32(face.Upem())
	pen := float32(0)
	for i, glyph := range buffer.Info {
		if glyph.Glyph == 0 {
			return nil
		}
		if data, ok := face.GlyphData(glyph.Glyph).(gofont.GlyphOutline); ok {
			addSegments(&p, data.Segments, pen, scale)
		}
		pen += float32(buffer.Pos[i].XAdvance) * scale
	}
	if len(p.segments) == 0 || pen <= 0 {
		return nil
	}
	return &Outline{Advance: int(pen + 0.5), Path: p.segments}
}

func addSegments(p *path, segments []opentype.Segment, dx, scale float32) {
	at := func(q opentype.SegmentPoint) Point { return Point{dx + q.X*scale, q.Y * scale} }
	for _, s := range segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			p.move(at(s.Args[0]))
		case opentype.SegmentOpLineTo:
			p.line(at(s.Args[0]))
		case opentype.SegmentOpQuadTo:
			p.quad(at(s.Args[0]), at(s.Args[1]))
		case opentype.SegmentOpCubeTo:
			p.cubic(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
}
