package impose

import (
	"fmt"
	"slices"
	"strings"
)

// Sides says how backs come behind fronts.
type Sides int

// The ways to print both sides. The zero value is LongEdge.
const (
	LongEdge    Sides = iota // duplex, the paper turned over its long edge
	ShortEdge                // duplex, the paper turned over its short edge
	FrontsBacks              // all fronts, then all backs, for feeding by hand
	TwoFiles                 // like FrontsBacks, the backs in a file of their own
	Fold                     // one-sided: front and back beside each other, to be folded
	Fronts                   // no backs
)

var sidesNames = []string{"long-edge", "short-edge", "fronts-backs", "two-files", "fold", "fronts"}

// String returns the name used on the command line.
func (s *Sides) String() string { return sidesNames[*s] }

// Set chooses by name.
func (s *Sides) Set(name string) error {
	i := slices.Index(sidesNames, name)
	if i < 0 {
		return fmt.Errorf("must be one of %s", strings.Join(sidesNames, ", "))
	}
	*s = Sides(i)
	return nil
}

// Type returns the word for a value in help texts.
func (*Sides) Type() string { return "HOW" }

// Interleaved reports whether the back page of a sheet follows its front
// page at once.
func (s Sides) Interleaved() bool { return s == LongEdge || s == ShortEdge }

// AllSides returns all ways in their order.
func AllSides() []Sides {
	return []Sides{LongEdge, ShortEdge, FrontsBacks, TwoFiles, Fold, Fronts}
}
