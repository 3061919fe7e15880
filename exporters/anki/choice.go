package anki

import (
	"strings"
	"unicode"

	"recto/card"
)

// options writes the offered answers of a choice, and for the back marks the
// right ones and adds the writer's notes. The back repeats the whole list, so
// that it reads well with any note type; our own hides the front's there.
func (h *htmlWriter) options(k *card.Card, answered bool) {
	if k.Kind != card.Choice || len(k.Options) == 0 {
		return
	}
	h.WriteString(`<ul class="recto-options" style="list-style:none;text-align:left">`)
	for _, o := range k.Options {
		h.option(o, answered && o.Correct)
	}
	h.WriteString("</ul>")
	if !answered {
		return
	}
	for _, o := range k.Options {
		if len(o.Note) > 0 {
			h.WriteString("<p>" + escape(o.Label, inText) + " → ")
			h.inlines(o.Note)
			h.WriteString("</p>")
		}
	}
}

func (h *htmlWriter) option(o card.Option, right bool) {
	label := escape(optionLabel(o.Label), inText)
	if right {
		h.WriteString(`<li class="recto-right"><b>✓ ` + label)
		h.inlines(o.Content)
		h.WriteString("</b></li>")
		return
	}
	h.WriteString("<li>" + label)
	h.inlines(o.Content)
	h.WriteString("</li>")
}

// optionLabel returns a label with what sets it off: "2. ", "ㄱ. ", "③ ".
func optionLabel(label string) string {
	label = strings.TrimSpace(label)
	switch {
	case label == "":
		return ""
	case strings.ContainsFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }):
		return label + " "
	}
	return label + ". "
}
