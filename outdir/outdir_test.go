package outdir

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// open returns the output folder dir for a test.
func open(t *testing.T, dir string) *Dir {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return New(root, "test")
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

// content returns all files below a folder.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
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

func TestCommit(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	d := open(t, dir)
	write(t, d, "a.csv", "half")
	write(t, d, "media/b.png", "picture")
	write(t, d, "a.csv", "new")

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
	want := map[string]string{"a.csv": "new", "media/b.png": "picture"}
	if diff := cmp.Diff(want, content(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a.csv", "media/b.png"}, d.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestDiscard(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	write(t, d, "a.csv", "new")
	write(t, d, "media/b.png", "picture")
	d.Discard()
	if got := content(t, dir); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "a.csv"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "media"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
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
