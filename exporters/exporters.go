// Package exporters says what an output format is. Each format is a package
// of its own below this one; the program's table lists them.
package exporters

import (
	"io"

	"github.com/spf13/pflag"

	"recto/card"
)

// Exporter writes the files of one format. Its own fields are its options;
// the zero value is not ready: Flags sets the defaults.
type Exporter interface {
	// Flags registers the format's options. Their names begin with the
	// format's name.
	Flags(fs *pflag.FlagSet)
	// Export writes the collection. Same collection, options and previous
	// files: same bytes. It returns what the reader of the outputs should
	// know; the error is for a failing writer or for options that cannot be
	// met.
	Export(c *card.Collection, out Output) (card.Diagnostics, error)
}

// Output is where an exporter leaves its files. Names are slash-separated
// and relative. Nothing is visible until the whole run has succeeded.
type Output interface {
	// Create starts a file. It is finished by Close.
	Create(name string) (io.WriteCloser, error)
	// Previous opens what an earlier run left under the name, and returns an
	// error that wraps fs.ErrNotExist when there is nothing.
	Previous(name string) (io.ReadCloser, error)
}
