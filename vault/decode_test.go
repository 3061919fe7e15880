package vault

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

func TestDecode(t *testing.T) {
	utf16 := func(e unicode.Endianness, s string) string {
		out, err := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	cp949, err := korean.EUCKR.NewEncoder().String("데이터베이스: 똠방각하 abc\r\n둘")
	if err != nil {
		t.Fatal(err)
	}
	const binary = "a.md: looks like a binary file, not a note; rename or remove it, or save it as UTF-8"
	tests := []struct {
		name, raw, want string
		diags           []string
		refused         bool
	}{
		{name: "plain", raw: "글\ttab\n", want: "글\ttab\n"},
		{name: "empty", raw: "", want: ""},
		{name: "byte order mark", raw: "\xEF\xBB\xBF글", want: "글"},
		{name: "line ends", raw: "a\r\nb\rc\n\r\nd\r", want: "a\nb\nc\n\nd\n"},
		{name: "composed", raw: norm.NFD.String("한글 é"), want: "한글 é"},
		{name: "UTF-16 little", raw: utf16(unicode.LittleEndian, "글\r\n둘"), want: "글\n둘"},
		{name: "UTF-16 big", raw: utf16(unicode.BigEndian, "글"), want: "글"},
		{name: "CP949", raw: cp949, want: "데이터베이스: 똠방각하 abc\n둘"},
		{
			name: "Windows-1252", raw: "un\ncaf\xE9 noir", want: "un\ncafé noir",
			diags: []string{"a.md:2:4: not UTF-8; read as Windows-1252: save the file as UTF-8"},
		},
		{
			name: "one broken byte", raw: "한글\r\n가\xFF나", want: "한글\n가\uFFFD나",
			diags: []string{"a.md:2:4: not valid UTF-8 from here; characters are lost: save the file as UTF-8"},
		},
		{
			name: "cut off", raw: "한글 노트\xED\x95", want: "한글 노트\uFFFD",
			diags: []string{"a.md:1:14: not valid UTF-8 from here; characters are lost: save the file as UTF-8"},
		},
		{name: "zero bytes", raw: "PK\x03\x04\x00\x00", diags: []string{binary}, refused: true},
		{name: "UTF-16 without mark", raw: "a\x00b\x00", diags: []string{binary}, refused: true},
		{name: "UTF-32", raw: "\xFF\xFE\x00\x00a\x00\x00\x00", diags: []string{binary}, refused: true},
		{name: "noise", raw: "\x1f\x8b\x08\x01\x02\x03\x9d\x9e\x04", diags: []string{binary}, refused: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, diags := Decode("a.md", []byte(tt.raw))
			if string(text) != tt.want || (text == nil) != tt.refused {
				t.Errorf("text %q, want %q", text, tt.want)
			}
			if diff := cmp.Diff(tt.diags, messages(diags)); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzDecode holds that text is in the form that Decode promises.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"글\r\n", "\xFF\xFEa\x00", "\xB0\xA1", "caf\xE9", "\xEF\xBB\xBF\xEF\xBB\xBF", "\u1100\r\u1161"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, diags := Decode("a.md", raw)
		if text == nil && len(diags) != 1 {
			t.Errorf("refused with %d diagnostics", len(diags))
		}
		if again, _ := Decode("a.md", text); text != nil && string(text[:min(3, len(text))]) != "\xEF\xBB\xBF" && string(again) != string(text) {
			t.Errorf("Decode is not stable: %q, then %q", text, again)
		}
	})
}
