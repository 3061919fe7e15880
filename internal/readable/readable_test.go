package readable

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pack returns a zip file with one entry.
func pack(t *testing.T, level int, name, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, level) })
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// draw returns a piece of a PDF with one stream.
func draw(t *testing.T, level int, content string) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := zlib.NewWriterLevel(&packed, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return fmt.Appendf(nil, "4 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n", packed.Len(), &packed)
}

func TestText(t *testing.T) {
	const picture = "\x00\x01\x02"
	tests := []struct {
		name, file string
		data       func(level int) []byte
		want       string
	}{
		{
			"archive", "a.xlsx",
			func(level int) []byte { return pack(t, level, "xl/sheet.xml", "<row><c>1</c></row>") },
			"\n== xl/sheet.xml 1979-11-30 00:00:00\n<row>\n<c>1</c>\n</row>\n",
		},
		{
			"archive in an archive", "a.apkg",
			func(level int) []byte { return pack(t, level, "b.xlsx", string(pack(t, level, "media", "{}"))) },
			"\n== b.xlsx 1979-11-30 00:00:00\n\n== media 1979-11-30 00:00:00\n{}\n\n",
		},
		{
			"drawn text", "a.pdf",
			func(level int) []byte { return draw(t, level, "BT (\xd5\\\\\x00\\(\x00\\\\) Tj ET\n") },
			"4 0 obj\n<</Filter /FlateDecode >>\nBT \"한(\\\\\" Tj ET\n\nendobj\n",
		},
		{
			"picture", "a.pdf",
			func(level int) []byte { return draw(t, level, picture) },
			"4 0 obj\n<</Filter /FlateDecode >>\n" + string(digest([]byte(picture))) + "\nendobj\n",
		},
		{
			"other", "a.png",
			func(int) []byte { return []byte(picture) },
			"3 bytes, SHA-256 ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc\n",
		},
	}
	for _, tt := range tests {
		for _, level := range []int{flate.NoCompression, flate.BestCompression} {
			t.Run(fmt.Sprintf("%s at %d", tt.name, level), func(t *testing.T) {
				got, err := Text(tt.file, tt.data(level))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(tt.want, string(got)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}

// TestTextDamaged holds that a damaged file is an error, not an empty text.
func TestTextDamaged(t *testing.T) {
	for name, data := range map[string]string{
		"a.xlsx":  "no archive",
		"a.anki2": "no database, and longer than the sixteen bytes of a header",
	} {
		if got, err := Text(name, []byte(data)); err == nil {
			t.Errorf("%s: %q without an error", name, got)
		}
	}
}
