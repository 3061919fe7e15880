// Package vault finds and reads the notes below one folder, and the pictures
// and sounds that they show. It knows the habits of Obsidian vaults, and the
// encodings that old Korean notes are in.
//
// It reads through an [io/fs.FS] alone. With that of an [os.Root] nothing
// outside the folder can be reached, by a path or by a symbolic link.
package vault

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"recto/card"
)

// maxNote is the size in bytes above which a file is no note.
const maxNote = 32 << 20

// IgnoreFile is the name of files that say in gitignore syntax what below
// their folder is not read.
const IgnoreFile = ".rectoignore"

// Options say what of a folder is read. The zero value takes all of it.
type Options struct {
	// Exclude lists slash-separated paths below the folder that are not
	// read, such as that of the outputs.
	Exclude []string
}

// Vault is a folder with notes. Its methods may be called concurrently. The
// folder is listed once, when something asks for it.
type Vault struct {
	fsys    fs.FS
	options Options
	list    func() *listing

	mu    sync.Mutex
	media map[string]func() (*card.Media, error) // by path
}

// Open returns the vault at the root of fsys. It does not read anything yet.
func Open(fsys fs.FS, options Options) *Vault {
	v := &Vault{fsys: fsys, options: options, media: map[string]func() (*card.Media, error){}}
	v.list = sync.OnceValue(func() *listing { return list(fsys, options) })
	return v
}

// Notes returns the names of all notes, sorted, and what could not be
// listed. Names are slash-separated and in NFC.
//
// A note is a file that ends in .md or .markdown. Hidden files and folders,
// folders of templates, Excalidraw drawings, node_modules and what
// [IgnoreFile] names are left out. Folders that are symbolic links are not
// entered.
func (v *Vault) Notes() ([]string, card.Diagnostics) {
	l := v.list()
	return l.notes.sorted(), l.diags
}

// Read returns the text of a note as [Decode] does. The text is nil when
// there is none to use; a diagnostic says why.
func (v *Vault) Read(name string) ([]byte, card.Diagnostics) {
	raw, err := v.read(name)
	if err != nil {
		return nil, card.Diagnostics{{Pos: card.Pos{File: name}, Message: err.Error()}}
	}
	return Decode(name, raw)
}

func (v *Vault) read(name string) ([]byte, error) {
	f, err := v.open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", reason(err))
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxNote+1))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", reason(err))
	}
	if len(raw) > maxNote {
		return nil, fmt.Errorf("larger than %d MB; split it into several notes", maxNote>>20)
	}
	return raw, nil
}

// open opens a file by its name in NFC, or as it is on disk.
func (v *Vault) open(name string) (fs.File, error) {
	f, err := v.fsys.Open(name)
	if err == nil {
		return f, nil
	}
	if disk, ok := v.list().disk[name]; ok {
		return v.fsys.Open(disk)
	}
	return nil, err
}

// reason returns what a file system said, without the path, which
// diagnostics name already.
func reason(err error) error {
	for {
		pe, ok := err.(*fs.PathError)
		if !ok {
			return err
		}
		err = pe.Err
	}
}

// Note finds the note that a wiki link or an embed in the note from names:
// [[target]], with or without folders and extension. The target's letters
// may differ in case.
func (v *Vault) Note(from, target string) (name string, ok bool) {
	target = norm.NFC.String(strings.TrimSpace(target))
	if target == "" {
		return "", false
	}
	l := v.list()
	candidates := []string{target + ".md", target + ".markdown"}
	if isNote(target) {
		candidates = []string{target, target + ".md"}
	}
	for _, c := range candidates {
		if p, ok := l.notes.resolve(l.places(from, c), c); ok {
			return p, true
		}
	}
	return "", false
}

// isNote reports whether a file is a note by its name.
func isNote(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return true
	}
	return false
}
