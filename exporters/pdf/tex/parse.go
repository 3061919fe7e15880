package tex

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits against formulas that are not meant to be read.
const (
	maxLength = 8000
	maxDepth  = 40
	maxNodes  = 4000
)

// parser reads a formula. The first thing that it does not know ends it.
type parser struct {
	s     string
	at    int
	depth int
	nodes int
	face  variant
	err   error
}

var errTooLong = errors.New("a formula too long to be set")

// parse returns the formula as a tree.
func parse(src string) (node, error) {
	if len(src) > maxLength {
		return nil, errTooLong
	}
	p := &parser{s: src}
	body := p.rows("")
	if p.err == nil && p.at < len(p.s) {
		p.failf("%q without its opening", p.rest(8))
	}
	return body, p.err
}

func (p *parser) failf(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
	p.at = len(p.s)
}

// rows reads cells and lines until an end command, which is passed; one cell
// is returned as it is.
func (p *parser) rows(end string) node {
	cells := p.cells(end)
	if len(cells) == 1 && len(cells[0]) == 1 {
		return cells[0][0]
	}
	return &array{rows: cells, align: []byte("rl"), pairs: true, display: true, rowGap: 500}
}

// cells reads cells separated by "&" and lines separated by "\\".
func (p *parser) cells(end string) [][]node {
	rows := [][]node{{}}
	for {
		if p.nodes++; p.nodes > maxNodes {
			p.failf("%w", errTooLong)
		}
		cell := p.list()
		last := len(rows) - 1
		rows[last] = append(rows[last], cell)
		switch {
		case p.take("&"):
		case p.take(`\\`), p.take(`\cr`):
			p.take("*")
			p.optional()
			rows = append(rows, []node{})
		case end != "" && p.take(end):
			return trimmed(rows)
		case p.at >= len(p.s) && end == "":
			return trimmed(rows)
		case p.at >= len(p.s):
			p.failf("no %s", end)
			return rows
		default:
			return trimmed(rows)
		}
	}
}

// trimmed drops an empty last line.
func trimmed(rows [][]node) [][]node {
	last := rows[len(rows)-1]
	if l, ok := last[0].(*list); ok && len(rows) > 1 && len(last) == 1 && len(l.nodes) == 0 {
		return rows[:len(rows)-1]
	}
	return rows
}

// list reads nodes until something that ends a list, which stays.
func (p *parser) list() node {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		p.failf("a formula nested too deeply")
		return &list{}
	}
	face := p.face
	defer func() { p.face = face }()
	l := &list{}
	for {
		p.skip()
		if p.at >= len(p.s) || p.ended() {
			return l
		}
		if p.nodes++; p.nodes > maxNodes {
			p.failf("%w", errTooLong)
			return l
		}
		if n, ok := p.infix(l); ok {
			return n
		}
		if n := p.scripted(); n != nil {
			l.nodes = append(l.nodes, n)
		}
	}
}

func (p *parser) ended() bool {
	switch p.s[p.at] {
	case '}', '&':
		return true
	case '\\':
		for _, end := range []string{`\\`, `\right`, `\end`, `\middle`, `\cr`} {
			at := p.at
			if p.take(end) {
				p.at = at
				return true
			}
		}
	}
	return false
}

// infix reads the commands that make a fraction of all before and after.
func (p *parser) infix(before *list) (node, bool) {
	switch {
	case p.take(`\over`):
		return &fraction{above: before, below: p.list()}, true
	case p.take(`\choose`):
		return &fraction{above: before, below: p.list(), bare: true, left: '(', right: ')'}, true
	case p.take(`\atop`):
		return &fraction{above: before, below: p.list(), bare: true}, true
	}
	return nil, false
}

// scripted reads a node with its scripts.
func (p *parser) scripted() node {
	var base node
	if c := p.s[p.at]; c != '^' && c != '_' && c != '\'' {
		base = p.node()
		if base == nil || p.err != nil {
			return base
		}
	}
	s := &scripts{base: base}
	for {
		p.skip()
		switch {
		case p.take(`\limits`):
			s.limits = always
		case p.take(`\nolimits`):
			s.limits = never
		case p.take("^"):
			s.sup = p.join(s.sup, p.argument())
		case p.take("_"):
			s.sub = p.join(s.sub, p.argument())
		case p.take("'"):
			s.sup = p.join(s.sup, &atom{class: ord, r: '′'})
		default:
			if s.sup == nil && s.sub == nil {
				return base
			}
			return s
		}
	}
}

func (p *parser) join(before, n node) node {
	if before == nil {
		return n
	}
	return &list{nodes: []node{before, n}}
}

// argument reads a group or a single node.
func (p *parser) argument() node {
	p.skip()
	if p.at >= len(p.s) {
		p.failf("something missing at the end")
		return &list{}
	}
	if p.s[p.at] == '{' {
		return p.group()
	}
	if p.ended() {
		p.failf("something missing before %q", p.rest(6))
		return &list{}
	}
	if p.nodes++; p.nodes > maxNodes {
		p.failf("%w", errTooLong)
		return &list{}
	}
	if n := p.node(); n != nil {
		return n
	}
	return &list{}
}

func (p *parser) group() node {
	p.at++
	n := p.list()
	if !p.take("}") {
		p.failf("a { without its }")
	}
	return n
}

// node reads one node; nil is something that shows nothing.
func (p *parser) node() node {
	switch c := p.s[p.at]; c {
	case '{':
		return p.group()
	case '\\':
		return p.control(p.command())
	case '~':
		p.at++
		return &space{spaces["~"]}
	case '#', '$':
		p.failf("a %q", string(c))
		return nil
	}
	r, size := utf8.DecodeRuneInString(p.s[p.at:])
	p.at += size
	return p.character(r)
}

// character returns the atom of a character that stands for itself.
func (p *parser) character(r rune) node {
	switch {
	case strings.ContainsRune("+−±×÷∪∩∧∨⊕⊗∘⋅·", r):
		return &atom{class: bin, r: r}
	case r == '-':
		return &atom{class: bin, r: '−'}
	case r == '*':
		return &atom{class: bin, r: '∗'}
	case r == '(' || r == '[':
		return &atom{class: open, r: r}
	case r == ')' || r == ']':
		return &atom{class: closing, r: r}
	case r == ',' || r == ';':
		return &atom{class: punct, r: r}
	case strings.ContainsRune("=<>:≤≥≠≈≡→←↔⇒⇐⇔∈∉⊂⊃⊆⊇∼∝⇌↦", r):
		return &atom{class: rel, r: r}
	case r == '∑' || r == '∏' || r == '∫':
		return operator(r)
	case r < 0x80 || unicode.Is(unicode.Greek, r):
		return &atom{class: ord, r: r, face: p.face}
	case unicode.IsLetter(r):
		return p.plainWords(r)
	}
	return &atom{class: ord, r: r}
}

// plainWords reads letters that mathematics does not use, like Hangul, which
// people write into formulas as they are.
func (p *parser) plainWords(first rune) node {
	s := string(first)
	for p.at < len(p.s) {
		r, size := utf8.DecodeRuneInString(p.s[p.at:])
		if r < 0x80 || !unicode.IsLetter(r) || unicode.Is(unicode.Greek, r) {
			break
		}
		s += string(r)
		p.at += size
	}
	return &words{s: s}
}

// operator returns a large operator; integrals keep scripts beside them.
func operator(r rune) node {
	return &atom{class: op, r: r, large: true, limit: !strings.ContainsRune("∫∬∭∮∯", r)}
}
