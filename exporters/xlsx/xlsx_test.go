package xlsx

import (
	"os"
	"path/filepath"
	"testing"
)

// TestExport leaves its workbooks where -artifacts asks for them, to be
// looked at.
func TestExport(t *testing.T) {
	for _, lang := range []string{"ko", "en"} {
		out := make(folder)
		export(t, sample(lang), out)
		name := filepath.Join(t.ArtifactDir(), lang+"-"+FileName)
		if err := os.WriteFile(name, out[FileName], 0o644); err != nil {
			t.Fatal(err)
		}
		t.Log(name)
	}
}
