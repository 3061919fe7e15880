package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// checkTrueType reports why the bytes are not a TrueType font that can be
// embedded. Tags and table directory: OpenType 1.9, chapter "Font file".
func checkTrueType(data []byte) error {
	if len(data) < 12 {
		return errors.New("not a TrueType font: too short")
	}
	switch tag := string(data[:4]); tag {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return errors.New("an OpenType font with PostScript outlines; give a TrueType (.ttf) version of it")
	case "ttcf":
		return errors.New("a font collection; give a single TrueType (.ttf) font")
	case "wOFF", "wOF2":
		return errors.New("a web font; give a TrueType (.ttf) version of it")
	default:
		return errors.New("not a TrueType font")
	}
	tables := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*tables {
		return errors.New("not a usable TrueType font: cut off")
	}
	found := map[string][]byte{}
	for i := range tables {
		record := data[12+16*i:]
		offset, size := uint64(binary.BigEndian.Uint32(record[8:])), uint64(binary.BigEndian.Uint32(record[12:]))
		if offset+size > uint64(len(data)) {
			return errors.New("not a usable TrueType font: cut off")
		}
		found[string(record[:4])] = data[offset : offset+size]
	}
	for _, name := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"} {
		if len(found[name]) == 0 {
			return fmt.Errorf("not a usable TrueType font: no %q table", name)
		}
	}
	return nil
}
