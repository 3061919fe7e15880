// Recto turns Markdown notes into flash cards and a glossary.
//
// Usage:
//
//	recto [flags] [FILE|DIR|-]...
//
// It reads notes (default: the folder notes), finds the cards in them without
// asking for marks, and writes an Anki import, printable cards and a glossary
// into the output folder (default: out). recto --help lists the flags.
//
// This file alone touches files, environment, clock and exit status; all
// else takes values, readers and writers.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-isatty"

	"recto/card"
	"recto/cli"
	"recto/collect"
	"recto/ledger"
	"recto/outdir"
	"recto/parser"
	"recto/report"
	"recto/vault"
)

// Exit codes.
const (
	exitDone        = 0 // outputs written, or nothing to complain about
	exitDiagnostics = 1 // diagnostics under --check or --strict
	exitFailure     = 2 // wrong usage, or files that cannot be read or written
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the program: options, notes, cards, identities, files, summary.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := cli.Parse(args)
	switch {
	case err != nil:
		return fail(stderr, fmt.Errorf("%w; see recto --help", err))
	case o.Help:
		fmt.Fprint(stdout, o.Usage())
		return exitDone
	case o.Version:
		fmt.Fprintln(stdout, version())
		return exitDone
	}
	inputs, err := open(o, stdin)
	if err != nil {
		return fail(stderr, err)
	}
	defer inputs.close()
	c, diags := inputs.collect(o, stderr)
	if len(c.Notes) == 0 {
		report.Printer{W: stderr, Path: inputs.path}.Diagnostics(diags)
		return fail(stderr, fmt.Errorf("no notes in %s; name a folder that holds .md files, or a file", strings.Join(o.Inputs, ", ")))
	}
	var files []string
	if !o.Check && !o.Explain {
		more, names, err := write(o, c)
		if err != nil {
			return fail(stderr, err)
		}
		diags, files = append(diags, more...), names
	}
	diags.Sort()
	tell(o, inputs, c, diags, files, stdout, stderr)
	if len(diags) > 0 && (o.Check || o.Strict) {
		return exitDiagnostics
	}
	return exitDone
}

// tell prints what the options ask for: the explanation, or diagnostics and
// summary.
func tell(o *cli.Options, in *inputs, c *card.Collection, diags card.Diagnostics, files []string, stdout, stderr io.Writer) {
	out := report.Printer{W: stdout, Color: isTerminal(stdout) && os.Getenv("NO_COLOR") == "", Path: in.path}
	if o.Explain {
		for _, n := range c.Notes {
			out.Explain(n)
		}
		diags = slices.DeleteFunc(diags, func(d card.Diagnostic) bool { return d.Pos.Line > 0 })
	}
	if !o.Quiet || o.Check {
		report.Printer{W: stderr, Path: in.path}.Diagnostics(diags)
	}
	if o.Verbose {
		out.Notes(c)
	}
	if !o.Quiet && !o.Explain {
		out.Summary(c, len(diags), files)
	}
}

// input is one argument: a folder, a file or standard input.
type input struct {
	dir    string // the folder that names are below, as the user wrote it; "" for standard input
	prefix string // of names, where inputs are below several folders
	source collect.Source
	root   *os.Root // nil for standard input
}

// inputs are the arguments in their order, with the output folder, which
// diagnostics can be about as well.
type inputs struct {
	list []*input
	out  string
}

func (in *inputs) close() {
	for _, i := range in.list {
		if i.root != nil {
			i.root.Close()
		}
	}
}

// open opens the folders that the arguments name. Nothing outside of them is
// ever read, whatever notes refer to.
func open(o *cli.Options, stdin io.Reader) (*inputs, error) {
	in := &inputs{out: o.Out}
	for _, arg := range o.Inputs {
		i, err := openInput(arg, o.Out, stdin)
		if err != nil {
			in.close()
			return nil, err
		}
		in.list = append(in.list, i)
	}
	in.tellApart()
	return in, nil
}

func openInput(arg, out string, stdin io.Reader) (*input, error) {
	if arg == "-" {
		text, err := io.ReadAll(stdin)
		if err != nil {
			return nil, fmt.Errorf("reading standard input: %w", err)
		}
		return &input{source: collect.Text{Name: "stdin.md", Raw: text}}, nil
	}
	info, err := os.Stat(arg)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file or folder; name the notes: recto FILE|DIR", arg)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", arg, reason(err))
	}
	dir, only := arg, ""
	if !info.IsDir() {
		dir, only = filepath.Dir(arg), filepath.Base(arg)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, reason(err))
	}
	v := vault.Open(root.FS(), vault.Options{Exclude: below(dir, out)})
	return &input{dir: dir, source: collect.Folder{Vault: v, Only: only}, root: root}, nil
}

// reason returns what the system said about a file, without its name.
func reason(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}

// tellApart gives the names of notes the name of their folder as a prefix,
// when the inputs are below more than one; a second folder of the same name
// becomes "name-2".
func (in *inputs) tellApart() {
	prefixes, taken := map[string]string{}, map[string]int{}
	for _, i := range in.list {
		dir := absolute(i.dir)
		if _, known := prefixes[dir]; known || i.root == nil {
			continue
		}
		base := filepath.Base(dir)
		prefixes[dir] = base + "/"
		if taken[base]++; taken[base] > 1 {
			prefixes[dir] = fmt.Sprintf("%s-%d/", base, taken[base])
		}
	}
	for _, i := range in.list {
		if i.root != nil && (len(prefixes) > 1 || in.hasText()) {
			i.prefix = prefixes[absolute(i.dir)]
		}
	}
}

