package card

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func text(s string) *Text { return &Text{Value: s} }

func words(s string) []Inline { return []Inline{text(s)} }

func says(s string) *Paragraph { return &Paragraph{Content: words(s)} }

// every returns content that holds each Block and each Inline type.
func every() []Block {
	return []Block{
		&Heading{Level: 2, Content: words("Pods")},
		&Paragraph{Content: []Inline{
			&Emphasis{words("em")}, &Strong{[]Inline{&Strike{words("old")}, text("new")}}, &Highlight{words("hot")},
			text("x"), &Superscript{words("2")}, &Subscript{words("i")}, &Break{},
			&CodeSpan{Text: "a*b"}, &MathSpan{TeX: `\pi`},
			&Link{Dest: "https://example.com", Content: words("site")}, &Link{Dest: "Node#Role", Wiki: true, Content: words("node")},
			&Image{Dest: "cri.png", Alt: "CRI"}, &Footnote{Label: "1", Content: words("since 1.24")},
			&Cloze{Number: 1, Hint: "runtime", Content: words("containerd")}, &Cloze{Number: 2, Content: words("CRI-O")},
		}},
		&List{Items: []Item{
			{Content: []Block{says("plain"), &List{Ordered: true, Start: 9, Items: []Item{
				{Content: []Block{says("nine")}}, {Content: []Block{says("ten")}},
			}}}},
			{Task: Open, Content: []Block{says("open")}},
			{Task: Done, Content: []Block{says("done")}},
		}},
		&Quote{Callout: "note", Title: words("주의"), Content: []Block{says("mind")}},
		&Quote{Content: []Block{says("said"), says("and done")}},
		&Code{Lang: "go", Text: "if x {\n\treturn\n}"},
		&Table{
			Align:  []Align{Left, Right},
			Header: [][]Inline{words("tool"), words("port")},
			Rows:   [][][]Inline{{words("etcd"), words("2379")}, {words("none"), nil}},
		},
		&Math{TeX: "a\n+b"},
		&Rule{},
	}
}

// sums returns the names of the types that have the marker method: "block" or
// "inline", as the source declares them.
func sums(t *testing.T, marker string) []string {
	t.Helper()
	var names []string
	for _, f := range source(t) {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil || fn.Name.Name != marker {
				continue
			}
			if p, ok := fn.Recv.List[0].Type.(*ast.StarExpr); ok {
				names = append(names, p.X.(*ast.Ident).Name)
			}
		}
	}
	if len(names) < 2 {
		t.Fatalf("only %q have the method %s", names, marker)
	}
	return slices.Sorted(slices.Values(names))
}

// source returns the package without its tests.
func source(t *testing.T) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

// addTypes adds the names of the types that pointers in v lead to.
func addTypes(names map[string]bool, v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		addTypes(names, v.Elem())
	case reflect.Pointer:
		if !v.IsNil() {
			names[v.Elem().Type().Name()] = true
			addTypes(names, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			addTypes(names, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			addTypes(names, v.Field(i))
		}
	}
}

// TestEvery holds that every misses no type, so that the tests that use it
// meet each of them.
func TestEvery(t *testing.T) {
	found := map[string]bool{}
	addTypes(found, reflect.ValueOf(every()))
	want := slices.Sorted(slices.Values(append(sums(t, "block"), sums(t, "inline")...)))
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(found))); diff != "" {
		t.Errorf("types with a marker method and types in every (-want +got):\n%s", diff)
	}
}

// TestSumComments holds that the comments of Block and Inline list their
// types, all of them.
func TestSumComments(t *testing.T) {
	docs := map[string]string{}
	for _, f := range source(t) {
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				docs[g.Specs[0].(*ast.TypeSpec).Name.Name] = g.Doc.Text()
			}
		}
	}
	for sum, marker := range map[string]string{"Block": "block", "Inline": "inline"} {
		var listed []string
		for word := range strings.FieldsSeq(docs[sum]) {
			if name, ok := strings.CutPrefix(word, "*"); ok {
				listed = append(listed, strings.TrimRight(name, ".,"))
			}
		}
		slices.Sort(listed)
		if diff := cmp.Diff(sums(t, marker), listed); diff != "" {
			t.Errorf("comment of %s (-types +comment):\n%s", sum, diff)
		}
	}
}

type (
	strangeBlock  struct{}
	strangeInline struct{}
)

func (*strangeBlock) block()   {}
func (*strangeInline) inline() {}

// TestStrange holds that a type which a switch has forgotten is noticed and
// not passed over.
func TestStrange(t *testing.T) {
	const noBlock, noInline = "card: unknown block", "card: unknown inline"
	b := []Block{&strangeBlock{}}
	in := []Inline{&strangeInline{}}
	tests := []struct {
		name string
		call func()
		want string
	}{
		{"PlainText", func() { PlainText(b) }, noBlock},
		{"Walk", func() { Walk(b, func(Inline) {}) }, noBlock},
		{"Dump", func() { dumpBlocks(b) }, noBlock},
		{"InlineText", func() { InlineText(in) }, noInline},
		{"Walk inline", func() { Walk([]Block{&Paragraph{in}}, func(Inline) {}) }, noInline},
		{"Children", func() { Children(in[0]) }, noInline},
		{"Dump inline", func() { dumpInlines(in) }, noInline},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			defer func() {
				if got := recover(); got != tt.want {
					t.Errorf("panic %v, want %s", got, tt.want)
				}
			}()
			tt.call()
		})
	}
}
