package vault

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// index finds files by path or by the end of a path, whatever the case and
// the Unicode form of the letters.
type index struct {
	names  []string
	byPath map[string][]string // by folded path
	byBase map[string][]string // by folded last element
}

func newIndex() *index {
	return &index{byPath: map[string][]string{}, byBase: map[string][]string{}}
}

func (x *index) add(name string) {
	x.names = append(x.names, name)
	key := fold(name)
	x.byPath[key] = append(x.byPath[key], name)
	base := path.Base(key)
	x.byBase[base] = append(x.byBase[base], name)
}

// sorted returns all names in lexical order.
func (x *index) sorted() []string { return slices.Sorted(slices.Values(x.names)) }

// fold maps names that people take for the same to one key.
func fold(name string) string { return norm.NFC.String(strings.ToLower(norm.NFC.String(name))) }

// resolve returns the file at the first of the places that has one; else the
// one whose path ends in name; else, should only one file have the name's
// last element, that one.
func (x *index) resolve(places []string, name string) (string, bool) {
	for _, p := range places {
		if found := x.byPath[fold(p)]; len(found) > 0 {
			return nearest(found, p), true
		}
	}
	clean := path.Join(name)
	if clean == ".." || strings.HasPrefix(clean, "../") || path.IsAbs(name) {
		return "", false
	}
	same := x.byBase[fold(path.Base(clean))]
	suffix := "/" + fold(clean)
	var ends []string
	for _, f := range same {
		if strings.HasSuffix("/"+fold(f), suffix) {
			ends = append(ends, f)
		}
	}
	switch {
	case len(ends) > 0:
		return nearest(ends, clean), true
	case len(same) == 1:
		return same[0], true
	}
	return "", false
}

// nearest returns the file that a name means: the one that ends in it letter
// for letter, then the one in the fewest folders, with the shortest path, and
// first in lexical order.
func nearest(files []string, name string) string {
	differs := func(f string) int {
		if strings.HasSuffix("/"+f, "/"+name) {
			return 0
		}
		return 1
	}
	return slices.MinFunc(files, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(differs(a), differs(b)),
			cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")),
			cmp.Compare(len(a), len(b)),
			cmp.Compare(a, b),
		)
	})
}
