package collect

import (
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"recto/card"
	"recto/parser"
	"recto/vault"
)

var rules = Config{Parser: parser.Config{Rules: parser.DefaultRules()}}

// processors sets how many notes are read at once for the rest of a test.
func processors(t *testing.T, n int) {
	t.Helper()
	before := runtime.GOMAXPROCS(n)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
}

// late is a source of pairs of notes. The first of a pair is not read before
// the second, so that notes are never done in their order.
type late []chan struct{}

func (l late) Notes() ([]string, card.Diagnostics) {
	var names []string
	for i := range l {
		names = append(names, fmt.Sprintf("%02d.md", i))
	}
	return names, nil
}

func (l late) Read(name string) ([]byte, card.Diagnostics) {
	var i int
	fmt.Sscanf(name, "%d", &i)
	if i%2 == 0 {
		<-l[i]
	} else {
		close(l[i-1])
	}
	return fmt.Appendf(nil, "- term %02d : what it means\n", i), card.Diagnostics{{Pos: card.Pos{File: name}, Message: "odd"}}
}

func (late) Media(string, string) (*card.Media, error) { return nil, nil }

// TestOrder holds that notes and diagnostics are in path order whichever is
// done first, and that progress counts up by one to the end, a call at a time.
func TestOrder(t *testing.T) {
	for _, n := range []int{2, 5} {
		processors(t, n)
		source := make(late, 40)
		for i := range source {
			source[i] = make(chan struct{})
		}
		cfg := rules
		var busy atomic.Bool
		var steps []string
		cfg.Progress = func(done, all int) {
			if !busy.CompareAndSwap(false, true) {
				t.Error("progress calls overlap")
			}
			steps = append(steps, fmt.Sprintf("%d of %d", done, all))
			runtime.Gosched()
			busy.Store(false)
		}
		c, diags := Notes(cfg, []Input{{Source: source, Prefix: "x/"}})
		var want, wantDiags, wantSteps []string
		for i := range source {
			want = append(want, fmt.Sprintf("x/%02d.md", i), fmt.Sprintf("  x::%02d: term %02d", i, i))
			wantDiags = append(wantDiags, fmt.Sprintf("x/%02d.md: odd", i))
			wantSteps = append(wantSteps, fmt.Sprintf("%d of %d", i+1, len(source)))
		}
		if diff := cmp.Diff(want, seen(c)); diff != "" {
			t.Errorf("%d at once: notes (-want +got):\n%s", n, diff)
		}
		if diff := cmp.Diff(wantDiags, messages(diags)); diff != "" {
			t.Errorf("%d at once: diagnostics (-want +got):\n%s", n, diff)
		}
		if diff := cmp.Diff(wantSteps, steps); diff != "" {
			t.Errorf("%d at once: progress (-want +got):\n%s", n, diff)
		}
	}
}

// TestNoNotes holds that a run without notes ends, quietly.
func TestNoNotes(t *testing.T) {
	cfg := rules
	cfg.Progress = func(done, all int) { t.Errorf("progress %d of %d", done, all) }
	for name, inputs := range map[string][]Input{"no input": nil, "empty input": {{Source: Folder{Vault: vault.Open(fstest.MapFS{}, vault.Options{})}}}} {
		if c, diags := Notes(cfg, inputs); len(c.Notes) > 0 || len(diags) > 0 {
			t.Errorf("%s: %v, %v", name, seen(c), diags)
		}
	}
}

// fragile is a source that panics on two of its notes, as a parser would that
// cannot cope with them.
type fragile struct{ notes }

func (f fragile) Read(name string) ([]byte, card.Diagnostics) {
	if name == "b.md" {
		panic("index out of range")
	}
	return f.notes.Read(name)
}

func (fragile) Media(string, string) (*card.Media, error) { panic(errors.New("nil picture")) }

// TestPanic holds that a note which cannot be coped with costs its own cards
// only.
func TestPanic(t *testing.T) {
	source := fragile{notes{
		{"a.md", []byte("- etcd : store\n")},
		{"b.md", []byte("- lost : because reading it fails\n")},
		{"c.md", []byte("- lost : because its picture fails ![c](c.png)\n")},
		{"d.md", []byte("- kubelet : node agent\n")},
	}}
	steps := 0
	cfg := rules
	cfg.Progress = func(int, int) { steps++ }
	c, diags := Notes(cfg, []Input{{Source: source, Prefix: "in/"}})
	if diff := cmp.Diff([]string{"in/a.md", "  in::a: etcd", "in/d.md", "  in::d: kubelet"}, seen(c)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	want := []string{
		"in/b.md: recto failed on this note (index out of range); please report it",
		"in/c.md: recto failed on this note (nil picture); please report it",
		"in/private: closed",
	}
	if diff := cmp.Diff(want, messages(diags)); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	if steps != 4 {
		t.Errorf("%d steps of progress, want 4", steps)
	}
}

// shared is a source that keeps the diagnostics which it returns.
type shared struct {
	notes
	diags card.Diagnostics
}

func (s shared) Notes() ([]string, card.Diagnostics) {
	names, _ := s.notes.Notes()
	return names, s.diags
}

func (s shared) Read(name string) ([]byte, card.Diagnostics) {
	text, _ := s.notes.Read(name)
	return text, s.diags
}

// TestSharedDiagnostics holds that a source's own diagnostics stay as they
// are, so that a source can be asked twice, and that they are both the run's
// and the note's.
func TestSharedDiagnostics(t *testing.T) {
	source := shared{
		notes{{"a.md", []byte("- etcd : store\n")}, {"b.md", []byte("- pod : unit\n")}},
		card.Diagnostics{{Pos: card.Pos{File: "a.md", Line: 1}, Message: "not UTF-8"}},
	}
	for range 2 {
		c, diags := Notes(rules, []Input{{Source: source, Prefix: "in/"}})
		want := []string{"in/a.md:1: not UTF-8"}
		if diff := cmp.Diff(want, messages(diags)); diff != "" {
			t.Fatalf("of the run (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(want, messages(c.Notes[0].Diags)); diff != "" {
			t.Fatalf("of the note (-want +got):\n%s", diff)
		}
	}
}
