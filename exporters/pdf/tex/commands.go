package tex

import (
	"strings"
	"unicode/utf8"
)

// control reads what follows a command.
func (p *parser) control(name string) node {
	if s, ok := symbols[name]; ok {
		if s.class == op {
			return operator(s.r)
		}
		return &atom{class: s.class, r: s.r, face: p.face}
	}
	if width, ok := spaces[name]; ok {
		return &space{width}
	}
	if above, ok := operators[name]; ok {
		return &words{s: operatorName(name), class: op, limits: above}
	}
	if face, ok := variants[name]; ok {
		return p.alphabet(name, face)
	}
	if a, ok := accents[name]; ok {
		return &accent{mark: a.mark, wide: a.wide, body: p.argument()}
	}
	if size, ok := bigs[strings.TrimRight(name, "lrm")]; ok {
		class := map[byte]class{'l': open, 'r': closing, 'm': rel}[name[len(name)-1]]
		return &sized{class: class, r: p.delimiter(), size: size}
	}
	if n, ok := p.structure(name); ok {
		return n
	}
	if n, ok := p.decoration(name); ok {
		return n
	}
	if n, ok := p.state(name); ok {
		return n
	}
	p.failf(`the command \%s is not known`, name)
	return nil
}

func operatorName(name string) string {
	switch name {
	case "limsup":
		return "lim sup"
	case "liminf":
		return "lim inf"
	case "argmax":
		return "arg max"
	case "argmin":
		return "arg min"
	}
	return name
}

// alphabet reads the argument of a command like \mathbf; the old ones like
// \bf hold to the end of their group.
func (p *parser) alphabet(name string, face variant) node {
	if len(name) <= 3 && name != "bm" && name != "pmb" {
		p.face = face
		return nil
	}
	before := p.face
	p.face = face
	body := p.argument()
	p.face = before
	return body
}

// structure reads the commands that build something of their arguments.
func (p *parser) structure(name string) (node, bool) {
	switch name {
	case "frac":
		return &fraction{above: p.argument(), below: p.argument()}, true
	case "dfrac", "cfrac":
		return &fraction{above: p.argument(), below: p.argument(), set: true, style: displayStyle}, true
	case "tfrac":
		return &fraction{above: p.argument(), below: p.argument(), set: true, style: textStyle}, true
	case "binom", "dbinom", "tbinom":
		return &fraction{above: p.argument(), below: p.argument(), bare: true, left: '(', right: ')'}, true
	case "sqrt":
		degree, ok := p.optional()
		root := &radical{}
		if ok {
			root.degree = p.sub(degree)
		}
		root.body = p.argument()
		return root, true
	case "left":
		return p.fence(), true
	case "begin":
		return p.environment(), true
	case "substack":
		p.skip()
		if !p.take("{") {
			p.failf(`no { after \substack`)
			return nil, true
		}
		return &array{rows: p.cells("}"), align: []byte("c"), rowGap: 100}, true
	case "ce":
		return p.sub(chemistry(p.raw())), true
	}
	return nil, false
}

// sub reads a formula of its own within this one.
func (p *parser) sub(src string) node {
	inner := &parser{s: src, depth: p.depth + 1, nodes: p.nodes}
	n := inner.list()
	p.nodes = inner.nodes
	if inner.err == nil && inner.at < len(src) {
		inner.failf("%q is not known here", inner.rest(6))
	}
	if inner.err != nil {
		p.failf("%w", inner.err)
	}
	return n
}

// fence reads what stands between \left and \right.
func (p *parser) fence() node {
	f := &fence{left: p.delimiter()}
	for {
		f.parts = append(f.parts, p.list())
		switch {
		case p.take(`\middle`):
			f.middle = append(f.middle, p.delimiter())
		case p.take(`\right`):
			f.right = p.delimiter()
			return f
		default:
			p.failf(`a \left without its \right`)
			return f
		}
	}
}

// delimiter reads a delimiter; "." is none.
func (p *parser) delimiter() rune {
	p.skip()
	if p.at >= len(p.s) {
		p.failf("a delimiter missing at the end")
		return 0
	}
	if p.s[p.at] == '\\' {
		name := p.command()
		if s, ok := symbols[name]; ok {
			return s.r
		}
		p.failf(`\%s is not a delimiter`, name)
		return 0
	}
	r, size := utf8.DecodeRuneInString(p.s[p.at:])
	p.at += size
	switch r {
	case '.':
		return 0
	case '<':
		return '⟨'
	case '>':
		return '⟩'
	}
	return r
}

