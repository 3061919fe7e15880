package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"recto": main})
}

// TestScript runs the command lines of testdata/script.
func TestScript(t *testing.T) {
	fonts, err := filepath.Abs("exporters/pdf/font/files")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       updating(t),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1767225600")
			env.Setenv("FONTS", fonts)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "files": files, "unescape": unescape,
		},
	})
}

// exits is the script command "exits STATUS COMMAND...": exec with the exit
// status that is expected.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	status := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		status = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if status != args[0] {
		ts.Fatalf("exit status %s, want %s", status, args[0])
	}
}

// files is the script command "files DIR [NAME...]": the folder holds these
// files and no others, hidden ones included.
func files(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: files DIR [NAME...]")
	}
	var got []string
	root := os.DirFS(ts.MkAbs(args[0]))
	ts.Check(fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			got = append(got, name)
		}
		return err
	}))
	if want := slices.Sorted(slices.Values(args[1:])); !slices.Equal(got, want) {
		ts.Fatalf("%s holds %q, want %q", args[0], got, want)
	}
}

// unescape is the script command "unescape FILE...": it puts characters for
// Go's escapes (\x00) in files, because an archive is text.
func unescape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: unescape FILE...")
	}
	for _, name := range args {
		quoted := strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(ts.ReadFile(name))
		text, err := strconv.Unquote(`"` + quoted + `"`)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o666))
	}
}

// TestReadme holds that the first note in README.md gives the transcript that
// follows it.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```markdown\n")
	note, rest, _ := strings.Cut(rest, "```\n")
	_, rest, _ = strings.Cut(rest, "```console\n$ recto k8s.md\n")
	want, _, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatal("no note with a transcript")
	}
	t.Chdir(t.TempDir())
	replace(t, "k8s.md", []byte(note))
	var got strings.Builder
	if code := run([]string{"k8s.md"}, strings.NewReader(""), &got, &got); code != exitDone {
		t.Errorf("exit status %d", code)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-README +got):\n%s", diff)
	}
}
