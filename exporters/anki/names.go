package anki

import (
	"slices"
	"strings"
	"unicode"
)

// maxLevels is how deep decks nest; Anki refuses more than eleven missing
// levels at once (rslib decks/addupdate.rs).
const maxLevels = 10

// deckName returns a deck's name as Anki would write it. Any other spelling
// would make a new deck of every row of a CSV (rslib text/import.rs keeps the
// decks of an import under the names as read).
func deckName(deck string) string {
	var parts []string
	for part := range strings.SplitSeq(clean(deck), "::") {
		part = strings.Join(strings.Fields(part), " ")
		if part = strings.Trim(part, ": "); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) > maxLevels {
		last := strings.Join(parts[maxLevels-1:], " ")
		parts = append(parts[:maxLevels-1], last)
	}
	name := strings.Join(parts, "::")
	switch {
	case name == "":
		return "recto"
	case !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsDigit(r) }):
		return "recto " + name // a bare number is read as the id of a deck
	}
	return name
}

// tagNames returns tags as Anki keeps them: sorted, unique, without white
// space.
func tagNames(tags []string) []string {
	var out []string
	for _, t := range tags {
		var parts []string
		for part := range strings.SplitSeq(clean(t), "::") {
			part = strings.Join(strings.Fields(part), "_")
			if part = strings.Trim(part, ":"); part != "" {
				parts = append(parts, part)
			}
		}
		if len(parts) > 0 {
			out = append(out, strings.Join(parts, "::"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
