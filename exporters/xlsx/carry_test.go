package xlsx

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"recto/card"
)

// edit opens a workbook of the folder as a user would, and saves it again.
func edit(t *testing.T, out folder, name string, change func(f *excelize.File)) {
	t.Helper()
	f := open(t, out[name])
	change(f)
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	out[name] = buf.Bytes()
}

// must fails the test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// rowsOf returns the rows of a sheet by the name in their term column.
func rowsOf(t *testing.T, data []byte, sheet string) map[string][]string {
	t.Helper()
	rows, err := open(t, data).GetRows(sheet, excelize.Options{RawCellValue: true})
	must(t, err)
	out := make(map[string][]string)
	for _, r := range rows[1:] {
		r = append(r, make([]string, 20-len(r))...)
		out[r[termNameColumn]] = r
	}
	return out
}

// small is a collection of a few terms; change may drop or reword them.
func small(names ...string) *card.Collection {
	n := newNote("노트.md", "노트")
	for _, name := range names {
		n.term(name, "", par(name+"의 정의")).ID = "c" + name
	}
	return &card.Collection{Notes: []*card.Note{n.note}, Lang: "ko"}
}

// editTerms writes into the workbook of 나, 다 and 라 (rows 2 to 4) all that a
// user may write into the sheet of terms.
func editTerms(t *testing.T, out folder) {
	t.Helper()
	edit(t, out, FileName, func(f *excelize.File) {
		must(t, f.SetCellStr("용어집", "K2", "알고 있음"))
		must(t, f.SetCellStr("용어집", "L2", "=시험에 나옴"))
		must(t, f.SetCellStr("용어집", "K4", "헷갈림"))
		must(t, f.SetCellStr("용어집", "N1", "점수"))
		must(t, f.SetCellFloat("용어집", "N2", 3.5, -1, 64))
		must(t, f.SetCellFormula("용어집", "N3", `LEN(E3)&" E3"`))
		must(t, f.SetCellStr("용어집", "O1", "날짜"))
		style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		must(t, err)
		must(t, f.SetCellInt("용어집", "O2", 46000))
		must(t, f.SetCellStyle("용어집", "O2", "O2", style))
		must(t, f.SetCellBool("용어집", "O3", true))
		must(t, f.SetCellStr("용어집", "O4", "위키"))
		must(t, f.SetCellHyperLink("용어집", "O4", "https://example.org/a", "External"))
		must(t, f.SetColWidth("용어집", "O", "O", 33))
		must(t, f.SetCellStr("용어집", "B5", "내가 쓴 용어"))
		must(t, f.SetCellStr("용어집", "E5", "내가 쓴 정의"))
	})
}

// movedFormula is the formula of editTerms after 가 has come in above it.
const movedFormula = `LEN(E4)&" E3"`

// TestCarryOver edits a workbook, converts changed notes and looks for what
// the user wrote.
func TestCarryOver(t *testing.T) {
	out := make(folder)
	export(t, small("나", "다", "라"), out)
	editTerms(t, out)
	export(t, small("가", "나", "다"), out) // 가 is new, 라 is gone
	checkInvariants(t, out[FileName], movedFormula)
	terms := rowsOf(t, out[FileName], "용어집")
	for _, tt := range []struct {
		term string
		want []string // state, notes, ID, 점수, 날짜
	}{
		{"가", []string{"새 용어", "", "c가", "", ""}},
		{"나", []string{"알고 있음", "=시험에 나옴", "c나", "3.5", "46000"}},
		{"다", []string{"새 용어", "", "c다", "", "1"}},
		{"내가 쓴 용어", []string{"", "", "", "", ""}},
	} {
		if d := cmp.Diff(tt.want, terms[tt.term][stateColumn:stateColumn+5]); d != "" {
			t.Errorf("%s: %s", tt.term, d)
		}
	}
	if got := terms["내가 쓴 용어"][definitionColumn]; got != "내가 쓴 정의" {
		t.Errorf("definition of the user's term = %q", got)
	}
	archive := rowsOf(t, out[FileName], "보관")
	if got := archive["라"]; len(archive) != 1 || got[stateColumn] != "헷갈림" || got[definitionColumn] != "라의 정의" || got[idColumn+2] != "위키" {
		t.Errorf("archive = %q", archive)
	}

	f := open(t, out[FileName])
	if formula, err := f.GetCellFormula("용어집", "N4"); err != nil || formula != movedFormula {
		t.Errorf("formula = %q, %v; want it moved to its row", formula, err)
	}
	if shown, err := f.GetCellValue("용어집", "O3"); err != nil || !strings.Contains(shown, "12-09") && !strings.Contains(shown, "12/9") {
		t.Errorf("date is shown as %q, %v", shown, err)
	}
	if width, err := f.GetColWidth("용어집", "O"); err != nil || width != 33 {
		t.Errorf("width = %v, %v", width, err)
	}
	if _, dest, err := f.GetCellHyperLink("보관", "O2"); err != nil || dest != "https://example.org/a" {
		t.Errorf("link = %q, %v", dest, err)
	}
}

