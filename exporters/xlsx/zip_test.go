package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// TestFrame checks that rows come into the frame of their sheet, and that
// the sums of the pieces are those of the whole: the reader compares.
func TestFrame(t *testing.T) {
	const frame = `<worksheet><sheetFormatPr x="1"/><sheetData><row r="1"/></sheetData><a/></worksheet>`
	rows := strings.Repeat(`<row ht="3"><c t="inlineStr"/></row>`, 3000)
	for _, folds := range []bool{false, true} {
		var out bytes.Buffer
		z := newSortedZip(&out)
		body := z.rows("sheet.xml", folds)
		if _, err := io.WriteString(body, rows); err != nil {
			t.Fatal(err)
		}
		if err := body.end(); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"sheet.xml", "other.xml"} {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, frame); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		want := strings.Replace(frame, `<row r="1"/>`, rows, 1)
		if folds {
			want = strings.Replace(want, sheetFormat, foldedFormat, 1)
		}
		if got := readPart(t, out.Bytes(), "sheet.xml"); got != want {
			t.Errorf("folds %t: got %.200q…, want %.200q…", folds, got, want)
		}
		if got := readPart(t, out.Bytes(), "other.xml"); got != frame {
			t.Errorf("other part: %q", got)
		}
	}
}

// TestFrameWithoutRows checks that a frame without a place for rows is an
// error, not a sheet without rows.
func TestFrameWithoutRows(t *testing.T) {
	z := newSortedZip(io.Discard)
	if err := z.rows("sheet.xml", false).end(); err != nil {
		t.Fatal(err)
	}
	if _, err := z.Create("sheet.xml"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err == nil {
		t.Error("no error")
	}
}

func readPart(t *testing.T, archive []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
