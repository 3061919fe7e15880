// Package outdir holds back the files of a run until all of them are whole.
// They are written beside their places under temporary names and renamed
// together; a run that fails leaves nothing behind.
package outdir

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Dir is an output folder. It implements exporters.Output and is not for
// concurrent use.
type Dir struct {
	root  *os.Root
	tag   string // tells the temporary files of this run from another's
	names []string
	made  []string // folders made on the way to names
}

// New returns an output folder for the files of one run. The tag is part of
// their temporary names; runs at the same time need different ones.
func New(root *os.Root, tag string) *Dir { return &Dir{root: root, tag: tag} }

// Create starts a file. Folders on the way are made. Creating a name again
// starts it afresh. A folder of that name is an error.
func (d *Dir) Create(name string) (io.WriteCloser, error) {
	if !fs.ValidPath(name) || name == "." {
		return nil, fmt.Errorf("output name %q: %w", name, fs.ErrInvalid)
	}
	if info, err := d.root.Lstat(name); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder in the way of a file; rename it", d.full(name))
	}
	if err := d.makeFolder(path.Dir(name)); err != nil {
		return nil, d.failure(name, err)
	}
	f, err := d.root.Create(d.temporary(name))
	if err != nil {
		return nil, d.failure(name, err)
	}
	if !slices.Contains(d.names, name) {
		d.names = append(d.names, name)
	}
	return f, nil
}

// makeFolder makes a folder with those above it, and notes which are new.
func (d *Dir) makeFolder(name string) error {
	for n := name; n != "."; n = path.Dir(n) {
		if _, err := d.root.Lstat(n); errors.Is(err, fs.ErrNotExist) {
			d.made = append(d.made, n)
		}
	}
	return d.root.MkdirAll(name, 0o777)
}

// Previous opens what stands under the name now; the error wraps
// fs.ErrNotExist when nothing does.
func (d *Dir) Previous(name string) (io.ReadCloser, error) { return d.root.Open(name) }

// Names returns the files created so far, in order.
func (d *Dir) Names() []string { return d.names }

// Commit gives all files their names. When one cannot be renamed, the rest
// still is, and the errors are joined.
func (d *Dir) Commit() error {
	var errs []error
	for _, n := range d.names {
		if err := d.root.Rename(d.temporary(n), n); err != nil {
			errs = append(errs, d.failure(n, err))
			d.root.Remove(d.temporary(n))
		}
	}
	return errors.Join(errs...)
}

// Sweep removes the files in the folder itself that match one of the patterns
// (path.Match) and were not written by this run: what an earlier run left and
// this one had no use for. Call it after Commit.
func (d *Dir) Sweep(patterns []string) error {
	entries, err := fs.ReadDir(d.root.FS(), ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() || slices.Contains(d.names, e.Name()) || !matches(patterns, e.Name()) {
			continue
		}
		if err := d.root.Remove(e.Name()); err != nil {
			return err
		}
	}
	return nil
}

func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { ok, err := path.Match(p, name); return ok && err == nil })
}

// Discard removes what has been written, and the folders made for it. It does
// nothing after Commit.
func (d *Dir) Discard() {
	for _, n := range d.names {
		d.root.Remove(d.temporary(n))
	}
	for _, n := range slices.Backward(slices.Sorted(slices.Values(d.made))) {
		d.root.Remove(n) // fails where another run has put files by now
	}
}

func (d *Dir) temporary(name string) string {
	return path.Join(path.Dir(name), "."+path.Base(name)+"."+d.tag+".tmp")
}

// full returns the path of a file as the user knows it.
func (d *Dir) full(name string) string {
	return filepath.Join(d.root.Name(), filepath.FromSlash(name))
}

// failure says which file could not be written, and not under which temporary
// name.
func (d *Dir) failure(name string, err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		err = pe.Err
	}
	if le, ok := errors.AsType[*os.LinkError](err); ok {
		err = le.Err
	}
	return fmt.Errorf("%s: %w", d.full(name), err)
}
