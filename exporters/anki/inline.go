package anki

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"recto/card"
)

// maxDepth is how deep deletions may nest: Anki 24.11 took three levels.
const maxDepth = 3

// maxCloze is the highest number of a deletion; Anki puts all above on one
// card (rslib notetype/cardgen.rs).
const maxCloze = 499

// inlines writes running text. Neighbouring texts are one to Anki, hence
// escaped as one.
func (h *htmlWriter) inlines(content []card.Inline) {
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			h.WriteString(escape(text.String(), h.where()))
			text.Reset()
		}
	}
	for _, in := range content {
		if t, ok := in.(*card.Text); ok {
			text.WriteString(t.Value)
			continue
		}
		flush()
		h.inline(in)
	}
	flush()
}

func (h *htmlWriter) where() where {
	if h.depth > 0 {
		return inCloze
	}
	return inText
}

func (h *htmlWriter) inline(in card.Inline) {
	switch in := in.(type) {
	case *card.Emphasis:
		h.element("i", in.Content)
	case *card.Strong:
		h.element("b", in.Content)
	case *card.Strike:
		h.element("s", in.Content)
	case *card.Highlight:
		h.element("mark", in.Content)
	case *card.Superscript:
		h.element("sup", in.Content)
	case *card.Subscript:
		h.element("sub", in.Content)
	case *card.CodeSpan:
		h.WriteString("<code>" + escape(in.Text, h.where()) + "</code>")
	case *card.MathSpan:
		if tex := formula(in.TeX, h.depth > 0); tex != "" {
			h.WriteString(`\(` + tex + `\)`)
		}
	case *card.Link:
		h.link(in)
	case *card.Image:
		h.image(in)
	case *card.Footnote:
		h.WriteString("<small> (")
		h.inlines(in.Content)
		h.WriteString(")</small>")
	case *card.Cloze:
		h.deletion(in)
	case *card.Break:
		h.WriteString("<br>")
	default:
		panic("anki: unknown inline")
	}
}

// deletion writes a cloze deletion. One that Anki could not ask is written
// as what it hides.
func (h *htmlWriter) deletion(c *card.Cloze) {
	empty := card.InlineText(c.Content) == "" && !slices.ContainsFunc(c.Content, isImage)
	if !h.cloze || empty || h.depth >= maxDepth || c.Number < 1 || c.Number > maxCloze {
		h.inlines(c.Content)
		return
	}
	if !slices.Contains(h.asked, c.Number) {
		h.asked = append(h.asked, c.Number)
	}
	fmt.Fprintf(h, "{{c%d::", c.Number)
	h.depth++
	h.inlines(c.Content)
	h.depth--
	if c.Hint != "" {
		h.WriteString("::" + escape(c.Hint, inAttr))
	}
	h.WriteString("}}")
}

func isImage(in card.Inline) bool {
	_, ok := in.(*card.Image)
	return ok
}

// link writes a link that is safe to follow, and of any other its text.
func (h *htmlWriter) link(l *card.Link) {
	dest := h.destination(l)
	if dest == "" || h.links > 0 {
		h.inlines(l.Content)
		return
	}
	h.WriteString(anchor(dest))
	h.links++
	h.inlines(l.Content)
	h.links--
	h.WriteString("</a>")
}

func anchor(dest string) string { return `<a href="` + escape(dest, inAttr) + `">` }

// destination returns the address behind a link; empty when there is none
// that Anki should follow.
func (h *htmlWriter) destination(l *card.Link) string {
	if l.Wiki {
		note, heading, _ := strings.Cut(l.Dest, "#")
		return vaultURL(h.vault, cmp.Or(note, h.file), heading)
	}
	u, err := url.Parse(strings.TrimSpace(l.Dest))
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https", "mailto":
		return u.String()
	}
	return ""
}

// vaultURL returns the address that opens a note in Obsidian; empty without
// a vault (https://help.obsidian.md/Extending+Obsidian/Obsidian+URI).
func vaultURL(vault, note, heading string) string {
	if vault == "" {
		return ""
	}
	note = strings.TrimSuffix(note, ".md")
	if heading != "" {
		note += "#" + heading
	}
	return "obsidian://open?vault=" + percent(vault) + "&file=" + percent(note)
}

// percent encodes s for a query, spaces too as "%20".
func percent(s string) string { return strings.ReplaceAll(url.QueryEscape(clean(s)), "+", "%20") }

// image writes a picture, or a sound or film for Anki to play; for one that
// is elsewhere on the web a link, and for one that cannot be shown its name.
func (h *htmlWriter) image(m *card.Image) {
	name := h.media.name(m.Media)
	switch {
	case name != "" && isPlayable(name):
		h.WriteString("[sound:" + name + "]")
	case name != "":
		h.WriteString(`<img src="` + name + `"`)
		if m.Alt != "" {
			h.WriteString(` alt="` + escape(m.Alt, inAttr) + `"`)
		}
		if m.Width > 0 {
			fmt.Fprintf(h, ` width="%d"`, m.Width)
		}
		h.WriteString(">")
	case isRemote(m.Dest):
		h.link(&card.Link{Dest: m.Dest, Content: []card.Inline{&card.Text{Value: cmp.Or(m.Alt, m.Dest)}}})
	default:
		label := cmp.Or(m.Alt, path.Base(strings.ReplaceAll(m.Dest, `\`, "/")))
		h.WriteString(`<span class="recto-missing">⚠ ` + escape(label, h.where()) + "</span>")
	}
}

func isRemote(dest string) bool {
	dest = strings.ToLower(dest)
	return strings.HasPrefix(dest, "http://") || strings.HasPrefix(dest, "https://")
}
