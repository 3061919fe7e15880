package pdf

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters/pdf/font"
	"recto/exporters/pdf/impose"
)

func TestFlags(t *testing.T) {
	bad := map[string]string{
		"--pdf-layout=a4":             "not a layout",
		"--pdf-sides=both":            "must be one of",
		"--pdf-page=a9":               `or a size in mm like "200x280"`,
		"--pdf-page=10x10":            "must be a number from 40 to 1200",
		"--pdf-grid=2":                `like "2x4"`,
		"--pdf-grid=0x4":              `like "2x4"`,
		"--pdf-margin=-1":             "must be a number from 0 to 100",
		"--pdf-margin=NaN":            "must be a number from 0 to 100",
		"--pdf-gutter=x":              "must be a number from 0 to 100",
		"--pdf-back-offset=1":         `like "0.5,-1"`,
		"--pdf-back-offset=1,99":      "must be a number from -20 to 20",
		"--pdf-cut=dotted":            "must be one of marks, lines, dashed, none",
		"--pdf-min-size=1":            "must be a number from 5 to 14",
		"--pdf-layout=a4-8,a4-9":      "not a layout",
		"--pdf-back-offset=1e999,inf": "must be a number",
	}
	for flag, want := range bad {
		fs := pflag.NewFlagSet("test", pflag.ContinueOnError)
		(&Exporter{}).Flags(fs)
		if err := fs.Parse([]string{flag}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %q", flag, err, want)
		}
	}
}

// TestDefaults checks that every flag's default, given as a value, is a
// value that the flag accepts, as help texts show it.
func TestDefaults(t *testing.T) {
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	(&Exporter{}).Flags(flags)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.DefValue == "" {
			return
		}
		if err := f.Value.Set(f.DefValue); err != nil || f.Value.String() != f.DefValue {
			t.Errorf("--%s: %q becomes %q, %v", f.Name, f.DefValue, f.Value, err)
		}
	})
}

func TestRefused(t *testing.T) {
	notAFont := func(string) ([]byte, error) { return []byte("not a font"), nil }
	gone := func(string) ([]byte, error) { return nil, fs.ErrNotExist }
	tests := []struct {
		flags []string
		read  func(string) ([]byte, error)
		want  string
	}{
		{[]string{"--pdf-grid=8x8"}, nil, "--pdf-layout a4-8: cards of 24×35 mm are too small; 35×25 mm is the least"},
		{[]string{"--pdf-layout=index-3x5", "--pdf-sides=fold"}, nil, "--pdf-layout index-3x5: folding needs a layout with at least two cards on a page"},
		{[]string{"--pdf-split=-1"}, nil, "--pdf-split: must not be negative"},
		{[]string{"--pdf-font=x.ttf"}, notAFont, "--pdf-font x.ttf: not a TrueType font: too short"},
		{[]string{"--pdf-font=x.ttf"}, gone, "--pdf-font: file does not exist"},
		{[]string{"--pdf-font=x.ttf"}, nil, "--pdf-font: files cannot be read here"},
	}
	for _, tt := range tests {
		e := exporter(t, tt.flags...)
		e.ReadFile = tt.read
		if _, err := e.Export(sample(), memory{}); err == nil || err.Error() != tt.want {
			t.Errorf("%v: error is %v, want %s", tt.flags, err, tt.want)
		}
	}
}

func TestUserFont(t *testing.T) {
	data := font.Body().Data()
	e := exporter(t, "--pdf-font=mine.ttf")
	e.ReadFile = func(string) ([]byte, error) { return data, nil }
	out := memory{}
	if _, err := e.Export(sample(), out); err != nil {
		t.Fatal(err)
	}
	file := out["cards.pdf"].Bytes()
	validate(t, "cards.pdf", file)
	if !bytes.Contains(file, []byte("utf8user")) {
		t.Error("the user's font is not in the file")
	}
	for cut := 100; cut < len(data); cut = cut*3 + 1 {
		e.ReadFile = func(string) ([]byte, error) { return data[:cut], nil }
		if _, err := e.Export(sample(), memory{}); err == nil {
			t.Errorf("a font cut off at %d is used", cut)
		}
	}
}

