package xlsx

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "rewrite the dumps in testdata")

// TestDump compares workbooks with their canonical dumps: what a reader of
// the file sees, without its packing.
func TestDump(t *testing.T) {
	if *update && os.Getenv("CI") != "" {
		t.Fatal("-update is for people, not for CI")
	}
	for _, lang := range []string{"ko", "en"} {
		t.Run(lang, func(t *testing.T) {
			out := make(folder)
			export(t, sample(lang), out)
			leave(t, lang+"-"+FileName, out[FileName])
			got := dump(t, out[FileName])
			name := filepath.Join("testdata", lang+".txt")
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
				t.Errorf("%s (-want +got); go test -update rewrites it:\n%s", name, d)
			}
		})
	}
}

// leave puts a file where -artifacts asks for it, to be looked at.
func leave(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(t.ArtifactDir(), name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// dumper writes the dump of one workbook.
type dumper struct {
	t *testing.T
	f *excelize.File
	strings.Builder
}

// dump returns the canonical dump of a workbook.
func dump(t *testing.T, data []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := &dumper{t: t, f: f}
	props, err := f.GetDocProps()
	d.check(err)
	d.line("title %s · creator %s · modified %s", props.Title, props.Creator, props.Modified)
	for _, n := range f.GetDefinedName() {
		d.line("name %s %s (%s)", n.Name, n.RefersTo, n.Scope)
	}
	for _, name := range f.GetSheetList() {
		d.sheet(name)
	}
	return d.String()
}

func (d *dumper) check(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *dumper) line(format string, args ...any) { fmt.Fprintf(d, format+"\n", args...) }

func (d *dumper) sheet(name string) {
	d.line("\n== %s", name)
	size, err := d.f.GetSheetDimension(name)
	d.check(err)
	panes, err := d.f.GetPanes(name)
	d.check(err)
	layout, err := d.f.GetPageLayout(name)
	d.check(err)
	footer, err := d.f.GetHeaderFooter(name)
	d.check(err)
	d.line("size %s · frozen %v %s · page %s, %d wide · footer %s", size, panes.Freeze, panes.TopLeftCell, *layout.Orientation, *layout.FitToWidth, footer.OddFooter)
	tables, err := d.f.GetTables(name)
	d.check(err)
	for _, tb := range tables {
		d.line("table %s %s %s", tb.Name, tb.Range, tb.StyleName)
	}
	lists, err := d.f.GetDataValidations(name)
	d.check(err)
	for _, l := range lists {
		d.line("list %s %s", l.Sqref, l.Formula1)
	}
	marks, err := d.f.GetConditionalFormats(name)
	d.check(err)
	for _, area := range slices.Sorted(mapKeys(marks)) {
		for _, m := range marks[area] {
			d.line("mark %s %s %s", area, m.Criteria, m.Value)
		}
	}
	rows, err := d.f.GetRows(name, excelize.Options{RawCellValue: true})
	d.check(err)
	d.columns(name, size)
	for i, row := range rows {
		height, err := d.f.GetRowHeight(name, i+1)
		d.check(err)
		d.line("row %d height %g", i+1, height)
		for j, text := range row {
			d.cell(name, cellAt{j + 1, i + 1}.ref(), text)
		}
	}
}

func mapKeys[V any](m map[string]V) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func (d *dumper) columns(name, size string) {
	_, last, _ := strings.Cut(size, ":")
	n, _, err := excelize.CellNameToCoordinates(last)
	d.check(err)
	var out []string
	for i := range n {
		column := columnName(i + 1)
		width, err := d.f.GetColWidth(name, column)
		d.check(err)
		visible, err := d.f.GetColVisible(name, column)
		d.check(err)
		level, err := d.f.GetColOutlineLevel(name, column)
		d.check(err)
		text := fmt.Sprintf("%s %.4g", column, width)
		if !visible {
			text += " hidden"
		}
		if level > 0 {
			text += " folds"
		}
		out = append(out, text)
	}
	d.line("columns %s", strings.Join(out, ", "))
}

func (d *dumper) cell(name, ref, text string) {
	formula, err := d.f.GetCellFormula(name, ref)
	d.check(err)
	if text == "" && formula == "" {
		return
	}
	kind, err := d.f.GetCellType(name, ref)
	d.check(err)
	out := fmt.Sprintf("  %s %s %q", ref, map[excelize.CellType]string{
		excelize.CellTypeUnset: "number", excelize.CellTypeNumber: "number", excelize.CellTypeFormula: "formula",
		excelize.CellTypeInlineString: "text", excelize.CellTypeSharedString: "text", excelize.CellTypeBool: "bool",
	}[kind], text)
	if formula != "" {
		out += " =" + formula
	}
	if ok, dest, err := d.f.GetCellHyperLink(name, ref); ok {
		d.check(err)
		out += " → " + dest
	}
	d.line("%s", out+d.style(name, ref)+d.faces(name, ref))
}

func (d *dumper) style(name, ref string) string {
	id, err := d.f.GetCellStyle(name, ref)
	d.check(err)
	if id == 0 {
		return ""
	}
	s, err := d.f.GetStyle(id)
	d.check(err)
	out := fmt.Sprintf(" {%g %s", s.Font.Size, s.Font.Color)
	if s.Font.Bold {
		out += " bold"
	}
	if len(s.Fill.Color) > 0 {
		out += " on " + s.Fill.Color[0]
	}
	if s.Alignment != nil && s.Alignment.WrapText {
		out += " wrap"
	}
	if s.CustomNumFmt != nil {
		out += " " + *s.CustomNumFmt
	}
	return out + "}"
}

// faces shows the runs of rich text that differ from the rest.
func (d *dumper) faces(name, ref string) string {
	runs, err := d.f.GetCellRichText(name, ref)
	d.check(err)
	out := ""
	for _, r := range runs {
		if r.Font == nil {
			continue
		}
		if r.Font.Bold || r.Font.Italic || r.Font.Strike || r.Font.Family != fontName || r.Font.VertAlign != "" {
			out += fmt.Sprintf(" [%s %s %q]", r.Font.Family, r.Font.Color, r.Text)
		}
	}
	return out
}
