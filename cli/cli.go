// Package cli is the command line: its options, their texts and the table of
// output formats. It prints nothing and opens nothing.
package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"recto/exporters"
	"recto/exporters/anki"
	"recto/exporters/csvglossary"
	"recto/exporters/json"
	"recto/exporters/pdf"
	"recto/exporters/tbx"
	"recto/exporters/xlsx"
	"recto/parser"
)

// Format is one output format.
type Format struct {
	Name     string // as --to takes it
	Doc      string
	Standard bool // written when --to is not given
	// Optional are patterns (path.Match) of files that the format makes only
	// for some notes or options. Those of an earlier run are removed when a
	// later one does not make them.
	Optional []string
	Exporter exporters.Exporter
}

// formats returns the table of output formats. A new one is a package and a
// line here.
func formats(readFile ReadFile) []Format {
	return []Format{
		{"anki", "cards.csv, Anki's text import, with media/", true, []string{"cards-cloze.csv", "cards-reversed.csv"}, &anki.CSV{}},
		{"apkg", "cards.apkg, an Anki package", true, nil, anki.Package{}},
		{"pdf", "cards.pdf, printable cards", true, []string{"cards.pdf", "cards-fronts.pdf", "cards-backs.pdf", "cards-[0-9]*.pdf", "calibration.pdf"}, &pdf.Exporter{Options: pdf.Options{ReadFile: readFile}}},
		{"xlsx", "glossary.xlsx, an Excel glossary", true, nil, &xlsx.Exporter{}},
		{"json", "cards.json, all cards as plain text", true, nil, &json.Exporter{}},
		{"csv-glossary", "glossary.csv, terms and definitions", false, nil, &csvglossary.Exporter{}},
		{"tbx", "glossary.tbx, for translation tools (TBX-Basic)", false, nil, &tbx.Exporter{}},
	}
}

// ReadFile returns what is in a file that a flag names.
type ReadFile func(name string) ([]byte, error)

// Options are what the user asked for.
type Options struct {
	Inputs  []string // files, folders or "-"; never empty
	Out     string
	To      []Format // in the order of the table
	Check   bool
	Explain bool
	Strict  bool
	Quiet   bool
	Verbose bool
	Version bool
	Help    bool
	Lang    string // "ko", "en" or "" for the language of the notes
	Vault   string
	Deck    string
	Tags    []string
	Rules   parser.Rules
	// Dialects are read as if every note declared them.
	Dialects parser.Dialects

	table  []Format
	to     []string
	groups []group
}

// group is a titled part of the usage text.
type group struct {
	title string
	flags *pflag.FlagSet
}

// Parse reads the command line. The error says what is wrong with it.
func Parse(args []string, readFile ReadFile) (*Options, error) {
	o := &Options{Rules: parser.DefaultRules(), table: formats(readFile)}
	o.groups = []group{{"Flags", o.flags()}}
	all := newFlagSet()
	for _, f := range o.table {
		fs := newFlagSet()
		f.Exporter.Flags(fs)
		if fs.HasFlags() {
			o.groups = append(o.groups, group{"Flags of " + f.Name, fs})
		}
	}
	for _, g := range o.groups {
		all.AddFlagSet(g.flags)
	}
	if err := all.Parse(args); err != nil {
		return nil, err
	}
	if o.Inputs = all.Args(); len(o.Inputs) == 0 {
		o.Inputs = []string{"notes"}
	}
	return o, o.check()
}

func newFlagSet() *pflag.FlagSet {
	fs := pflag.NewFlagSet("recto", pflag.ContinueOnError)
	fs.SortFlags = false
	fs.Usage = func() {}
	return fs
}

func (o *Options) flags() *pflag.FlagSet {
	fs := newFlagSet()
	fs.StringVarP(&o.Out, "out", "o", "out", "write into `DIR`")
	fs.StringSliceVarP(&o.to, "to", "t", nil, "write the formats of `LIST` (default "+strings.Join(o.standard(), ",")+")")
	fs.BoolVar(&o.Check, "check", false, "print diagnostics only, write nothing; exit 1 if there are any")
	fs.BoolVar(&o.Explain, "explain", false, "print each note with the cards it made and what was passed over, write nothing")
	fs.Var(&o.Rules, "rules", "switch rules off and on and set the least confidence: -heading,+table,min=0.7; the rules are "+strings.Join(parser.RuleNames(), ", "))
	fs.Var(&o.Dialects, "dialect", "read the marks of other tools even where nothing declares them: "+strings.Join(parser.DialectNames(), ", "))
	fs.StringVar(&o.Deck, "deck", "", "put all decks below `NAME` (default the name of the input folder)")
	fs.StringSliceVar(&o.Tags, "tag", nil, "give every card the `TAG`; may be repeated")
	fs.StringVar(&o.Lang, "lang", "", "write labels in `LANG`, ko or en (default that of the notes)")
	fs.StringVar(&o.Vault, "vault", "", "link sources and wiki links to the Obsidian vault `NAME`")
	fs.BoolVar(&o.Strict, "strict", false, "exit 1 if there are diagnostics; outputs are written all the same")
	fs.BoolVarP(&o.Quiet, "quiet", "q", false, "print neither diagnostics nor summary")
	fs.BoolVarP(&o.Verbose, "verbose", "v", false, "also print each note with its number of cards")
	fs.BoolVar(&o.Version, "version", false, "print the version")
	fs.BoolVarP(&o.Help, "help", "h", false, "print this text")
	return fs
}

func (o *Options) standard() []string {
	var names []string
	for _, f := range o.table {
		if f.Standard {
			names = append(names, f.Name)
		}
	}
	return names
}

// check resolves what needs more than one flag.
func (o *Options) check() error {
	if o.Out == "" {
		return fmt.Errorf("--out needs the name of a folder")
	}
	if slices.Contains(o.Inputs, "") {
		return fmt.Errorf("an empty argument names no notes")
	}
	if o.Lang != "" && o.Lang != "ko" && o.Lang != "en" {
		return fmt.Errorf("--lang %s: the languages are ko and en", o.Lang)
	}
	for _, name := range o.to {
		if !slices.ContainsFunc(o.table, func(f Format) bool { return f.Name == name }) {
			return fmt.Errorf("--to %s: the formats are %s", name, strings.Join(o.names(), ", "))
		}
	}
	for _, f := range o.table {
		if slices.Contains(o.to, f.Name) || len(o.to) == 0 && f.Standard {
			o.To = append(o.To, f)
		}
	}
	if o.Check && o.Explain {
		return fmt.Errorf("--check and --explain exclude each other")
	}
	return nil
}

func (o *Options) names() []string {
	var out []string
	for _, f := range o.table {
		out = append(out, f.Name)
	}
	return out
}
