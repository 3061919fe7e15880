package xlsx

import (
	"fmt"
	"io"
	"sort"

	"github.com/xuri/excelize/v2"
)

// writeBook draws a workbook. Its bytes depend on the plan alone.
func writeBook(out io.Writer, b *book) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetDefaultFont(fontName); err != nil {
		return err
	}
	w := &bookWriter{file: f, zip: newSortedZip(out), styles: make(map[lookKey]int)}
	for i, s := range b.sheets {
		if err := w.addSheet(i, s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	for _, n := range b.names {
		if err := f.SetDefinedName(&excelize.DefinedName{Name: n.name, RefersTo: n.refers}); err != nil {
			return err
		}
	}
	f.Pkg.Store("docProps/core.xml", coreProperties(b.title, b.date))
	f.Pkg.Store("docProps/app.xml", appProperties())
	// A chart makes excelize fill this list from a map.
	types := f.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	f.ZipWriter = func(io.Writer) excelize.ZipWriter { return w.zip }
	return f.Write(io.Discard)
}

// bookWriter draws the sheets of one workbook.
type bookWriter struct {
	file   *excelize.File
	zip    *sortedZip
	styles map[lookKey]int
}

// addSheet draws sheet number i. The calls stand in the one order in which
// excelize's stream loses nothing: properties, stream, panes and columns,
// rows, then all that refers to rows.
func (w *bookWriter) addSheet(i int, s *sheet) error {
	if err := w.name(i, s.name); err != nil {
		return err
	}
	if err := w.properties(s); err != nil {
		return err
	}
	stream, err := w.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	part := fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
	sw := &sheetWriter{bookWriter: w, sheet: s, part: part, stream: stream}
	for _, step := range []func() error{
		sw.columns, sw.rows, sw.table, sw.choices, sw.marks, sw.page, sw.charts, stream.Flush,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return w.repeatRows(s)
}

func (w *bookWriter) name(i int, name string) error {
	if i == 0 {
		return w.file.SetSheetName("Sheet1", name)
	}
	_, err := w.file.NewSheet(name)
	return err
}

// properties sets what a sheet must know before its stream begins.
func (w *bookWriter) properties(s *sheet) error {
	err := w.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{
		TabColorRGB: new("FF" + s.tab), // OOXML wants the alpha here
		FitToPage:   new(true),
	})
	if err != nil {
		return err
	}
	err = w.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: new(s.grid)})
	if err != nil {
		return err
	}
	// Without it, readers that stream see one row.
	last := cellAt{len(s.columns), max(1, s.count)}
	return w.file.SetSheetDimension(s.name, area{cellAt{1, 1}, last}.ref())
}

// repeatRows names the rows that every printed page begins with, and the
// printed area.
func (w *bookWriter) repeatRows(s *sheet) error {
	if s.repeat > 0 {
		err := w.file.SetDefinedName(&excelize.DefinedName{
			Name:     "_xlnm.Print_Titles",
			RefersTo: fmt.Sprintf("%s!$1:$%d", quoteSheet(s.name), s.repeat),
			Scope:    s.name,
		})
		if err != nil {
			return err
		}
	}
	if s.print == (area{}) {
		return nil
	}
	return w.file.SetDefinedName(&excelize.DefinedName{
		Name:     "_xlnm.Print_Area",
		RefersTo: s.print.fixed(s.name),
		Scope:    s.name,
	})
}

// style returns the number of the style for a look, in a low row or not.
func (w *bookWriter) style(l *look, low bool) (int, error) {
	if l == nil {
		return 0, nil
	}
	key := lookKey{l, low}
	if id, ok := w.styles[key]; ok {
		return id, nil
	}
	full := *l
	full.middle = l.middle || low
	id, err := w.file.NewStyle(excelStyle(&full))
	w.styles[key] = id
	return id, err
}

// lookKey names a look in a kind of row.
type lookKey struct {
	look *look
	low  bool
}

func excelStyle(l *look) *excelize.Style {
	st := &excelize.Style{
		Font: &excelize.Font{
			Family: fontName, Size: l.points(), Bold: l.bold, Color: l.ink(), Underline: underline(l),
		},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap, Indent: l.indent},
		NumFmt:    l.formatID,
	}
	if l.center {
		st.Alignment.Horizontal = "center"
	}
	if l.indent > 0 {
		st.Alignment.Horizontal = "left"
	}
	if l.middle {
		st.Alignment.Vertical = "center"
	}
	if l.fill != "" {
		st.Fill = solid(l.fill)
	}
	if l.line != "" {
		st.Border = append(st.Border, excelize.Border{Type: "bottom", Color: l.line, Style: 1})
	}
	if l.above != "" {
		st.Border = append(st.Border, excelize.Border{Type: "top", Color: l.above, Style: 1})
	}
	if l.format != "" {
		st.CustomNumFmt = &l.format
	}
	return st
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func underline(l *look) string {
	if l.underline {
		return "single"
	}
	return ""
}
