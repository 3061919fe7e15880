package pdf

import (
	"iter"
	"runtime"

	"recto/card"
)

// batch is a stretch of cards laid out.
type batch struct {
	leaves []leaf
	diags  card.Diagnostics
}

// batchSize is how many cards a worker lays out at a time.
const batchSize = 32

// layoutAll lays cards out on all processors and yields them in their order,
// no more than a few batches ahead of the reader. Cards are numbered after
// those before them.
func layoutAll(s *setting, cards []*card.Card, before int) iter.Seq[batch] {
	return func(yield func(batch) bool) {
		workers := runtime.GOMAXPROCS(0)
		queue := make(chan chan batch, 4*workers)
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			defer close(queue)
			slots := make(chan struct{}, workers)
			for start := 0; start < len(cards); start += batchSize {
				result := make(chan batch, 1)
				select {
				case queue <- result:
				case <-stop:
					return
				}
				slots <- struct{}{}
				go func() {
					result <- s.batch(cards[start:min(start+batchSize, len(cards))], before+start)
					<-slots
				}()
			}
		}()
		for result := range queue {
			if !yield(<-result) {
				return
			}
		}
	}
}

func (s *setting) batch(cards []*card.Card, start int) batch {
	var b batch
	for i, k := range cards {
		leaves, diags := s.leaves(k, start+i+1)
		b.leaves = append(b.leaves, leaves...)
		b.diags = append(b.diags, diags...)
	}
	return b
}
