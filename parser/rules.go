package parser

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Rules says which recognisers run and how sure they must be. The zero value
// is not ready; see [DefaultRules].
type Rules struct {
	Off map[string]bool
	Min float64 // least confidence of a card
}

// DefaultRules returns the rules that serve most notes.
func DefaultRules() Rules { return Rules{Off: map[string]bool{}, Min: 0.5} }

// Set reads a list such as "-heading,+table,min=0.7": recognisers switched
// off and on, and the least confidence of a card, between 0 and 1.
func (r *Rules) Set(s string) error {
	for f := range strings.SplitSeq(s, ",") {
		f = strings.TrimSpace(f)
		if v, ok := strings.CutPrefix(f, "min="); ok {
			n, err := strconv.ParseFloat(v, 64)
			if err != nil || !(n >= 0 && n <= 1) {
				return fmt.Errorf("%q is no confidence between 0 and 1", v)
			}
			r.Min = n
			continue
		}
		name := strings.TrimPrefix(strings.TrimPrefix(f, "-"), "+")
		if !slices.Contains(RuleNames(), name) {
			return fmt.Errorf("no rule %q; the rules are %s", name, strings.Join(RuleNames(), ", "))
		}
		r.Off[name] = strings.HasPrefix(f, "-")
	}
	return nil
}

// String returns the list that Set would read to make r.
func (r *Rules) String() string {
	var parts []string
	for _, n := range RuleNames() {
		if r.Off[n] {
			parts = append(parts, "-"+n)
		}
	}
	if r.Min != DefaultRules().Min {
		parts = append(parts, fmt.Sprintf("min=%g", r.Min))
	}
	return strings.Join(parts, ",")
}

// Type names the value in usage texts.
func (*Rules) Type() string { return "LIST" }

// RuleNames returns the names of all recognisers in their order.
func RuleNames() []string {
	names := []string{RuleDialects}
	for _, rec := range recognizers {
		names = append(names, rec.name)
	}
	return names
}
