package parser

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"recto/card"
)

var updateDialects = flag.Bool("update-dialects", false, "rewrite testdata/dialect")

// TestDialects reads the notes of testdata/dialect: in.md, and config.json
// where the settings are not the usual ones, make want.cards and want.diag.
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
	cfg := Config{Rules: DefaultRules(), Trace: true}
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
		}
	}
	n := cfg.Parse("in.md", in)
	got := map[string]string{"want.cards": dumpCards(n), "want.diag": dumpDiags(n)}
	for _, k := range n.Cards {
		if k.Pos.Line < 1 || k.Pos.Line > len(n.Lines) || strings.TrimSpace(n.Lines[k.Pos.Line-1]) == "" {
			t.Errorf("card at %s, where nothing is", k.Pos)
		}
	}
	if *updateDialects {
		out := &txtar.Archive{Comment: a.Comment}
		for _, f := range a.Files {
			if f.Name == "in.md" || f.Name == "config.json" {
				out.Files = append(out.Files, f)
			}
		}
		for _, name := range []string{"want.cards", "want.diag"} {
			out.Files = append(out.Files, txtar.File{Name: name, Data: []byte(got[name])})
		}
		if err := os.WriteFile(file, txtar.Format(out), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	for name, w := range want {
		if d := cmp.Diff(w, got[name]); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

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

// dumpCards returns the cards as text: a line of facts, then the sides, each
// line behind its letter.
func dumpCards(n *card.Note) string {
	var sb strings.Builder
	for _, k := range n.Cards {
		fmt.Fprintf(&sb, "%d %s %s", k.Pos.Line, k.Kind, k.Rule)
		if k.Deck != "in" {
			fmt.Fprintf(&sb, " deck=%s", k.Deck)
		}
		for _, t := range k.Tags {
			fmt.Fprintf(&sb, " #%s", t)
		}
		if k.Origin != "" {
			fmt.Fprintf(&sb, " origin=%s", k.Origin)
		}
		if k.Schedule != "" {
			fmt.Fprintf(&sb, " schedule=%s", k.Schedule)
		}
		if len(k.Headings) > 0 {
			fmt.Fprintf(&sb, " below=%s", strings.Join(k.Headings, "/"))
		}
		sb.WriteByte('\n')
		dumpSide(&sb, "Q", k.Front)
		for _, o := range k.Options {
			mark := "-"
			if o.Correct {
				mark = "+"
			}
			fmt.Fprintf(&sb, "  %s %s\n", mark, card.InlineText(o.Line()))
		}
		dumpSide(&sb, "A", k.Back)
		dumpSide(&sb, "E", k.Explanation)
	}
	return sb.String()
}

func dumpSide(sb *strings.Builder, letter string, blocks []card.Block) {
	if len(blocks) == 0 {
		return
	}
	for l := range strings.SplitSeq(card.PlainText(dumpHoles(blocks)), "\n") {
		fmt.Fprintf(sb, "  %s %s\n", letter, l)
	}
}

// dumpHoles returns blocks with clozes written as Anki does.
func dumpHoles(blocks []card.Block) []card.Block {
	card.Walk(blocks, func(x card.Inline) {
		if c, ok := x.(*card.Cloze); ok {
			hint := ""
			if c.Hint != "" {
				hint = "::" + c.Hint
			}
			in := append([]card.Inline{&card.Text{Value: fmt.Sprintf("{{c%d::", c.Number)}}, c.Content...)
			c.Content = append(in, &card.Text{Value: hint + "}}"})
		}
	})
	return blocks
}
