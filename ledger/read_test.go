package ledger

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestWrite(t *testing.T) {
	c := collect(file{"a\tb.md", []string{"Net | Was ist TCP? | ein Protokoll"}})
	c.Notes[0].Cards[0].Origin = `x\y`
	lock := assign(t, c, nil, monday)
	lock = assign(t, collect(file{"b.md", []string{"Net | UDP | schnell"}}), lock, tuesday)
	var sb strings.Builder
	n, err := lock.WriteTo(&sb)
	if err != nil || n != int64(sb.Len()) {
		t.Errorf("WriteTo = %d, %v for %d bytes", n, err, sb.Len())
	}
	want := "recto.lock v1\n" + comment +
		"rHzD0Wy0Wz5X\t2026-03-02T09:00:00Z\t2026-03-03T09:00:00Z\tcard\tBODY\tSHOWN\tSKETCH\tx\\\\y\ta\\tb.md\tnet\twas ist tcp?\n" +
		"rHzD0Wy0Wz5X\t2026-03-03T09:00:00Z\t-\tcard\tBODY\tSHOWN\tSKETCH\t\tb.md\tnet\tudp\n"
	if diff := cmp.Diff(want, maskHashes(sb.String())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// maskHashes replaces the columns that are hashes.
func maskHashes(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if c := strings.Split(line, "\t"); len(c) == columns && isID(c[0]) {
			c[0], c[4], c[5], c[6] = "rHzD0Wy0Wz5X", "BODY", "SHOWN", "SKETCH"
			line = strings.Join(c, "\t")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// TestDamage changes the text of a ledger after a front was corrected, and
// asks what the third run makes of it.
func TestDamage(t *testing.T) {
	first := collect(before...)
	lock := assign(t, first, nil, monday)
	lock = assign(t, collect(edit(t, "캐시 |", "캐쉬 |")...), lock, tuesday)
	var sb strings.Builder
	lock.WriteTo(&sb)
	good := sb.String()
	lines := strings.SplitAfter(good, "\n")
	corrected := 0
	for i, line := range lines {
		if strings.Contains(line, "캐쉬") {
			corrected = i
		}
	}
	const merged = "%d damaged lines from here on were left out; a card on them whose question has changed since may be new to Anki; restore the file if you can"
	tests := []struct {
		name string
		text string
		want string
		diag string
	}{
		{"as written", good, "0 1 2 3 4 5", ""},
		{"with the line ends of Windows", strings.ReplaceAll(good, "\n", "\r\n"), "0 1 2 3 4 5", ""},
		{"empty", "", "0 1 new 3 4 5", ""},
		{"cut in the line of the corrected card", strings.Join(lines[:corrected], "") + lines[corrected][:40], "0 1 new 3 4 5",
			"recto.lock:" + strconv.Itoa(corrected+1) + ": " + strings.ReplaceAll(merged, "%d", "1")},
		{"with the marks of a merge",
			strings.Join(lines[:corrected], "") + "<<<<<<< HEAD\n" + lines[corrected] + "=======\n" + lines[corrected] + ">>>>>>> b\n" + strings.Join(lines[corrected+1:], ""),
			"0 1 2 3 4 5", "recto.lock:" + strconv.Itoa(corrected+1) + ": " + strings.ReplaceAll(merged, "%d", "3")},
		{"of another program", "# yarn lockfile v1\n", "0 1 new 3 4 5",
			"recto.lock:1: this is not a lock file of this version of recto; it was left alone and ids come from questions; move it away to begin a new one"},
		{"of a later version", strings.Replace(good, " v1", " v2", 1), "0 1 new 3 4 5",
			"recto.lock:1: this is not a lock file of this version of recto; it was left alone and ids come from questions; move it away to begin a new one"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, diags, err := Read(strings.NewReader(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, d := range diags {
				got += d.String()
			}
			if diff := cmp.Diff(tt.diag, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
			again := collect(edit(t, "캐시 |", "캐쉬 |")...)
			next, _ := Assign(again, l, tuesday)
			if diff := cmp.Diff(tt.want, pasts(first, again, false)); diff != "" {
				t.Errorf("cards (-want +got):\n%s", diff)
			}
			if foreign := strings.HasPrefix(tt.name, "of "); next.Foreign != foreign {
				t.Errorf("Foreign = %v", next.Foreign)
			}
		})
	}
}

func TestReadError(t *testing.T) {
	_, _, err := Read(iotest.ErrReader(errors.New("disk on fire")))
	if err == nil || err.Error() != "reading recto.lock: disk on fire" {
		t.Errorf("err = %v", err)
	}
}

// TestVanished checks how long a card that is not there is remembered.
func TestVanished(t *testing.T) {
	first := collect(before...)
	lock := assign(t, first, nil, monday)
	corrected := edit(t, "캐시 |", "캐쉬 |")
	lock = assign(t, collect(corrected...), lock, monday)
	without := []file{corrected[1]}
	day := func(n int) time.Time { return monday.AddDate(0, 0, n) }

	lock = assign(t, collect(without...), lock, day(1))
	lock = assign(t, collect(without...), lock, day(300))
	back := collect(corrected...)
	assign(t, back, lock, day(366))
	if got := pasts(first, back, false); got != "0 1 2 3 4 5" {
		t.Errorf("after a year: %s", got)
	}
	lock = assign(t, collect(without...), lock, day(367))
	if n := len(lock.entries); n != len(without[0].cards) {
		t.Errorf("%d entries are left after more than a year", n)
	}
}

// TestEpoch runs at the moment that reproducible builds like to name.
func TestEpoch(t *testing.T) {
	epoch := time.Unix(0, 0)
	first := collect(before...)
	lock := assign(t, first, nil, epoch)
	lock = assign(t, collect(before[1]), lock, epoch)
	again := collect(edit(t, "캐시 |", "캐쉬 |")...)
	assign(t, again, lock, epoch)
	if got := pasts(first, again, false); got != "0 1 new 3 4 5" { // a vanished card is known by its question only
		t.Errorf("got %s", got)
	}
}

// TestVanishedBound checks that the ledger does not grow without end.
func TestVanishedBound(t *testing.T) {
	var lock *Ledger
	for n := range 4 {
		var cards []string
		for i := range keepCount {
			cards = append(cards, "H | "+hash(strconv.Itoa(n)+"/"+strconv.Itoa(i))+" | back")
		}
		lock = assign(t, collect(file{strconv.Itoa(n) + ".md", cards}), lock, tuesday)
	}
	if n := len(lock.entries); n != 2*keepCount {
		t.Errorf("%d entries", n)
	}
}

func FuzzRead(f *testing.F) {
	lock, _ := Assign(collect(before...), nil, monday)
	var sb strings.Builder
	lock.WriteTo(&sb)
	f.Add(sb.String())
	f.Add("recto.lock v1\n\t\t\t")
	f.Fuzz(func(t *testing.T, text string) {
		l, _, err := Read(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := collect(before...)
		next, _ := Assign(c, l, tuesday)
		seen := map[string]bool{}
		for _, id := range ids(c) {
			if !isID(id) || seen[id] {
				t.Errorf("id %q", id)
			}
			seen[id] = true
		}
		var once, twice strings.Builder
		next.WriteTo(&once)
		reread, diags, _ := Read(strings.NewReader(once.String()))
		reread.WriteTo(&twice)
		if len(diags) > 0 || !l.Foreign && once.String() != twice.String() {
			t.Errorf("written and read again: %v\n%s", diags, cmp.Diff(once.String(), twice.String()))
		}
	})
}
