package parser

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/goccy/go-yaml"

	"recto/card"
	"recto/parser/mdext"
)

// meta is what the front matter of a note says.
type meta struct {
	Title   string
	Deck    string
	Tags    []string
	Aliases []string
	Lang    string
	Off     bool // cards: off
	Marked  bool // cards: marked; only what a dialect marks is a card
	// Values are all values by their keys, in lower case.
	Values map[string]any
}

// deckKeys are the keys under which tools keep the deck of a note.
var deckKeys = []string{"deck", "cards-deck", "target deck", "target_deck", "anki-deck", "anki deck"}

// readMeta reads YAML or TOML front matter. Unknown keys are left alone:
// they belong to other tools.
func readMeta(name string, text []byte) (meta, card.Diagnostics) {
	raw, format, _ := mdext.FrontMatter(text)
	if len(raw) == 0 {
		return meta{}, nil
	}
	values := map[string]any{}
	var err error
	if format == "toml" {
		err = toml.Unmarshal(raw, &values)
	} else {
		err = yaml.Unmarshal(raw, &values)
	}
	var diags card.Diagnostics
	if err != nil {
		diags.Addf(card.Pos{File: name, Line: 1, Col: 1}, "front matter that is not %s: %s; correct it to have its title, deck and tags used", strings.ToUpper(format), firstLine(err.Error()))
		return meta{}, diags
	}
	lower := map[string]any{}
	for k, v := range values {
		lower[strings.ToLower(strings.TrimSpace(k))] = v
	}
	m := meta{
		Values: lower,
		Title:  scalar(lower["title"]), Lang: scalar(lower["lang"]),
		Tags:    append(list(lower["tags"]), list(lower["tag"])...),
		Aliases: append(list(lower["aliases"]), list(lower["alias"])...),
	}
	for _, k := range deckKeys {
		if d := scalar(lower[k]); d != "" {
			m.Deck = d
			break
		}
	}
	switch scalar(lower["cards"]) {
	case "off", "false", "no":
		m.Off = true
	case "marked":
		m.Marked = true
	}
	return m, diags
}

func firstLine(s string) string {
	l, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return l
}

// scalar returns a value as text; "" for lists and maps.
func scalar(v any) string {
	switch v := v.(type) {
	case nil, []any, map[string]any:
		return ""
	case string:
		return cleanText(strings.TrimSpace(v))
	default:
		return fmt.Sprint(v)
	}
}

// list returns a value as a list: a list's items, or the words of a text
// separated by commas, or else by spaces.
func list(v any) []string {
	var out []string
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if s := scalar(x); s != "" {
				out = append(out, s)
			}
		}
	case string:
		sep := func(r rune) bool { return r == ',' }
		if !strings.Contains(v, ",") {
			sep = func(r rune) bool { return r == ' ' }
		}
		for f := range strings.SplitSeq(strings.Map(func(r rune) rune {
			if sep(r) {
				return 0
			}
			return r
		}, v), "\x00") {
			if s := cleanText(strings.TrimSpace(f)); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}
