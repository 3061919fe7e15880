package pdf

import (
	"fmt"
	"slices"
	"strings"

	"recto/card"
)

// report returns what the writer should know about a card in print.
func (c *composer) report(k *card.Card, leaves int) card.Diagnostics {
	ds := c.diags
	if leaves > 1 {
		ds.Addf(k.Pos, "the card is too long for one printed card and continues on %d; shorten it, or choose larger cards", leaves)
	}
	if len(c.missing) > 0 {
		slices.Sort(c.missing)
		var names []string
		for _, r := range slices.Compact(c.missing) {
			names = append(names, fmt.Sprintf("U+%04X", r))
		}
		ds.Addf(k.Pos, "no font has %s; the card shows the code point", strings.Join(names, ", "))
	}
	ds.Sort()
	return ds
}
