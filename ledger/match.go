package ledger

import (
	"cmp"
	"slices"
	"strings"
)

// matcher finds the past of each card of a run.
type matcher struct {
	old   []entry
	found []*entry
	past  []int           // for each found card its index in old, or none
	used  []bool          // for each old entry whether a card has it
	taken map[string]bool // ids that no other card may get
	moved map[string]string
}

const none = -1

func newMatcher(old []entry, found []*entry) *matcher {
	m := &matcher{
		old:   old,
		found: found,
		past:  slices.Repeat([]int{none}, len(found)),
		used:  make([]bool, len(old)),
		taken: make(map[string]bool, len(old)+len(found)),
	}
	for _, e := range old {
		m.taken[e.id] = true
	}
	return m
}

// was returns what the ledger knew of found card i; nil for a new card.
func (m *matcher) was(i int) *entry {
	if m.past[i] == none {
		return nil
	}
	return &m.old[m.past[i]]
}

// match decides in order of certainty. What asks the same and answers the
// same is the same wherever it stands, hence contents count before places
// where several cards ask the same.
func (m *matcher) match() {
	m.pairEqual(anyTime, func(e *entry) traits {
		if e.origin == "" {
			return traits{}
		}
		return traits{family: e.family, origin: e.origin}
	})
	for _, eligible := range [...]func(*entry) bool{isPresent, anyTime} {
		m.pairPlaces(eligible, func(e *entry) traits { return traits{family: e.family, question: e.question, body: e.body} })
		m.followFiles()
		m.pairPlaces(eligible, func(e *entry) traits { return traits{family: e.family, question: e.question} })
	}
	m.pairAlike(0.3, 1, func(e *entry) traits { return traits{family: e.family, headings: e.headings, file: m.file(e)} })
	m.pairAlike(0.5, 1.1, func(e *entry) traits { return traits{family: e.family, file: m.file(e)} })
}

// pairPlaces pairs cards with old entries of the same traits, those that
// have stayed in their place before those that have moved.
func (m *matcher) pairPlaces(eligible func(*entry) bool, of func(*entry) traits) {
	for _, same := range [...]struct{ headings, file bool }{{true, true}, {true, false}, {false, true}, {false, false}} {
		m.pairEqual(eligible, func(e *entry) traits {
			t := of(e)
			if same.headings {
				t.headings = e.headings
			}
			if same.file {
				t.file = m.file(e)
			}
			return t
		})
	}
}

// traits are what two entries must have in common.
type traits struct{ family, origin, question, body, headings, file string }

func isPresent(e *entry) bool { return e.gone == 0 }

func anyTime(*entry) bool { return true }

// pairEqual pairs cards with old entries of the same traits, in order. No
// traits are no reason to pair.
func (m *matcher) pairEqual(eligible func(*entry) bool, of func(*entry) traits) {
	waiting := map[traits][]int{}
	for j := range m.old {
		if e := &m.old[j]; !m.used[j] && eligible(e) && of(e) != (traits{}) {
			waiting[of(e)] = append(waiting[of(e)], j)
		}
	}
	if len(waiting) == 0 {
		return
	}
	for i, f := range m.found {
		if m.past[i] != none {
			continue
		}
		t := of(f)
		if queue := waiting[t]; len(queue) > 0 {
			m.pair(i, queue[0])
			waiting[t] = queue[1:]
		}
	}
}

func (m *matcher) pair(i, j int) {
	m.past[i] = j
	m.used[j] = true
	m.found[i].id = m.old[j].id
}

// file returns where the file of an entry is now.
func (m *matcher) file(e *entry) string {
	if to, ok := m.moved[e.file]; ok {
		return to
	}
	return e.file
}

// followFiles finds the files that were renamed: those that are no more and
// whose cards have turned up in another, most of them in one.
func (m *matcher) followFiles() {
	there := map[string]bool{}
	for _, f := range m.found {
		there[f.file] = true
	}
	type move struct{ from, to string }
	votes := map[move]int{}
	for i, f := range m.found {
		if was := m.was(i); was != nil && !there[was.file] {
			votes[move{was.file, f.file}]++
		}
	}
	moves := make([]move, 0, len(votes))
	for mv := range votes {
		moves = append(moves, mv)
	}
	slices.SortFunc(moves, func(a, b move) int {
		return cmp.Or(cmp.Compare(votes[a], votes[b]), strings.Compare(b.to, a.to))
	})
	m.moved = map[string]string{}
	for _, mv := range moves {
		m.moved[mv.from] = mv.to // the most votes come last
	}
}

// vanished returns the old entries that no card has, as far as they are to
// be remembered: the latest, at most limit.
func (m *matcher) vanished(now int64, limit int) []entry {
	var out []entry
	for j, e := range m.old {
		if m.used[j] {
			continue
		}
		if e.gone == 0 {
			e.gone = max(now, 1)
		}
		if now-e.gone <= keepFor {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b entry) int { return cmp.Compare(b.gone, a.gone) })
	return out[:min(len(out), limit)]
}
