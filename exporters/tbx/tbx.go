// Package tbx writes the terms of a collection as TBX-Basic, the exchange
// format for terminology of ISO 30042:2008, which translation tools read. The
// older edition is used on purpose: more tools read it than the one of 2019.
package tbx

import (
	"bufio"
	"cmp"
	"io"
	"strconv"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters"
	"recto/glossary"
)

// FileName is the name of the file.
const FileName = "glossary.tbx"

// Exporter writes the file. The zero value is ready; it has no options.
type Exporter struct{}

var _ exporters.Exporter = (*Exporter)(nil)

// Flags registers no options: the format has none.
func (*Exporter) Flags(*pflag.FlagSet) {}

// Export writes glossary.tbx: one concept for each meaning of a term, since a
// TBX entry is about one concept, in the order of the glossary. There are no
// diagnostics.
func (*Exporter) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	return nil, exporters.WriteFile(out, FileName, func(w io.Writer) error { return write(w, c) })
}

func write(out io.Writer, c *card.Collection) error {
	w := &writer{Writer: bufio.NewWriter(out)}
	w.header(cmp.Or(c.Title, "recto"), cmp.Or(c.Lang, "ko"))
	n := 0
	for _, e := range glossary.Build(c).Entries {
		for _, concept := range concepts(e) {
			n++
			w.concept("c"+strconv.Itoa(n), concept)
		}
	}
	w.raw("</body></text>\n</martif>\n")
	return w.Flush()
}
