package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

// Usage returns the text of --help.
func (o *Options) Usage() string {
	var sb strings.Builder
	sb.WriteString(`recto turns Markdown notes into flash cards and a glossary.

Usage: recto [flags] [FILE|DIR|-]...

Reads the notes (default: the folder notes; - is standard input) and writes
an Anki import, printable cards and a glossary into the output folder.

Formats:
`)
	for _, f := range o.table {
		entry(&sb, "  "+f.Name, f.Doc)
	}
	for _, g := range o.groups {
		fmt.Fprintf(&sb, "\n%s:\n", g.title)
		g.flags.VisitAll(func(f *pflag.Flag) { entry(&sb, spelling(f), help(f)) })
	}
	sb.WriteString(`
Exit status: 0 done, 1 diagnostics under --check or --strict, 2 wrong usage or
files that cannot be read or written.
`)
	return sb.String()
}

// spelling returns how a flag is written: "  -o, --out DIR".
func spelling(f *pflag.Flag) string {
	s := "      --" + f.Name
	if f.Shorthand != "" {
		s = "  -" + f.Shorthand + ", --" + f.Name
	}
	if name, _ := pflag.UnquoteUsage(f); f.NoOptDefVal == "" {
		s += " " + name
	}
	return s
}

// help returns what a flag does, with its default where there is one to tell.
func help(f *pflag.Flag) string {
	_, text := pflag.UnquoteUsage(f)
	switch f.DefValue {
	case "", "false", "[]", "0":
		return text
	}
	return text + " (default " + f.DefValue + ")"
}

// Columns of the usage text.
const (
	textColumn = 26
	lastColumn = 80
)

// entry writes a name and, from textColumn on, its text in lines of words.
func entry(sb *strings.Builder, name, text string) {
	column := len(name)
	sb.WriteString(name)
	for word := range strings.FieldsSeq(text) {
		if column < textColumn {
			sb.WriteString(strings.Repeat(" ", textColumn-column-1))
			column = textColumn - 1
		} else if column+1+len(word) > lastColumn || column == len(name) {
			sb.WriteString("\n" + strings.Repeat(" ", textColumn-1))
			column = textColumn - 1
		}
		sb.WriteString(" " + word)
		column += 1 + len(word)
	}
	sb.WriteString("\n")
}