// TestCarryOverAgain checks what happens to an edited workbook later: nothing
// when nothing changed, and a card that comes back finds its row.
func TestCarryOverAgain(t *testing.T) {
	out := make(folder)
	export(t, small("나", "다", "라"), out)
	editTerms(t, out)
	c := small("가", "나", "다")
	export(t, c, out)
	before := bytes.Clone(out[FileName])
	export(t, c, out)
	if !bytes.Equal(before, out[FileName]) {
		t.Error("converting the same notes again changes the workbook")
	}

	c = small("가", "나", "다", "라")
	c.Lang = "en"
	export(t, c, out)
	checkInvariants(t, out[FileName], movedFormula)
	terms := rowsOf(t, out[FileName], "Glossary")
	if got := terms["나"][stateColumn]; got != "Known" {
		t.Errorf("state in English = %q", got)
	}
	if got := terms["라"]; got[stateColumn] != "헷갈림" || got[idColumn+2] != "위키" {
		t.Errorf("a card that came back has %q", got)
	}
	if names := sheetNames(t, out[FileName]); strings.Contains(strings.Join(names, " "), "Archive") {
		t.Errorf("sheets = %q; nothing is archived any more", names)
	}
}

// TestMovedColumns checks that columns are known by their titles, wherever
// the user put them, and that no two get one title.
func TestMovedColumns(t *testing.T) {
	out := make(folder)
	export(t, small("가"), out)
	edit(t, out, FileName, func(f *excelize.File) {
		must(t, f.SetSheetName("용어집", "내 용어"))
		must(t, f.InsertCols("내 용어", "C", 1))
		must(t, f.SetCellStr("내 용어", "C2", "이름 없는 열"))
		must(t, f.SetCellStr("내 용어", "O1", "ID"))
		must(t, f.SetCellStr("내 용어", "O2", "또 하나의 ID"))
		must(t, f.SetCellStr("내 용어", "Z2", "멀리"))
		must(t, f.SetCellStr("내 용어", "L2", "학습 중"))
	})
	export(t, small("가"), out)
	checkInvariants(t, out[FileName])
	rows, err := open(t, out[FileName]).GetRows("용어집")
	must(t, err)
	if d := cmp.Diff([]string{"학습 상태", "비고", "ID", "Column3", "ID 2", "내 열 3"}, rows[0][stateColumn:]); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"학습 중", "", "c가", "이름 없는 열", "또 하나의 ID", "멀리"}, rows[1][stateColumn:]); d != "" {
		t.Error(d)
	}
}

