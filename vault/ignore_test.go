package vault

import "testing"

// TestIgnored holds the rules of gitignore(5); all results are git's own.
func TestIgnored(t *testing.T) {
	tests := []struct {
		name, file, path string
		folder           bool
		want             bool
	}{
		{"base name anywhere", "a.md", "x/a.md", false, true},
		{"base name of a folder", "x", "y/x", true, true},
		{"leading slash", "/a.md", "x/a.md", false, false},
		{"leading slash at the root", "/a.md", "a.md", false, true},
		{"slash in the middle anchors", "x/a.md", "y/x/a.md", false, false},
		{"slash at the end is a folder", "x/", "x", false, false},
		{"folder", "x/", "y/x", true, true},
		{"star stays in a name", "x/*.md", "x/y/a.md", false, false},
		{"star", "x/*.md", "x/a.md", false, true},
		{"question mark", "?.md", "가.md", false, true},
		{"class", "[a-c].md", "b.md", false, true},
		{"negated class", "[!a-c].md", "b.md", false, false},
		{"two stars first", "**/x/a.md", "x/a.md", false, true},
		{"two stars last", "x/**", "x/y/a.md", false, true},
		{"two stars last, the folder itself", "x/**", "x", true, false},
		{"two stars between none", "x/**/a.md", "x/a.md", false, true},
		{"two stars between two", "x/**/a.md", "x/y/z/a.md", false, true},
		{"two stars twice", "**/x/**/a.md", "x/b/x/y/a.md", false, true},
		{"two stars in a name", "x**y.md", "x/y.md", false, false},
		{"last line wins", "*.md\n!a.md", "a.md", false, false},
		{"last line wins again", "!a.md\n*.md", "a.md", false, true},
		{"comment", "#a.md", "#a.md", false, false},
		{"escaped hash", `\#a.md`, "#a.md", false, true},
		{"escaped mark", `\!a.md`, "!a.md", false, true},
		{"spaces at the end", "a.md  ", "a.md", false, true},
		{"escaped space at the end", `a\ `, "a ", false, true},
		{"spaces in front count", " a.md", "a.md", false, false},
		{"blank", "\n \n", "a.md", false, false},
		{"slash alone", "/", "a.md", false, false},
		{"broken class", "[a.md", "[a.md", false, false},
		{"all", "*", "a.md", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ignored(parseRules(".", tt.file), tt.path, tt.folder); got != tt.want {
				t.Errorf("%q on %q = %t, want %t", tt.file, tt.path, got, tt.want)
			}
		})
	}
}
