package tex

import (
	"strconv"
	"strings"
)

// environments are the tables of TeX: what stands around them and how their
// columns are aligned.
var environments = map[string]array{
	"matrix":      {align: []byte("c"), columnGap: 900, rowGap: 280},
	"pmatrix":     {align: []byte("c"), columnGap: 900, rowGap: 280, left: '(', right: ')'},
	"bmatrix":     {align: []byte("c"), columnGap: 900, rowGap: 280, left: '[', right: ']'},
	"Bmatrix":     {align: []byte("c"), columnGap: 900, rowGap: 280, left: '{', right: '}'},
	"vmatrix":     {align: []byte("c"), columnGap: 900, rowGap: 280, left: '|', right: '|'},
	"Vmatrix":     {align: []byte("c"), columnGap: 900, rowGap: 280, left: '‖', right: '‖'},
	"smallmatrix": {align: []byte("c"), columnGap: 400, rowGap: 50, small: true},
	"array":       {align: []byte("c"), columnGap: 900, rowGap: 280},
	"cases":       {align: []byte("l"), columnGap: 1000, rowGap: 320, left: '{'},
	"rcases":      {align: []byte("l"), columnGap: 1000, rowGap: 320, right: '}'},
	"dcases":      {align: []byte("l"), columnGap: 1000, rowGap: 300, left: '{', display: true},
	"aligned":     {align: []byte("rl"), pairs: true, display: true, rowGap: 350},
	"gathered":    {align: []byte("c"), display: true, rowGap: 350},
}

// sameAs are the environments that look like others within a card.
var sameAs = map[string]string{
	"align": "aligned", "alignat": "aligned", "split": "aligned", "eqnarray": "aligned", "alignedat": "aligned", "flalign": "aligned",
	"equation": "gathered", "gather": "gathered", "multline": "gathered", "displaymath": "gathered", "math": "gathered", "subarray": "smallmatrix",
}

// environment reads what stands between \begin and \end.
func (p *parser) environment() node {
	name := p.raw()
	plain := strings.TrimSuffix(name, "*")
	if other, ok := sameAs[plain]; ok {
		plain = other
	}
	kind, ok := environments[plain]
	if !ok {
		p.failf("the environment %q is not known", name)
		return nil
	}
	p.optional()
	if columns := strings.TrimSuffix(name, "*"); columns == "array" || columns == "subarray" {
		p.columns(&kind)
	} else if strings.HasPrefix(columns, "alignat") || columns == "alignedat" {
		p.raw()
	}
	kind.rows = p.cells(`\end{` + name + `}`)
	return &kind
}

// columns reads how the columns of an array are aligned.
func (p *parser) columns(a *array) {
	a.align = nil
	for _, c := range p.raw() {
		switch c {
		case 'l', 'c', 'r':
			a.align = append(a.align, byte(c))
		case '|':
			a.bars = append(a.bars, len(a.align))
		}
	}
	if len(a.align) == 0 {
		a.align = []byte("c")
	}
}

func decimal(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return f
}
