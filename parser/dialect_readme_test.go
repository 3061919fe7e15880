package parser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"recto/card"
	"recto/parser"
)

// abilities are the columns of README.md's table of dialects.
var abilities = []string{"basic", "reversed", "cloze", "choice", "deck, tags", "ids"}

// TestReadmeDialects holds that README.md's table says of every dialect what
// its cases in testdata/dialect show, and nothing else.
func TestReadmeDialects(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(readme), "| dialect | marks | declared by | "+strings.Join(abilities, " | ")+" |\n|---|---|---|---|---|---|---|---|---|\n")
	if !found {
		t.Fatal("no table of dialects")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	shown := shownByCases(t)
	var names []string
	for row := range strings.SplitSeq(table, "\n") {
		cells := strings.Split(strings.ReplaceAll(strings.Trim(row, "| "), `\|`, "/"), " | ")
		if len(cells) != 3+len(abilities) {
			t.Fatalf("%d cells in %s", len(cells), row)
		}
		name := strings.Trim(cells[0], "`")
		names = append(names, name)
		for i, a := range abilities {
			if says := cells[3+i] == "yes"; says != shown[name+" "+a] {
				t.Errorf("%s, %s: README.md says %t, the cases show %t", name, a, says, shown[name+" "+a])
			}
		}
	}
	if got, want := strings.Join(names, " "), strings.Join(parser.DialectNames(), " "); got != want {
		t.Errorf("README.md lists %s; the dialects are %s", got, want)
	}
}

// shownByCases returns what the cases show, as "dialect ability".
func shownByCases(t *testing.T) map[string]bool {
	files, err := filepath.Glob("testdata/dialect/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[card.Kind]string{card.Definition: "basic", card.Question: "basic", card.Reversed: "reversed", card.ClozeNote: "cloze", card.Choice: "choice"}
	shown := map[string]bool{}
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		cfg := parser.Config{Rules: parser.DefaultRules()}
		if strings.HasSuffix(f, "remnote.txtar") {
			cfg.Dialects = parser.Dialects{"remnote"}
		}
		for _, k := range cfg.Parse("in.md", a.Files[0].Data).Cards {
			name, ok := strings.CutPrefix(k.Rule, parser.RuleDialects+":")
			if !ok {
				continue
			}
			shown[name+" "+kinds[k.Kind]] = true
			shown[name+" deck, tags"] = shown[name+" deck, tags"] || k.Deck != "in" || len(k.Tags) > 0
			shown[name+" ids"] = shown[name+" ids"] || k.Origin != ""
		}
	}
	return shown
}
