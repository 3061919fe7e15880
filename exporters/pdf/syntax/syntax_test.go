package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPieces(t *testing.T) {
	tests := []struct {
		lang, code string
		want       []Piece
	}{
		{"go", `x := "a\"b" // 끝`, []Piece{{"x := ", Plain}, {`"a\"b"`, String}, {" ", Plain}, {"// 끝", Comment}}},
		{"Python", "def f(x): return 3.5", []Piece{{"def", Keyword}, {" f(x): ", Plain}, {"return", Keyword}, {" ", Plain}, {"3.5", Number}}},
		{"sql", "SELECT name -- all", []Piece{{"SELECT", Keyword}, {" name ", Plain}, {"-- all", Comment}}},
		{"c", "/* never closed", []Piece{{"/* never closed", Comment}}},
		{"python", `"""two
lines"""`, []Piece{{"\"\"\"two\nlines\"\"\"", String}}},
		{"go", "it's", []Piece{{"it", Plain}, {"'s", String}}},
		{"java", "a.class1 v2", []Piece{{"a.class1 v2", Plain}}},
		{"unheard-of", "if x", []Piece{{"if x", Plain}}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Pieces(tt.lang, tt.code)); diff != "" {
			t.Errorf("%s %q (-want +got):\n%s", tt.lang, tt.code, diff)
		}
	}
}

func FuzzPieces(f *testing.F) {
	f.Add("go", "func main() { fmt.Println(`x`) }")
	f.Add("html", "<!-- a --><p class=\"x\">")
	f.Fuzz(func(t *testing.T, lang, code string) {
		var sb strings.Builder
		for _, p := range Pieces(lang, code) {
			sb.WriteString(p.Text)
		}
		if sb.String() != code {
			t.Errorf("pieces of %q are %q", code, sb.String())
		}
	})
}
