package glossary

import (
	"cmp"
	"iter"
	"slices"

	"recto/card"
)

// mention is one card's say on a term.
type mention struct {
	name    string
	aliases []string
	sense   *Sense
}

// otherNames yields what a mention calls its term besides its name.
func (m *mention) otherNames() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, name := range [...]string{m.sense.Original, m.sense.Abbreviation} {
			if name != "" && !yield(name) {
				return
			}
		}
		for _, name := range m.aliases {
			if !yield(name) {
				return
			}
		}
	}
}

// mentions returns what the cards of a collection say of terms, in note
// order. A term without a name says nothing.
func mentions(c *card.Collection) []mention {
	out := make([]mention, 0, c.Len())
	for _, note := range c.Notes {
		shared := sharedHeadings(note)
		for _, k := range note.Cards {
			if k.Term == nil || Key(k.Term.Name) == "" {
				continue
			}
			m := readMention(k)
			m.sense.Category = category(note, k, shared)
			out = append(out, m)
		}
	}
	return out
}

// readMention returns what one card says of its term.
func readMention(k *card.Card) mention {
	f := readFields(k.Term.Definition)
	n := readNames(k.Term.Name, cmp.Or(k.Term.Expansion, f.original))
	n.abbreviation = cmp.Or(n.abbreviation, f.abbreviation)
	if n.abbreviation == n.name && n.original == "" {
		n.original, f.definition = takeExpansion(n.name, f.definition)
	}
	s := &Sense{
		Card: k, Original: n.original, Abbreviation: n.abbreviation,
		Definition: f.definition, Examples: f.examples,
	}
	m := mention{name: n.name, sense: s}
	for _, alias := range slices.Concat(k.Term.Aliases, f.aliases) {
		if s.Abbreviation == "" && isAbbreviation(alias) {
			s.Abbreviation = alias
			continue
		}
		m.aliases = append(m.aliases, alias)
	}
	return m
}

// bundle is the mentions that share a key.
type bundle struct {
	key      string
	mentions []int // ascending
	parent   int   // the bundle that this one was taken into; itself at first
}

// joiner puts bundles of mentions that mean the same term together.
type joiner struct {
	all     []mention
	bundles []bundle
	byKey   map[string]int
}

// join returns one entry a term, in order of first mention.
func join(all []mention) []*Entry {
	j := &joiner{all: all, bundles: make([]bundle, 0, len(all)), byKey: make(map[string]int, len(all))}
	for i := range all {
		key := Key(all[i].name)
		b, ok := j.byKey[key]
		if !ok {
			b = len(j.bundles)
			j.byKey[key] = b
			j.bundles = append(j.bundles, bundle{key: key, parent: b})
		}
		j.bundles[b].mentions = append(j.bundles[b].mentions, i)
	}
	j.joinPlurals()
	j.joinOtherNames()
	return j.entries()
}

// joinPlurals takes "containers" into "container" where both are terms.
func (j *joiner) joinPlurals() {
	for b := range j.bundles {
		for _, key := range singulars(j.bundles[b].key) {
			if s, ok := j.byKey[key]; ok {
				j.take(s, b)
				break
			}
		}
	}
}

// joinOtherNames takes a term into the one that gives its name as the
// original, the abbreviation or an alias: "Elastic Kubernetes Service" into
// "EKS(Elastic Kubernetes Service)". A name that two terms give is nobody's.
func (j *joiner) joinOtherNames() {
	const nobody = -1
	claims := make(map[int]int) // bundle → the bundle that claims its name
	var order []int
	for b := range j.bundles {
		for _, i := range j.bundles[b].mentions {
			for name := range j.all[i].otherNames() {
				claimed, ok := j.byKey[Key(name)]
				if !ok || j.root(claimed) == j.root(b) {
					continue
				}
				switch by, ok := claims[claimed]; {
				case !ok:
					claims[claimed] = b
					order = append(order, claimed)
				case by != nobody && j.root(by) != j.root(b):
					claims[claimed] = nobody
				}
			}
		}
	}
	for _, claimed := range order {
		if by := claims[claimed]; by != nobody {
			j.take(by, claimed)
		}
	}
}

// root returns the bundle that b has been taken into.
func (j *joiner) root(b int) int {
	for j.bundles[b].parent != b {
		b = j.bundles[b].parent
	}
	return b
}

// take takes bundle b, and all that was taken into it, into bundle a.
func (j *joiner) take(a, b int) {
	a, b = j.root(a), j.root(b)
	if a != b {
		j.bundles[b].parent = a
	}
}

// entries makes one entry of each bundle that was not taken into another.
func (j *joiner) entries() []*Entry {
	members := make([][]int, len(j.bundles))
	for b := range j.bundles {
		r := j.root(b)
		if members[r] == nil {
			members[r] = slices.Clip(j.bundles[b].mentions) // not copied: most bundles stay alone
			continue
		}
		members[r] = append(members[r], j.bundles[b].mentions...)
	}
	out := make([]*Entry, 0, len(members))
	for b, list := range members {
		if len(list) == 0 {
			continue
		}
		slices.Sort(list)
		out = append(out, j.entry(b, list))
	}
	return out
}

// entry makes the entry of the bundle with the given mentions, which include
// those of the bundles taken into it.
func (j *joiner) entry(b int, list []int) *Entry {
	e := &Entry{Name: j.spelling(b)}
	if first := j.all[list[0]]; len(list) == 1 && first.aliases == nil {
		e.Senses = []*Sense{first.sense}
		return e
	}
	known := map[string]bool{Key(e.Name): true}
	for _, i := range list {
		m := j.all[i]
		e.Senses = append(e.Senses, m.sense)
		known[Key(m.sense.Original)] = true
		known[Key(m.sense.Abbreviation)] = true
	}
	for _, i := range list {
		m := j.all[i]
		for _, name := range append([]string{m.name}, m.aliases...) {
			name = oneLine(name)
			key := Key(name)
			if key == "" || known[key] || slices.ContainsFunc(singulars(key), func(s string) bool { return known[s] }) {
				continue
			}
			known[key] = true
			e.Aliases = append(e.Aliases, name)
		}
	}
	return e
}

// spelling returns the spelling that most mentions of a bundle use; of equals
// an abbreviation in capitals ("DNS", not "dns"), then the earliest.
func (j *joiner) spelling(b int) string {
	list := j.bundles[b].mentions
	if len(list) == 1 {
		return j.all[list[0]].name
	}
	count := make(map[string]int)
	for _, i := range list {
		count[j.all[i].name]++
	}
	best := slices.MaxFunc(list, func(x, y int) int {
		a, b := j.all[x].name, j.all[y].name
		return cmp.Or(
			cmp.Compare(count[a], count[b]),
			compareBool(isAbbreviation(a), isAbbreviation(b)),
			cmp.Compare(y, x),
		)
	})
	return j.all[best].name
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
