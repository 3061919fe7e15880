package cli

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
)

var update = flag.Bool("update", false, "rewrite the flags in README.md")

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
	head, rest, found := bytes.Cut(readme, []byte("## Flags\n\n```text\n"))
	if !found {
		t.Fatal("no section of flags")
	}
	got, tail, found := bytes.Cut(rest, []byte("```\n"))
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
	head = append(head, "## Flags\n\n```text\n"...)
	head = append(append(head, want...), "```\n"...)
	if err := os.WriteFile(file, append(head, tail...), 0o666); err != nil {
		t.Fatal(err)
	}
}
