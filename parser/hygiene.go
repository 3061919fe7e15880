package parser

import (
	"slices"
	"strings"

	"recto/card"
)

// withoutAttributes drops a kramdown attribute list behind an inline:
// "![map](map.png){: width="50%"}".
func withoutAttributes(in []card.Inline) []card.Inline {
	for i, x := range in {
		t, ok := x.(*card.Text)
		if !ok || i == 0 || !strings.HasPrefix(t.Value, "{:") {
			continue
		}
		if end := strings.IndexByte(t.Value, '}'); end > 0 {
			in = slices.Clone(in)
			in[i] = &card.Text{Value: t.Value[end+1:]}
		}
	}
	return in
}

// looseBold makes a text bold whose two stars Markdown left alone, because a
// space stands inside of them (CommonMark §6.2, flanking): "**like this **".
func looseBold(in []card.Inline) []card.Inline {
	if len(in) != 1 {
		return in
	}
	t, ok := in[0].(*card.Text)
	if !ok || len(t.Value) < 5 || !strings.HasPrefix(t.Value, "**") || !strings.HasSuffix(t.Value, "**") || strings.Count(t.Value, "**") != 2 {
		return in
	}
	inside := strings.TrimSpace(t.Value[2 : len(t.Value)-2])
	if inside == "" {
		return in
	}
	return []card.Inline{&card.Strong{Content: plainText(inside)}}
}