func TestSplit(t *testing.T) {
	out, _ := export(t, plainCards(9), "--pdf-split=4")
	var numbers []string
	for _, name := range []string{"cards-1.pdf", "cards-2.pdf", "cards-3.pdf"} {
		file, ok := out[name]
		if !ok {
			t.Fatalf("no %s", name)
		}
		validate(t, name, file.Bytes())
		for _, s := range extract(t, file.Bytes())[0].spans {
			if _, err := strconv.Atoi(s.text); err == nil {
				numbers = append(numbers, s.text)
			}
		}
	}
	if got := strings.Join(numbers, " "); len(out) != 3 || got != "1 2 3 4 5 6 7 8 9" {
		t.Errorf("%d files with cards %s", len(out), got)
	}
}

func TestBackOffset(t *testing.T) {
	plain, _ := export(t, sample())
	moved, _ := export(t, sample(), "--pdf-back-offset=1,-2")
	for i, page := range extract(t, plain["cards.pdf"].Bytes()) {
		other := extract(t, moved["cards.pdf"].Bytes())[i]
		dx, dy := other.spans[0].x-page.spans[0].x, other.spans[0].y-page.spans[0].y
		wantX, wantY := 0.0, 0.0
		if i%2 == 1 {
			wantX, wantY = 72/25.4, -2*72/25.4
		}
		if max(dx-wantX, wantX-dx, dy-wantY, wantY-dy) > 0.02 {
			t.Errorf("page %d moved by %.2f, %.2f", i+1, dx, dy)
		}
	}
}

func TestDocument(t *testing.T) {
	c := sample()
	c.Title, c.Vault = "시험 노트 😀", "내 금고"
	c.Notes[0].Cards[3].Modified = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	out, _ := export(t, c, "--pdf-cover", "--pdf-calibrate", "--pdf-source-links")
	for name, file := range out {
		validate(t, name, file.Bytes())
	}
	file := out["cards.pdf"].Bytes()
	for _, want := range []string{
		"/PrintScaling /None", "/Duplex /DuplexFlipLongEdge", "%PDF-1.7", "/CreationDate (D:20260304050607",
		"obsidian://open?vault=%EB%82%B4%20%EA%B8%88%EA%B3%A0&file=os", "/Lang (ko)", "/PageLabels", "/Outlines",
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file has no %s", want)
		}
	}
	cover := ""
	for _, s := range extract(t, file)[0].spans {
		cover += s.text + "\n"
	}
	for _, want := range []string{"시험 노트", "카드 10장 · 2026-03-04", "notes › 운영체제 — 6", "‘긴 쪽으로 넘김’"} {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover does not say %q:\n%s", want, cover)
		}
	}
	if back := extract(t, file)[1].spans; len(back) > 0 {
		t.Errorf("the back of the cover says %v", back)
	}
	if pages := extract(t, out["calibration.pdf"].Bytes()); len(pages) != 2 {
		t.Errorf("the calibration has %d pages", len(pages))
	}
}

// TestCover checks that every side mode leaves a page behind the cover, so
// that all later backs still lie behind their fronts.
func TestCover(t *testing.T) {
	for _, sides := range []impose.Sides{impose.LongEdge, impose.ShortEdge, impose.FrontsBacks, impose.TwoFiles} {
		out, _ := export(t, sample(), "--pdf-cover", "--pdf-sides="+sides.String())
		fronts, backs := sheetPages(t, out, sides)
		if len(fronts) != 3 || len(backs) != 3 || len(backs[0].spans) != 0 || len(fronts[0].spans) == 0 {
			t.Errorf("%s: %d fronts and %d backs", sides.String(), len(fronts), len(backs))
		}
	}
}

