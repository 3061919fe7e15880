package ledger

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"time"
)

// The text of a ledger: its version, a comment, and a line for each card
// with these columns, separated by tabs. Times are RFC 3339 in UTC.
const (
	version = "recto.lock v1"
	comment = "# Which card is which: recto looks cards up here, so that rewording a question keeps its id.\n" +
		"# Keep this file beside the outputs. It is rewritten by every run; there is nothing to edit.\n" +
		"# id\tchanged\tgone\tfamily\tbody\tshown\tsketch\torigin\tfile\theadings\tquestion\n"
)

const columns = 11

var escaper = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// WriteTo writes the ledger. Equal ledgers give equal bytes.
func (l *Ledger) WriteTo(w io.Writer) (int64, error) {
	counted := &counter{w: w}
	bw := bufio.NewWriter(counted)
	bw.WriteString(version + "\n" + comment)
	for i := range l.entries {
		writeEntry(bw, &l.entries[i])
	}
	err := bw.Flush()
	return counted.n, err
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// present stands where the time is that a card vanished.
const present = "-"

func writeEntry(w *bufio.Writer, e *entry) {
	gone := present
	if e.gone != 0 {
		gone = formatTime(e.gone)
	}
	for _, column := range [...]string{
		e.id, formatTime(e.modified), gone, e.family, e.body, e.shown, strconv.FormatUint(uint64(e.sketch), 16),
		e.origin, e.file, e.headings,
	} {
		escaper.WriteString(w, column)
		w.WriteByte('\t')
	}
	escaper.WriteString(w, e.question)
	w.WriteByte('\n')
}

func formatTime(seconds int64) string { return time.Unix(seconds, 0).UTC().Format(time.RFC3339) }
