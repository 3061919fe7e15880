package parser_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"recto/card"
	"recto/parser"
	"recto/vault"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestCases parses the notes of testdata/**/*.txtar and compares the cards
// and diagnostics with what stands beside them. A file is a comment that says
// what it proves and any number of cases, each three sections: NAME.md,
// NAME.cards and NAME.diag.
func TestCases(t *testing.T) {
	var files []string
	err := filepath.WalkDir("testdata", func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Name() == "dialect" {
			return fs.SkipDir // TestDialects
		}
		if strings.HasSuffix(path, ".txtar") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.ToSlash(f), ".txtar"), func(t *testing.T) { testFile(t, f) })
	}
}

func testFile(t *testing.T, path string) {
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Comment: a.Comment}
	want := map[string]string{}
	for _, f := range a.Files {
		want[f.Name] = string(f.Data)
	}
	for _, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, ".md")
		if !ok {
			continue
		}
		n := parse(t, f.Name, f.Data)
		var cards, diags strings.Builder
		card.Dump(&cards, n)
		for _, d := range n.Diags {
			diags.WriteString(d.String() + "\n")
		}
		got.Files = append(got.Files, f, txtar.File{Name: name + ".cards", Data: []byte(cards.String())}, txtar.File{Name: name + ".diag", Data: []byte(diags.String())})
		if *update {
			continue
		}
		for suffix, text := range map[string]string{".cards": cards.String(), ".diag": diags.String()} {
			if diff := cmp.Diff(want[name+suffix], text); diff != "" {
				t.Errorf("%s%s (-want +got):\n%s", name, suffix, diff)
			}
		}
	}
	if *update {
		if os.Getenv("CI") != "" {
			t.Fatal("-update is for people who read the diff")
		}
		if err := os.WriteFile(path, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// parse parses a note as the program does and checks what holds for every
// note.
func parse(t testing.TB, name string, raw []byte) *card.Note {
	t.Helper()
	text, _ := vault.Decode(name, raw)
	n := parser.Config{Rules: parser.DefaultRules(), Deck: "deck", Trace: true}.Parse(name, text)
	check(t, n)
	return n
}

// check reports what must never be wrong, whatever the note says.
func check(t testing.TB, n *card.Note) {
	t.Helper()
	fronts := map[string]bool{}
	for _, c := range n.Cards {
		if c.Pos.Line < 1 || c.Pos.Line > len(n.Lines) {
			t.Errorf("card at line %d of %d", c.Pos.Line, len(n.Lines))
		}
		if c.Confidence <= 0 || c.Confidence > 1 {
			t.Errorf("line %d: confidence %v", c.Pos.Line, c.Confidence)
		}
		if len(c.Front) == 0 || len(c.Answer()) == 0 && c.Kind != card.ClozeNote {
			t.Errorf("line %d: card with an empty side", c.Pos.Line)
		}
		if c.Kind == card.Choice && len(c.Options) < 2 {
			t.Errorf("line %d: choice with %d options", c.Pos.Line, len(c.Options))
		}
		key := card.PlainText(c.Sides()[:len(c.Front)]) + "\x00" + optionsText(c)
		if fronts[key] {
			t.Errorf("line %d: second card that asks %q", c.Pos.Line, key)
		}
		fronts[key] = true
	}
	for _, d := range n.Diags {
		if d.Pos.Line < 0 || d.Pos.Line > len(n.Lines) || strings.ContainsAny(d.Message, "\n\r") {
			t.Errorf("bad diagnostic %q", d)
		}
	}
}

func optionsText(c *card.Card) string {
	var sb strings.Builder
	for _, o := range c.Options {
		sb.WriteString(o.Label + card.InlineText(o.Content) + "\x00")
	}
	return sb.String()
}

// FuzzParse looks for notes that make the parser panic or break its promises.
func FuzzParse(f *testing.F) {
	err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".txtar") && strings.HasPrefix(path, "testdata") {
			a, err := txtar.ParseFile(path)
			if err != nil {
				return err
			}
			for _, s := range a.Files {
				if strings.HasSuffix(s.Name, ".md") {
					f.Add(s.Data)
				}
			}
		}
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<14 {
			t.Skip("long inputs are the benchmarks' business")
		}
		parse(t, "fuzz.md", raw)
	})
}
