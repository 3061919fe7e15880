package parser

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/yuin/goldmark/text"

	"recto/card"
)

// BenchmarkStages measures, over real notes, what recognising costs next to
// goldmark's parsing of the same text. The notes are those of the corpus
// beside the project where it is there, else the sample notes.
func BenchmarkStages(b *testing.B) {
	notes := readNotes(b, "../../shared/corpus/notes")
	if len(notes) == 0 {
		notes = readNotes(b, "../notes")
	}
	b.Run("goldmark", func(b *testing.B) {
		for b.Loop() {
			for _, n := range notes {
				markdown.Parser().Parse(text.NewReader(n))
			}
		}
	})
	b.Run("outline", func(b *testing.B) {
		for b.Loop() {
			for _, n := range notes {
				outlineOf(n)
			}
		}
	})
	b.Run("recognize", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			var passes []*pass
			for _, n := range notes {
				passes = append(passes, newPass("a.md", outlineOf(n), DefaultRules(), &card.Note{}))
			}
			runtime.GC() // the outlines are not recognising's to collect
			b.StartTimer()
			for _, p := range passes {
				p.recognize()
			}
		}
	})
}

func outlineOf(note []byte) *section {
	var tags []string
	root := outline(newSource(note, 1), &tags)
	attachAll(root)
	return root
}

func readNotes(b *testing.B, dir string) [][]byte {
	var notes [][]byte
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".md") {
			return nil
		}
		n, err := os.ReadFile(path)
		notes = append(notes, n)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return notes
}
