package mdext

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

var update = flag.Bool("update", false, "rewrite the wanted trees in testdata")

// newMarkdown is goldmark as the parser of notes sets it up.
func newMarkdown() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough,
		extension.TaskList, extension.Footnote, extension.DefinitionList, New()))
}

func parse(src string) ast.Node {
	return newMarkdown().Parser().Parse(text.NewReader([]byte(src)))
}

// TestFiles holds every testdata file, pairs of NAME.md and NAME.want, to its
// trees.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files:", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			testArchive(t, archive)
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// testArchive compares, or with -update replaces, the wanted trees.
func testArchive(t *testing.T, archive *txtar.Archive) {
	want := map[string]string{}
	for _, f := range archive.Files {
		want[f.Name] = string(f.Data)
	}
	var files []txtar.File
	for _, f := range archive.Files {
		name, ok := strings.CutSuffix(f.Name, ".md")
		if !ok {
			continue
		}
		got := dump(string(f.Data))
		files = append(files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
		if diff := cmp.Diff(want[name+".want"], got); diff != "" && !*update {
			t.Errorf("%s: tree (-want +got):\n%s", name, diff)
		}
		checkPlaces(t, string(f.Data))
	}
	archive.Files = files
}

// dump writes a tree, a block a line, inline content in one line.
func dump(src string) string {
	var sb strings.Builder
	dumpBlock(&sb, parse(src), []byte(src), -1)
	return sb.String()
}

func dumpBlock(sb *strings.Builder, n ast.Node, src []byte, depth int) {
	if depth >= 0 {
		fmt.Fprintf(sb, "%s%s", strings.Repeat("  ", depth), n.Kind())
		if m, ok := n.(*MathBlock); ok {
			fmt.Fprintf(sb, " %q", m.TeX)
		}
		if n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
			sb.WriteString(": ")
			dumpInlines(sb, n, src)
			sb.WriteString("\n")
			return
		}
		sb.WriteString("\n")
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		dumpBlock(sb, c, src, depth+1)
	}
}

func dumpInlines(sb *strings.Builder, n ast.Node, src []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		dumpInline(sb, c, src)
	}
}

func dumpInline(sb *strings.Builder, n ast.Node, src []byte) {
	name := n.Kind().String()
	switch n := n.(type) {
	case *ast.Text:
		sb.Write(n.Segment.Value(src))
		if n.SoftLineBreak() || n.HardLineBreak() {
			sb.WriteString("⏎")
		}
		return
	case *ast.Emphasis:
		name = map[int]string{1: "em", 2: "strong"}[n.Level]
	case *Math:
		name = fmt.Sprintf("Math display=%t %q", n.Display, n.TeX)
	case *WikiLink:
		name = fmt.Sprintf("WikiLink embed=%t target=%q heading=%q block=%q label=%q", n.Embed, n.Target, n.Heading, n.Block, n.Label)
	case *Tag:
		name = "Tag " + n.Name
	}
	sb.WriteString("{" + name)
	if n.FirstChild() != nil {
		sb.WriteString(" ")
		dumpInlines(sb, n, src)
	}
	sb.WriteString("}")
}

// checkPlaces fails unless every node of the tree of src is inside src, and
// those of this package are where their marks are.
func checkPlaces(t *testing.T, src string) {
	t.Helper()
	marks := map[ast.NodeKind]string{
		KindHighlight: "=", KindMath: `$\`, KindMathBlock: `$\`, KindWikiLink: "![",
		KindComment: "%", KindCommentBlock: "%", KindTag: "#",
		ast.KindEmphasis: "*_", east.KindStrikethrough: "~",
	}
	_ = ast.Walk(parse(src), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Pos() > len(src) {
			t.Errorf("%s at %d of %d bytes", n.Kind(), n.Pos(), len(src))
		}
		if m := marks[n.Kind()]; m != "" && (n.Pos() < 0 || n.Pos() >= len(src) || !strings.ContainsRune(m, rune(src[n.Pos()]))) {
			t.Errorf("%s at %d is not on one of %q in %q", n.Kind(), n.Pos(), m, src)
		}
		if s, ok := n.(*ast.Text); ok {
			checkSegment(t, s.Segment, src)
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil {
			for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
				checkSegment(t, s, src)
			}
		}
		return ast.WalkContinue, nil
	})
}

func checkSegment(t *testing.T, s text.Segment, src string) {
	t.Helper()
	if s.Start < 0 || s.Start > s.Stop || s.Stop > len(src) {
		t.Errorf("segment %v outside of %d bytes", s, len(src))
	}
}