// TestPlaces checks that no file of somebody else's is written over.
func TestPlaces(t *testing.T) {
	foreign := make(folder)
	f := excelize.NewFile()
	must(t, f.SetCellStr("Sheet1", "A1", "내 가계부"))
	var buf bytes.Buffer
	must(t, f.Write(&buf))
	foreign[FileName] = buf.Bytes()

	ours := make(folder)
	export(t, small("가"), ours)
	commented := folder{FileName: ours[FileName]}
	edit(t, commented, FileName, func(f *excelize.File) {
		must(t, f.AddComment("용어집", excelize.Comment{Cell: "B2", Author: "나", Text: "메모"}))
		must(t, f.AddPictureFromBytes("용어집", "N2", &excelize.Picture{Extension: ".png", File: onePixel}))
	})

	for _, tt := range []struct {
		name   string
		files  folder
		wrote  string
		keeps  bool // the file at FileName stays as it is
		copied string
		diags  []string
	}{
		{name: "nothing there", files: folder{}, wrote: FileName},
		{name: "ours", files: folder{FileName: ours[FileName]}, wrote: FileName},
		{
			name: "a foreign workbook", files: foreign, wrote: "glossary-recto.xlsx", keeps: true,
			diags: []string{"glossary.xlsx: left as it is, for it is not a glossary of this program; the glossary is glossary-recto.xlsx"},
		},
		{
			name: "no workbook at all", files: folder{FileName: []byte("hello, world")}, wrote: "glossary-recto.xlsx", keeps: true,
			diags: []string{"glossary.xlsx: left as it is, for it cannot be read as a workbook; the glossary is glossary-recto.xlsx"},
		},
		{
			name: "two of them", files: folder{FileName: nil, "glossary-recto.xlsx": []byte("x")}, wrote: "glossary-recto-2.xlsx", keeps: true,
			diags: []string{
				"glossary.xlsx: left as it is, for it cannot be read as a workbook; the glossary is glossary-recto.xlsx",
				"glossary-recto.xlsx: left as it is, for it cannot be read as a workbook; the glossary is glossary-recto-2.xlsx",
			},
		},
		{
			name: "open in Excel", files: folder{FileName: ours[FileName], "~$glossary.xlsx": nil}, wrote: "glossary-recto.xlsx", keeps: true,
			diags: []string{"glossary.xlsx: left as it is, for it is open in another program; the glossary is glossary-recto.xlsx. If it is not open, delete ~$glossary.xlsx"},
		},
		{
			name: "what cannot be taken over", files: commented, wrote: FileName, copied: "glossary-before-1.xlsx",
			diags: []string{"glossary.xlsx: its comments and pictures are not in the new workbook; the old one is glossary-before-1.xlsx"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := bytes.Clone(tt.files[FileName])
			var got []string
			for _, d := range export(t, small("가", "나"), tt.files) {
				got = append(got, d.String())
			}
			if d := cmp.Diff(tt.diags, got); d != "" {
				t.Error(d)
			}
			if tt.keeps && !bytes.Equal(before, tt.files[FileName]) {
				t.Error("the file that was there has changed")
			}
			if tt.copied != "" && !bytes.Equal(before, tt.files[tt.copied]) {
				t.Error("the old workbook was not kept")
			}
			if rows := rowsOf(t, tt.files[tt.wrote], "용어집"); len(rows) != 2 {
				t.Errorf("%s has %d terms", tt.wrote, len(rows))
			}
		})
	}
}

