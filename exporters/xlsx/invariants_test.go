package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sheetXML is the part of a worksheet that the invariants look at.
type sheetXML struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Rows []struct {
		R            int       `xml:"r,attr"`
		Height       float64   `xml:"ht,attr"`
		CustomHeight string    `xml:"customHeight,attr"`
		Cells        []cellXML `xml:"c"`
	} `xml:"sheetData>row"`
	Format struct {
		Folds int `xml:"outlineLevelCol,attr"`
	} `xml:"sheetFormatPr"`
	Columns []struct {
		Min   int `xml:"min,attr"`
		Max   int `xml:"max,attr"`
		Level int `xml:"outlineLevel,attr"`
	} `xml:"cols>col"`
	AutoFilter *struct{} `xml:"autoFilter"`
	Links      []struct {
		Ref      string `xml:"ref,attr"`
		Location string `xml:"location,attr"`
	} `xml:"hyperlinks>hyperlink"`
	Lists []struct {
		Formula string `xml:"formula1"`
	} `xml:"dataValidations>dataValidation"`
}

// cellXML is a cell of a worksheet.
type cellXML struct {
	R       string `xml:"r,attr"`
	Formula string `xml:"f"`
	Text    string `xml:"is>t"`
	Runs    []struct {
		Text string `xml:"t"`
	} `xml:"is>r"`
}

// text returns the text of a cell as a reader sees it. No run may hold what
// readers decode, as they do not agree on it.
func (c cellXML) text(t *testing.T) string {
	t.Helper()
	text := c.Text
	for _, run := range c.Runs {
		if escaped.MatchString(run.Text) {
			t.Errorf("%s: some reader would decode %q", c.R, run.Text)
		}
		text += run.Text
	}
	return text
}

// tableXML is the part of a table that the invariants look at.
type tableXML struct {
	Name    string `xml:"name,attr"`
	Ref     string `xml:"ref,attr"`
	Columns []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
}

// ourFormulas are all formulas that the workbook makes by itself.
var ourFormulas = regexp.MustCompile(`^(HYPERLINK\("|COUNTIFS?\('|COUNTA\('|IF\(\$?[CD]\$?\d+=0,|C\d+-SUM\()`)

// safeTarget is where a link may lead.
var safeTarget = regexp.MustCompile(`^(https?://|mailto:|obsidian://|\.\.?/|[^:/#?]+(/|$))`)

// checkInvariants checks what the validator of the Open XML SDK does not see
// and Excel would stumble over. The user's own formulas are named in own.
func checkInvariants(t *testing.T, data []byte, own ...string) {
	t.Helper()
	parts := unzip(t, data)
	sheets := sheetNames(t, data)
	tables := make(map[string]bool)
	for name, content := range parts {
		switch {
		case strings.HasPrefix(name, "xl/worksheets/sheet"):
			checkSheet(t, name, content, sheets, own)
		case strings.HasPrefix(name, "xl/tables/"):
			tb := decode[tableXML](t, content)
			if tables[strings.ToLower(tb.Name)] {
				t.Errorf("two tables are called %s", tb.Name)
			}
			tables[strings.ToLower(tb.Name)] = true
			checkTable(t, tb)
		case strings.HasSuffix(name, ".rels"):
			checkTargets(t, name, content)
		}
	}
	if !bytes.HasPrefix(data[30:], []byte("[Content_Types].xml")) {
		t.Error("the list of content types is not the first part")
	}
}

func decode[T any](t *testing.T, content []byte) T {
	t.Helper()
	var out T
	if err := xml.Unmarshal(content, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func unzip(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string][]byte)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if parts[f.Name] != nil {
			t.Errorf("two parts are called %s", f.Name)
		}
		parts[f.Name] = content
	}
	return parts
}

func sheetNames(t *testing.T, data []byte) []string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return f.GetSheetList()
}

