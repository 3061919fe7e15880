package parser

// Rules says which recognisers run and how sure they must be. The zero value
// is not ready; see [DefaultRules].
type Rules struct {
	Off map[string]bool
	Min float64 // least confidence of a card
}

// DefaultRules returns the rules that serve most notes.
func DefaultRules() Rules { return Rules{Off: map[string]bool{}, Min: 0.5} }
