package xlsx

import (
	"errors"
	"slices"

	"github.com/xuri/excelize/v2"
)

// maxRealLinks is how many links a sheet has before they become formulas:
// excelize takes quadratic time for real ones, and Excel allows 65,530.
const maxRealLinks = 1000

// sheetWriter draws one sheet.
type sheetWriter struct {
	*bookWriter
	sheet  *sheet
	part   string // its name in the archive
	stream *excelize.StreamWriter
	titles []any // texts of the first row
}

// columns sets widths, hidden and folding columns, and panes. The columns are
// set from the last: a stream of excelize writes them in the opposite order,
// and Excel wants them ascending.
func (w *sheetWriter) columns() error {
	for i, c := range slices.Backward(w.sheet.columns) {
		n := i + 1
		if err := w.stream.SetColWidth(n, n, c.width); err != nil {
			return err
		}
		if c.hidden {
			if err := w.stream.SetColVisible(n, n, false); err != nil {
				return err
			}
		}
		if c.folds {
			if err := w.stream.SetColOutlineLevel(n, 1); err != nil {
				return err
			}
		}
	}
	at := w.sheet.frozen
	if at == (cellAt{}) {
		return nil
	}
	panes := &excelize.Panes{
		Freeze: true, XSplit: at.column - 1, YSplit: at.row - 1,
		TopLeftCell: at.ref(), ActivePane: "bottomRight",
	}
	if at.column == 1 {
		panes.ActivePane = "bottomLeft"
	}
	return w.stream.SetPanes(panes)
}

// rows writes the rows into the archive.
func (w *sheetWriter) rows() error {
	formulaLinks := w.sheet.count > maxRealLinks
	body := w.zip.rows(w.part, w.sheet.folds())
	out := &rowWriter{bookWriter: w.bookWriter, out: body, formulaLinks: formulaLinks}
	for r := range w.sheet.rows {
		if err := out.write(r); err != nil {
			return err
		}
		if out.line == 1 {
			w.titles = shownTexts(r.cells)
		}
		if formulaLinks {
			continue
		}
		if err := w.links(out.line, r.cells); err != nil {
			return err
		}
	}
	if err := errors.Join(out.flush(), body.end()); err != nil {
		return err
	}
	for _, m := range w.sheet.merged {
		if err := w.stream.MergeCell(m.from.ref(), m.to.ref()); err != nil {
			return err
		}
	}
	return nil
}

// shownTexts returns what cells show.
func shownTexts(cells []cell) []any {
	out := make([]any, len(cells))
	for i := range cells {
		out[i] = cells[i].shown()
	}
	return out
}

// links makes the cells of a line real links where they have one.
func (w *sheetWriter) links(line int, cells []cell) error {
	for i := range cells {
		at, l := cellAt{i + 1, line}, cells[i].link
		dest, kind := l.url, "External"
		if dest == "" {
			dest, kind = l.place, "Location"
		}
		if dest == "" {
			continue
		}
		if err := w.file.SetCellHyperLink(w.sheet.name, at.ref(), dest, kind); err != nil {
			return err
		}
	}
	return nil
}

func (w *sheetWriter) table() error {
	t := w.sheet.table
	if t == nil {
		return nil
	}
	// excelize reads the titles of the table from its own stream.
	if err := w.stream.SetRow("A1", w.titles); err != nil {
		return err
	}
	return w.stream.AddTable(&excelize.Table{
		Range: t.area.ref(), Name: t.name, StyleName: "TableStyleLight1", ShowRowStripes: new(true),
	})
}

func (w *sheetWriter) choices() error {
	c := w.sheet.choices
	if c == nil {
		return nil
	}
	dv := excelize.NewDataValidation(true)
	dv.Sqref = c.area.ref()
	if err := dv.SetDropList(c.words); err != nil {
		return err
	}
	// A word of one's own is allowed.
	dv.ShowErrorMessage = false
	return w.file.AddDataValidation(w.sheet.name, dv)
}

func (w *sheetWriter) marks() error {
	for _, m := range w.sheet.marks {
		id, err := w.file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Color: m.look.color, Bold: m.look.bold},
			Fill: solid(m.look.fill),
		})
		if err != nil {
			return err
		}
		err = w.file.SetConditionalFormat(w.sheet.name, m.area.ref(), []excelize.ConditionalFormatOptions{{
			Type: "cell", Criteria: "==", Value: `"` + m.equal + `"`, Format: &id,
		}})
		if err != nil {
			return err
		}
	}
	for _, a := range w.sheet.numbers {
		err := w.file.AddIgnoredErrors(w.sheet.name, a.ref(), excelize.IgnoredErrorsNumberStoredAsText)
		if err != nil {
			return err
		}
	}
	return nil
}

// page sets the sheet up for A4 paper, one page wide, pages numbered.
func (w *sheetWriter) page() error {
	const a4 = 9
	orientation := "landscape"
	if w.sheet.tall {
		orientation = "portrait"
	}
	high := 0 // as many pages as it takes
	if w.sheet.onePage {
		high = 1
	}
	err := w.file.SetPageLayout(w.sheet.name, &excelize.PageLayoutOptions{
		Size: new(a4), Orientation: &orientation, FitToWidth: new(1), FitToHeight: &high,
	})
	if err != nil {
		return err
	}
	// All six: excelize writes 0 for those that are missing.
	err = w.file.SetPageMargins(w.sheet.name, &excelize.PageLayoutMarginsOptions{
		Left: new(0.4), Right: new(0.4), Top: new(0.6), Bottom: new(0.6), Header: new(0.3), Footer: new(0.3),
	})
	if err != nil {
		return err
	}
	return w.file.SetHeaderFooter(w.sheet.name, &excelize.HeaderFooterOptions{OddFooter: "&L&8&A&R&8&P / &N"})
}

func (w *sheetWriter) charts() error {
	for _, c := range w.sheet.charts {
		if err := w.file.AddChart(w.sheet.name, c.at.ref(), w.chart(c)); err != nil {
			return err
		}
	}
	return nil
}

func (w *sheetWriter) chart(c chart) *excelize.Chart {
	text := excelize.Font{Family: fontName, Size: 9, Color: ink}
	series := excelize.ChartSeries{
		Categories: c.labels.fixed(w.sheet.name),
		Values:     c.values.fixed(w.sheet.name),
		Fill:       solid(c.colors[0]),
		DataLabel:  excelize.ChartDataLabel{Font: text},
	}
	out := &excelize.Chart{
		Type:      excelize.Bar,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Family: fontName, Size: 11, Bold: true, Color: navy}}}},
		Dimension: excelize.ChartDimension{Width: uint(c.width), Height: uint(c.height)},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		XAxis:     excelize.ChartAxis{Font: text, ReverseOrder: true},
		YAxis:     excelize.ChartAxis{Font: text, None: true},
		// The bars of one series have one colour.
		VaryColors: new(false),
		GapWidth:   new(uint(60)),
	}
	if c.round {
		out.Type, out.HoleSize, out.VaryColors, out.GapWidth = excelize.Doughnut, 58, new(true), nil
		out.Legend = excelize.ChartLegend{Position: "bottom", Font: &text}
		for i, color := range c.colors {
			series.DataPoint = append(series.DataPoint, excelize.ChartDataPoint{Index: i, Fill: solid(color)})
		}
	}
	out.Series = slices.Concat(out.Series, []excelize.ChartSeries{series})
	return out
}