func checkSheet(t *testing.T, name string, content []byte, sheets, own []string) {
	t.Helper()
	s := decode[sheetXML](t, content)
	if s.AutoFilter != nil {
		t.Errorf("%s: a filter beside the table's own makes Excel repair the file", name)
	}
	folds := 0
	for i, c := range s.Columns {
		folds = max(folds, c.Level)
		if i > 0 && c.Min <= s.Columns[i-1].Max || c.Max < c.Min {
			t.Errorf("%s: column %d after column %d", name, c.Min, s.Columns[i-1].Max)
		}
	}
	if s.Format.Folds != folds {
		t.Errorf("%s: room for %d levels of folding columns, want %d", name, s.Format.Folds, folds)
	}
	lastRow, lastColumn, before := 1, 1, 0
	for _, r := range s.Rows {
		if r.R <= before {
			t.Errorf("%s: row %d after row %d", name, r.R, before)
		}
		before, lastRow = r.R, r.R
		if r.Height > maxRowHeight || r.CustomHeight != "" {
			t.Errorf("%s: row %d: height %g, customHeight %q", name, r.R, r.Height, r.CustomHeight)
		}
		for _, c := range r.Cells {
			column, row, err := excelize.CellNameToCoordinates(c.R)
			if err != nil || row != r.R {
				t.Errorf("%s: cell %s in row %d", name, c.R, r.R)
			}
			lastColumn = max(lastColumn, column)
			if n := utf16Length(c.text(t)); n > maxUnits {
				t.Errorf("%s!%s: %d units of text", name, c.R, n)
			}
			if c.Formula != "" && !ourFormulas.MatchString(c.Formula) && !slices.Contains(own, c.Formula) {
				t.Errorf("%s!%s: formula %s", name, c.R, c.Formula)
			}
		}
	}
	_, corner, _ := strings.Cut(s.Dimension.Ref, ":")
	if x, y, err := excelize.CellNameToCoordinates(corner); err != nil || x < lastColumn || y < lastRow {
		t.Errorf("%s: dimension %s, but the last cell is %s", name, s.Dimension.Ref, cellAt{lastColumn, lastRow}.ref())
	}
	for _, l := range s.Links {
		if l.Location == "" {
			continue
		}
		sheet, ref, _ := strings.Cut(strings.TrimPrefix(l.Location, "'"), "'!")
		if _, _, err := excelize.CellNameToCoordinates(ref); err != nil || !slices.Contains(sheets, sheet) {
			t.Errorf("%s!%s leads to %s", name, l.Ref, l.Location)
		}
	}
	for _, l := range s.Lists {
		if utf16Length(l.Formula) > 255+len(`""`) {
			t.Errorf("%s: a drop-down beyond Excel's limits: %s", name, l.Formula)
		}
	}
}

func checkTable(t *testing.T, tb tableXML) {
	t.Helper()
	seen := make(map[string]bool)
	for _, c := range tb.Columns {
		key := strings.ToLower(c.Name)
		if key == "" || seen[key] {
			t.Errorf("table %s: column %q is nameless or twice there", tb.Name, c.Name)
		}
		seen[key] = true
	}
	from, to, _ := strings.Cut(tb.Ref, ":")
	x1, y1, _ := excelize.CellNameToCoordinates(from)
	x2, y2, _ := excelize.CellNameToCoordinates(to)
	if x2-x1+1 != len(tb.Columns) || y2 <= y1 {
		t.Errorf("table %s: %s has %d columns", tb.Name, tb.Ref, len(tb.Columns))
	}
	if _, _, err := excelize.CellNameToCoordinates(tb.Name); err == nil {
		t.Errorf("table %s is called like a cell", tb.Name)
	}
}

func checkTargets(t *testing.T, name string, content []byte) {
	t.Helper()
	type relationships struct {
		Relationship []struct {
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	for _, r := range decode[relationships](t, content).Relationship {
		if r.Mode != "External" {
			continue
		}
		ascii := strings.IndexFunc(r.Target, func(c rune) bool { return c <= ' ' || c >= 0x7F }) < 0
		if !ascii || !safeTarget.MatchString(r.Target) || len(r.Target) > maxURL {
			t.Errorf("%s: link to %.200q", name, r.Target)
		}
	}
}
