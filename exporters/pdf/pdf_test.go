package pdf

import (
	"bytes"
	"io"
	"sync"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
)

// offline keeps the validator from reading a configuration of the user's.
var offline = sync.OnceFunc(api.DisableConfigDir)

// validate fails the test when a file is not a valid PDF.
func validate(t *testing.T, name string, data []byte) {
	t.Helper()
	offline()
	if err := api.Validate(bytes.NewReader(data), model.NewDefaultConfiguration()); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

func TestValid(t *testing.T) {
	out, _ := export(t, sample())
	for name, file := range out {
		validate(t, name, file.Bytes())
	}
}

func TestReproducible(t *testing.T) {
	first, _ := export(t, sample())
	for range 5 {
		again, _ := export(t, sample())
		if !bytes.Equal(first["cards.pdf"].Bytes(), again["cards.pdf"].Bytes()) {
			t.Fatal("two runs differ")
		}
	}
}

func TestNoCards(t *testing.T) {
	out, diags := export(t, collection())
	if len(diags) > 0 {
		t.Error(diags)
	}
	validate(t, "cards.pdf", out["cards.pdf"].Bytes())
}

// TestFontsUntouched checks that printing leaves the shared fonts as they
// are: the PDF library writes into some of those that it is given.
func TestFontsUntouched(t *testing.T) {
	for _, style := range []font.Style{font.Regular, font.Bold, font.Mono} {
		for _, r := range "가a\u2500谢\u21aa" {
			face, _ := font.NewSet(nil).Lookup(style, r)
			before := bytes.Clone(face.Data())
			d := newDocument(geom.Inch, geom.Inch, meta{})
			d.page(geom.Inch, geom.Inch, "")
			d.text(&textMark{size: geom.Point, face: face, text: string(r)})
			if err := d.write(io.Discard, ""); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(before, face.Data()) {
				t.Errorf("%s is changed by %q", face.Name, r)
			}
		}
	}
}
