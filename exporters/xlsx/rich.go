package xlsx

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"recto/card"
)

// richText turns content into the lines of a cell: items get bullets, cells
// of tables a bar, emphasis its face. The runs are clean and have no two
// neighbours of one face.
func richText(blocks []card.Block) []run {
	var w richWriter
	w.blocks(blocks, "")
	return w.finish()
}

// blankedText is richText with the hidden words of a cloze left blank.
func blankedText(blocks []card.Block) []run {
	w := richWriter{blanks: true}
	w.blocks(blocks, "")
	return w.finish()
}

// richWriter gathers runs.
type richWriter struct {
	runs   []run
	text   strings.Builder // of the run being written
	face   face            // its face
	indent string          // before every line of the current block
	blanks bool            // hidden words are left blank
}

// add appends text in a face.
func (w *richWriter) add(text string, f face) {
	if f != w.face {
		w.endRun()
		w.face = f
	}
	w.text.WriteString(text)
}

// endRun ends the run being written, if there is one.
func (w *richWriter) endRun() {
	if text := clean(w.text.String()); text != "" {
		w.runs = append(w.runs, run{text, w.face})
	}
	w.text.Reset()
}

// finish returns the runs, without white space around them all.
func (w *richWriter) finish() []run {
	w.endRun()
	if len(w.runs) == 0 {
		return nil
	}
	first, last := &w.runs[0], &w.runs[len(w.runs)-1]
	first.text = strings.TrimLeft(first.text, "\n")
	last.text = strings.TrimRight(last.text, " \n")
	return slices.DeleteFunc(w.runs, func(r run) bool { return r.text == "" })
}

func (w *richWriter) newLine() {
	if len(w.runs) > 0 || w.text.Len() > 0 {
		w.add("\n"+w.indent, face{})
	}
}

func (w *richWriter) blocks(blocks []card.Block, indent string) {
	before := w.indent
	w.indent = indent
	for i, b := range blocks {
		if i > 0 {
			w.newLine()
		}
		w.block(b)
	}
	w.indent = before
}

func (w *richWriter) block(b card.Block) {
	switch b := b.(type) {
	case *card.Paragraph:
		w.inlines(b.Content, face{})
	case *card.Heading:
		w.inlines(b.Content, face{bold: true})
	case *card.List:
		w.list(b)
	case *card.Quote:
		w.quote(b)
	case *card.Code:
		w.add(strings.ReplaceAll(b.Text, "\n", "\n"+w.indent), face{code: true})
	case *card.Table:
		w.table(b)
	case *card.Math:
		w.math(b.TeX, face{})
	case *card.Rule:
		w.add("―――", face{})
	default:
		panic("xlsx: unknown block")
	}
}

// list adds the items of a list, each behind its mark; a list of one item is
// no list to the reader.
func (w *richWriter) list(l *card.List) {
	for i, it := range l.Items {
		if i > 0 {
			w.newLine()
		}
		if len(l.Items) == 1 && !l.Ordered && it.Task == card.NoTask {
			w.blocks(it.Content, w.indent)
			continue
		}
		w.add(marker(l, i), face{})
		w.blocks(it.Content, w.indent+"   ")
	}
}

// marker returns what stands before item i of a list.
func marker(l *card.List, i int) string {
	switch {
	case l.Items[i].Task == card.Open:
		return "☐ "
	case l.Items[i].Task == card.Done:
		return "☑ "
	case l.Ordered:
		return strconv.Itoa(l.Start+i) + ". "
	}
	return "• "
}

func (w *richWriter) quote(q *card.Quote) {
	if len(q.Title) > 0 {
		w.inlines(q.Title, face{bold: true})
		if len(q.Content) > 0 {
			w.newLine()
		}
	}
	w.blocks(q.Content, w.indent)
}

func (w *richWriter) table(t *card.Table) {
	first := true
	line := func(cells [][]card.Inline, f face) {
		if !slices.ContainsFunc(cells, func(c []card.Inline) bool { return len(c) > 0 }) {
			return
		}
		if !first {
			w.newLine()
		}
		first = false
		for i, c := range cells {
			if i > 0 {
				w.add(" | ", face{})
			}
			w.inlines(c, f)
		}
	}
	line(t.Header, face{bold: true})
	for _, cells := range t.Rows {
		line(cells, face{})
	}
}

func (w *richWriter) inlines(content []card.Inline, f face) {
	for _, in := range content {
		w.inline(in, f)
	}
}

func (w *richWriter) inline(in card.Inline, f face) {
	switch in := in.(type) {
	case *card.Text:
		w.add(in.Value, f)
		return
	case *card.CodeSpan:
		f.code = true
		w.add(in.Text, f)
		return
	case *card.MathSpan:
		w.math(in.TeX, f)
		return
	case *card.Image:
		w.add("["+imageName(in)+"]", f)
		return
	case *card.Break:
		w.add("\n"+w.indent, f)
		return
	case *card.Footnote:
		w.add(" (", f)
		w.inlines(in.Content, f)
		w.add(")", f)
		return
	case *card.Strong:
		f.bold = true
	case *card.Emphasis:
		f.italic = true
	case *card.Strike:
		f.strike = true
	case *card.Highlight:
		f.mark = true
	case *card.Superscript:
		f.super = true
	case *card.Subscript:
		f.sub = true
	case *card.Cloze:
		if w.blanks {
			w.add("["+cmp.Or(in.Hint, "     ")+"]", face{mark: true})
			return
		}
	case *card.Link:
	default:
		panic("xlsx: unknown inline")
	}
	w.inlines(card.Children(in), f)
}

// math adds a formula: as text where it is simple, else as it was written.
func (w *richWriter) math(tex string, f face) {
	tex = strings.Join(strings.Fields(tex), " ")
	text, ok := texText(tex)
	if !ok {
		text, f.code = tex, true
	}
	w.add(text, f)
}

// imageName returns the words that stand for a picture.
func imageName(m *card.Image) string {
	if m.Alt != "" {
		return m.Alt
	}
	return path.Base(m.Dest)
}

// plainFace reports whether runs look like ordinary text.
func plainFace(runs []run) bool {
	for _, r := range runs {
		if r.face != (face{}) {
			return false
		}
	}
	return true
}
