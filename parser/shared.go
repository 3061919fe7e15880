package parser

import "slices"

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
	return len(s.memo.shared) > 0 && s.memo.shared[key(name)]
}

// sharedNames returns the names that are in several lists, and all of a list of
// which at least half are.
func sharedNames(lists [][]string) map[string]bool {
	shared := map[string]bool{}
	if len(lists) < 2 {
		return shared
	}
	in := map[string]int{} // how many lists a name is in
	for _, names := range lists {
		for i, name := range names {
			in[name] += pick(slices.Contains(names[:i], name), 0, 1)
		}
	}
	for _, names := range lists {
		n := 0
		for _, name := range names {
			if in[name] > 1 {
				shared[name] = true
				n++
			}
		}
		for i := 0; n*2 >= len(names) && i < len(names); i++ {
			shared[names[i]] = true
		}
	}
	return shared
}

// maxNames is how many names below one line are compared.
const maxNames = 12

// nameLists returns the keys of the names below each line of the section that
// others belong to, below a parent or behind a bold line or one right above a
// list, without empty lists.
func (s *section) nameLists() [][]string {
	var lists [][]string
	for _, g := range s.groups {
		owned, names := g.parent != nil, []string(nil)
		for _, r := range g.rows {
			if g.parent == nil && r.kind == line && !r.joined && (r.form == inParts && isStrong(r.text) || g.headsList(r.at)) {
				lists, names, owned = appendNames(lists, names), nil, true
				continue
			}
			if !owned || len(names) == maxNames {
				continue
			}
			if name, ok := r.labelName(); ok {
				names = append(names, key(name))
			}
		}
		lists = appendNames(lists, names)
	}
	return lists
}

func appendNames(lists [][]string, names []string) [][]string {
	if len(names) == 0 {
		return lists
	}
	return append(lists, names)
}
