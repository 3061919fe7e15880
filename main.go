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
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
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
	out := report.Printer{W: stdout, Color: isTerminal(stdout), Path: in.path}
	if o.Explain {
		for _, n := range c.Notes {
			out.Explain(n)
		}
		return
	}
	if !o.Quiet || o.Check {
		report.Printer{W: stderr, Path: in.path}.Diagnostics(diags)
	}
	if o.Verbose {
		out.Notes(c)
	}
	if !o.Quiet {
		out.Summary(c, len(diags), files)
	}
}

// input is one argument: a folder, a file or standard input.
type input struct {
	dir    string // the folder that names are below, as the user wrote it
	prefix string // of names, where several inputs need telling apart
	source collect.Source
	root   *os.Root // nil for standard input
}

// inputs are the arguments in their order.
type inputs []*input

func (in *inputs) close() {
	for _, i := range *in {
		if i.root != nil {
			i.root.Close()
		}
	}
}

// open opens the folders that the arguments name. Nothing outside of them is
// ever read, whatever notes refer to.
func open(o *cli.Options, stdin io.Reader) (*inputs, error) {
	var in inputs
	for _, arg := range o.Inputs {
		i, err := openInput(arg, o.Out, stdin)
		if err != nil {
			in.close()
			return nil, err
		}
		if len(o.Inputs) > 1 && i.root != nil {
			i.prefix = filepath.Base(i.dir) + "/"
		}
		in = append(in, i)
	}
	return &in, nil
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
	if err != nil {
		return nil, fmt.Errorf("reading notes: %w", err)
	}
	dir, only := arg, ""
	if !info.IsDir() {
		dir, only = filepath.Dir(arg), filepath.Base(arg)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("reading notes: %w", err)
	}
	v := vault.Open(root.FS(), vault.Options{Exclude: below(dir, out)})
	return &input{dir: dir, source: collect.Folder{Vault: v, Only: only}, root: root}, nil
}

// below returns the path of the output folder below the input folder, if it
// is there: what recto wrote is never read as notes.
func below(dir, out string) []string {
	d, err1 := filepath.Abs(dir)
	o, err2 := filepath.Abs(out)
	rel, err3 := filepath.Rel(d, o)
	if cmp.Or(err1, err2, err3) != nil || rel == "." || strings.HasPrefix(rel, "..") {
		return nil
	}
	return []string{filepath.ToSlash(rel)}
}

// collect reads and parses all notes.
func (in *inputs) collect(o *cli.Options, stderr io.Writer) (*card.Collection, card.Diagnostics) {
	cfg := collect.Config{
		Parser: parser.Config{Rules: o.Rules, Deck: o.Deck, Tags: o.Tags, Trace: o.Explain},
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
	for _, i := range *in {
		sources = append(sources, collect.Input{Source: i.source, Prefix: i.prefix, Root: i.name()})
	}
	c, diags := collect.Notes(cfg, sources)
	if len(*in) == 1 {
		c.Source = (*in)[0].link(o.Out)
	}
	return c, diags
}

// name returns the name of the input folder; "" for a single file, whose own
// name is enough.
func (i *input) name() string {
	if f, ok := i.source.(collect.Folder); !ok || f.Only != "" {
		return ""
	}
	abs, err := filepath.Abs(i.dir)
	if err != nil {
		return filepath.Base(i.dir)
	}
	return filepath.Base(abs)
}

// link returns the slash-separated path from the output folder to the input
// folder; "" when there is none.
func (i *input) link(out string) string {
	from, err1 := filepath.Abs(out)
	to, err2 := filepath.Abs(i.dir)
	rel, err3 := filepath.Rel(from, to)
	if i.root == nil || cmp.Or(err1, err2, err3) != nil {
		return ""
	}
	return filepath.ToSlash(rel)
}

// path returns the path of a note as the user can open it.
func (in *inputs) path(file string) string {
	for _, i := range *in {
		if rest, ok := strings.CutPrefix(file, i.prefix); ok && i.root != nil {
			return filepath.Join(i.dir, filepath.FromSlash(rest))
		}
	}
	return file
}

// write makes all outputs in the output folder: whole, or not at all.
func write(o *cli.Options, c *card.Collection) (card.Diagnostics, []string, error) {
	if err := os.MkdirAll(o.Out, 0o777); err != nil {
		return nil, nil, fmt.Errorf("making the output folder: %w", err)
	}
	root, err := os.OpenRoot(o.Out)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the output folder: %w", err)
	}
	defer root.Close()
	out := outdir.New(root, strconv.Itoa(os.Getpid()))
	diags, err := fill(out, o, c)
	if err != nil {
		out.Discard()
		return nil, nil, err
	}
	if err := out.Commit(); err != nil {
		return nil, nil, fmt.Errorf("writing outputs: %w", err)
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
		return nil, fmt.Errorf("reading %s: %w", ledger.Name, err)
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
