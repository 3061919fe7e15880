package card

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPlainTextEvery holds that no type loses its words and none brings marks.
func TestPlainTextEvery(t *testing.T) {
	want := strings.Join([]string{
		"Pods",
		"emoldnewhotx2i",
		`a*b\pisitenodeCRI (since 1.24)containerdCRI-O`,
		"plain", "9. nine", "10. ten", "open", "done",
		"주의", "mind",
		"said", "and done",
		"if x {", "\treturn", "}",
		"tool\tport", "etcd\t2379", "none",
		"a", "+b",
	}, "\n")
	if diff := cmp.Diff(want, PlainText(every())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPlainText(t *testing.T) {
	tests := []struct {
		name   string
		blocks []Block
		want   string
	}{
		{"nothing", nil, ""},
		{"empty blocks leave no lines", []Block{says("a"), &Paragraph{}, &Rule{}, &Code{}, &Math{}, &Table{}, &List{}, says("b")}, "a\nb"},
		{"callout of a title alone", []Block{&Quote{Callout: "tip", Title: words("tip")}}, "tip"},
		{"callout without a title", []Block{&Quote{Callout: "tip", Content: []Block{says("do")}}}, "do"},
		{"spaces count", []Block{says("  a ")}, "  a "},
		{
			"table without a header, with gaps",
			[]Block{&Table{Header: make([][]Inline, 3), Rows: [][][]Inline{{nil, words("b"), nil}, make([][]Inline, 3), {words("c"), nil, words("d")}}}},
			"\tb\nc\t\td",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := PlainText(tt.blocks); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestChildren holds for each inline type that Children returns what its
// Content field holds, and nil where it has none.
func TestChildren(t *testing.T) {
	tested := map[string]bool{}
	Walk(every(), func(in Inline) {
		v := reflect.ValueOf(in).Elem()
		name := v.Type().Name()
		tested[name] = true
		var want []Inline
		if f := v.FieldByName("Content"); f.IsValid() {
			want = f.Interface().([]Inline)
		}
		if got := Children(in); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	})
	for _, name := range sums(t, "inline") {
		if !tested[name] {
			t.Errorf("Walk has not come to a %s", name)
		}
	}
}

// TestWalk holds the order: as one reads, and what contains before what it
// contains.
func TestWalk(t *testing.T) {
	var got []string
	Walk(every(), func(in Inline) {
		s := strings.TrimPrefix(reflect.TypeOf(in).String(), "*card.")
		if x, ok := in.(*Text); ok {
			s = x.Value
		}
		got = append(got, s)
	})
	want := []string{
		"Pods",
		"Emphasis", "em", "Strong", "Strike", "old", "new", "Highlight", "hot",
		"x", "Superscript", "2", "Subscript", "i", "Break",
		"CodeSpan", "MathSpan", "Link", "site", "Link", "node",
		"Image", "Footnote", "since 1.24", "Cloze", "containerd", "Cloze", "CRI-O",
		"plain", "nine", "ten", "open", "done",
		"주의", "mind", "said", "and done",
		"tool", "port", "etcd", "2379", "none",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
