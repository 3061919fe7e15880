package vault

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"recto/card"
)

// Decode returns the text of a note: UTF-8 in NFC, lines ended by "\n",
// without a byte order mark. Positions in a note count in this text.
//
// The file may be in UTF-8, in UTF-16 with a byte order mark, or in CP949,
// which holds EUC-KR, when that makes Korean of it. A file in none of these
// is read as Windows-1252, or as UTF-8 with U+FFFD for what is not valid, and
// the first such byte is reported. Bytes that are no text give nil and a
// diagnostic.
func Decode(name string, raw []byte) (text []byte, ds card.Diagnostics) {
	s, bad, note := decode(raw)
	if strings.IndexByte(s, 0) >= 0 || note != "" && isNoise(s) {
		ds.Addf(card.Pos{File: name}, "looks like a binary file, not a note; rename or remove it, or save it as UTF-8")
		return nil, ds
	}
	text = normalize(s)
	if note != "" {
		before := normalize(s[:bad])
		line := bytes.Count(before, []byte("\n")) + 1
		col := len(before) - bytes.LastIndexByte(before, '\n')
		ds.Addf(card.Pos{File: name, Line: line, Col: col}, "%s", note)
	}
	return text, ds
}

// isNoise reports whether more than one byte in twenty is a control character
// that no text has.
func isNoise(s string) bool {
	n := 0
	for i := range len(s) {
		if c := s[i]; c < ' ' && !('\t' <= c && c <= '\r') && c != '\x1b' {
			n++
		}
	}
	return 20*n > len(s)
}

// normalize ends lines by "\n" and composes letters.
func normalize(s string) []byte {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return norm.NFC.Bytes([]byte(s))
}

// decode turns raw into UTF-8. Should that have been a guess, note says so
// and bad is where in the text the first doubtful byte is.
func decode(raw []byte) (text string, bad int, note string) {
	if bytes.HasPrefix(raw, []byte("\xFF\xFE")) || bytes.HasPrefix(raw, []byte("\xFE\xFF")) {
		return convert(utf16.UTF16(utf16.LittleEndian, utf16.ExpectBOM), raw), 0, ""
	}
	raw = bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF"))
	valid, invalid, bad := countUTF8(raw)
	if invalid == 0 || bytes.IndexByte(raw, 0) >= 0 {
		return string(raw), 0, ""
	}
	// One broken byte among proper UTF-8 does not make another encoding.
	if valid <= invalid {
		if s := convert(korean.EUCKR, raw); isKorean(s) {
			return s, 0, ""
		}
	}
	if valid == 0 {
		return convert(charmap.Windows1252, raw), bad, "not UTF-8; read as Windows-1252: save the file as UTF-8"
	}
	return string(bytes.ToValidUTF8(raw, []byte("\uFFFD"))), bad, "not valid UTF-8 from here; characters are lost: save the file as UTF-8"
}

func convert(e encoding.Encoding, raw []byte) string {
	s, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return string(bytes.ToValidUTF8(raw, []byte("\uFFFD")))
	}
	return string(s)
}

// countUTF8 counts the characters of more than one byte and the bytes that
// are not UTF-8, and returns where the first of the latter is.
func countUTF8(raw []byte) (valid, invalid, bad int) {
	bad = -1
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			if invalid++; bad < 0 {
				bad = i
			}
		} else {
			valid++
		}
		i += n
	}
	return valid, invalid, bad
}

// isKorean reports whether a text decoded as CP949 is what was written:
// everything had a meaning, and of what is not ASCII at least half is Hangul.
func isKorean(s string) bool {
	hangul, other := 0, 0
	for _, r := range s {
		switch {
		case r == utf8.RuneError:
			return false
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case r >= utf8.RuneSelf:
			other++
		}
	}
	return hangul > 0 && hangul >= other
}
