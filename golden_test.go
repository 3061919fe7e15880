package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/diff"

	"recto/internal/readable"
	"recto/ledger"
)

var update = flag.Bool("update", false, "rewrite what has changed in out/ and testdata/script; review it before you commit")

// updating reports whether golden files are to be rewritten, which nobody
// would review under CI.
func updating(t *testing.T) bool {
	t.Helper()
	if *update && os.Getenv("CI") != "" {
		t.Fatal("-update is refused when CI is set; run it by hand and review what changed")
	}
	return *update
}

// transcript is the file that holds what the main job says.
const transcript = "testdata/transcript.txt"

// TestGolden runs the main job and compares what it writes with out/, and what
// it says with its transcript. Files are compared by what they mean: how well
// a compressor did is no difference.
func TestGolden(t *testing.T) {
	rewrite := updating(t)
	want := readAll(t, "out")
	got, said := mainJob(t, workspace(t, want))
	t.Run("transcript", func(t *testing.T) {
		expected, err := os.ReadFile(transcript)
		switch {
		case rewrite && string(expected) != said:
			replace(t, transcript, []byte(said))
		case !rewrite && err != nil:
			t.Fatal(err)
		case !rewrite:
			if diff := cmp.Diff(string(expected), said); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		}
	})
	names := maps.Clone(want)
	maps.Copy(names, got)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		t.Run(name, func(t *testing.T) {
			problem := compare(t, name, want, got)
			switch {
			case problem == "":
			case rewrite:
				replace(t, filepath.Join("out", name), got[name])
				t.Log("rewrote", name)
			default:
				keep(t, name, got[name])
				t.Errorf("%s\nIf this is meant, run go test -run Golden -update and look at what changed.", problem)
			}
		})
	}
}

// TestReproducible holds that a run depends on notes, flags and recto.lock
// alone: not on the folder, the time zone, the user, the number of processors
// or the order of maps, nor on whether it is the first one.
func TestReproducible(t *testing.T) {
	want, _ := mainJob(t, workspace(t, readAll(t, "out")))
	runs := 5
	if testing.Short() {
		runs = 2
	}
	zone, procs := time.Local, runtime.GOMAXPROCS(0)
	t.Cleanup(func() { time.Local = zone; runtime.GOMAXPROCS(procs) })
	for i := range runs {
		t.Setenv("USER", fmt.Sprint("reader", i))
		t.Setenv("LC_ALL", []string{"C", "ko_KR.UTF-8"}[i%2])
		time.Local = time.FixedZone("", (i-4)*3*3600)
		runtime.GOMAXPROCS(1 + i%4)
		dir := workspace(t, want)
		for range 2 {
			got, _ := mainJob(t, dir)
			same(t, want, got)
		}
	}
}

func same(t *testing.T, want, got map[string][]byte) {
	t.Helper()
	for name, data := range want {
		if !bytes.Equal(data, got[name]) {
			t.Fatalf("%s differs between two runs\n%s", name, difference(t, name, data, got[name]))
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d files, then %d", len(want), len(got))
	}
}

// workspace returns a new folder with a copy of notes/ and, where out/ has
// one, of its ledger: the moments in it are all that a run takes from earlier
// ones.
func workspace(t *testing.T, out map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "notes"), os.DirFS("notes")); err != nil {
		t.Fatal(err)
	}
	if lock, ok := out[ledger.Name]; ok {
		replace(t, filepath.Join(dir, "out", ledger.Name), lock)
	}
	return dir
}

// mainJob runs the program without arguments in a folder and returns the
// files of the output folder, and what the program said: its diagnostics, then
// its summary.
func mainJob(t *testing.T, dir string) (files map[string][]byte, said string) {
	t.Helper()
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		t.Fatal(err)
	}
	defer os.Chdir(home)
	var stdout, stderr bytes.Buffer
	if code := run(nil, strings.NewReader(""), &stdout, &stderr); code != exitDone {
		t.Fatalf("exit status %d\n%s%s", code, &stdout, &stderr)
	}
	return readAll(t, "out"), stderr.String() + stdout.String()
}

// readAll returns all files below a folder by slash-separated name.
func readAll(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all[name], err = fs.ReadFile(root, name)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return all
}

