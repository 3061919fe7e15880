package pdf

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"

	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
)

// document draws pages: it is the only code that knows the PDF library.
type document struct {
	pdf     *fpdf.Fpdf
	h       geom.Length // height of the page
	dx, dy  geom.Length // where the current card's corner is
	ink     uint32
	face    *font.Face
	size    geom.Length
	alt     bool
	scripts map[*font.Face]*script
	images  map[string]bool
	pages   []string // the labels of the pages so far
	raw     []byte
}

// meta is what a document says of itself.
type meta struct {
	title string
	lang  string
	date  time.Time
}

func newDocument(w, h geom.Length, m meta) *document {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: w.Points(), Ht: h.Points()}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCellMargin(0)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // see finisher
	pdf.SetCreationDate(m.date)
	pdf.SetModificationDate(m.date)
	pdf.SetTitle(basicPlane(m.title), true)
	pdf.SetProducer("recto", true)
	pdf.SetLang(m.lang)
	return &document{pdf: pdf, h: h, scripts: map[*font.Face]*script{}, images: map[string]bool{}}
}

// basicPlane drops characters that the library cannot write in metadata.
func basicPlane(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return -1
		}
		return r
	}, s)
}

// page begins a page of a size, with the label that readers show for it.
func (d *document) page(w, h geom.Length, label string) {
	d.pages = append(d.pages, label)
	d.pdf.AddPageFormat("P", fpdf.SizeType{Wd: w.Points(), Ht: h.Points()})
	d.h = h
	d.dx, d.dy = 0, 0
	d.ink, d.face = 0, nil
}

// layer draws one side of a card with its corner at a place, upside down
// when it is turned.
func (d *document) layer(l *layer, r geom.Rect, turned bool) {
	d.dx, d.dy = r.X, r.Y
	if turned {
		d.command("q -1 0 0 -1 ", 2*r.X+r.W, 2*(d.h-r.Y)-r.H, " cm\n")
	}
	for _, f := range l.fills {
		d.fill(f)
	}
	for i := range l.pictures {
		d.picture(&l.pictures[i])
	}
	for i := range l.texts {
		d.text(&l.texts[i])
	}
	for i := range l.outlines {
		d.outline(&l.outlines[i])
	}
	if turned {
		d.pdf.RawWriteStr("Q\n")
		d.ink, d.face = 0, nil
	}
	for _, k := range l.links {
		box := geom.Rect{X: k.X + r.X, Y: k.Y + r.Y, W: k.W, H: k.H}
		if turned {
			box.X, box.Y = 2*r.X+r.W-box.Right(), 2*r.Y+r.H-box.Bottom()
		}
		d.pdf.LinkString(box.X.Points(), box.Y.Points(), box.W.Points(), box.H.Points(), k.address)
	}
	d.dx, d.dy = 0, 0
}

// command writes a raw PDF command with two lengths in it.
func (d *document) command(before string, x, y geom.Length, after string) {
	d.raw = append(d.raw[:0], before...)
	d.raw = appendLength(d.raw, x)
	d.raw = append(d.raw, ' ')
	d.raw = appendLength(d.raw, y)
	d.raw = append(d.raw, after...)
	d.pdf.RawWriteStr(string(d.raw))
}

// appendLength appends a length in points with two decimals.
func appendLength(b []byte, l geom.Length) []byte {
	if l < 0 {
		b = append(b, '-')
		l = -l
	}
	hundredths := int64(l+5) / 10
	b = strconv.AppendInt(b, hundredths/100, 10)
	return append(b, '.', byte('0'+hundredths/10%10), byte('0'+hundredths%10))
}

// setInk sets the colour of everything that follows. Text and fills share
// it, which saves the library from wrapping each text.
func (d *document) setInk(ink uint32) {
	if ink == d.ink {
		return
	}
	d.ink = ink
	r, g, b := int(ink>>16), int(ink>>8&0xFF), int(ink&0xFF)
	d.pdf.SetFillColor(r, g, b)
	d.pdf.SetTextColor(r, g, b)
}

func (d *document) fill(f fill) {
	d.setInk(f.ink)
	d.pdf.Rect((d.dx + f.X).Points(), (d.dy + f.Y).Points(), f.W.Points(), f.H.Points(), "F")
}

