package pdf

import (
	"strconv"
	"strings"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/text"
)

// composer turns the content of one side of a card into items. It collects
// footnotes and what the writer should know.
type composer struct {
	*setting
	pos       card.Pos
	hideCloze bool
	boxes     int // numbers given so far
	rails     int
	footnotes []*text.Paragraph
	missing   []rune
	diags     card.Diagnostics
}

// How far raised and lowered text may go, nested, to stay within its line.
const (
	highest = 480
	lowest  = -220
)

// plainLook is the state of styles in which a walk of inlines begins.
func plainLook() text.Look { return text.Look{Ink: inkText, Scale: 1000} }

// paragraph measures inlines in a look.
func (c *composer) paragraph(inlines []card.Inline, look text.Look) *text.Paragraph {
	return c.measure(c.runs(nil, inlines, look))
}

// measure makes a paragraph of runs, without the spaces at its start.
func (c *composer) measure(runs []text.Run) *text.Paragraph {
	for i := range runs {
		if runs[i].Object != nil {
			break
		}
		runs[i].Text = strings.TrimLeft(runs[i].Text, " \n")
		if runs[i].Text != "" {
			break
		}
	}
	p := text.New(c.fonts, runs)
	c.missing = append(c.missing, p.Missing...)
	return p
}

// words measures plain text in a look.
func (c *composer) words(s string, look text.Look) *text.Paragraph {
	return c.measure([]text.Run{{Text: text.Clean(s), Look: &look}})
}

func (c *composer) runs(dst []text.Run, inlines []card.Inline, look text.Look) []text.Run {
	for _, in := range inlines {
		dst = c.inline(dst, in, look)
	}
	return dst
}

func (c *composer) inline(dst []text.Run, in card.Inline, look text.Look) []text.Run {
	switch in := in.(type) {
	case *card.Text:
		return append(dst, text.Run{Text: strings.ReplaceAll(text.Clean(in.Value), "\n", " "), Look: &look})
	case *card.Break:
		return append(dst, text.Run{Text: "\n", Look: &look})
	case *card.Emphasis:
		look.Italic = true
	case *card.Strong:
		look.Font = bolder(look.Font)
	case *card.Strike:
		look.Strike = true
	case *card.Highlight:
		look.Back = backMark
	case *card.Superscript:
		look.Rise = min(look.Rise+look.Scale*360/1000, highest)
		look.Scale = max(look.Scale*680/1000, 400)
	case *card.Subscript:
		look.Rise = max(look.Rise-look.Scale*160/1000, lowest)
		look.Scale = max(look.Scale*680/1000, 400)
	case *card.CodeSpan:
		return append(dst, text.Run{Text: strings.ReplaceAll(text.Clean(in.Text), "\n", " "), Look: codeLook(look)})
	case *card.MathSpan:
		return append(dst, c.formula(in.TeX, look))
	case *card.Link:
		return c.link(dst, in, look)
	case *card.Image:
		return c.inlineImage(dst, in, look)
	case *card.Footnote:
		return c.footnote(dst, in, look)
	case *card.Cloze:
		return c.cloze(dst, in, look)
	default:
		panic("pdf: unknown inline")
	}
	return c.runs(dst, card.Children(in), look)
}

func bolder(s font.Style) font.Style {
	if s == font.Regular {
		return font.Bold
	}
	return s
}

func codeLook(look text.Look) *text.Look {
	look.Font, look.Italic, look.Scale = font.Mono, false, look.Scale*1050/1000
	if look.Back == 0 {
		look.Back = backCode
	}
	return &look
}

// link follows only addresses that a reader of paper can use, too.
func (c *composer) link(dst []text.Run, in *card.Link, look text.Look) []text.Run {
	if !in.Wiki && followed(in.Dest) {
		look.Ink, look.Link = inkLink, in.Dest
	}
	content := in.Content
	if len(content) == 0 {
		content = []card.Inline{&card.Text{Value: in.Dest}}
	}
	return c.runs(dst, content, look)
}

func followed(dest string) bool {
	scheme, _, ok := strings.Cut(dest, ":")
	if !ok || strings.ContainsFunc(dest, func(r rune) bool { return r <= ' ' || r == 0x7F }) {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// footnote leaves a raised number and keeps the text for the end of the side.
func (c *composer) footnote(dst []text.Run, in *card.Footnote, look text.Look) []text.Run {
	at := len(c.footnotes)
	number := strconv.Itoa(at + 1)
	c.footnotes = append(c.footnotes, nil)
	note := plainLook()
	raised := note
	raised.Scale, raised.Rise = 700, 300
	runs := []text.Run{{Text: number + " ", Look: &raised}}
	c.footnotes[at] = c.measure(c.runs(runs, in.Content, note))
	look.Rise, look.Scale, look.Back = min(look.Rise+360, highest), look.Scale*620/1000, 0
	return append(dst, text.Run{Text: number, Look: &look})
}

// cloze hides its content on a front, behind a gap of the same width for
// every answer, and stresses it on a back.
func (c *composer) cloze(dst []text.Run, in *card.Cloze, look text.Look) []text.Run {
	if !c.hideCloze {
		look.Font, look.Ink, look.Underline = bolder(look.Font), inkAnswer, true
		return c.runs(dst, in.Content, look)
	}
	gap, label := look, look
	gap.Underline, gap.Back, gap.Strike, gap.Ink = true, 0, false, inkText
	label.Underline, label.Back, label.Strike, label.Ink, label.Scale = true, 0, false, inkQuiet, look.Scale*750/1000
	blank := func(n int) text.Run { return text.Run{Text: strings.Repeat("\u00A0", n), Look: &gap} }
	if in.Hint == "" {
		return append(dst, blank(14))
	}
	hint := strings.NewReplacer("\n", "\u00A0", " ", "\u00A0", "-", "\u2011").Replace(text.Clean(in.Hint))
	return append(dst, blank(3), text.Run{Text: hint, Look: &label}, blank(3))
}
