package card

import (
	"cmp"
	"fmt"
	"slices"
)

// Pos is a place in a note. Line and column count from 1, the column in
// bytes; 0 means unknown. The zero value is no place at all.
type Pos struct {
	File string
	Line int
	Col  int
}

// String returns "file:line:col", without the parts that are unknown.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders positions by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Diagnostic is something in a note, or in making an output of it, that the
// writer should know: what was found, then what to do.
type Diagnostic struct {
	Pos     Pos
	Message string
}

// String returns "file:line:col: message".
func (d Diagnostic) String() string { return d.Pos.String() + ": " + d.Message }

// Diagnostics is a list of diagnostics.
type Diagnostics []Diagnostic

// Addf appends a formatted diagnostic.
func (ds *Diagnostics) Addf(p Pos, format string, args ...any) {
	*ds = append(*ds, Diagnostic{p, fmt.Sprintf(format, args...)})
}

// Sort orders the list by position and drops repetitions.
func (ds *Diagnostics) Sort() {
	slices.SortStableFunc(*ds, func(a, b Diagnostic) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Message, b.Message))
	})
	*ds = slices.Compact(*ds)
}
