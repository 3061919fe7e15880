package xlsx

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
)

// piece is some text of a part, compressed. Pieces can be made in any order
// and put together later: all but the last of a part end at a border of bytes
// (RFC 1951, 3.2.4, an empty stored block).
type piece struct {
	data bytes.Buffer
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
