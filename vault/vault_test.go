package vault

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"recto/card"
)

const png = "\x89PNG\r\n\x1a\n\x00"

// files makes a file system of names and contents; a name alone is empty.
func files(pairs map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range pairs {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func messages(ds card.Diagnostics) []string {
	var out []string
	for _, d := range ds {
		out = append(out, d.String())
	}
	return out
}

func TestNotes(t *testing.T) {
	tests := []struct {
		name    string
		files   map[string]string
		exclude []string
		want    []string
	}{
		{
			name:  "lexical order, notes alone",
			files: map[string]string{"b.md": "", "a/z.MD": "", "a.markdown": "", "x.mdx": "", "x.txt": "", "img.png": ""},
			want:  []string{"a.markdown", "a/z.MD", "b.md"},
		},
		{
			name: "hidden, drawings, programs",
			files: map[string]string{".hidden.md": "", ".obsidian/a.md": "", ".trash/b.md": "", "c.excalidraw.md": "",
				"node_modules/p/README.md": "", "d.md": ""},
			want: []string{"d.md"},
		},
		{
			name:  "folders of templates by name",
			files: map[string]string{"Templates/a.md": "", "x/_templates/b.md": "", "템플릿/c.md": "", norm.NFD.String("템플릿/d.md"): "", "template.md": ""},
			want:  []string{"template.md"},
		},
		{
			name: "folders of templates by settings",
			files: map[string]string{
				".obsidian/templates.json":                       `{"folder": "틀"}`,
				".obsidian/plugins/templater-obsidian/data.json": `{"templates_folder": "/양식/T/"}`,
				"틀/a.md": "", "양식/T/b.md": "", "양식/c.md": "",
				"안/.obsidian/templates.json": `{"folder": "틀"}`, "안/틀/d.md": "", "안/e.md": "",
			},
			want: []string{"안/e.md", "양식/c.md"},
		},
		{
			name:  "settings that make no sense",
			files: map[string]string{".obsidian/templates.json": `{"folder": 3`, ".obsidian/app.json": `[]`, "a.md": ""},
			want:  []string{"a.md"},
		},
		{
			name:  "the vault itself as folder of templates",
			files: map[string]string{".obsidian/templates.json": `{"folder": "/"}`, "a.md": ""},
			want:  []string{"a.md"},
		},
		{
			name:    "the folder of the outputs",
			files:   map[string]string{"out/a.md": "", "outer/b.md": "", "x/out/c.md": ""},
			exclude: []string{"./out/"},
			want:    []string{"outer/b.md", "x/out/c.md"},
		},
		{
			name: "ignore files",
			files: map[string]string{
				".rectoignore": "일기/*\n!일기/중요.md\n*.tmp.md\n/root.md\r\n# README.md\n",
				"일기/1.md":      "", "일기/중요.md": "", "a.tmp.md": "", "root.md": "", "x/root.md": "", "README.md": "",
				"x/.rectoignore": "!keep.tmp.md\nsub/\n", "x/keep.tmp.md": "", "x/sub/a.md": "", "x/y/sub/b.md": "",
			},
			want: []string{"README.md", "x/keep.tmp.md", "x/root.md", "일기/중요.md"},
		},
		{
			name:  "ignore file with decomposed names on disk",
			files: map[string]string{".rectoignore": "일기/\n", norm.NFD.String("일기/a.md"): "", "b.md": ""},
			want:  []string{"b.md"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, diags := Open(files(tt.files), Options{Exclude: tt.exclude}).Notes()
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
			if len(diags) > 0 {
				t.Errorf("diagnostics: %v", diags)
			}
		})
	}
}

// brokenFS fails to list one folder and to read one file.
type brokenFS struct {
	fstest.MapFS
	broken string
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.broken {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == b.broken {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.ReadDir(name)
}

func TestUnreadable(t *testing.T) {
	m := files(map[string]string{"a/1.md": "", "b/2.md": "글"})
	notes, diags := Open(brokenFS{m, "a"}, Options{}).Notes()
	if diff := cmp.Diff([]string{"b/2.md"}, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a: folder cannot be listed: permission denied"}, messages(diags)); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	text, diags := Open(brokenFS{m, "b/2.md"}, Options{}).Read("b/2.md")
	if diff := cmp.Diff([]string{"b/2.md: cannot be read: permission denied"}, messages(diags)); diff != "" || text != nil {
		t.Errorf("text %q, diagnostics (-want +got):\n%s", text, diff)
	}
}

// TestDecomposedNames holds that names are in NFC, and that files whose name
// on disk is not are read all the same.
func TestDecomposedNames(t *testing.T) {
	const name = "폴더/노트.md"
	v := Open(files(map[string]string{norm.NFD.String(name): "글", norm.NFD.String("폴더/그림.png"): png}), Options{})
	notes, _ := v.Notes()
	if diff := cmp.Diff([]string{name}, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	text, diags := v.Read(name)
	if string(text) != "글" || len(diags) > 0 {
		t.Errorf("Read = %q, %v", text, diags)
	}
	m, err := v.Media(name, "그림.png")
	if err != nil {
		t.Fatal(err)
	}
	r, err := m.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if data, err := io.ReadAll(r); string(data) != png || err != nil {
		t.Errorf("media = %q, %v", data, err)
	}
}

// TestSymlinks holds that the vault never leaves its folder and does not go
// in circles.
func TestSymlinks(t *testing.T) {
	dir := t.TempDir()
	in, outside := filepath.Join(dir, "in"), filepath.Join(dir, "outside")
	for _, d := range []string{filepath.Join(in, "sub"), outside} {
		if err := os.MkdirAll(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range map[string]string{"in/sub/a.md": "A", "outside/secret.md": "S", "outside/s.png": png} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{
		"loop": ".", "sub/up": "..", "secret.md": "../outside/secret.md", "s.png": "../outside/s.png", "link.md": "sub/a.md", "gone.md": "nothing",
	} {
		if err := os.Symlink(target, filepath.Join(in, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	root, err := os.OpenRoot(in)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	v := Open(root.FS(), Options{})
	notes, diags := v.Notes()
	if diff := cmp.Diff([]string{"link.md", "sub/a.md"}, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	want := []string{
		"gone.md: symbolic link that leads nowhere or outside of the folder; not followed",
		"loop: folder is a symbolic link; not followed",
		"secret.md: symbolic link that leads nowhere or outside of the folder; not followed",
		"sub/up: folder is a symbolic link; not followed",
	}
	if diff := cmp.Diff(want, messages(diags)); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	if text, _ := v.Read("secret.md"); text != nil {
		t.Errorf("read outside: %q", text)
	}
	if m, err := v.Media("a.md", "s.png"); m != nil || err == nil {
		t.Errorf("media outside: %v, %v", m, err)
	}
}

func TestNote(t *testing.T) {
	v := Open(files(map[string]string{
		"TCP.md": "", "cs/TCP.md": "", "cs/OS.md": "", "cs/deep/Note v1.2.md": "", "일기/b/x.md": "", "일기/a/x.md": "", "그림.png": "",
	}), Options{})
	tests := []struct{ from, target, want string }{
		{"cs/OS.md", "TCP", "cs/TCP.md"},
		{"TCP.md", "TCP", "TCP.md"},
		{"일기/a/x.md", "tcp", "TCP.md"},
		{"TCP.md", "os", "cs/OS.md"},
		{"TCP.md", "cs/OS.md", "cs/OS.md"},
		{"cs/OS.md", "../TCP", "TCP.md"},
		{"TCP.md", "Note v1.2", "cs/deep/Note v1.2.md"},
		{"TCP.md", "deep/note V1.2", "cs/deep/Note v1.2.md"},
		{"TCP.md", "x", "일기/a/x.md"},
		{"TCP.md", "b/x", "일기/b/x.md"},
		{"TCP.md", "없음", ""},
		{"TCP.md", "그림.png", ""},
		{"TCP.md", "../../TCP", ""},
		{"TCP.md", "", ""},
	}
	for _, tt := range tests {
		got, ok := v.Note(tt.from, tt.target)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("Note(%q, %q) = %q, %t; want %q", tt.from, tt.target, got, ok, tt.want)
		}
	}
}

func TestReadLarge(t *testing.T) {
	v := Open(files(map[string]string{"a.md": strings.Repeat("a", maxNote+1)}), Options{})
	text, diags := v.Read("a.md")
	if diff := cmp.Diff([]string{"a.md: larger than 32 MB; split it into several notes"}, messages(diags)); diff != "" || text != nil {
		t.Errorf("%d bytes, diagnostics (-want +got):\n%s", len(text), diff)
	}
}

// TestConcurrent asks for everything at once, for the race detector, and
// holds that a file is one pointer.
func TestConcurrent(t *testing.T) {
	v := Open(files(map[string]string{"a.md": "", "x/그림.png": png}), Options{})
	got := make([]*card.Media, 16)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() {
			v.Notes()
			v.Note("a.md", "a")
			got[i], _ = v.Media(fmt.Sprintf("%d.md", i), []string{"그림.png", "x/그림.png"}[i%2])
		})
	}
	wg.Wait()
	for _, m := range got {
		if m == nil || m != got[0] {
			t.Fatalf("media differ: %p and %p", m, got[0])
		}
	}
}

// TestReason holds that messages do not repeat the path.
func TestReason(t *testing.T) {
	err := reason(&fs.PathError{Op: "open", Path: "a", Err: &fs.PathError{Op: "stat", Path: "a", Err: fs.ErrNotExist}})
	if !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), "stat") {
		t.Errorf("reason = %v", err)
	}
}

func BenchmarkNotes(b *testing.B) {
	dir := b.TempDir()
	for i := range 40 {
		sub := filepath.Join(dir, fmt.Sprintf("%02d", i))
		if err := os.Mkdir(sub, 0o777); err != nil {
			b.Fatal(err)
		}
		for j := range 50 {
			if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("노트 %d.md", j)), []byte("글\n"), 0o666); err != nil {
				b.Fatal(err)
			}
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	for b.Loop() {
		if notes, _ := Open(root.FS(), Options{}).Notes(); len(notes) != 2000 {
			b.Fatalf("%d notes", len(notes))
		}
	}
}
