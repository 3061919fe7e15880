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
// This package alone touches files, environment, clock and exit status; all
// others take values, readers and writers.
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
	"recto/ledger"
	"recto/outdir"
	"recto/report"
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
	o, err := cli.Parse(args, os.ReadFile)
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
	for _, f := range o.To {
		if err := out.Sweep(f.Optional); err != nil {
			return nil, nil, fmt.Errorf("removing what an earlier run left: %w", err)
		}
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
