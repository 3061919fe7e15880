package font

import "sync/atomic"

// Style chooses among the chains of a [Set].
type Style uint8

// The styles. Italics are slanted when drawn: Hangul has none of its own.
const (
	Regular Style = iota
	Bold
	Mono
	styles
)

// Set says for each style which faces are asked for a character, and in
// which order. It may be used by several goroutines at once.
type Set struct {
	chains [styles][]*Face
	// known remembers answers by blocks of 256 characters.
	known [styles][256]atomic.Pointer[[256]answer]
}

type answer struct {
	face    uint8 // index in the chain, from 1; 0 when no face has it
	advance int16
}

// NewSet returns the embedded fonts, with a user's face before all others
// when it is not nil; code keeps its fixed widths.
func NewSet(user *Face) *Set {
	s := &Set{chains: [styles][]*Face{
		Regular: {regular, wide, ideographic},
		Bold:    {bold, wideBold, wide, ideographic},
		Mono:    {mono, wideMono, regular, wide, ideographic},
	}}
	if user != nil {
		s.chains[Regular] = append([]*Face{user}, s.chains[Regular]...)
		s.chains[Bold] = append([]*Face{user}, s.chains[Bold]...)
	}
	return s
}

// Lookup returns the first face of the style's chain that has a character,
// and the character's advance in thousandths of the size; nil when none has.
func (s *Set) Lookup(style Style, r rune) (*Face, int) {
	if r < 0 || r > 0xFFFF {
		return nil, 0
	}
	block := s.known[style][r>>8].Load()
	if block == nil {
		block = s.block(style, r>>8)
		s.known[style][r>>8].Store(block)
	}
	a := block[r&0xFF]
	if a.face == 0 {
		return nil, 0
	}
	return s.chains[style][a.face-1], int(a.advance)
}

func (s *Set) block(style Style, n rune) *[256]answer {
	var block [256]answer
	for i := range block {
		for j, face := range s.chains[style] {
			if advance, ok := face.Advance(n<<8 | rune(i)); ok {
				block[i] = answer{uint8(j + 1), int16(advance)}
				break
			}
		}
	}
	return &block
}
