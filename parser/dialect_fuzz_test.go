package parser_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"recto/card"
	"recto/parser"
)

// FuzzDialects reads any text as every dialect at once: no card is empty, none
// stands outside of the note, no mark of ours is left, and no two readings
// differ.
func FuzzDialects(f *testing.F) {
	files, _ := filepath.Glob("testdata/dialect/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	for _, s := range []string{"{{c1::a {{c2::b}} c", "Q::\\", "?\n?\n?", "a\n?\n```\n", "> [!card]\n>", "START\n\nEND", "---\nDeck: x\n1. {a}\n---", "{{c1::[[a}}b]]", "==a==b==c==", "| {{c1::a|b}} |\n|-|\n"} {
		f.Add(s)
	}
	every := parser.Config{Rules: parser.DefaultRules(), Dialects: parser.DialectNames(), Trace: true}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(strings.ReplaceAll(text, "\r", ""), "")
		if strings.ContainsFunc(text, isOwnMark) {
			t.Skip("holds our own marks")
		}
		for _, cfg := range []parser.Config{every, {Rules: parser.DefaultRules()}} {
			n := cfg.Parse("in.md", []byte(text))
			for _, k := range n.Cards {
				checkCard(t, n, k)
			}
			if again := dumpCards(cfg.Parse("in.md", []byte(text))); again != dumpCards(n) {
				t.Errorf("two readings differ:\n%s\n%s", dumpCards(n), again)
			}
		}
	})
}

func checkCard(t *testing.T, n *card.Note, k *card.Card) {
	if k.Pos.Line < 1 || k.Pos.Line > len(n.Lines) {
		t.Errorf("card at %s of %d lines", k.Pos, len(n.Lines))
	}
	if len(k.Front) == 0 || len(k.Answer()) == 0 && k.Kind != card.ClozeNote {
		t.Errorf("%s: a side of a card by %s is empty", k.Pos, k.Rule)
	}
	holes := 0
	card.Walk(k.Sides(), func(x card.Inline) {
		if c, ok := x.(*card.Cloze); ok {
			holes++
			if c.Number < 1 || len(c.Content) == 0 {
				t.Errorf("%s: hole %+v", k.Pos, c)
			}
		}
	})
	if k.Kind == card.ClozeNote && holes == 0 {
		t.Errorf("%s: cloze without a hole by %s", k.Pos, k.Rule)
	}
	if s := card.PlainText(k.Sides()); strings.ContainsFunc(s, isOwnMark) {
		t.Errorf("%s: marks left in %q", k.Pos, s)
	}
}

// isOwnMark reports whether a character is one that stands for a hole while
// Markdown is read.
func isOwnMark(r rune) bool { return r >= 0x100000 }
