package ledger

import (
	"cmp"
	"slices"
)

// A place with more pairs than maxPairs is compared near the diagonal only,
// reach entries to either side, so that the time stays linear.
const (
	maxPairs = 4096
	reach    = 24
)

// candidate is a card that may be an old entry.
type candidate struct {
	i, j     int // of found and old
	distance int // between their ranks in the place
	score    float64
}

// pairAlike pairs cards with old entries of the same place, the most alike
// first. The questions must share the part least of their bigrams, and
// questions and answers together the sum: a slip of the pen changes one word
// of one side, while a new card in the place of another changes both.
func (m *matcher) pairAlike(least, sum float64, place func(*entry) traits) {
	old := map[traits][]int{}
	for j := range m.old {
		if e := &m.old[j]; !m.used[j] && e.gone == 0 {
			old[place(e)] = append(old[place(e)], j)
		}
	}
	if len(old) == 0 {
		return
	}
	found := map[traits][]int{}
	for i, f := range m.found {
		if t := place(f); m.past[i] == none && len(old[t]) > 0 {
			found[t] = append(found[t], i)
		}
	}
	for t, is := range found { // places share no entries, so their order is free
		m.pairPlace(is, old[t], least, sum)
	}
}

func (m *matcher) pairPlace(is, js []int, least, sum float64) {
	news := grams(is, func(i int) string { return m.found[i].question })
	olds := grams(js, func(j int) string { return m.old[j].question })
	var all []candidate
	for x, i := range is {
		from, to := window(x, len(is), len(js))
		for y := from; y < to; y++ {
			j := js[y]
			answers := m.found[i].sketch.alike(m.old[j].sketch)
			if answers+1 < sum {
				continue
			}
			questions := news[x].alike(olds[y])
			if questions >= least && questions+answers >= sum {
				all = append(all, candidate{i, j, max(x-y, y-x), questions + answers})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.distance, b.distance), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, c := range all {
		if m.past[c.i] == none && !m.used[c.j] {
			m.pair(c.i, c.j)
		}
	}
}

// window returns which of the m old entries of a place the card of rank x
// among n is compared with.
func window(x, n, m int) (from, to int) {
	if n*m <= maxPairs {
		return 0, m
	}
	mid := x * m / n
	return max(mid-reach, 0), min(mid+reach, m)
}

func grams(indices []int, question func(int) string) []bigrams {
	out := make([]bigrams, len(indices))
	for x, i := range indices {
		out[x] = newBigrams(readable(question(i)))
	}
	return out
}
