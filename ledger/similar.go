package ledger

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// bigrams are the pairs of neighbouring characters of a text with a mark on
// both ends, sorted, with repetitions. Hangul syllables count as their
// letters: a slip in a Korean word of two syllables leaves most of it alike.
type bigrams []uint64

func newBigrams(s string) bigrams {
	out := make(bigrams, 0, utf8.RuneCountInString(s)*2)
	prev := rune(0)
	for _, r := range norm.NFD.String(s) + "\x00" {
		out = append(out, uint64(prev)<<32|uint64(r))
		prev = r
	}
	slices.Sort(out)
	return out
}

// alike returns how much of two texts is shared, from 0 to 1: the
// Sørensen–Dice coefficient of their bigrams.
func (b bigrams) alike(c bigrams) float64 {
	shared := 0
	for i, j := 0, 0; i < len(b) && j < len(c); {
		switch {
		case b[i] < c[j]:
			i++
		case b[i] > c[j]:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return 2 * float64(shared) / float64(len(b)+len(c))
}

// sketch is a text in 64 bits from which one can tell how much two texts
// share: sixteen parts of the hash space with four bits of the least hash of
// a pair of neighbouring characters in each; 0 in a part means none.
// (One permutation hashing, https://arxiv.org/abs/1208.1259.)
type sketch uint64

const (
	sketchParts = 16
	partBits    = 4
)

func newSketch(s string) sketch {
	var least [sketchParts]uint64
	prev := rune(0)
	for _, r := range s {
		h := mix(uint64(prev)<<32 | uint64(r))
		part := h >> 60
		if low := h<<4 | 1; least[part] == 0 || low < least[part] {
			least[part] = low
		}
		prev = r
	}
	var out sketch
	for i, low := range least {
		if low != 0 {
			out |= sketch(1+(low>>8)%15) << (i * partBits)
		}
	}
	return out
}

// mix spreads the bits of x (the finalizer of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// neutral is what two empty texts are worth as evidence.
const neutral = 0.35

// alike estimates which part of two texts is shared, from 0 to 1.
func (s sketch) alike(t sketch) float64 {
	const ones = 0x1111111111111111
	fold := func(x sketch) uint64 { y := uint64(x | x>>1); return (y | y>>2) & ones }
	used := bits.OnesCount64(fold(s | t))
	if used == 0 {
		return neutral
	}
	return 1 - float64(bits.OnesCount64(fold(s^t)))/float64(used)
}
