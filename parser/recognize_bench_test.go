package parser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark/text"

	"recto/card"
)

// BenchmarkStages measures, over real notes, what recognising costs next to
// goldmark's parsing of the same text. The notes are those of the corpus beside
// the project where it is there, else the sample notes. Every note goes through
// the stages one after the other, so that whatever else the machine does meets
// all of them alike: once a stage, as in the program, where each stage finds
// the processor full of what the others did, and 20 times a stage, which is the
// cost of its own work.
func BenchmarkStages(b *testing.B) {
	notes := readNotes(b, "../../shared/corpus/notes")
	if len(notes) == 0 {
		notes = readNotes(b, "../notes")
	}
	for _, times := range []int{1, 20} {
		b.Run(fmt.Sprintf("times=%d", times), func(b *testing.B) { benchmarkStages(b, notes, times) })
	}
}

func benchmarkStages(b *testing.B, notes [][]byte, times int) {
	var goldmark, outlining, recognizing time.Duration
	b.ReportAllocs()
	for b.Loop() {
		for _, n := range notes {
			start := time.Now()
			for range times {
				markdown.Parser().Parse(text.NewReader(n))
			}
			parsed := time.Now()
			var roots []*section
			for range times {
				roots = append(roots, outlineOf(n))
			}
			outlined := time.Now()
			for _, root := range roots {
				newPass("a.md", root, DefaultRules(), &card.Note{}).recognize()
			}
			goldmark += parsed.Sub(start)
			outlining += outlined.Sub(parsed)
			recognizing += time.Since(outlined)
		}
	}
	for unit, d := range map[string]time.Duration{"goldmark-ns/op": goldmark, "outline-ns/op": outlining, "recognize-ns/op": recognizing} {
		b.ReportMetric(float64(d)/float64(b.N*times), unit)
	}
	b.ReportMetric(float64(recognizing)/float64(goldmark), "recognize/goldmark")
}

func outlineOf(note []byte) *section {
	var tags []string
	root := outline(newSource(note, 1), &tags)
	attachAll(root)
	hangAll(root)
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
