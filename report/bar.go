package report

import (
	"fmt"
	"io"
	"time"
)

// Bar shows progress on a terminal when a run takes longer than about a
// second.
type Bar struct {
	W     io.Writer
	shown bool
	last  time.Duration
}

// Show says that done of all notes are read after some time. It draws at most
// ten times a second.
func (b *Bar) Show(done, all int, after time.Duration) {
	if after < time.Second || after-b.last < time.Second/10 && done < all {
		return
	}
	b.last, b.shown = after, true
	fmt.Fprintf(b.W, "\r%d of %d notes", done, all)
}

// Clear removes the bar.
func (b *Bar) Clear() {
	if b.shown {
		fmt.Fprint(b.W, "\r\x1b[K")
	}
}
