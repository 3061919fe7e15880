// Package csvglossary writes the terms of a collection as a two-column CSV
// that Excel opens as it is: UTF-8 with a byte order mark, one row a
// definition, nothing that a spreadsheet takes for a formula.
package csvglossary

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters"
	"recto/glossary"
)

// FileName is the name of the file.
const FileName = "glossary.csv"

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\uFEFF"

// Exporter writes the file. The zero value is ready; it has no options.
type Exporter struct{}

var _ exporters.Exporter = (*Exporter)(nil)

// Flags registers no options: the format has none.
func (*Exporter) Flags(*pflag.FlagSet) {}

// Export writes glossary.csv: a row of titles, then a row for each definition
// in the order of the glossary. A term with several definitions has several
// rows. There are no diagnostics.
func (*Exporter) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	return nil, exporters.WriteFile(out, FileName, func(w io.Writer) error { return write(w, c) })
}

func write(out io.Writer, c *card.Collection) error {
	if _, err := io.WriteString(out, byteOrderMark); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true // RFC 4180, 2.1
	titles := []string{"용어", "정의"}
	if c.Lang == "en" {
		titles = []string{"Term", "Definition"}
	}
	// The writer remembers its first error.
	_ = w.Write(titles)
	for _, e := range glossary.Build(c).Entries {
		for _, s := range e.Senses {
			_ = w.Write([]string{safe(e.Name), safe(definition(s))})
		}
	}
	w.Flush()
	return w.Error()
}

// definition returns what a sense says as plain text: the full form of the
// term, if any, then the definition and the examples.
func definition(s *glossary.Sense) string {
	var parts []string
	for _, text := range []string{s.Original, card.PlainText(s.Definition), card.PlainText(s.Examples)} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n")
}

// safe returns a text that no spreadsheet evaluates: an apostrophe stands
// before what would begin a formula, as the OWASP page on CSV injection
// advises. Control characters but for line ends and tabs are left out.
func safe(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F {
			return -1
		}
		return r
	}, s)
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
