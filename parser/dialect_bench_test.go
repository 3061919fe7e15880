package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"recto/parser"
)

// BenchmarkDialects reads notes made of one mark again and again, as every
// dialect that shares a note with others: the time per byte must not grow.
func BenchmarkDialects(b *testing.B) {
	cfg := parser.Config{Rules: parser.DefaultRules(), Dialects: parser.Dialects{"osr", "logseq", "fo", "inka", "o2a", "hashcards", "text2qti", "neuracache"}}
	for _, piece := range []string{"{{c1::a ", "q::a\n", "a\n?\nb\n", "Q: a\n", "#card\n", "- q #card\n", "#flashcards/x\na::b\n", "<!--ID: 1-->\n", "a ^abcdef\n", "START\n", "id:: 1234\n"} {
		for _, kb := range []int{50, 500} {
			b.Run(fmt.Sprintf("%q/%dKB", piece, kb), func(b *testing.B) {
				src := []byte(strings.Repeat(piece, kb<<10/len(piece)))
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					cfg.Parse("a.md", src)
				}
			})
		}
	}
}
