package xlsx

import (
	"compress/flate"
	"hash/crc32"
	"io"
)

// piece is some text of a part, compressed. Pieces can be made in any order
// and put together later: all but the last of a part end at a border of bytes
// (RFC 1951, 3.2.4, an empty stored block).
type piece struct {
	data chunks
	zip  *flate.Writer
	sum  uint32 // CRC-32 of the text
	size int    // of the text
}

// newPiece begins a piece; the one before that has the same compressor must
// have ended.
func newPiece(compressor *flate.Writer) *piece {
	p := &piece{zip: compressor}
	p.zip.Reset(&p.data)
	return p
}

// Write compresses text.
func (p *piece) Write(text []byte) (int, error) {
	p.sum = crc32.Update(p.sum, crc32.IEEETable, text)
	p.size += len(text)
	return p.zip.Write(text)
}

// end ends a piece that others follow.
func (p *piece) end() error { return p.zip.Flush() }

// last ends the last piece of a part.
func (p *piece) last() error { return p.zip.Close() }

// joinSums returns the CRC-32 of two texts one after the other, of which the
// second has the given size. A CRC is linear: the first sum goes through as
// many zeros as the second text is long.
func joinSums(first, second uint32, size int) uint32 {
	var zeros [1 << 12]byte
	sum := ^first
	for n := 0; size > 0; size -= n {
		n = min(size, len(zeros))
		sum = crc32.Update(sum, crc32.IEEETable, zeros[:n])
	}
	return ^sum ^ second
}

// chunks holds data in parts of one size, so that it never moves as it grows.
type chunks struct {
	list [][]byte // all full but the last
	size int      // in bytes, of all
}

// Write appends data.
func (c *chunks) Write(data []byte) (int, error) {
	const chunk = 1 << 14
	n := len(data)
	c.size += n
	for len(data) > 0 {
		if len(c.list) == 0 || len(c.list[len(c.list)-1]) == chunk {
			c.list = append(c.list, make([]byte, 0, chunk))
		}
		last := &c.list[len(c.list)-1]
		room := min(len(data), chunk-len(*last))
		*last = append(*last, data[:room]...)
		data = data[room:]
	}
	return n, nil
}

// writeTo writes all data.
func (c *chunks) writeTo(w io.Writer) error {
	for _, data := range c.list {
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return nil
}
