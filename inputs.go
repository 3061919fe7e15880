package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"recto/card"
	"recto/cli"
	"recto/collect"
	"recto/ledger"
	"recto/parser"
	"recto/report"
	"recto/vault"
)

// input is one argument: a folder, a file or standard input.
type input struct {
	dir      string // the folder that names are below, as the user wrote it; "" for standard input
	prefix   string // of names, where inputs are below several folders
	source   collect.Source
	root     *os.Root        // nil for standard input
	settings parser.Settings // of other tools beside the notes
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
		dir, only = filepath.Split(linked(arg))
		dir = cmp.Or(dir, ".")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, reason(err))
	}
	v := vault.Open(root.FS(), vault.Options{Exclude: below(dir, out)})
	return &input{dir: dir, source: collect.Folder{Vault: v, Only: only}, root: root, settings: readSettings(root.FS())}, nil
}

// readSettings reads what other tools have set up beside the notes.
func readSettings(fsys fs.FS) parser.Settings {
	var s parser.Settings
	for _, name := range parser.SettingsFiles() {
		if data, err := fs.ReadFile(fsys, name); err == nil {
			s.Read(name, data)
		}
	}
	return s
}

// linked returns the file that a symbolic link leads to; other names as they
// are. Links below a folder are not followed out of it, but this one the user
// has named.
func linked(name string) string {
	info, err := os.Lstat(name)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return name
	}
	to, err := filepath.EvalSymlinks(name)
	if err != nil {
		return name
	}
	return to
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
		sources = append(sources, collect.Input{Source: i.source, Prefix: i.prefix, Root: i.name(), Settings: i.settings})
	}
	c, diags := collect.Notes(cfg, sources)
	if first := in.list[0]; first.prefix == "" {
		c.Source = first.link(o.Out)
	}
	if len(in.list) > 1 && o.Deck == "" {
		c.Title = in.title()
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

// title names several inputs together: "aws, network, …".
func (in *inputs) title() string {
	const most = 3
	var names []string
	for _, i := range in.list {
		name := i.label()
		switch {
		case slices.Contains(names, name):
		case len(names) == most:
			return strings.Join(names, ", ") + ", …"
		default:
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// label returns the name of the folder or, without its extension, of the file.
func (i *input) label() string {
	switch s := i.source.(type) {
	case collect.Text:
		return s.Name
	case collect.Folder:
		if s.Only != "" {
			return strings.TrimSuffix(s.Only, filepath.Ext(s.Only))
		}
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
