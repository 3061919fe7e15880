package collect

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
	"recto/parser"
)

// notes is a source of notes in memory. One whose text is nil cannot be read.
type notes []struct {
	name string
	text []byte
}

func (ns notes) Notes() ([]string, card.Diagnostics) {
	var names []string
	for _, n := range ns {
		names = append(names, n.name)
	}
	return names, card.Diagnostics{{Pos: card.Pos{File: "private"}, Message: "closed"}}
}

func (ns notes) Read(name string) ([]byte, card.Diagnostics) {
	for _, n := range ns {
		if n.name == name && n.text != nil {
			return n.text, nil
		}
	}
	return nil, card.Diagnostics{{Pos: card.Pos{File: name}, Message: "unreadable"}}
}

func (ns notes) Media(note, dest string) (*card.Media, error) {
	return nil, fmt.Errorf("%s: not here", dest)
}

// seen returns what a collection holds, a line a note or card.
func seen(c *card.Collection) []string {
	var out []string
	for _, n := range c.Notes {
		out = append(out, n.File)
		for _, k := range n.Cards {
			out = append(out, fmt.Sprintf("  %s: %s", k.Deck, card.PlainText(k.Front)))
		}
	}
	return out
}

func messages(ds card.Diagnostics) []string {
	var out []string
	for _, d := range ds {
		out = append(out, d.String())
	}
	return out
}

func TestNotes(t *testing.T) {
	first := notes{
		{"b.md", []byte("- kubelet : node agent that runs the pods\n")},
		{"a.md", []byte("- image : what a container is made from ![layers](layers.png)\n")},
		{"bad.md", nil},
	}
	second := notes{{"a.md", []byte("- etcd : key-value store of the cluster\n")}}
	cfg := Config{Parser: parser.Config{Rules: parser.DefaultRules()}}
	var steps []int
	cfg.Progress = func(done, all int) { steps = append(steps, done*10+all) }

	c, diags := Notes(cfg, []Input{
		{Source: first, Prefix: "one/"},
		{Source: second, Prefix: "two/"},
		{Source: first, Prefix: "one/"},
	})
	want := []string{
		"one/a.md", "  one::a: image",
		"one/b.md", "  one::b: kubelet",
		"two/a.md", "  two::a: etcd",
	}
	if diff := cmp.Diff(want, seen(c)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	wantDiags := []string{
		"one/a.md:1:1: layers.png: not here; the card shows its name instead",
		"one/bad.md: unreadable",
		"one/private: closed",
		"two/private: closed",
	}
	if diff := cmp.Diff(wantDiags, messages(diags)); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	if want := []int{14, 24, 34, 44}; !slices.Equal(steps, want) {
		t.Errorf("progress %v, want %v", steps, want)
	}
}

func TestNotesRoot(t *testing.T) {
	source := notes{{"cloud/aws.md", []byte("- EC2 : 직접 고르고 관리하는 가상 서버\n")}}
	cfg := Config{Parser: parser.Config{Rules: parser.DefaultRules()}}
	c, _ := Notes(cfg, []Input{{Source: source, Root: "class"}})
	if diff := cmp.Diff([]string{"cloud/aws.md", "  class::cloud::aws: EC2"}, seen(c)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c.Title != "class" {
		t.Errorf("title %q", c.Title)
	}
	cfg.Parser.Deck = "Exam"
	c, _ = Notes(cfg, []Input{{Source: source, Root: "class"}})
	if diff := cmp.Diff([]string{"cloud/aws.md", "  Exam::cloud::aws: EC2"}, seen(c)); diff != "" {
		t.Errorf("with a deck (-want +got):\n%s", diff)
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct {
		name   string
		fronts []string
		given  string
		want   string
	}{
		{"Korean", []string{"컨테이너란?"}, "", "ko"},
		{"mixed", []string{"kubelet", "etcd", "EC2", "노드"}, "", "ko"},
		{"English", []string{"kubelet", "What is a container runtime interface, and why 노?"}, "", "en"},
		{"a tenth", []string{"kubelet on 노?"}, "", "en"},
		{"more than a tenth", []string{"kubelet o 노?"}, "", "ko"},
		{"no letters", []string{"1 + 1 = ?"}, "", "en"},
		{"none", nil, "", "en"},
		{"given", []string{"컨테이너란?"}, "en", "en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var text []byte
			for _, f := range tt.fronts {
				text = fmt.Appendf(text, "Q: %s\nA: x\n\n", f)
			}
			cfg := Config{Parser: parser.Config{Rules: parser.DefaultRules()}, Lang: tt.given}
			c, _ := Notes(cfg, []Input{{Source: Text{Name: "stdin.md", Raw: text}}})
			if c.Lang != tt.want {
				t.Errorf("%q, want %q", c.Lang, tt.want)
			}
		})
	}
}
