package card

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPosString(t *testing.T) {
	for want, p := range map[string]Pos{
		"a/b.md:3:7": {"a/b.md", 3, 7},
		"a/b.md:3":   {"a/b.md", 3, 0},
		"a/b.md":     {"a/b.md", 0, 7},
		"":           {},
	} {
		if got := p.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestPosCompare holds that the order is total, with numbers as numbers.
func TestPosCompare(t *testing.T) {
	ordered := []Pos{{}, {"a.md", 0, 0}, {"a.md", 2, 0}, {"a.md", 2, 9}, {"a.md", 2, 10}, {"a.md", 10, 1}, {"b.md", 1, 1}}
	for i, p := range ordered {
		for j, q := range ordered {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := p.Compare(q); got != want {
				t.Errorf("%v.Compare(%v) = %d, want %d", p, q, got, want)
			}
		}
	}
}

// TestDiagnosticsSort holds that the order of finding does not matter and that
// nothing is said twice.
func TestDiagnosticsSort(t *testing.T) {
	want := []string{
		"a.md: unreadable",
		"a.md:2:1: no answer",
		"a.md:2:1: no key",
		"a.md:10:1: no answer",
		"b.md:1:1: no answer",
	}
	var ds Diagnostics
	for range 2 {
		ds.Addf(Pos{"b.md", 1, 1}, "no %s", "answer")
		ds.Addf(Pos{"a.md", 10, 1}, "no answer")
		ds.Addf(Pos{"a.md", 2, 1}, "no key")
		ds.Addf(Pos{"a.md", 2, 1}, "no answer")
		ds.Addf(Pos{File: "a.md"}, "unreadable")
	}
	reversed := slices.Clone(ds)
	slices.Reverse(reversed)
	for name, ds := range map[string]Diagnostics{"found": ds, "reversed": reversed} {
		ds.Sort()
		var got []string
		for _, d := range ds {
			got = append(got, d.String())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