// strokes draws lines of a thickness, dashed when dash is not 0.
func (d *document) strokes(lines []impose.Line, ink uint32, thickness, dash geom.Length) {
	if len(lines) == 0 {
		return
	}
	d.pdf.SetDrawColor(int(ink>>16), int(ink>>8&0xFF), int(ink&0xFF))
	d.pdf.SetLineWidth(thickness.Points())
	if dash > 0 {
		d.pdf.SetDashPattern([]float64{dash.Points(), dash.Points()}, 0)
	}
	for _, l := range lines {
		d.pdf.Line(l.X1.Points(), l.Y1.Points(), l.X2.Points(), l.Y2.Points())
	}
	if dash > 0 {
		d.pdf.SetDashPattern(nil, 0)
	}
}

// circle draws the outline of a circle.
func (d *document) circle(x, y, radius geom.Length, ink uint32) {
	d.pdf.SetDrawColor(int(ink>>16), int(ink>>8&0xFF), int(ink&0xFF))
	d.pdf.SetLineWidth(0.4)
	d.pdf.Circle(x.Points(), y.Points(), radius.Points(), "D")
}

func (d *document) text(t *textMark) {
	d.setInk(t.ink)
	x, y := d.dx+t.x, d.dy+t.y
	script := d.script(t.face)
	for s := t.text; s != ""; {
		n, alt := script.take(s)
		d.use(t.face, t.size, alt)
		d.string(t, x, y, s[:n])
		if n < len(s) {
			x += t.size.Times(width(t.face, s[:n]))
		}
		s = s[n:]
	}
}

func width(face *font.Face, s string) int {
	total := 0
	for _, r := range s {
		advance, _ := face.Advance(r)
		total += advance
	}
	return total
}

// slant is the tangent of the angle of italics, 12 degrees.
const slant = 0.2126

// string sets characters of one copy of a face. Italics are slanted about
// their baseline; heavy text is drawn with its outline, in the same colour.
func (d *document) string(t *textMark, x, y geom.Length, s string) {
	if !t.italic && !t.heavy {
		d.pdf.Text(x.Points(), y.Points(), s)
		return
	}
	d.pdf.RawWriteStr("q\n")
	if t.italic {
		d.pdf.RawWriteStr(fmt.Sprintf("1 0 %.4f 1 %.2f 0 cm\n", slant, -slant*(d.h-y).Points()))
	}
	if t.heavy {
		r, g, b := float64(t.ink>>16)/255, float64(t.ink>>8&0xFF)/255, float64(t.ink&0xFF)/255
		d.pdf.RawWriteStr(fmt.Sprintf("2 Tr %.2f w %.3f %.3f %.3f RG\n", t.size.Points()*0.035, r, g, b))
	}
	d.pdf.Text(x.Points(), y.Points(), s)
	d.pdf.RawWriteStr("Q\n")
}

// use selects a face, registering it with the library when it is new.
func (d *document) use(face *font.Face, size geom.Length, alt bool) {
	if d.face == face && d.size == size && d.alt == alt {
		return
	}
	d.face, d.size, d.alt = face, size, alt
	family := face.Name
	s := d.script(face)
	if alt {
		family += "-b"
	}
	if registered := &s.registered[b2i(alt)]; !*registered {
		*registered = true
		d.pdf.AddUTF8FontFromBytes(family, "", ownBytes(face))
	}
	d.pdf.SetFont(family, "", size.Points())
}

