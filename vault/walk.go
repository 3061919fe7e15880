package vault

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"recto/card"
)

// listing is what is in a vault.
type listing struct {
	notes *index            // files that are notes
	files *index            // all others
	disk  map[string]string // name on disk of names that NFC has changed
	homes []home            // folders with Obsidian's settings, outer ones first
	diags card.Diagnostics
}

// skippedFolders hold no notes of the writer; names in lower case. Hidden
// folders are skipped besides.
var skippedFolders = []string{"node_modules", "template", "templates", "_template", "_templates", "템플릿"}

// walker lists one vault.
type walker struct {
	fsys    fs.FS
	exclude []string
	*listing
}

func list(fsys fs.FS, o Options) *listing {
	w := &walker{fsys: fsys, listing: &listing{notes: newIndex(), files: newIndex(), disk: map[string]string{}}}
	for _, p := range o.Exclude {
		w.exclude = append(w.exclude, norm.NFC.String(path.Clean(p)))
	}
	w.folder(".", nil)
	w.diags.Sort()
	return w.listing
}

// folder lists a folder and those below it. The rules are those of the
// ignore files from the root to its parent.
func (w *walker) folder(dir string, rules []rule) {
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil {
		w.diags.Addf(card.Pos{File: dir}, "folder cannot be listed: %v", reason(err))
	}
	for _, e := range entries {
		switch {
		case e.Name() == ".obsidian" && e.IsDir():
			w.homes = append(w.homes, readHome(w.fsys, dir))
		case e.Name() == IgnoreFile:
			rules = slices.Concat(rules, w.rules(dir))
		}
	}
	for _, e := range entries {
		w.entry(path.Join(dir, e.Name()), e, rules)
	}
}

// rules reads the ignore file of a folder.
func (w *walker) rules(dir string) []rule {
	name := path.Join(dir, IgnoreFile)
	data, err := fs.ReadFile(w.fsys, name)
	if err != nil {
		w.diags.Addf(card.Pos{File: name}, "cannot be read: %v", reason(err))
		return nil
	}
	text, diags := Decode(name, data)
	w.diags = append(w.diags, diags...)
	return parseRules(norm.NFC.String(dir), string(text))
}

func (w *walker) entry(name string, e fs.DirEntry, rules []rule) {
	base, composed := path.Base(name), norm.NFC.String(name)
	if strings.HasPrefix(base, ".") || slices.Contains(w.exclude, composed) || ignored(rules, composed, e.IsDir()) {
		return
	}
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := fs.Stat(w.fsys, name)
		switch {
		case err != nil && (isNote(base) || path.Ext(base) == ""):
			w.diags.Addf(card.Pos{File: name}, "symbolic link that leads nowhere or outside of the folder; not followed")
			return
		case err != nil:
			return
		case info.IsDir():
			w.diags.Addf(card.Pos{File: name}, "folder is a symbolic link; not followed")
			return
		}
		mode = info.Mode()
	}
	switch {
	case mode.IsDir():
		if !w.skips(name) {
			w.folder(name, rules)
		}
	case mode.IsRegular():
		w.file(name)
	}
}

// skips reports whether a folder is one of templates or of programs.
func (w *walker) skips(dir string) bool {
	base := norm.NFC.String(strings.ToLower(path.Base(dir)))
	return slices.Contains(skippedFolders, base) ||
		slices.ContainsFunc(w.homes, func(h home) bool { return slices.Contains(h.templates, norm.NFC.String(dir)) })
}

func (w *walker) file(disk string) {
	name := norm.NFC.String(disk)
	if name != disk {
		if _, err := fs.Stat(w.fsys, name); err == nil {
			name = disk // a twin has the name already
		} else {
			w.disk[name] = disk
		}
	}
	switch {
	case !isNote(name):
		w.files.add(name)
	case !strings.HasSuffix(strings.ToLower(name), ".excalidraw.md"):
		w.notes.add(name)
	}
}
