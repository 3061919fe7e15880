package ledger

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

var (
	monday  = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	tuesday = monday.AddDate(0, 0, 1)
)

// file is a note as these tests write it: a name, then one card a line as
// "heading | front | back".
type file struct {
	name  string
	cards []string
}

func collect(files ...file) *card.Collection {
	c := &card.Collection{}
	for _, f := range files {
		n := &card.Note{File: f.name}
		for i, line := range f.cards {
			part := strings.Split(line, "|")
			for i := range part {
				part[i] = strings.TrimSpace(part[i])
			}
			n.Cards = append(n.Cards, &card.Card{
				Headings: []string{part[0]},
				Front:    text(part[1]),
				Back:     text(part[2]),
				Pos:      card.Pos{File: f.name, Line: i + 1},
			})
		}
		c.Notes = append(c.Notes, n)
	}
	return c
}

func text(s string) []card.Block {
	return []card.Block{&card.Paragraph{Content: []card.Inline{&card.Text{Value: s}}}}
}

// ids returns the id of each card in order.
func ids(c *card.Collection) []string {
	var out []string
	for k := range c.Cards() {
		out = append(out, k.ID)
	}
	return out
}

func assign(t *testing.T, c *card.Collection, old *Ledger, now time.Time) *Ledger {
	t.Helper()
	next, diags := Assign(c, reread(t, old), now)
	if len(diags) > 0 {
		t.Errorf("diagnostics: %v", diags)
	}
	seen := map[string]bool{}
	for _, id := range ids(c) {
		if !isID(id) || seen[id] {
			t.Errorf("id %q is malformed or not unique", id)
		}
		seen[id] = true
	}
	return next
}

// reread returns the ledger as the next run reads it.
func reread(t *testing.T, l *Ledger) *Ledger {
	t.Helper()
	if l == nil {
		return nil
	}
	var sb strings.Builder
	if _, err := l.WriteTo(&sb); err != nil {
		t.Fatal(err)
	}
	got, diags, err := Read(strings.NewReader(sb.String()))
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	return got
}

var before = []file{
	{"os.md", []string{
		"Process | 프로세스란? | 실행 중인 프로그램",
		"Process | 스레드란? | 프로세스 안의 실행 흐름",
		"Memory | 캐시 | 자주 쓰는 데이터를 가까이 두는 기억 장치",
		"Memory | What is paging? | Splitting memory into pages of one size",
	}},
	{"net.md", []string{
		"TCP | 장점 | 순서와 도착을 보장한다",
		"UDP | 장점 | 연결이 없어 빠르다",
	}},
}

