package parser

import "maps"

// Where several things are described alike, each by the same names,
//
//	**Radial nerve**
//	- Roots: C5-T1
//	**Ulnar nerve**
//	- Roots: C8-T1
//
// these name aspects of the things, and say nothing alone.

// sharesName reports whether a name stands before a colon below several lines of
// the section, or beside such names.
func (s *section) sharesName(name string) bool {
	if s.memo.shared == nil {
		s.memo.shared = sharedNames(s.nameLists())
	}
	return s.memo.shared[key(name)]
}

// sharedNames returns the names that are in several lists, and all of a list of
// which at least half are.
func sharedNames(lists []map[string]bool) map[string]bool {
	count, shared := map[string]int{}, map[string]bool{}
	for _, names := range lists {
		for name := range names {
			count[name]++
		}
	}
	for _, names := range lists {
		n := 0
		for name := range names {
			if count[name] > 1 {
				shared[name] = true
				n++
			}
		}
		if n*2 >= len(names) {
			maps.Copy(shared, names)
		}
	}
	return shared
}

// nameLists returns the keys of the names below each line of the section that
// others belong to: below a parent, or behind a bold line.
func (s *section) nameLists() []map[string]bool {
	var lists []map[string]bool
	for _, g := range s.groups {
		owned := g.parent != nil
		if owned {
			lists = append(lists, map[string]bool{})
		}
		for _, r := range g.rows {
			switch x := r.split(); {
			case r.kind != line:
			case g.parent == nil && !r.joined && isStrong(r.text):
				lists, owned = append(lists, map[string]bool{}), true
			case owned && x.sep == colon:
				lists[len(lists)-1][key(r.words[r.number():x.left])] = true
			}
		}
	}
	return lists
}
