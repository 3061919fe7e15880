package parser

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// TestReadme holds that every layout in README.md's table is read as the
// table says: rule, example, fronts and backs, one a line.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(readme), "| rule | the note | front | back |\n|---|---|---|---|\n")
	if !found {
		t.Fatal("no table of layouts")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	covered := map[string]bool{}
	for row := range strings.SplitSeq(table, "\n") {
		cells := strings.Split(strings.ReplaceAll(strings.Trim(row, "| "), `\|`, "\x00"), " | ")
		if len(cells) != 4 {
			t.Fatalf("%d cells in %s", len(cells), row)
		}
		for i, c := range cells {
			cells[i] = strings.ReplaceAll(strings.ReplaceAll(c, "\x00", "|"), "<br>", "\n")
		}
		rule := strings.Trim(cells[0], "`")
		covered[rule] = true
		lines := strings.Split(cells[1], "\n")
		for i, l := range lines {
			lines[i] = shownCode(l)
		}
		note := strings.Join(lines, "\n")
		var want []string
		fronts, backs := strings.Split(cells[2], "\n"), strings.Split(cells[3], "\n")
		for i := range min(len(fronts), len(backs)) {
			want = append(want, rule+": "+fronts[i]+" → "+backs[i])
		}
		var got []string
		for _, k := range (Config{Rules: DefaultRules()}).Parse("n.md", []byte(note+"\n")).Cards {
			front, back := card.PlainText(k.Front), card.PlainText(k.Answer())
			got = append(got, k.Rule+": "+strings.ReplaceAll(front+" → "+back, "\n", " / "))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n(-README +got):\n%s", note, diff)
		}
	}
	for _, name := range RuleNames() {
		if !covered[name] && name != RuleDialects { // TestReadmeDialects
			t.Errorf("README.md has no example for %s", name)
		}
	}
}

// shownCode returns what a code span shows (CommonMark §6.1).
func shownCode(s string) string {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	s = s[n : len(s)-n]
	if strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") && strings.TrimSpace(s) != "" {
		return s[1 : len(s)-1]
	}
	return s
}
