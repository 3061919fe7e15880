package ledger

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// TestRandomEdits edits notes at random in ways that leave every front as it
// is, runs again after each, and checks that no id moves to another front.
func TestRandomEdits(t *testing.T) {
	for seed := range uint64(30) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		files := []file{{name: "a.md"}, {name: "b.md"}, {name: "c.md"}}
		for i := range 60 {
			f := &files[rnd.IntN(len(files))]
			f.cards = append(f.cards, fmt.Sprintf("H%d | 질문 %d | 답 %d", rnd.IntN(4), i, i))
		}
		known := map[string]string{}
		var lock *Ledger
		for step := range 40 {
			c := collect(files...)
			lock = assign(t, c, lock, tuesday.Add(1))
			for k := range c.Cards() {
				front := card.PlainText(k.Front)
				if id, ok := known[front]; ok && id != k.ID {
					t.Fatalf("seed %d, step %d: %s was %s and is %s", seed, step, front, id, k.ID)
				}
				known[front] = k.ID
			}
			editAtRandom(rnd, files, step)
		}
	}
}

func editAtRandom(rnd *rand.Rand, files []file, step int) {
	f := &files[rnd.IntN(len(files))]
	if len(f.cards) == 0 {
		return
	}
	i := rnd.IntN(len(f.cards))
	part := strings.Split(f.cards[i], " | ")
	switch rnd.IntN(7) {
	case 0:
		part[0] = fmt.Sprintf("H%d", rnd.IntN(6))
	case 1:
		part[2] = fmt.Sprintf("고친 답 %d", step)
	case 2:
		f.name = fmt.Sprintf("renamed-%d.md", step)
	case 3:
		rnd.Shuffle(len(f.cards), func(a, b int) { f.cards[a], f.cards[b] = f.cards[b], f.cards[a] })
		return
	case 4:
		f.cards = slices.Insert(f.cards, i, fmt.Sprintf("H0 | 새 질문 %d | 새 답 %d", step, step))
		return
	case 5:
		f.cards = slices.Delete(f.cards, i, i+1)
		return
	case 6:
		to := &files[rnd.IntN(len(files))]
		to.cards = append(to.cards, f.cards[i])
		f.cards = slices.Delete(f.cards, i, i+1)
		return
	}
	f.cards[i] = strings.Join(part, " | ")
}

// TestTypos changes one letter of many fronts at once.
func TestTypos(t *testing.T) {
	words := strings.Fields("프로세스 스레드 교착상태 페이징 세마포어 뮤텍스 스케줄링 인터럽트 가상메모리 캐시적중률 트랜잭션 정규화 인덱스 라우팅 서브넷 방화벽")
	var was, is []string
	for i, w := range words {
		typo := []rune(w)
		typo[1]++
		was = append(was, fmt.Sprintf("H | %s | 뜻풀이 %d번", w, i))
		is = append(is, fmt.Sprintf("H | %s | 뜻풀이 %d번", string(typo), i))
	}
	first, again := collect(file{"a.md", was}), collect(file{"a.md", is})
	assign(t, again, assign(t, first, nil, monday), tuesday)
	if diff := cmp.Diff(ids(first), ids(again)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDeterministic(t *testing.T) {
	write := func() string {
		lock := assign(t, collect(before...), nil, monday)
		lock = assign(t, collect(edit(t, "란?", "이란 무엇인가?")...), lock, tuesday)
		var sb strings.Builder
		lock.WriteTo(&sb)
		return sb.String()
	}
	first := write()
	for range 20 {
		if diff := cmp.Diff(first, write()); diff != "" {
			t.Fatalf("(-first +again):\n%s", diff)
		}
	}
}

// many returns cards in files of the given size.
func many(n, perFile int, front string) *card.Collection {
	var files []file
	for i := range n {
		if i%perFile == 0 {
			files = append(files, file{name: fmt.Sprintf("dir/note-%d.md", i)})
		}
		f := &files[len(files)-1]
		f.cards = append(f.cards, fmt.Sprintf("H | "+front+" | 답은 %d이고 왜 그런지는 이렇다", i, i))
	}
	return collect(files...)
}

func BenchmarkAssign(b *testing.B) {
	const asked, reworded = "질문 %d: 무엇인가?", "질문 %d: 무엇일까?"
	for _, n := range []int{1000, 100_000} {
		for _, bm := range []struct {
			name       string
			perFile    int
			was, again string
		}{
			{"same", 100, asked, asked},
			{"all reworded", 100, asked, reworded},
			{"all reworded in one file", n, asked, reworded},
		} {
			b.Run(fmt.Sprintf("%d cards, %s", n, bm.name), func(b *testing.B) {
				if testing.Short() && n > 1000 {
					b.Skip("takes seconds")
				}
				lock, _ := Assign(many(n, bm.perFile, bm.was), nil, monday)
				again := many(n, bm.perFile, bm.again)
				b.ReportAllocs()
				for b.Loop() {
					Assign(again, lock, tuesday)
				}
			})
		}
	}
}
