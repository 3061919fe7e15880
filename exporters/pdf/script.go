package pdf

import "recto/exporters/pdf/font"

// script remembers which characters of a face a document uses. The PDF
// library takes time that grows with the cube of the length of a run of
// consecutive characters, so a character that would make a run too long is
// taken from a second copy of the face.
type script struct {
	used, moved [1 << 16 / 64]uint64
	registered  [2]bool
}

const longestRun = 200

// spaceFace has the space that stands in drawings.
var spaceFace = font.Body()

func (d *document) script(face *font.Face) *script {
	s, ok := d.scripts[face]
	if !ok {
		s = &script{}
		d.scripts[face] = s
	}
	return s
}

// take returns how many bytes of s, at least one character, are set in one
// copy of the face, and whether that is the second.
func (s *script) take(text string) (n int, second bool) {
	for i, r := range text {
		moved := s.add(r)
		if i > 0 && moved != second {
			return i, second
		}
		second = moved
	}
	return len(text), second
}

// add notes a character and reports whether it is in the second copy.
func (s *script) add(r rune) bool {
	if has(&s.used, r) {
		return false
	}
	if has(&s.moved, r) {
		return true
	}
	if s.run(r) > longestRun {
		s.moved[r>>6] |= 1 << (r & 63)
		return true
	}
	s.used[r>>6] |= 1 << (r & 63)
	return false
}

// run returns how long the run of used characters would be with r.
func (s *script) run(r rune) int {
	n := 1
	for q := r - 1; q >= 0 && n <= longestRun && has(&s.used, q); q-- {
		n++
	}
	for q := r + 1; q < 1<<16 && n <= longestRun && has(&s.used, q); q++ {
		n++
	}
	return n
}

func has(set *[1 << 16 / 64]uint64, r rune) bool { return set[r>>6]&(1<<(r&63)) != 0 }
