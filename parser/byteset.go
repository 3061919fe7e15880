package parser

// byteSet is a set of bytes. It is small, so that asking it costs no more than
// the answer, which nearly always is no.
type byteSet [256 / 64]uint64

func (b *byteSet) add(c byte) { b[c/64] |= 1 << (c % 64) }

func (b *byteSet) has(c byte) bool { return b[c/64]>>(c%64)&1 != 0 }
