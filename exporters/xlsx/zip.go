package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// sortedZip is a zip archive whose parts stand in a fixed order, whatever the
// order in which they were created. Every part is compressed as it comes and
// kept until Close; only one part is written at a time.
type sortedZip struct {
	out        io.Writer
	parts      []*part
	compressor *flate.Writer // of the part being written
}

// part is one compressed part of the archive.
type part struct {
	name string
	data bytes.Buffer
	zip  *flate.Writer
	sum  hash.Hash32
	size uint64
	edit *attributeCutter
}

func newSortedZip(out io.Writer) *sortedZip {
	// The fastest level: a third less time for a tenth more bytes. It exists,
	// so there is no error.
	compressor, _ := flate.NewWriter(nil, flate.BestSpeed)
	return &sortedZip{out: out, compressor: compressor}
}

// AddFS is not needed for a workbook.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Create starts a part and ends the one before.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.endPart(); err != nil {
		return nil, err
	}
	p := &part{name: name, sum: crc32.NewIEEE(), zip: z.compressor}
	p.zip.Reset(&p.data)
	z.parts = append(z.parts, p)
	if !strings.HasPrefix(name, "xl/worksheets/sheet") {
		return p, nil
	}
	p.edit = &attributeCutter{out: p}
	return p.edit, nil
}

func (z *sortedZip) endPart() error {
	if len(z.parts) == 0 {
		return nil
	}
	p := z.parts[len(z.parts)-1]
	if p.edit != nil {
		if err := p.edit.pass(0); err != nil {
			return err
		}
	}
	return p.zip.Close()
}

// Write compresses data.
func (p *part) Write(data []byte) (int, error) {
	p.sum.Write(data)
	p.size += uint64(len(data))
	return p.zip.Write(data)
}

// Close writes the archive: the list of content types first, as programs that
// look at the first bytes of a file expect, the rest by name.
func (z *sortedZip) Close() error {
	if err := z.endPart(); err != nil {
		return err
	}
	const first = "[Content_Types].xml"
	slices.SortFunc(z.parts, func(a, b *part) int {
		if (a.name == first) != (b.name == first) {
			return map[bool]int{true: -1, false: 1}[a.name == first]
		}
		return cmp.Compare(a.name, b.name)
	})
	archive := zip.NewWriter(z.out)
	for _, p := range z.parts {
		w, err := archive.CreateRaw(&zip.FileHeader{
			Name:               p.name,
			Method:             zip.Deflate,
			CRC32:              p.sum.Sum32(),
			CompressedSize64:   uint64(p.data.Len()),
			UncompressedSize64: p.size,
		})
		if err != nil {
			return err
		}
		if _, err := p.data.WriteTo(w); err != nil {
			return err
		}
	}
	return archive.Close()
}

// customHeight marks a row's height as set by hand. Without it Excel takes
// our estimate when it opens the file and fits the row again when somebody
// types into it.
var customHeight = []byte(` customHeight="1"`)

// attributeCutter passes sheet XML on without the customHeight of its rows.
// The text of cells cannot hold the attribute: their quotes are escaped.
type attributeCutter struct {
	out io.Writer
	buf []byte // what has not been passed on
}

// Write passes data on, but for the last few bytes: they may be the beginning
// of the attribute.
func (c *attributeCutter) Write(data []byte) (int, error) {
	for chunk := range slices.Chunk(data, 1<<15) {
		c.buf = append(c.buf, chunk...)
		if err := c.pass(len(customHeight) - 1); err != nil {
			return 0, err
		}
	}
	return len(data), nil
}

// pass passes on all but the last keep bytes.
func (c *attributeCutter) pass(keep int) error {
	rest := c.buf
	for {
		i := bytes.Index(rest, customHeight)
		if i < 0 {
			break
		}
		if _, err := c.out.Write(rest[:i]); err != nil {
			return err
		}
		rest = rest[i+len(customHeight):]
	}
	keep = min(keep, len(rest))
	if _, err := c.out.Write(rest[:len(rest)-keep]); err != nil {
		return err
	}
	c.buf = append(c.buf[:0], rest[len(rest)-keep:]...)
	return nil
}
