package xlsx

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// rowWriter writes the rows of a sheet as SpreadsheetML (ECMA-376 part 1,
// 18.3.1). It takes the place of excelize's stream, which needs twice the time
// and keeps 32 MB a sheet. Heights have no mark that says they were set by
// hand: Excel takes our estimate when it opens the file and fits a row again
// when somebody types into it.
type rowWriter struct {
	*bookWriter
	out          io.Writer
	buf          []byte // what has not been written to out
	line         int    // number of the last row
	formulaLinks bool   // links are formulas
}

// write writes the next row.
func (w *rowWriter) write(r row) error {
	w.line++
	w.add(`<row r="`)
	w.buf = strconv.AppendInt(w.buf, int64(w.line), 10)
	if r.height > 0 {
		w.add(`" ht="`)
		w.number(r.height)
	}
	w.add(`">`)
	for i := range r.cells {
		if r.cells[i].empty() {
			continue
		}
		if err := w.cell(i, &r.cells[i], r.low); err != nil {
			return err
		}
	}
	w.add(`</row>`)
	const enough = 1 << 15
	if len(w.buf) < enough {
		return nil
	}
	return w.flush()
}

// flush writes what is left to out.
func (w *rowWriter) flush() error {
	_, err := w.out.Write(w.buf)
	w.buf = w.buf[:0]
	return err
}

func (w *rowWriter) add(s string) { w.buf = append(w.buf, s...) }

func (w *rowWriter) number(n float64) { w.buf = strconv.AppendFloat(w.buf, n, 'f', -1, 64) }

// cell writes a cell of the column at index i.
func (w *rowWriter) cell(i int, c *cell, low bool) error {
	style, err := w.style(c.look, low)
	if err != nil {
		return err
	}
	w.add(`<c r="`)
	w.add(columnName(i + 1))
	w.buf = strconv.AppendInt(w.buf, int64(w.line), 10)
	if style != 0 {
		w.add(`" s="`)
		w.buf = strconv.AppendInt(w.buf, int64(style), 10)
	}
	formula := c.formula
	if w.formulaLinks && formula == "" {
		formula = c.link.formula(c.shown())
	}
	w.content(c, formula)
	w.add(`</c>`)
	return nil
}

// content writes the type of a cell, its formula and its value (18.18.11).
func (w *rowWriter) content(c *cell, formula string) {
	text := c.shown()
	switch {
	case c.kind == isBool:
		w.add(`" t="b`)
	case c.kind == isNumber:
	case formula != "":
		w.add(`" t="str`)
	case text != "":
		w.add(`" t="inlineStr"><is>`)
		w.inline(c, text)
		w.add(`</is>`)
		return
	}
	w.add(`">`)
	if formula != "" {
		w.add(`<f>`)
		w.text(formula)
		w.add(`</f>`)
	}
	switch {
	case c.kind != isText:
		w.add(`<v>`)
		w.number(c.number)
		w.add(`</v>`)
	case text != "":
		w.add(`<v>`)
		w.text(unread(text))
		w.add(`</v>`)
	}
}

// inline writes the text of a cell, in runs where it has them.
func (w *rowWriter) inline(c *cell, text string) {
	if len(c.runs) == 0 {
		w.run(unread(text))
		return
	}
	l := c.look
	if l == nil {
		l = &look{}
	}
	for _, r := range guard(c.runs) {
		w.add(`<r>`)
		w.face(r.face, l)
		w.run(r.text)
		w.add(`</r>`)
	}
}

// run writes one piece of text; the spaces at its ends count.
func (w *rowWriter) run(text string) {
	w.add(`<t`)
	if strings.TrimSpace(text) != text {
		w.add(` xml:space="preserve"`)
	}
	w.add(`>`)
	w.text(text)
	w.add(`</t>`)
}

// face writes the font of a run in full, in the order that the schema wants
// (18.4.7).
func (w *rowWriter) face(f face, l *look) {
	font, color, bold := fontName, l.ink(), l.bold || f.bold
	switch {
	case f.code:
		font, color = codeFont, codeColor
	case f.mark:
		color, bold = markColor, true
	}
	w.add(`<rPr><rFont val="` + font + `"/><family val="2"/>`)
	for _, p := range [...]struct {
		on  bool
		tag string
	}{{bold, "<b/>"}, {f.italic, "<i/>"}, {f.strike, "<strike/>"}} {
		if p.on {
			w.add(p.tag)
		}
	}
	w.add(`<color rgb="FF` + color + `"/><sz val="`)
	w.number(l.points())
	w.add(`"/>`)
	switch {
	case f.super:
		w.add(`<vertAlign val="superscript"/>`)
	case f.sub:
		w.add(`<vertAlign val="subscript"/>`)
	}
	w.add(`</rPr>`)
}

// text writes character data.
func (w *rowWriter) text(s string) {
	if isClean(s) && !strings.ContainsAny(s, `&<>`) {
		w.add(s)
		return
	}
	var sb strings.Builder
	_ = xml.EscapeText(&sb, []byte(s)) // a builder takes all
	w.add(strings.ReplaceAll(sb.String(), "&#xA;", "\n"))
}