// onePixel is a PNG of one pixel.
var onePixel = func() []byte {
	var buf bytes.Buffer
	if err := png.Encode(&buf, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return buf.Bytes()
}()

// TestOwnSheets checks that the user's sheets stay, whatever they are called.
func TestOwnSheets(t *testing.T) {
	out := make(folder)
	export(t, small("가"), out)
	edit(t, out, FileName, func(f *excelize.File) {
		for _, name := range []string{"내 시트", "Index"} {
			_, err := f.NewSheet(name)
			must(t, err)
		}
		bold, err := f.NewStyle(&excelize.Style{
			Font: &excelize.Font{Bold: true, Color: "FF0000", Size: 14},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFF00"}},
		})
		must(t, err)
		must(t, f.SetCellStr("내 시트", "B2", "메모"))
		must(t, f.SetCellStyle("내 시트", "B2", "B2", bold))
		must(t, f.MergeCell("내 시트", "B2", "C2"))
		must(t, f.SetColWidth("내 시트", "B", "B", 40))
		must(t, f.SetRowHeight("내 시트", 2, 33))
		must(t, f.SetCellFormula("내 시트", "B3", "SUM(C3:C4)"))
		must(t, f.SetCellInt("내 시트", "C4", 7))
		must(t, f.SetCellFormula("내 시트", "C4", "COUNTA('용어집'!B:B)"))
		must(t, f.SetCellFloat("내 시트", "C3", 0.25, -1, 64))
		must(t, f.SetCellStr("Index", "A1", "=내 것"))
	})
	c := small("가", "나")
	for _, lang := range []string{"ko", "en", "en"} {
		c.Lang = lang
		if diags := export(t, c, out); diags != nil {
			t.Error(diags)
		}
		leave(t, lang+"-"+FileName, out[FileName])
		checkInvariants(t, out[FileName], "SUM(C3:C4)", "COUNTA('용어집'!B:B)")
	}
	want := []string{"Glossary", "Index", "Statistics", "Review", "About", "내 시트", "Index 2"}
	if d := cmp.Diff(want, sheetNames(t, out[FileName])); d != "" {
		t.Error(d)
	}
	d := dumper{t: t, f: open(t, out[FileName])}
	d.sheet("내 시트")
	d.sheet("Index 2")
	for _, line := range []string{
		"columns A 9.141, B 40, C 9.141", "row 2 height 33", `B2 text "메모" {14 FF0000 bold on FFFF00}`,
		`=SUM(C3:C4)`, `C3 number "0.25"`, `A1 text "=내 것"`,
	} {
		if !strings.Contains(d.String(), line) {
			t.Errorf("no %q in\n%s", line, d.String())
		}
	}
	if strings.Contains(d.String(), "COUNTA") {
		t.Error("a formula refers to a sheet that is gone")
	}
	merged, err := d.f.GetMergeCells("내 시트")
	if err != nil || len(merged) != 1 {
		t.Errorf("merged = %v, %v", merged, err)
	}
}

// TestOpenElsewhere checks that what is in an open workbook is taken over into
// the one beside it.
func TestOpenElsewhere(t *testing.T) {
	out := make(folder)
	export(t, small("가"), out)
	edit(t, out, FileName, func(f *excelize.File) { must(t, f.SetCellStr("용어집", "L2", "메모")) })
	out[".~lock.glossary.xlsx#"] = nil
	export(t, small("가"), out)
	if got := rowsOf(t, out["glossary-recto.xlsx"], "용어집")["가"][notesColumn]; got != "메모" {
		t.Errorf("notes = %q", got)
	}
}

func TestNameColumns(t *testing.T) {
	var got []string
	for _, o := range nameColumns([]ownTitle{{"점수", 9}, {" ", 9}, {"비고", 9}, {"점수", 9}, {"a\x00", 9}, {"A", 9}, {"두\n줄", 9}, {"_x0041_", 9}}, &korean) {
		got = append(got, o.title)
	}
	if d := cmp.Diff([]string{"점수", "내 열 2", "비고 2", "점수 2", "a", "A 2", "두 줄", "_ x0041_"}, got); d != "" {
		t.Error(d)
	}
}

func TestMoveRow(t *testing.T) {
	for _, tt := range []struct{ formula, want string }{
		{"LEN(E3)", "LEN(E12)"},
		{"$E3+E$3", "$E12+E$3"},
		{`A3&"A3"&'A3'!A1`, `A12&"A3"&'A3'!A1`},
		{"LOG10(A3)+A33+A1", "LOG10(A12)+A33+A1"},
		{"표[@정의3]", "표[@정의3]"},
		{"ABCD3", "ABCD3"},
		{`"unfinished A3`, `"unfinished A3`},
	} {
		if got := moveRow(tt.formula, "3", "12"); got != tt.want {
			t.Errorf("moveRow(%q) = %q, want %q", tt.formula, got, tt.want)
		}
	}
}