// ownBytes returns the bytes of a face for the library, which writes into
// those of a font whose glyphs share widths: such a font gets a copy.
func ownBytes(face *font.Face) []byte {
	if face.SharesWidths() {
		return bytes.Clone(face.Data())
	}
	return face.Data()
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// outline fills a drawing. A space of real text within marked content makes
// readers copy the text that the drawing stands for: PDF 32000-1, 14.9.4.
func (d *document) outline(o *outlineMark) {
	d.setInk(o.ink)
	x, y := d.dx+o.x, d.h-d.dy-o.y
	d.raw = append(d.raw[:0], "/Span <</ActualText "...)
	d.raw = append(appendString(d.raw, o.text), ">> BDC\n"...)
	d.pdf.RawWriteStr(string(d.raw))
	face := spaceFace
	d.use(face, o.size, false)
	d.script(face).take(" ")
	d.pdf.Text((d.dx + o.x).Points(), (d.dy + o.y).Points(), " ")
	d.raw = d.raw[:0]
	open := false
	for _, s := range o.outline.Path {
		if s.Op == font.Move && open {
			d.raw = append(d.raw, "h\n"...)
		}
		open = true
		points, op := s.Points[:1], " m\n"
		switch s.Op {
		case font.Line:
			op = " l\n"
		case font.Curve:
			points, op = s.Points[:], " c\n"
		}
		for i, p := range points {
			if i > 0 {
				d.raw = append(d.raw, ' ')
			}
			d.raw = appendLength(d.raw, x+geom.Length(float64(o.size)*float64(p.X)/1000))
			d.raw = append(d.raw, ' ')
			d.raw = appendLength(d.raw, y+geom.Length(float64(o.size)*float64(p.Y)/1000))
		}
		d.raw = append(d.raw, op...)
	}
	if open {
		d.raw = append(d.raw, "h f\n"...)
	}
	d.raw = append(d.raw, "EMC\n"...)
	d.pdf.RawWriteStr(string(d.raw))
}

// picture places an image, embedding it when it is new.
func (d *document) picture(p *picture) {
	options := fpdf.ImageOptions{ImageType: p.image.format}
	if !d.images[p.image.name] {
		info := d.pdf.RegisterImageOptionsReader(p.image.name, options, bytes.NewReader(p.image.data))
		if info != nil {
			d.pdf.SetError(order(info, len(d.images)))
		}
		d.images[p.image.name] = true
	}
	d.pdf.ImageOptions(p.image.name, (d.dx + p.X).Points(), (d.dy + p.Y).Points(), p.W.Points(), p.H.Points(), false, options, 0, "")
}

// order gives an image a place of its own in the file. The library sorts
// images by their width in pixels alone, so that those of equal width come
// in random order; a fraction of a pixel, which it never writes, decides.
func order(info *fpdf.ImageInfoType, n int) error {
	coded, err := info.GobEncode()
	if err != nil {
		return err
	}
	decoder := gob.NewDecoder(bytes.NewReader(coded))
	var data, smask, palette []byte
	var number, bits int
	var w, h, scale, dpi float64
	var space, filter, parameters string
	var transparent []int
	fields := []any{&data, &smask, &number, &w, &h, &space, &palette, &bits, &filter, &parameters, &transparent, &scale, &dpi}
	for _, field := range fields {
		if err := decoder.Decode(field); err != nil {
			return err
		}
	}
	w += float64(n+1) / (1 << 20)
	var out bytes.Buffer
	encoder := gob.NewEncoder(&out)
	for _, field := range fields {
		if err := encoder.Encode(field); err != nil {
			return err
		}
	}
	return info.GobDecode(out.Bytes())
}

// bookmark adds an entry to the outline that leads to the current page.
func (d *document) bookmark(title string, level int, y geom.Length) {
	d.pdf.Bookmark(basicPlane(title), level, y.Points())
}

// write ends the document and writes it. Duplex is how a printer turns the
// paper, as PDF names it; empty for printing on one side.
func (d *document) write(w io.Writer, duplex string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("making the PDF: %v", r)
		}
	}()
	if d.pdf.Error() != nil {
		return fmt.Errorf("making the PDF: %w", d.pdf.Error())
	}
	if d.pdf.PageCount() == 0 {
		return errors.New("making the PDF: no pages")
	}
	return d.pdf.Output(&finisher{w, catalogEntries(duplex, d.pages)})
}

// embeddable reports why the PDF library cannot embed a face: it panics or
// says so only when the file is made.
func embeddable(face *font.Face) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not a usable TrueType font: %v", r)
		}
	}()
	trial := newDocument(geom.Inch, geom.Inch, meta{})
	trial.page(geom.Inch, geom.Inch, "")
	var known []rune
	for r := rune(' '); r < 1<<16 && len(known) < 200; r += 1 + r/128 {
		if _, ok := face.Advance(r); ok {
			known = append(known, r)
		}
	}
	if len(known) == 0 {
		return errors.New("a font without characters")
	}
	trial.text(&textMark{size: 10 * geom.Point, face: face, text: string(known)})
	return trial.write(io.Discard, "")
}
