package pdf

import (
	"bytes"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// validate fails the test when a file is not a valid PDF.
func validate(t *testing.T, name string, data []byte) {
	t.Helper()
	api.DisableConfigDir()
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
