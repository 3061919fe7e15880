package readable

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"strconv"
	"unicode/utf16"
)

var (
	stream  = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	offsets = regexp.MustCompile(`/Length \d+|\d{10} \d{5} [nf] ?|startxref\n\d+`)
	shown   = regexp.MustCompile(`(?s)\((?:[^\\()]|\\.)*\) Tj`)
	escaped = regexp.MustCompile(`(?s)\\.`)
)

// document returns a PDF with its streams inflated and without what depends
// on their length.
func document(data []byte) ([]byte, error) {
	var failed error
	plain := stream.ReplaceAllFunc(data, func(s []byte) []byte {
		text, err := inflate(stream.FindSubmatch(s)[1])
		if err != nil {
			failed = err
		}
		return text
	})
	return offsets.ReplaceAll(plain, nil), failed
}

// inflate returns what a stream draws, or sums up a font or a picture.
func inflate(s []byte) ([]byte, error) {
	if z, err := zlib.NewReader(bytes.NewReader(s)); err == nil {
		if s, err = io.ReadAll(z); err != nil {
			return nil, err
		}
	}
	s = shown.ReplaceAllFunc(s, decode)
	if bytes.IndexByte(s, 0) >= 0 {
		return digest(s), nil
	}
	return s, nil
}

// decode turns a string that is drawn, in UTF-16, into Go's notation.
func decode(drawn []byte) []byte {
	raw := bytes.TrimSuffix(bytes.TrimPrefix(drawn, []byte("(")), []byte(") Tj"))
	raw = escaped.ReplaceAllFunc(raw, func(e []byte) []byte {
		if e[1] == 'r' {
			return []byte("\r")
		}
		return e[1:]
	})
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return []byte(strconv.Quote(string(utf16.Decode(units))) + " Tj")
}