// hasText reports whether standard input is among the inputs.
func (in *inputs) hasText() bool {
	return slices.ContainsFunc(in.list, func(i *input) bool { return i.root == nil })
}

// absolute returns a path as seen from the root; as it is should nobody know
// where we are.
func absolute(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return filepath.Clean(name)
	}
	return abs
}

// below returns the path of the output folder below the input folder, if it
// is there: what recto wrote is never read as notes.
func below(dir, out string) []string {
	rel, err := filepath.Rel(absolute(dir), absolute(out))
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return nil
	}
	return []string{filepath.ToSlash(rel)}
}

// collect reads and parses all notes.
func (in *inputs) collect(o *cli.Options, stderr io.Writer) (*card.Collection, card.Diagnostics) {
	cfg := collect.Config{
		Parser: parser.Config{Rules: o.Rules, Dialects: o.Dialects, Deck: o.Deck, Tags: o.Tags, Trace: o.Explain},
		Lang:   o.Lang,
		Vault:  o.Vault,
	}
	if isTerminal(stderr) && !o.Quiet {
		start := time.Now()
		bar := report.Bar{W: stderr}
		cfg.Progress = func(done, all int) { bar.Show(done, all, time.Since(start)) }
		defer bar.Clear()
	}
	var sources []collect.Input
	for _, i := range in.list {
		sources = append(sources, collect.Input{Source: i.source, Prefix: i.prefix, Root: i.name()})
	}
	c, diags := collect.Notes(cfg, sources)
	if first := in.list[0]; first.prefix == "" {
		c.Source = first.link(o.Out)
	}
	return c, diags
}

// name returns the root of the decks of an input: its folder, unless that is
// a prefix already; "" for a single file, whose own name is enough.
func (i *input) name() string {
	if f, ok := i.source.(collect.Folder); !ok || f.Only != "" || i.prefix != "" {
		return ""
	}
	return filepath.Base(absolute(i.dir))
}

// link returns the slash-separated path from the output folder to the input
// folder; "" when there is none.
func (i *input) link(out string) string {
	rel, err := filepath.Rel(absolute(out), absolute(i.dir))
	if i.root == nil || err != nil {
		return ""
	}
	return filepath.ToSlash(rel)
}

// path returns the path of a file as the user can open it.
func (in *inputs) path(file string) string {
	if file == ledger.Name {
		return filepath.Join(in.out, file)
	}
	for _, i := range in.list {
		if rest, ok := strings.CutPrefix(file, i.prefix); ok && i.root != nil {
			return filepath.Join(i.dir, filepath.FromSlash(rest))
		}
	}
	return file
}

// write makes all outputs in the output folder: whole, or not at all.
func write(o *cli.Options, c *card.Collection) (card.Diagnostics, []string, error) {
	if err := os.MkdirAll(o.Out, 0o777); err != nil {
		return nil, nil, fmt.Errorf("output folder %s: %w; choose another with --out", o.Out, reason(err))
	}
	root, err := os.OpenRoot(o.Out)
	if err != nil {
		return nil, nil, fmt.Errorf("output folder %s: %w; choose another with --out", o.Out, reason(err))
	}
	defer root.Close()
	out := outdir.New(root, strconv.Itoa(os.Getpid()))
	diags, err := fill(out, o, c)
	if err != nil {
		out.Discard()
		return nil, nil, err
	}
	if err := out.Commit(); err != nil {
		return nil, nil, err
	}
	var names []string
	for _, n := range out.Names() {
		if n != ledger.Name && !strings.Contains(n, "/") {
			names = append(names, filepath.Join(o.Out, n))
		}
	}
	return diags, names, nil
}

// fill gives the cards their identities and writes every format.
func fill(out *outdir.Dir, o *cli.Options, c *card.Collection) (card.Diagnostics, error) {
	diags, err := identify(out, c)
	if err != nil {
		return nil, err
	}
	for _, f := range o.To {
		more, err := f.Exporter.Export(c, out)
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", f.Name, err)
		}
		diags = append(diags, more...)
	}
	return diags, nil
}

// identify gives every card its id, by the ledger of the run before, and
// keeps the ledger for the next one.
func identify(out *outdir.Dir, c *card.Collection) (card.Diagnostics, error) {
	old, diags, err := readLedger(out)
	if err != nil {
		return nil, err
	}
	next, more := ledger.Assign(c, old, now())
	diags = append(diags, more...)
	if old != nil && old.Foreign {
		return diags, nil
	}
	w, err := out.Create(ledger.Name)
	if err != nil {
		return nil, err
	}
	_, err = next.WriteTo(w)
	return diags, errors.Join(err, w.Close())
}

func readLedger(out *outdir.Dir) (*ledger.Ledger, card.Diagnostics, error) {
	r, err := out.Previous(ledger.Name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	return ledger.Read(r)
}

// now is the moment of the run: SOURCE_DATE_EPOCH when set, else the clock.
func now() time.Time {
	if s, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(s, 0).UTC()
	}
	return time.Now().UTC().Truncate(time.Second)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintln(stderr, "recto:", err)
	return exitFailure
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return "recto " + info.Main.Version
	}
	return "recto (devel)"
}