func TestSource(t *testing.T) {
	tests := []struct {
		c    card.Collection
		file string
		want string
	}{
		{card.Collection{Source: "../notes"}, "a b/큐.md", "../notes/a%20b/%ED%81%90.md"},
		{card.Collection{Vault: "v&w"}, "a/b.md", "obsidian://open?vault=v&w&file=a%2Fb"},
		{card.Collection{}, "a.md", ""},
		{card.Collection{Source: "n"}, "", ""},
	}
	for _, tt := range tests {
		if got := sourcesOf(&tt.c).address(tt.file); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.file, got, tt.want)
		}
	}
}

// badOutput fails at a step: 0 creating, 1 writing, 2 closing.
type badOutput int

var errBad = errors.New("disk full")

func (b badOutput) Create(string) (io.WriteCloser, error) {
	if b == 0 {
		return nil, errBad
	}
	return badWriter(b), nil
}

func (badOutput) Previous(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }

type badWriter int

func (b badWriter) Write(p []byte) (int, error) {
	if b == 1 {
		return 0, errBad
	}
	return len(p), nil
}

func (b badWriter) Close() error {
	if b == 2 {
		return errBad
	}
	return nil
}

func TestBadOutput(t *testing.T) {
	for _, sides := range []string{"long-edge", "two-files"} {
		for step := range 3 {
			e := exporter(t, "--pdf-sides="+sides)
			if _, err := e.Export(sample(), badOutput(step)); !errors.Is(err, errBad) {
				t.Errorf("%s, step %d: error is %v", sides, step, err)
			}
		}
	}
}

// TestHostile prints cards that no one should write; each must appear.
func TestHostile(t *testing.T) {
	nested := func(depth int) card.Block {
		block := card.Block(words("깊은 곳"))
		for range depth {
			block = &card.List{Items: items(block)}
		}
		return block
	}
	table := &card.Table{Header: row1("번호", "값")}
	for i := range 500 {
		table.Rows = append(table.Rows, row1(strconv.Itoa(i), "값 값"))
	}
	everyHangul := make([]rune, 0, 11172)
	for r := '가'; r <= '힣'; r++ {
		everyHangul = append(everyHangul, r)
	}
	cards := []*card.Card{
		{Front: []card.Block{words("깊이")}, Back: []card.Block{nested(100)}},
		{Front: []card.Block{words("표")}, Back: []card.Block{table}},
		{Front: []card.Block{words(strings.Repeat("가나다라", 2500))}, Back: []card.Block{words(strings.Repeat("w", 10000))}},
		{Front: []card.Block{words("모든 글자")}, Back: []card.Block{words(string(everyHangul))}},
		{Front: []card.Block{words("\x00\xff\u1112\u1161\u11ab \U0010FFFF")}, Back: []card.Block{&card.Math{TeX: `\frac{`}}},
		{},
	}
	out, diags := export(t, collection(cards...))
	file := out["cards.pdf"].Bytes()
	validate(t, "cards.pdf", file)
	front, back := "", ""
	for i, page := range extract(t, file) {
		for _, s := range page.spans {
			if i%2 == 0 {
				front += squeezed(s.text)
			} else {
				back += squeezed(s.text)
			}
		}
	}
	for _, want := range []string{"깊은곳", "499", "\\frac{"} {
		if !strings.Contains(back, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Count(back, "w") < 10000 || strings.Count(front, "가나다라") < 2400 || !strings.Contains(front, "한") {
		t.Error("a long word is cut off")
	}
	got := make([]string, len(diags))
	for i, d := range diags {
		got[i] = d.String()
	}
	if !slices.Contains(got, "os.md:5: formula \\frac{: a { without its }; the card shows its source") ||
		!slices.Contains(got, "os.md:5: no font has U+10FFFF; the card shows the code point") {
		t.Errorf("diagnostics are %s", strings.Join(got, "\n"))
	}
}
