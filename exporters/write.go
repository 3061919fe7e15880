package exporters

import (
	"errors"
	"io"
)

// WriteFile creates the named file in out and lets write fill it. The file is
// closed in any case; the error tells of all that failed.
func WriteFile(out Output, name string, write func(io.Writer) error) error {
	w, err := out.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(write(w), w.Close())
}
