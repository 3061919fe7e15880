package cli

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters/anki"
	"recto/parser"
)

func parse(t *testing.T, args ...string) *Options {
	t.Helper()
	o, err := Parse(args, nil)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// written returns the names of the formats that would be written.
func written(o *Options) []string {
	var names []string
	for _, f := range o.To {
		names = append(names, f.Name)
	}
	return names
}

// TestDefaults holds what recto does when it is told nothing.
func TestDefaults(t *testing.T) {
	o := parse(t)
	got := []any{o.Inputs, o.Out, written(o), o.Check, o.Explain, o.Strict, o.Quiet, o.Verbose, o.Version, o.Help, o.Lang, o.Vault, o.Deck, o.Tags, o.Rules}
	want := []any{
		[]string{"notes"}, "out", []string{"anki", "apkg", "pdf", "xlsx", "json"}, false, false, false, false, false, false, false,
		"", "", "", []string(nil), parser.DefaultRules(),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFlags holds that each flag, long and short, reaches its option, and that
// flags may stand between inputs.
func TestFlags(t *testing.T) {
	o := parse(t,
		"a.md", "--out", "cards", "-t", "json", "-", "--strict", "-qv", "--deck", "Exam", "--tag", "net,tcp", "--tag", "시험",
		"--lang", "ko", "--vault", "School", "--rules", "-heading", "--version", "-h", "--", "--check",
	)
	got := []any{o.Inputs, o.Out, written(o), o.Check, o.Explain, o.Strict, o.Quiet, o.Verbose, o.Version, o.Help, o.Lang, o.Vault, o.Deck, o.Tags, o.Rules.String()}
	want := []any{
		[]string{"a.md", "-", "--check"}, "cards", []string{"json"}, false, false, true, true, true, true, true,
		"ko", "School", "Exam", []string{"net", "tcp", "시험"}, "-heading",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !parse(t, "--check").Check || !parse(t, "--explain").Explain {
		t.Error("--check or --explain is not heard")
	}
}

// TestTo holds that formats are written in the order of the table, each once.
func TestTo(t *testing.T) {
	tests := []struct {
		args []string
		want []string
	}{
		{[]string{"--to", "json,anki"}, []string{"anki", "json"}},
		{[]string{"-t", "pdf", "-t", "pdf,apkg"}, []string{"apkg", "pdf"}},
		{[]string{"-t", "tbx,csv-glossary,xlsx"}, []string{"xlsx", "csv-glossary", "tbx"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, written(parse(t, tt.args...))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.args, diff)
		}
	}
}

// TestErrors holds the whole message of each misuse.
func TestErrors(t *testing.T) {
	rules := strings.Join(parser.RuleNames(), ", ")
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"flag", []string{"--colour"}, "unknown flag: --colour"},
		{"short flag", []string{"-x"}, "unknown shorthand flag: 'x' in -x"},
		{"flag without its value", []string{"--out"}, "flag needs an argument: --out"},
		{"no truth", []string{"--check=maybe"}, `invalid argument "maybe" for "--check" flag: must be true or false`},
		{"empty input", []string{"a.md", ""}, "an empty argument names no notes"},
		{"empty output", []string{"--out", ""}, "--out needs the name of a folder"},
		{"language", []string{"--lang", "fr"}, "--lang fr: the languages are ko and en"},
		{"format", []string{"--to", "anki,docx"}, "--to docx: the formats are anki, apkg, pdf, xlsx, json, csv-glossary, tbx"},
		{"format in capitals", []string{"--to", "PDF"}, "--to PDF: the formats are anki, apkg, pdf, xlsx, json, csv-glossary, tbx"},
		{"rule", []string{"--rules", "-headings"}, `invalid argument "-headings" for "--rules" flag: no rule "headings"; the rules are ` + rules},
		{"no rule", []string{"--rules", ""}, `invalid argument "" for "--rules" flag: no rule ""; the rules are ` + rules},
		{"confidence", []string{"--rules", "min=2"}, `invalid argument "min=2" for "--rules" flag: "2" is no confidence between 0 and 1`},
		{"no number", []string{"--rules", "-table,min=high"}, `invalid argument "-table,min=high" for "--rules" flag: "high" is no confidence between 0 and 1`},
		{"check and explain", []string{"--check", "--explain"}, "--check and --explain exclude each other"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.args, nil)
			if err == nil || err.Error() != tt.want {
				t.Errorf("error %v\n want %s", err, tt.want)
			}
		})
	}
}

