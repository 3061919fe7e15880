package anki

import (
	"archive/zip"
	"cmp"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"path"
	"strconv"
	"time"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters"
)

// Package writes cards.apkg: cards, note types, decks, tags and media in one
// file that Anki opens by a double click, on desktop and phone.
//
// It holds a collection of schema 11 and no "meta" entry, which is what Anki
// read in every version since 2.0. The database is built in memory, so that
// no folder for temporary files is needed; media are copied one by one.
type Package struct{}

// Flags registers nothing: a package has no options.
func (Package) Flags(*pflag.FlagSet) {}

// Export writes the file; none when there are no cards.
func (Package) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	ctx := context.Background()
	b := newBuilder(c.Vault)
	col, err := newCollection(ctx, c.Modified(), c.Len())
	if err != nil {
		return nil, err
	}
	for n := range b.notes(c) {
		col.add(ctx, n)
	}
	file, err := col.bytes(ctx)
	if b.err != nil || err != nil {
		return nil, cmp.Or(b.err, err)
	}
	if col.due == 0 {
		return b.diags, nil
	}
	w, err := out.Create("cards.apkg")
	if err != nil {
		return nil, err
	}
	if err := writePackage(w, file, b.media.files); err != nil {
		return nil, fmt.Errorf("writing cards.apkg: %w", err)
	}
	return b.diags, w.Close()
}

// writePackage writes the zip: the collection, a table of media, and the
// media under the numbers of that table.
func writePackage(w io.Writer, collection []byte, media []mediaFile) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	if err := entry(z, "collection.anki2", zip.Deflate, write(collection)); err != nil {
		return err
	}
	names := map[string]string{}
	for i, m := range media {
		names[strconv.Itoa(i)] = m.name
	}
	if err := entry(z, "media", zip.Deflate, write([]byte(marshal(names)))); err != nil {
		return err
	}
	for i, m := range media {
		if err := entry(z, strconv.Itoa(i), method(m.name), m.copyTo); err != nil {
			return fmt.Errorf("%s: %w", m.Path, err)
		}
	}
	return z.Close()
}

// method returns how a media file is packed: most kinds are compressed as
// they are.
func method(name string) uint16 {
	switch path.Ext(name) {
	case ".svg", ".bmp", ".wav":
		return zip.Deflate
	}
	return zip.Store
}

// dosEpoch is the earliest time that a zip can name.
var dosEpoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func entry(z *zip.Writer, name string, method uint16, content func(io.Writer) error) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: dosEpoch})
	if err != nil {
		return err
	}
	return content(w)
}

func write(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}