// TestAssign runs twice over notes, the second time edited. Want gives, for
// each card of the second run, its number in the first, counted from 0, with
// "*" when it must count as changed; "new" is a card that was not there.
func TestAssign(t *testing.T) {
	tests := []struct {
		name     string
		reason   string
		after    []file
		want     string
		wantLost string // the same without the ledger; empty for the same
	}{
		{
			name:  "nothing changed",
			after: before,
			want:  "0 1 2 3 4 5",
		},
		{
			name:  "typo in a short Korean front",
			after: edit(t, "캐시 |", "캐쉬 |"),
			want:  "0 1 2* 3 4 5", wantLost: "0 1 new 3 4 5",
		},
		{
			name:  "case, spaces and marks in a front",
			after: edit(t, "What is paging?", "what is  Paging?"),
			want:  "0 1 2 3* 4 5", wantLost: "0 1 2 3 4 5",
		},
		{
			name:  "front reworded",
			after: edit(t, "What is paging?", "What is memory paging?"),
			want:  "0 1 2 3* 4 5", wantLost: "0 1 2 new 4 5",
		},
		{
			name:  "back reworded",
			after: edit(t, "실행 중인 프로그램", "메모리에 올라가 실행되는 프로그램"),
			want:  "0* 1 2 3 4 5", wantLost: "0 1 2 3 4 5",
		},
		{
			name:  "front and back reworded",
			after: edit(t, "What is paging? | Splitting memory into pages of one size", "What is paging for? | Splitting memory into pages of the same size"),
			want:  "0 1 2 3* 4 5", wantLost: "0 1 2 new 4 5",
		},
		{
			name:   "another card in the place of one",
			reason: "what differs on both sides is not the same card, however close",
			after:  edit(t, "스레드란? | 프로세스 안의 실행 흐름", "데드락이란? | 서로 자원을 기다리며 멈춘 상태"),
			want:   "0 new 2 3 4 5",
		},
		{
			name:  "moved to another heading",
			after: edit(t, "Process | 스레드란?", "Memory | 스레드란?"),
			want:  "0 1* 2 3 4 5", wantLost: "0 1 2 3 4 5",
		},
		{
			name:  "heading renamed",
			after: edit(t, "Process |", "Processes |"),
			want:  "0* 1* 2 3 4 5", wantLost: "0 1 2 3 4 5",
		},
		{
			name:   "heading of one of two equal fronts renamed",
			reason: "the ledger knows it by its back",
			after:  edit(t, "TCP |", "Transmission Control |"),
			want:   "0 1 2 3 4* 5", wantLost: "0 1 2 3 new 5",
		},
		{
			name:  "file renamed",
			after: edit(t, "os.md", "운영체제.md"),
			want:  "0* 1* 2* 3* 4 5", wantLost: "0 1 2 3 4 5",
		},
		{
			name:   "file renamed and a front corrected",
			reason: "the other cards show where the file went",
			after:  replace(edit(t, "os.md", "운영체제.md"), "캐시 |", "캐쉬 |"),
			want:   "0* 1* 2* 3* 4 5", wantLost: "0 1 new 3 4 5",
		},
		{
			name:  "card inserted before",
			after: insert("os.md", 0, "Process | 운영체제란? | 하드웨어를 관리하는 프로그램"),
			want:  "new 0 1 2 3 4 5",
		},
		{
			name:   "equal front inserted before",
			reason: "without the ledger the two tell apart by heading, so neither takes the other's id",
			after:  insert("os.md", 0, "Disk | 캐시 | 디스크의 버퍼"),
			want:   "new 0 1 2 3 4 5", wantLost: "new 0 1 new 3 4 5",
		},
		{
			name:  "card deleted",
			after: insert("os.md", 0),
			want:  "1 2 3 4 5",
		},
		{
			name:   "one of two equal fronts deleted",
			reason: "without the ledger the other is new rather than taken for it",
			after:  insert("net.md", 0),
			want:   "0 1 2 3 5", wantLost: "0 1 2 3 new",
		},
		{
			name: "reordered",
			after: []file{
				{"os.md", []string{before[0].cards[3], before[0].cards[1], before[0].cards[0], before[0].cards[2]}},
				{"net.md", []string{before[1].cards[1], before[1].cards[0]}},
			},
			want: "3 1 0 2 5 4",
		},
		{
			name: "two cards swapped between files",
			after: []file{
				{"os.md", []string{before[1].cards[0], before[0].cards[1], before[0].cards[2], before[0].cards[3]}},
				{"net.md", []string{before[0].cards[0], before[1].cards[1]}},
			},
			want: "4* 1 2 3 0* 5", wantLost: "4 1 2 3 0 5",
		},
		{
			name:   "backs of two equal fronts swapped",
			reason: "what is asked and answered is the card, wherever it stands",
			after: []file{before[0], {"net.md", []string{
				"TCP | 장점 | 연결이 없어 빠르다",
				"UDP | 장점 | 순서와 도착을 보장한다",
			}}},
			want: "0 1 2 3 5* 4*", wantLost: "0 1 2 3 4 5",
		},
		{
			name:   "card copied",
			reason: "the copy with the old place is the old card",
			after:  append(edit(t, "", ""), file{"z.md", []string{before[0].cards[0]}}),
			want:   "0 1 2 3 4 5 new", wantLost: "new 1 2 3 4 5 new",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first := collect(before...)
			lock := assign(t, first, nil, monday)

			again := collect(tt.after...)
			assign(t, again, lock, tuesday)
			if diff := cmp.Diff(tt.want, pasts(first, again, true)); diff != "" {
				t.Errorf("with the ledger (-want +got):\n%s%s", diff, tt.reason)
			}
			lost := collect(tt.after...)
			assign(t, lost, nil, tuesday)
			want := tt.wantLost
			if want == "" {
				want = tt.want
			}
			if diff := cmp.Diff(want, pasts(first, lost, false)); diff != "" {
				t.Errorf("without the ledger (-want +got):\n%s%s", diff, tt.reason)
			}
		})
	}
}

func pasts(first, again *card.Collection, changes bool) string {
	number := map[string]int{}
	for i, id := range ids(first) {
		number[id] = i
	}
	var out []string
	for k := range again.Cards() {
		i, known := number[k.ID]
		switch {
		case !known:
			out = append(out, "new")
		case changes && !k.Modified.Equal(monday):
			out = append(out, fmt.Sprint(i)+"*")
		default:
			out = append(out, fmt.Sprint(i))
		}
	}
	return strings.Join(out, " ")
}

// edit returns the files of before with every old text replaced by new.
func edit(t *testing.T, old, new string) []file {
	t.Helper()
	out := replace(before, old, new)
	if old != "" && cmp.Equal(out, before, cmp.AllowUnexported(file{})) {
		t.Fatalf("nothing contains %q", old)
	}
	return out
}

func replace(files []file, old, new string) []file {
	var out []file
	for _, f := range files {
		g := file{name: f.name}
		for _, line := range f.cards {
			if old != "" {
				line = strings.ReplaceAll(line, old, new)
			}
			g.cards = append(g.cards, line)
		}
		if old != "" {
			g.name = strings.ReplaceAll(f.name, old, new)
		}
		out = append(out, g)
	}
	return out
}

// insert returns the files of before with cards put before the given one of a
// file, or without that one when there are none.
func insert(name string, at int, cards ...string) []file {
	var out []file
	for _, f := range before {
		if f.name == name {
			rest := f.cards[at:]
			if len(cards) == 0 {
				rest = rest[1:]
			}
			f.cards = append(append(append([]string(nil), f.cards[:at]...), cards...), rest...)
		}
		out = append(out, f)
	}
	return out
}