// TestRules holds that what --rules reads it writes back, shortest, and that
// the written form reads as the same rules.
func TestRules(t *testing.T) {
	every := "-" + strings.Join(parser.RuleNames(), ",-")
	for in, want := range map[string]string{
		"+heading":                     "",
		"-heading":                     "-heading",
		"-heading,+heading":            "",
		" -table , -choice ":           "-choice,-table",
		"-heading,table,min=0.7":       "-heading,min=0.7",
		"min=0.50":                     "",
		"min=0":                        "min=0",
		"min=1,-label":                 "-label,min=1",
		every:                          every,
		every + ",+choice,min=0.12345": strings.Replace(every, "-choice,", "", 1) + ",min=0.12345",
	} {
		o := parse(t, "--rules", in)
		if got := o.Rules.String(); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
		if want == "" {
			continue
		}
		again := parse(t, "--rules", want)
		if got := again.Rules.String(); got != want || again.Rules.Min != o.Rules.Min {
			t.Errorf("%q is read as %q", want, got)
		}
		for _, name := range parser.RuleNames() {
			if again.Rules.Off[name] != o.Rules.Off[name] {
				t.Errorf("%q: %s is off: %v", want, name, again.Rules.Off[name])
			}
		}
	}
}

// TestParseApart holds that one command line leaves nothing to the next.
func TestParseApart(t *testing.T) {
	first := parse(t, "--rules", "-heading,min=1", "--tag", "a", "--anki-keep")
	second := parse(t)
	if got := second.Rules.String(); got != "" || len(second.Tags) > 0 {
		t.Errorf("rules %q, tags %q are left over", got, second.Tags)
	}
	if keeps(t, second) || !keeps(t, first) {
		t.Errorf("--anki-keep: %v with the flag, %v after it", keeps(t, first), keeps(t, second))
	}
}

// keeps returns what --anki-keep has set.
func keeps(t *testing.T, o *Options) bool {
	t.Helper()
	for _, f := range o.To {
		if e, ok := f.Exporter.(*anki.CSV); ok {
			return e.Keep
		}
	}
	t.Fatal("no exporter for Anki's CSV")
	return false
}

// TestFormats holds what the table of formats promises to the flags: names of
// their own, and flags that begin with them.
func TestFormats(t *testing.T) {
	var names []string
	for _, f := range formats(nil) {
		if slices.Contains(names, f.Name) || f.Doc == "" {
			t.Errorf("format %q is there twice or says nothing", f.Name)
		}
		names = append(names, f.Name)
		fs := newFlagSet()
		f.Exporter.Flags(fs)
		fs.VisitAll(func(flag *pflag.Flag) {
			if !strings.HasPrefix(flag.Name, f.Name+"-") {
				t.Errorf("--%s is a flag of %s", flag.Name, f.Name)
			}
		})
	}
}

// TestReadFile holds that a flag which names a file is given the means to
// read it.
func TestReadFile(t *testing.T) {
	var asked string
	o, err := Parse([]string{"-t", "pdf", "--pdf-font", "my.ttf"}, func(name string) ([]byte, error) {
		asked = name
		return nil, errors.New("gone")
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.To[0].Exporter.Export(&card.Collection{}, nil)
	if err == nil || !strings.Contains(err.Error(), "gone") || asked != "my.ttf" {
		t.Errorf("asked for %q, error %v", asked, err)
	}
}

// TestUsageWidth holds that the usage text fits a terminal.
func TestUsageWidth(t *testing.T) {
	for line := range strings.Lines(parse(t).Usage()) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > lastColumn {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}
