package parser_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"recto/card"
	"recto/parser"
	"recto/vault"
)

// TestDialects reads the notes of testdata/dialect: in.md, with config.json
// where the settings are not the usual ones, makes want.cards and want.diag,
// which also holds what the explanation says about the dialects.
func TestDialects(t *testing.T) {
	files, err := filepath.Glob("testdata/dialect/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no dialects to test", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			testDialect(t, file, a)
		})
	}
}

func testDialect(t *testing.T, file string, a *txtar.Archive) {
	cfg := parser.Config{Rules: parser.DefaultRules(), Trace: true}
	out := &txtar.Archive{Comment: a.Comment}
	var in []byte
	want := map[string]string{}
	for _, f := range a.Files {
		switch f.Name {
		case "in.md":
			in = f.Data
		case "config.json":
			dec := json.NewDecoder(bytes.NewReader(f.Data))
			dec.DisallowUnknownFields()
			if err := dec.Decode(&cfg); err != nil {
				t.Fatal(err)
			}
		default:
			want[f.Name] = string(f.Data)
			continue
		}
		out.Files = append(out.Files, f)
	}
	n := cfg.Parse("in.md", in)
	check(t, n)
	cards, diags := dumpCards(n), dumpDiags(n)
	for _, k := range n.Cards {
		if text := card.PlainText(k.Sides()); strings.HasPrefix(k.Rule, parser.RuleDialects) && toolText.MatchString(text) {
			t.Errorf("%s: the card shows what is for its tool: %s", k.Pos, text)
		}
	}
	if windows, _ := vault.Decode("in.md", bytes.ReplaceAll(in, []byte("\n"), []byte("\r\n"))); dumpCards(cfg.Parse("in.md", windows)) != cards {
		t.Error("with the line ends of Windows the cards differ")
	}
	if *update {
		out.Files = append(out.Files, txtar.File{Name: "want.cards", Data: []byte(cards)}, txtar.File{Name: "want.diag", Data: []byte(diags)})
		if err := os.WriteFile(file, txtar.Format(out), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want["want.cards"], cards); d != "" {
		t.Errorf("cards (-want +got):\n%s", d)
	}
	if d := cmp.Diff(want["want.diag"], diags); d != "" {
		t.Errorf("diagnostics (-want +got):\n%s", d)
	}
}

// toolText matches ids, schedules, decks and tags that no card may show.
var toolText = regexp.MustCompile(`<!--|SR:!|\^[a-z0-9-]{6,}$|#(?:flash)?cards?\b|TARGET DECK|FILE TAGS|^ID: \d|note_key|card-last|guid:`)

func dumpDiags(n *card.Note) string {
	var sb strings.Builder
	for _, d := range n.Diags {
		fmt.Fprintln(&sb, d)
	}
	for _, tr := range n.Trace {
		if strings.HasPrefix(tr.Why, "read as ") {
			fmt.Fprintf(&sb, "explain %d: %s\n", tr.Line, tr.Why)
		}
	}
	return sb.String()
}

// dumpCards returns the cards as text, each with its deck and tags where it
// has them from its dialect.
func dumpCards(n *card.Note) string {
	var sb strings.Builder
	for _, k := range n.Cards {
		if k.Deck != "in" {
			fmt.Fprintf(&sb, "deck %s\n", k.Deck)
		}
		if len(k.Tags) > 0 {
			fmt.Fprintf(&sb, "tags %s\n", strings.Join(k.Tags, " "))
		}
		if err := card.Dump(&sb, &card.Note{Cards: []*card.Card{k}}); err != nil {
			panic(err)
		}
	}
	return sb.String()
}
