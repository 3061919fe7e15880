package tbx

import (
	"bufio"
	"encoding/xml"
	"strings"
)

// writer writes TBX; bufio keeps the first error for Flush.
type writer struct{ *bufio.Writer }

func (w *writer) raw(s string) { _, _ = w.WriteString(s) }

// text writes text that XML allows (https://www.w3.org/TR/xml/#charsets).
func (w *writer) text(s string) {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	_ = xml.EscapeText(w, []byte(s))
}

// element writes an element with text in it; start is its tag with attributes.
func (w *writer) element(start, text string) {
	name, _, _ := strings.Cut(start, " ")
	w.raw("<" + start + ">")
	w.text(text)
	w.raw("</" + name + ">")
}

// header begins the document (ISO 30042:2008, 10).
func (w *writer) header(title, lang string) {
	w.raw(xml.Header)
	w.raw(`<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">` + "\n")
	w.raw(`<martif type="TBX-Basic" xml:lang="` + lang + `">` + "\n")
	w.raw(`<martifHeader><fileDesc><titleStmt>`)
	w.element("title", title)
	w.raw(`</titleStmt><sourceDesc><p>recto</p></sourceDesc></fileDesc>` +
		`<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>` + "\n")
	w.raw("<text><body>\n")
}

// concept writes one entry: its subject, then a language at a time, in the
// order in which the terms name them, with the definition in its own.
func (w *writer) concept(id string, c concept) {
	w.raw(`<termEntry id="` + id + `">` + "\n")
	if c.subject != "" {
		w.element(`descrip type="subjectField"`, c.subject)
		w.raw("\n")
	}
	for _, lang := range c.languages() {
		w.raw(`<langSet xml:lang="` + lang + `">` + "\n")
		if c.definition.text != "" && c.home() == lang {
			w.definition(c.definition)
		}
		for _, t := range c.terms {
			if t.lang == lang {
				w.term(t)
			}
		}
		w.raw("</langSet>\n")
	}
	w.raw("</termEntry>\n")
}

func (w *writer) definition(d definition) {
	w.raw("<descripGrp>")
	w.element(`descrip type="definition" xml:lang="`+d.lang+`"`, d.text)
	if d.source != "" {
		w.element(`admin type="source"`, d.source)
	}
	w.raw("</descripGrp>\n")
}

func (w *writer) term(t term) {
	w.raw("<tig>")
	w.element("term", t.name)
	if t.kind != "" {
		w.element(`termNote type="termType"`, t.kind)
	}
	w.raw("</tig>\n")
}