// replace writes a file, or removes it when there is nothing to write.
func replace(t *testing.T, name string, data []byte) {
	t.Helper()
	if data == nil {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// keep leaves a file for go test -artifacts.
func keep(t *testing.T, name string, data []byte) {
	if data != nil {
		replace(t, filepath.Join(t.ArtifactDir(), path.Base(name)), data)
	}
}

// compare returns what is wrong with a file; "" for nothing.
func compare(t *testing.T, name string, want, got map[string][]byte) string {
	w, wanted := want[name]
	g, made := got[name]
	switch {
	case !made:
		return "out/ has a file that the main job does not write"
	case !wanted:
		return "out/ lacks a file that the main job writes"
	case bytes.Equal(w, g):
		return ""
	}
	return difference(t, name, w, g)
}

// difference returns the lines in which two files differ, the first forty of
// them; "" when they mean the same.
func difference(t *testing.T, name string, want, got []byte) string {
	t.Helper()
	texts := make([][]byte, 2)
	for i, data := range [][]byte{want, got} {
		var err error
		if texts[i], err = readable.Text(name, data); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	lines := strings.SplitAfter(string(diff.Diff("want", texts[0], "got", texts[1])), "\n")
	if most := 40; len(lines) > most {
		lines = append(lines[:most], fmt.Sprintf("... and %d lines more\n", len(lines)-most))
	}
	return strings.Join(lines, "")
}

// layers says which packages of the project a package may import. Patterns
// are those of the go command; the first that stands for a package holds.
var layers = []layer{
	{"recto/card", nil},
	{"recto/parser/mdext", nil},
	{"recto/parser", []string{"recto/card", "recto/parser/mdext"}},
	{"recto/vault", []string{"recto/card"}},
	{"recto/collect", []string{"recto/card", "recto/parser", "recto/vault"}},
	{"recto/ledger", []string{"recto/card"}},
	{"recto/glossary", []string{"recto/card"}},
	{"recto/exporters", []string{"recto/card"}},
	{"recto/exporters/pdf/...", []string{"recto/card", "recto/exporters", "recto/exporters/pdf/..."}},
	{"recto/exporters/...", []string{"recto/card", "recto/exporters", "recto/glossary"}},
	{"recto/outdir", nil},
	{"recto/report", []string{"recto/card"}},
	{"recto/cli", []string{"recto/exporters/...", "recto/parser"}},
	{"recto/internal/...", nil},
	{"recto", []string{"recto/..."}},
}

type layer struct {
	pkg string
	may []string
}

// houses says where a library stops: only these files may import it.
var houses = map[string][]string{
	"os":                              {"*.go", "outdir/*.go", "internal/*/*.go"},
	"os/exec":                         nil,
	"net/http/...":                    nil,
	"math/rand/...":                   nil,
	"github.com/yuin/goldmark/...":    {"parser/blocks.go", "parser/inlines.go", "parser/lists.go", "parser/html*.go", "parser/mdext/*.go"},
	"github.com/go-pdf/fpdf/...":      {"exporters/pdf/draw.go"},
	"github.com/xuri/excelize/...":    {"exporters/xlsx/write.go", "exporters/xlsx/sheet.go", "exporters/xlsx/read.go", "exporters/xlsx/copy.go"},
	"modernc.org/...":                 {"exporters/anki/collection.go", "internal/*/*.go"},
	"github.com/goccy/go-yaml/...":    {"parser/meta.go"},
	"github.com/BurntSushi/toml":      {"parser/meta.go"},
	"github.com/spf13/pflag":          {"cli/*.go", "exporters/*.go", "exporters/*/*.go"},
	"github.com/google/go-cmp/...":    nil,
	"github.com/rogpeppe/go-internal": nil,
}

// TestLayers holds the direction in which packages know each other, and that
// libraries stay in their houses.
func TestLayers(t *testing.T) {
	err := fs.WalkDir(os.DirFS("."), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported := strings.Trim(spec.Path.Value, `"`)
			checkLayer(t, file, imported)
			checkHouse(t, file, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkLayer(t *testing.T, file, imported string) {
	t.Helper()
	if !covers("recto/...", imported) {
		return
	}
	pkg := path.Join("recto", path.Dir(file))
	i := slices.IndexFunc(layers, func(l layer) bool { return covers(l.pkg, pkg) })
	if i < 0 {
		t.Errorf("%s: package %s is in no layer; give it a line in layers", file, pkg)
		return
	}
	if !slices.ContainsFunc(layers[i].may, func(p string) bool { return covers(p, imported) }) {
		t.Errorf("%s: %s must not know %s", file, pkg, imported)
	}
}

func checkHouse(t *testing.T, file, imported string) {
	t.Helper()
	for library, house := range houses {
		inside := slices.ContainsFunc(house, func(p string) bool { ok, err := path.Match(p, file); return ok && err == nil })
		if covers(library, imported) && !inside {
			t.Errorf("%s: %s may be imported by %q only", file, imported, house)
		}
	}
}

// covers reports whether a pattern of the go command matches a package.
func covers(pattern, pkg string) bool {
	root, below := strings.CutSuffix(pattern, "/...")
	return root == pkg || below && strings.HasPrefix(pkg, root+"/")
}
