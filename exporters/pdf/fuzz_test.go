package pdf

import (
	"strings"
	"testing"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
)

// maker makes content of bytes, the same for the same bytes.
type maker struct{ data []byte }

func (m *maker) next(n int) int {
	if len(m.data) == 0 {
		return 0
	}
	b := m.data[0]
	m.data = m.data[1:]
	return int(b) % n
}

// scraps are texts that are hard to set.
var scraps = []string{
	"", " ", "가", "프로세스와 스레드의 차이", "a b c", "\x00\x01", "\xff\xfe", "e\u0301", "각", "漢字 かな 混じり文、。「」", strings.Repeat("길", 300),
	strings.Repeat("w", 200), "👩‍👩‍👧‍👦", "🇰🇷🇯🇵", "\U00020BB7野家", "สวัสดี", "1️⃣ 2", "a\u200bb", "\u202eabc", "x\ty", "line\nbreak", "─│┌", "𝐱𝟘", "(a)/(b)-c",
	"http://example.com/a/very/long/path/that/does/not/end?query=value&other=value", "\\frac{a}{b}", "$", "%", "ﬁ ﬂ", "a\u00A0b", "\u3000全角", "#*0️⃣", "\uFFFC",
}

// formulaScraps are formulas that are hard to set.
var formulaScraps = []string{
	`\frac{a}{b}`, `x^{y^{z^w}}`, `\sum_{i=1}^n i`, `\begin{pmatrix}1&2\\3&4\end{pmatrix}`, `\left(`, `\unknown`, `{`, `}`, `\\`, `\text{가}`, strings.Repeat("x+", 200) + "1",
	strings.Repeat(`\frac{1}{`, 60) + "x" + strings.Repeat("}", 60), `\sqrt[3]{x}`, `a_b_c`, `^`, `\`, `\begin{`, `\left\{\right.`, `\ce{H2O}`, `\hat{}`, strings.Repeat(`\\`, 60), "\x00",
}

func (m *maker) text() string { return scraps[m.next(len(scraps))] }

func (m *maker) inlines(depth int) []card.Inline {
	var list []card.Inline
	for range m.next(5) {
		list = append(list, m.inline(depth))
	}
	return list
}

func (m *maker) inline(depth int) card.Inline {
	if depth <= 0 {
		return &card.Text{Value: m.text()}
	}
	inner := func() []card.Inline { return m.inlines(depth - 1) }
	switch m.next(16) {
	case 0:
		return &card.Emphasis{Content: inner()}
	case 1:
		return &card.Strong{Content: inner()}
	case 2:
		return &card.Strike{Content: inner()}
	case 3:
		return &card.Highlight{Content: inner()}
	case 4:
		return &card.Superscript{Content: inner()}
	case 5:
		return &card.Subscript{Content: inner()}
	case 6:
		return &card.CodeSpan{Text: m.text()}
	case 7:
		return &card.MathSpan{TeX: formulaScraps[m.next(len(formulaScraps))]}
	case 8:
		return &card.Link{Dest: m.text(), Content: inner()}
	case 9:
		return &card.Image{Dest: m.text(), Alt: m.text()}
	case 10:
		return &card.Footnote{Content: inner()}
	case 11:
		return &card.Cloze{Number: 1, Hint: m.text(), Content: inner()}
	case 12:
		return &card.Break{}
	}
	return &card.Text{Value: m.text()}
}

func (m *maker) blocks(depth int) []card.Block {
	var list []card.Block
	for range 1 + m.next(4) {
		list = append(list, m.block(depth))
	}
	return list
}

func (m *maker) block(depth int) card.Block {
	if depth <= 0 {
		return &card.Paragraph{Content: m.inlines(2)}
	}
	switch m.next(10) {
	case 0:
		return &card.Heading{Level: 1 + m.next(6), Content: m.inlines(2)}
	case 1, 2:
		l := &card.List{Ordered: m.next(2) == 0, Start: m.next(256) * 1000}
		for range m.next(4) {
			l.Items = append(l.Items, card.Item{Task: card.Task(m.next(3)), Content: m.blocks(depth - 1)})
		}
		return l
	case 3:
		return &card.Quote{Callout: []string{"", "warning", "x"}[m.next(3)], Title: m.inlines(1), Content: m.blocks(depth - 1)}
	case 4:
		return &card.Code{Lang: []string{"go", "python", ""}[m.next(3)], Text: m.text() + "\n\n\t" + m.text()}
	case 5, 6:
		columns := 1 + m.next(9)
		t := &card.Table{}
		row := func() (cells [][]card.Inline) {
			for range columns {
				cells = append(cells, m.inlines(1))
			}
			return cells
		}
		t.Header = row()
		for range m.next(5) {
			t.Rows = append(t.Rows, row())
		}
		return t
	case 7:
		return &card.Math{TeX: formulaScraps[m.next(len(formulaScraps))]}
	case 8:
		return &card.Rule{}
	}
	return &card.Paragraph{Content: m.inlines(3)}
}

func (m *maker) card() *card.Card {
	k := &card.Card{Kind: card.Kind(m.next(5)), Front: m.blocks(2), Back: m.blocks(4), Headings: []string{m.text(), m.text()}, Deck: m.text()}
	for range m.next(5) {
		k.Options = append(k.Options, card.Option{Label: m.text(), Content: m.inlines(2), Correct: m.next(2) == 0, Note: m.inlines(1)})
	}
	return k
}

// bounds checks that all that a layer shows lies within a rectangle and that
// no two pieces of text or images lie on each other.
func bounds(t *testing.T, s *setting, l *layer, back bool) {
	t.Helper()
	safe := geom.Rect{X: s.left(back), Y: s.safe, W: s.frame().w, H: s.h - 2*s.safe}
	const hair = geom.Point / 10
	wide := geom.Rect{X: safe.X - hair, Y: safe.Y - hair, W: safe.W + 2*hair, H: safe.H + 2*hair}
	var boxes []geom.Rect
	var names []string
	add := func(r geom.Rect, name string) {
		if !wide.Contains(r) {
			t.Fatalf("%q at %v is outside of %v", name, r, safe)
		}
		r = geom.Rect{X: r.X + hair, Y: r.Y + hair, W: r.W - 2*hair, H: r.H - 2*hair}
		for i, b := range boxes {
			if r.W > 0 && r.H > 0 && r.Overlaps(b) {
				t.Fatalf("%q at %v lies on %q at %v", name, r, names[i], b)
			}
		}
		if r.W > 0 && r.H > 0 {
			boxes, names = append(boxes, r), append(names, name)
		}
	}
	for _, m := range l.texts {
		add(geom.Rect{X: m.x, Y: m.y - m.size.Times(750), W: m.size.Times(width(m.face, m.text)), H: m.size.Times(850)}, m.text)
	}
	for _, o := range l.outlines {
		add(geom.Rect{X: o.x, Y: o.y - o.size.Times(700), W: o.size.Times(o.outline.Advance), H: o.size.Times(700)}, o.text)
	}
	for _, p := range l.pictures {
		add(p.Rect, p.image.name)
	}
	for _, f := range l.fills {
		if !wide.Contains(f.Rect) {
			t.Fatalf("a fill at %v is outside of %v", f.Rect, safe)
		}
	}
}

func FuzzLayout(f *testing.F) {
	f.Add([]byte("a card with this and that in it, which is long enough to have some of everything"), byte(0))
	for i := range 60 {
		seed := make([]byte, 400)
		for j := range seed {
			seed[j] = byte(i*31 + j*j*7 + j*i)
		}
		f.Add(seed, byte(i))
	}
	fonts := font.NewSet(nil)
	layouts := impose.Layouts()
	f.Fuzz(func(t *testing.T, data []byte, choice byte) {
		m := &maker{data: data}
		k := m.card()
		c := &card.Collection{Notes: []*card.Note{{Cards: []*card.Card{k}}}}
		e := exporter(t)
		s := newSetting(&e.Options, layouts[int(choice)%len(layouts)], fonts, c)
		leaves, _ := s.leaves(k, 1)
		for i := range leaves {
			bounds(t, s, &leaves[i].front, false)
			bounds(t, s, &leaves[i].back, true)
		}
	})
}
