package pdf

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
)

// Options say how cards are printed. The zero value is not ready: Flags sets
// the defaults.
type Options struct {
	Layout impose.Layout // a preset, which the next four fields change
	Page   Paper
	Grid   Cells
	Margin Distance // around all cards
	Gutter Distance // between cards

	Sides      impose.Sides
	BackOffset Offset // what backs are moved by, against a printer's error
	Cut        Cut
	Calibrate  bool // also make calibration.pdf

	MinSize     Points // the smallest text size, before a card continues on another
	Font        string // a TrueType file that is asked first; empty for none
	SourceLinks bool   // headers lead to the notes
	Cover       bool   // a sheet about the cards comes first
	Split       int    // most cards in a file; 0 for one file

	// ReadFile reads the file of Font. It may be nil when Font is empty.
	ReadFile func(name string) ([]byte, error)
}

// Flags registers the options of the format.
func (o *Options) Flags(fs *pflag.FlagSet) {
	o.Layout = impose.Layouts()[0]
	o.MinSize.Length = 15 * geom.Point / 2
	var names []string
	for _, l := range impose.Layouts() {
		names = append(names, l.Name)
	}
	fs.Var(&o.Layout, "pdf-layout", "cards on a sheet: "+strings.Join(names, ", "))
	fs.Var(&o.Page, "pdf-page", `another page: a4, b5 (182×257 mm), letter, …, a4-landscape, or millimetres like "200x280"`)
	fs.Var(&o.Grid, "pdf-grid", `another number of columns and rows, like "2x5"`)
	fs.Var(&o.Margin, "pdf-margin", "another margin around the cards, in mm")
	fs.Var(&o.Gutter, "pdf-gutter", "space between cards, in mm")
	fs.Var(&o.Sides, "pdf-sides", "how backs come behind fronts: long-edge or short-edge (duplex), fronts-backs, two-files, fold (printed on one side), fronts")
	fs.Var(&o.BackOffset, "pdf-back-offset", "move backs to the right and down, in mm")
	fs.Var(&o.Cut, "pdf-cut", "lines to cut by: marks, lines, dashed, none")
	fs.BoolVar(&o.Calibrate, "pdf-calibrate", false, "also make calibration.pdf, which shows the offset that a printer needs")
	fs.Var(&o.MinSize, "pdf-min-size", "smallest text, in points; longer cards continue on another")
	fs.StringVar(&o.Font, "pdf-font", "", "a TrueType `FILE` that is asked first for every character")
	fs.BoolVar(&o.SourceLinks, "pdf-source-links", false, "the line on top of a card leads to its note")
	fs.BoolVar(&o.Cover, "pdf-cover", false, "begin with a sheet about the cards")
	fs.IntVar(&o.Split, "pdf-split", 0, "begin a new file after `N` cards")
}

// layout returns the layout that the options ask for.
func (o *Options) layout() impose.Layout {
	if o.Page == (Paper{}) && o.Grid == (Cells{}) && !o.Margin.Given && !o.Gutter.Given {
		return o.Layout
	}
	base := o.Layout
	w, h, columns, rows := base.PageW, base.PageH, base.Columns, base.Rows
	if o.Page != (Paper{}) {
		w, h = o.Page.W, o.Page.H
	}
	if o.Grid != (Cells{}) {
		columns, rows = o.Grid.Columns, o.Grid.Rows
	}
	margin := geom.MM(10)
	if o.Margin.Given {
		margin = o.Margin.Length
	}
	l := impose.Grid(base.Name, w, h, columns, rows, margin, o.Gutter.Length)
	l.Safe, l.Hole = base.Safe, base.Hole
	return l
}

// check reports why the options cannot be met.
func (o *Options) check() error {
	if o.Split < 0 {
		return errors.New("--pdf-split: must not be negative")
	}
	return nil
}

// fonts returns the fonts to set text in.
func (o *Options) fonts() (*font.Set, error) {
	if o.Font == "" {
		return font.NewSet(nil), nil
	}
	if o.ReadFile == nil {
		return nil, errors.New("--pdf-font: files cannot be read here")
	}
	data, err := o.ReadFile(o.Font)
	if err != nil {
		return nil, fmt.Errorf("--pdf-font: %w", err)
	}
	face, err := font.Parse("user", data)
	if err != nil {
		return nil, fmt.Errorf("--pdf-font %s: %w", o.Font, err)
	}
	if err := embeddable(face); err != nil {
		return nil, fmt.Errorf("--pdf-font %s: %w", o.Font, err)
	}
	return font.NewSet(face), nil
}
