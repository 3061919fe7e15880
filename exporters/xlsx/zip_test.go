package xlsx

import (
	"bytes"
	"strings"
	"testing"
)

// TestEditor checks that patches are made wherever the writes break.
func TestEditor(t *testing.T) {
	text := strings.Repeat(`<sheetFormatPr x="1"><row ht="3" customHeight="1"><c t=" customHeight=&#34;1"/>`, 3)
	want := strings.NewReplacer(fitAgain.old, fitAgain.new, showFolds.old, showFolds.new).Replace(text)
	for size := 1; size < 40; size++ {
		var out bytes.Buffer
		e := &editor{out: &out, patches: []patch{fitAgain, showFolds}}
		for i := 0; i < len(text); i += size {
			if n, err := e.Write([]byte(text[i:min(len(text), i+size)])); err != nil || n == 0 {
				t.Fatal(n, err)
			}
		}
		if err := e.pass(0); err != nil {
			t.Fatal(err)
		}
		if out.String() != want {
			t.Fatalf("writes of %d bytes: got %q, want %q", size, out.String(), want)
		}
	}
}
