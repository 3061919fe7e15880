package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"recto/exporters/pdf/impose"
)

var update = flag.Bool("update", false, "rewrite the flags in README.md")

// What is around the text of --help in README.md.
const (
	flags = "## Flags\n\n```text\n"
	end   = "```\n"
)

// TestReadme holds that README.md shows the text of --help.
func TestReadme(t *testing.T) {
	const file = "../README.md"
	o, err := Parse(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := bytes.Cut(readme, []byte(flags))
	if !found {
		t.Fatal("no section of flags")
	}
	got, tail, found := bytes.Cut(rest, []byte(end))
	if !found {
		t.Fatal("the section of flags does not end")
	}
	want := []byte(o.Usage())
	if bytes.Equal(got, want) {
		return
	}
	if !*update {
		t.Fatalf("run go test ./cli -update\n%s", diff.Diff("README.md", got, "--help", want))
	}
	whole := bytes.Join([][]byte{head, []byte(flags), want, []byte(end), tail}, nil)
	if err := os.WriteFile(file, whole, 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestReadmeLayouts holds that README.md lists the layouts of printed cards.
func TestReadmeLayouts(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range impose.Layouts() {
		if row := fmt.Sprintf("| `%s` | %s |\n", l.Name, l.Doc); !bytes.Contains(readme, []byte(row)) {
			t.Errorf("README.md lacks %s", row)
		}
	}
}
