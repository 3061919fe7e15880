package outdir

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// open returns the output folder dir for a test.
func open(t *testing.T, dir string) *Dir {
	t.Helper()
	return openAs(t, dir, "test")
}

// openAs returns the output folder dir for the run with a tag.
func openAs(t *testing.T, dir, tag string) *Dir {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return New(root, tag)
}

// write puts a text under a name.
func write(t *testing.T, d *Dir, name, text string) {
	t.Helper()
	w, err := d.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// put makes a file below a folder, with the folders on the way.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// link makes a symbolic link below a folder.
func link(t *testing.T, to, dir, name string) {
	t.Helper()
	if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
		t.Skip(err)
	}
}

// visible returns the files below a folder whose names are not hidden.
func visible(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := content(t, dir)
	maps.DeleteFunc(all, func(name, _ string) bool { return strings.HasPrefix(path.Base(name), ".") })
	return all
}

// content returns all files below a folder, without links.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// tree returns the names of all files and folders below a folder.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestCommit holds that the files of a run appear together: until Commit the
// folder shows what was there, and then nothing but the new.
func TestCommit(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.csv", "old")
	d := open(t, dir)
	write(t, d, "a.csv", "half")
	write(t, d, "media/b.png", "picture")
	write(t, d, "a.csv", "new")

	if diff := cmp.Diff(map[string]string{"a.csv": "old"}, visible(t, dir)); diff != "" {
		t.Errorf("before Commit (-want +got):\n%s", diff)
	}
	r, err := d.Previous("a.csv")
	if err != nil {
		t.Fatal(err)
	}
	if was, err := io.ReadAll(r); err != nil || string(was) != "old" {
		t.Errorf("before Commit the file is %q, %v", was, err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	d.Discard()
	want := map[string]string{"a.csv": "new", "media/b.png": "picture"}
	if diff := cmp.Diff(want, content(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a.csv", "media/b.png"}, d.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// TestCommitFails holds that a file which cannot get its name is reported
// under it, that the others get theirs, and that no temporary file stays.
func TestCommitFails(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	for _, name := range []string{"a.csv", "b.csv", "c.csv"} {
		write(t, d, name, "new")
	}
	put(t, dir, "a.csv/in the way", "")
	put(t, dir, "c.csv/in the way", "")
	err := d.Commit()
	if err == nil {
		t.Fatal("no error")
	}
	reasons := strings.Split(err.Error(), "\n")
	for i, name := range []string{"a.csv", "c.csv"} {
		if len(reasons) != 2 || !strings.HasPrefix(reasons[i], filepath.Join(dir, name)+": ") || strings.Contains(reasons[i], ".tmp") {
			t.Errorf("error %q, want one line about %s", err, name)
		}
	}
	want := map[string]string{"a.csv/in the way": "", "b.csv": "new", "c.csv/in the way": ""}
	if diff := cmp.Diff(want, content(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDiscard holds that a run which fails leaves the folder as it was, down
// to the folders in it.
func TestDiscard(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.csv", "old")
	put(t, dir, "kept/by-hand.txt", "mine")
	before := tree(t, dir)
	d := open(t, dir)
	for _, name := range []string{"a.csv", "media/b.png", "media/deep/er/c.png", "media/wide/d.png", "kept/e.png"} {
		write(t, d, name, "new")
	}
	d.Discard()
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	if got := content(t, dir)["a.csv"]; got != "old" {
		t.Errorf("a.csv is %q", got)
	}
}

// TestTwoRuns holds that runs at the same time do not meet before Commit: the
// later one wins, and one that fails takes nothing from the other.
func TestTwoRuns(t *testing.T) {
	dir := t.TempDir()
	one, two, failed := openAs(t, dir, "1"), openAs(t, dir, "2"), openAs(t, dir, "3")
	for run, text := range map[*Dir]string{one: "one", two: "two", failed: "half"} {
		write(t, run, "a.csv", text)
		write(t, run, "media/b.png", text)
	}
	if err := one.Commit(); err != nil {
		t.Fatal(err)
	}
	failed.Discard()
	if diff := cmp.Diff(map[string]string{"a.csv": "one", "media/b.png": "one"}, visible(t, dir)); diff != "" {
		t.Errorf("after the first (-want +got):\n%s", diff)
	}
	if err := two.Commit(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a.csv": "two", "media/b.png": "two"}, content(t, dir)); diff != "" {
		t.Errorf("after both (-want +got):\n%s", diff)
	}
}

// TestPrevious holds that what is not there can be told from what cannot be
// read.
func TestPrevious(t *testing.T) {
	outside := t.TempDir()
	put(t, outside, "outside.csv", "theirs")
	put(t, outside, "out/b.csv", "earlier")
	d := open(t, filepath.Join(outside, "out"))
	write(t, d, "a.csv", "not yet")
	for name, missing := range map[string]bool{"a.csv": true, "media/b.png": true, "../outside.csv": false} {
		if _, err := d.Previous(name); err == nil || errors.Is(err, fs.ErrNotExist) != missing {
			t.Errorf("Previous(%q): %v", name, err)
		}
	}
}

// TestSweep holds that only files in the folder itself go, that match and that
// this run has not written.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"cards-1.pdf", "cards-2.pdf", "calibration.pdf", "cards.pdf", "cards-x.pdf",
		"cards-3.pdf/folder", "media/cards-4.pdf", ".cards-5.pdf.9.tmp",
	} {
		put(t, dir, name, "old")
	}
	d := open(t, dir)
	write(t, d, "cards-2.pdf", "new")
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := d.Sweep([]string{"cards-[0-9]*.pdf", "calibration.pdf", "none.pdf", "["}); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"cards-2.pdf": "new", "cards.pdf": "old", "cards-x.pdf": "old",
		"cards-3.pdf/folder": "old", "media/cards-4.pdf": "old", ".cards-5.pdf.9.tmp": "old",
	}
	if diff := cmp.Diff(want, content(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := d.Sweep(nil); err != nil || len(content(t, dir)) != len(want) {
		t.Errorf("without patterns: %v, left %v", err, content(t, dir))
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.csv/in the way", "")
	put(t, dir, "media", "")
	d := open(t, dir)
	for name, want := range map[string]string{
		"a.csv":       filepath.Join(dir, "a.csv") + " is a folder in the way of a file; rename it",
		"media/b.png": filepath.Join(dir, "media/b.png") + ": file exists",
		"../c.csv":    `output name "../c.csv": invalid argument`,
		"":            `output name "": invalid argument`,
	} {
		if _, err := d.Create(name); err == nil || err.Error() != want {
			t.Errorf("Create(%q): %v, want %s", name, err, want)
		}
	}
	if len(d.Names()) > 0 {
		t.Errorf("names %q", d.Names())
	}
}

// TestCreateEscapes holds that nothing is written outside of the folder.
func TestCreateEscapes(t *testing.T) {
	outside := t.TempDir()
	dir := filepath.Join(outside, "out")
	put(t, dir, "kept", "")
	put(t, outside, "target.csv", "theirs")
	link(t, outside, dir, "media")
	link(t, filepath.Join(outside, "target.csv"), dir, "a.csv")
	before := tree(t, outside)
	d := open(t, dir)
	for _, name := range []string{"../c.csv", "/c.csv", "b/../../c.csv", "b/../c.csv", "./c.csv", "b//c.csv", "b/", ".", "..", "", "media/c.png", "media/new/c.png"} {
		if w, err := d.Create(name); err == nil {
			t.Errorf("Create(%q) is allowed", name)
			w.Close()
		}
	}
	d.Discard()
	if diff := cmp.Diff(before, tree(t, outside)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	write(t, d, "a.csv", "ours")
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	got := content(t, outside)
	if got["target.csv"] != "theirs" || got["out/a.csv"] != "ours" {
		t.Errorf("a link is written through: %v", got)
	}
}
