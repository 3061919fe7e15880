package ledger

import (
	"crypto/sha256"
	"fmt"
	"path"
	"strconv"

	"recto/card"
)

// printer makes fingerprints: hashes of content that differ when an output
// would. It is not for use by several goroutines.
type printer struct {
	buf   []byte
	media map[*card.Media]string
}

func newPrinter() *printer { return &printer{media: map[*card.Media]string{}} }

// body returns the fingerprint of all content of a card.
func (p *printer) body(k *card.Card) string {
	p.buf = p.buf[:0]
	p.blocks(k.Front)
	p.open("back")
	p.blocks(k.Back)
	for _, o := range k.Options {
		p.open("option", o.Label, strconv.FormatBool(o.Correct))
		p.inlines(o.Content)
		p.open("note")
		p.inlines(o.Note)
		p.close()
		p.close()
	}
	p.open("explanation")
	p.blocks(k.Explanation)
	return p.sum()
}

// shown returns the fingerprint of what outputs show around the content: the
// way it asks, the file and the headings above, the tags, the vault of its
// links. Neither the deck nor the line is among them: Anki leaves cards where
// their owner put them, and lines move with every edit above.
func (p *printer) shown(k *card.Card, vault string) string {
	p.buf = p.buf[:0]
	p.open("around", strconv.FormatBool(k.Kind == card.Reversed), k.Pos.File, vault)
	p.open("headings", k.Headings...)
	p.open("tags", k.Tags...)
	return p.sum()
}

func (p *printer) sum() string { return encode(sha256.Sum256(p.buf)) }

// open writes the beginning of a node. Values have their length in front, so
// that no two contents are written alike.
func (p *printer) open(node string, values ...string) {
	p.buf = append(p.buf, '(')
	p.buf = append(p.buf, node...)
	for _, v := range values {
		p.buf = append(p.buf, ' ')
		p.buf = strconv.AppendInt(p.buf, int64(len(v)), 10)
		p.buf = append(p.buf, ':')
		p.buf = append(p.buf, v...)
	}
}

func (p *printer) close() { p.buf = append(p.buf, ')') }

func (p *printer) blocks(blocks []card.Block) {
	for _, b := range blocks {
		p.block(b)
		p.close()
	}
}

func (p *printer) block(b card.Block) {
	switch b := b.(type) {
	case *card.Paragraph:
		p.open("p")
		p.inlines(b.Content)
	case *card.Heading:
		p.open("h", strconv.Itoa(b.Level))
		p.inlines(b.Content)
	case *card.List:
		p.open("list", strconv.FormatBool(b.Ordered), strconv.Itoa(b.Start))
		for _, it := range b.Items {
			p.open("item", strconv.Itoa(int(it.Task)))
			p.blocks(it.Content)
			p.close()
		}
	case *card.Quote:
		p.open("quote", b.Callout)
		p.inlines(b.Title)
		p.open("of")
		p.blocks(b.Content)
		p.close()
	case *card.Code:
		p.open("code", b.Lang, b.Text)
	case *card.Table:
		p.open("table", fmt.Sprint(b.Align))
		p.row(b.Header)
		for _, r := range b.Rows {
			p.row(r)
		}
	case *card.Math:
		p.open("math", b.TeX)
	case *card.Rule:
		p.open("rule")
	default:
		panic("ledger: unknown block")
	}
}

func (p *printer) row(cells [][]card.Inline) {
	p.open("row")
	for _, c := range cells {
		p.open("cell")
		p.inlines(c)
		p.close()
	}
	p.close()
}

func (p *printer) inlines(content []card.Inline) {
	for _, in := range content {
		p.inline(in)
		p.inlines(card.Children(in))
		p.close()
	}
}

func (p *printer) inline(in card.Inline) {
	switch in := in.(type) {
	case *card.Text:
		p.open("text", in.Value)
	case *card.Emphasis:
		p.open("i")
	case *card.Strong:
		p.open("b")
	case *card.Strike:
		p.open("s")
	case *card.Highlight:
		p.open("mark")
	case *card.Superscript:
		p.open("sup")
	case *card.Subscript:
		p.open("sub")
	case *card.CodeSpan:
		p.open("codespan", in.Text)
	case *card.MathSpan:
		p.open("mathspan", in.TeX)
	case *card.Link:
		p.open("link", in.Dest, strconv.FormatBool(in.Wiki))
	case *card.Image:
		p.open("image", path.Base(in.Dest), in.Alt, strconv.Itoa(in.Width), p.file(in.Media))
	case *card.Footnote:
		p.open("footnote")
	case *card.Cloze:
		p.open("cloze", strconv.Itoa(in.Number), in.Hint)
	case *card.Break:
		p.open("br")
	default:
		panic("ledger: unknown inline")
	}
}

// file returns what tells the content of a media file from others: a picture
// may change under its name. Of one that cannot be read it is the size.
func (p *printer) file(m *card.Media) string {
	if m == nil {
		return ""
	}
	if sum, ok := p.media[m]; ok {
		return sum
	}
	sum, err := m.Sum()
	if err != nil {
		sum = strconv.FormatInt(m.Size, 10)
	}
	p.media[m] = sum
	return sum
}