// decoration reads the commands that add something to their argument.
func (p *parser) decoration(name string) (node, bool) {
	switch name {
	case "overline":
		return &bar{body: p.argument(), over: true}, true
	case "underline":
		return &bar{body: p.argument(), under: true}, true
	case "cancel", "bcancel", "xcancel", "sout":
		return &bar{body: p.argument(), strike: true}, true
	case "boxed", "fbox":
		return &frame{p.argument()}, true
	case "overset":
		above := p.argument()
		return &stack{above: above, base: p.argument(), class: rel}, true
	case "stackrel":
		above := p.argument()
		return &stack{above: above, base: p.argument(), class: rel}, true
	case "underset":
		below := p.argument()
		return &stack{below: below, base: p.argument(), class: rel}, true
	case "overbrace", "overbracket":
		return &stack{base: p.argument(), brace: '⏞'}, true
	case "underbrace", "underbracket":
		return &stack{base: p.argument(), brace: '⏟', bottom: true}, true
	case "xrightarrow", "xleftarrow", "xRightarrow", "xleftrightarrow":
		return p.longArrow(name), true
	case "not":
		return p.negated(), true
	case "pmod":
		return &list{nodes: []node{&space{444}, &atom{class: open, r: '('}, &words{s: "mod"}, &space{333}, p.argument(), &atom{class: closing, r: ')'}}}, true
	case "bmod":
		return &words{s: "mod", class: bin}, true
	}
	return nil, false
}

// longArrow reads an arrow with text above and perhaps below it.
func (p *parser) longArrow(name string) node {
	s := &stack{class: rel, brace: map[string]rune{"xrightarrow": '→', "xleftarrow": '←', "xRightarrow": '⇒', "xleftrightarrow": '↔'}[name]}
	if below, ok := p.optional(); ok {
		s.below = p.sub(below)
	}
	s.above = p.argument()
	return s
}

func (p *parser) negated() node {
	a, ok := p.argument().(*atom)
	if !ok {
		p.failf(`\not before something that cannot be negated`)
		return nil
	}
	if r, ok := negations[a.r]; ok {
		return &atom{class: rel, r: r}
	}
	return &accent{mark: '\u0338', body: a}
}

// state reads text, styles, and what changes or shows nothing.
func (p *parser) state(name string) (node, bool) {
	switch name {
	case "text", "textrm", "textnormal", "mbox", "textit", "textsf", "texttt":
		return p.text(p.raw(), false), true
	case "textbf":
		return p.text(p.raw(), true), true
	case "operatorname":
		star := p.take("*")
		return &words{s: strings.NewReplacer(`\,`, " ", `\ `, " ").Replace(p.raw()), class: op, limits: star}, true
	case "displaystyle":
		return &styled{body: p.list(), style: displayStyle, restyle: true}, true
	case "textstyle":
		return &styled{body: p.list(), style: textStyle, restyle: true}, true
	case "scriptstyle":
		return &styled{body: p.list(), style: scriptStyle, restyle: true}, true
	case "phantom", "hphantom", "vphantom":
		return &styled{body: p.argument(), hidden: true}, true
	case "mathbin", "mathrel", "mathord", "mathopen", "mathclose", "mathpunct", "mathop", "mathinner":
		class := map[string]class{"mathbin": bin, "mathrel": rel, "mathord": ord, "mathopen": open, "mathclose": closing, "mathpunct": punct, "mathop": op, "mathinner": inner}[name]
		return &styled{body: p.argument(), class: class, classed: true}, true
	case "color":
		p.raw()
		return nil, true
	case "textcolor", "colorbox", "href":
		p.raw()
		return p.argument(), true
	case "tag":
		p.take("*")
		return &list{nodes: []node{&space{2000}, p.text("("+p.raw()+")", false)}}, true
	case "label":
		p.raw()
		return nil, true
	case "nonumber", "notag", "hline", "displaylimits", "allowbreak", "mathstrut", "hfill", "/", "-":
		return nil, true
	case "hspace", "mspace", "hskip", "kern":
		return &space{dimension(p.raw())}, true
	}
	return nil, false
}

// text returns upright text; formulas between dollar signs in it are read.
func (p *parser) text(s string, bold bool) node {
	l := &list{}
	for i, part := range strings.Split(strings.ReplaceAll(s, `\$`, "＄"), "$") {
		switch {
		case part == "":
		case i%2 == 1:
			l.nodes = append(l.nodes, p.sub(part))
		default:
			l.nodes = append(l.nodes, &words{s: unescaped(part), bold: bold})
		}
	}
	return l
}

func unescaped(s string) string {
	return strings.NewReplacer(`\ `, " ", `\,`, " ", `\%`, "%", `\&`, "&", `\_`, "_", `\#`, "#", `\{`, "{", `\}`, "}", "~", " ", "＄", "$", "{", "", "}", "").Replace(s)
}

// dimension returns a length like "1.5em" in thousandths of the size.
func dimension(s string) int {
	s = strings.TrimSpace(s)
	per := 1000.0
	switch {
	case strings.HasSuffix(s, "mu"):
		per = 1000.0 / 18
	case strings.HasSuffix(s, "ex"):
		per = 430
	case strings.HasSuffix(s, "pt"):
		per = 100
	case strings.HasSuffix(s, "cm"):
		per = 2845
	case strings.HasSuffix(s, "mm"):
		per = 285
	}
	return max(-2000, min(int(decimal(strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz "))*per), 6000))
}
