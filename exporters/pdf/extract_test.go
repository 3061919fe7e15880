package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// span is a piece of text on a page, at its place from the top left corner.
type span struct {
	x, y   float64 // in points, y downwards
	turned bool
	text   string
}

// extracted is the text of one page in the order of drawing.
type extracted struct {
	w, h  float64
	spans []span
}

var (
	reBox    = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	reStream = regexp.MustCompile(`(?s)/Type /Page\n.*?stream\n`)
)

// extract reads the text of a PDF that this package made. The library writes
// character codes that are UTF-16, so no font is needed.
func extract(t testing.TB, file []byte) []extracted {
	t.Helper()
	w, h := 0.0, 0.0
	if m := reBox.FindSubmatch(file); m != nil {
		w, h = decimal(string(m[1])), decimal(string(m[2]))
	}
	var pages []extracted
	for _, m := range reStream.FindAllIndex(file, -1) {
		page := extracted{w: w, h: h}
		if own := reBox.FindSubmatch(file[m[0]:m[1]]); own != nil {
			page.w, page.h = decimal(string(own[1])), decimal(string(own[2]))
		}
		r, err := zlib.NewReader(bytes.NewReader(file[m[1]:]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		page.read(content)
		pages = append(pages, page)
	}
	return pages
}

func decimal(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}

// read interprets the few operators that matter.
func (p *extracted) read(content []byte) {
	type matrix [6]float64
	state := matrix{1, 0, 0, 1, 0, 0}
	var stack []matrix
	var operands []string
	actual, hidden := "", false
	x, y := 0.0, 0.0
	number := func(fromEnd int) float64 { return decimal(operands[len(operands)-fromEnd]) }
	emit := func(s string) {
		px, py := state[0]*x+state[2]*y+state[4], state[1]*x+state[3]*y+state[5]
		p.spans = append(p.spans, span{px, p.h - py, state[0] < 0, s})
	}
	for rest := content; len(rest) > 0; {
		var token string
		token, rest = nextToken(rest)
		switch token {
		case "q":
			stack = append(stack, state)
		case "Q":
			if len(stack) > 0 {
				state, stack = stack[len(stack)-1], stack[:len(stack)-1]
			}
		case "cm":
			m := matrix{number(6), number(5), number(4), number(3), number(2), number(1)}
			s := state
			state = matrix{
				m[0]*s[0] + m[1]*s[2], m[0]*s[1] + m[1]*s[3], m[2]*s[0] + m[3]*s[2], m[2]*s[1] + m[3]*s[3],
				m[4]*s[0] + m[5]*s[2] + s[4], m[4]*s[1] + m[5]*s[3] + s[5],
			}
		case "Td":
			x, y = number(2), number(1)
		case "BDC":
			actual = decodeHex(operands[len(operands)-3])
			hidden = true
		case "EMC":
			hidden = false
		case "Tj":
			if hidden {
				emit(actual)
			} else {
				emit(decodeLiteral(operands[len(operands)-1]))
			}
		default:
			operands = append(operands, token)
			continue
		}
		operands = operands[:0]
	}
}

// nextToken returns a word, a string in parentheses with them, or the number
// in angle brackets.
func nextToken(b []byte) (string, []byte) {
	b = bytes.TrimLeft(b, " \n\r\t")
	if len(b) == 0 {
		return "", nil
	}
	switch b[0] {
	case '(':
		for i := 1; i < len(b); i++ {
			switch b[i] {
			case '\\':
				i++
			case ')':
				return string(b[:i+1]), b[i+1:]
			}
		}
	case '<', '>':
		if i := bytes.IndexByte(b, '>'); bytes.HasPrefix(b, []byte("<FEFF")) {
			return string(b[:i+1]), b[i+1:]
		}
		return string(b[:1]), b[1:]
	}
	end := bytes.IndexAny(b[1:], " \n\r\t(<>")
	if end < 0 {
		return string(b), nil
	}
	return string(b[:end+1]), b[end+1:]
}

func decodeHex(s string) string {
	b, _ := hex.DecodeString(strings.Trim(s, "<>"))
	return decodeUTF16(b)
}

func decodeLiteral(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	return decodeUTF16([]byte(strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(s)))
}

func decodeUTF16(b []byte) string {
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\uFEFF")
}
