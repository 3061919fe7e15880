package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// texRuns turns simple TeX into text with raised and lowered parts: "n^2" has
// its 2 raised, "\log" is the word. It reports false for TeX that one line of
// text cannot show; that is better shown as it was written.
func texRuns(tex string) ([]run, bool) {
	p := texParser{rest: tex}
	p.until("", face{})
	if p.failed {
		return nil, false
	}
	return p.out.runs, true
}

// texParser reads TeX from left to right.
type texParser struct {
	rest   string
	out    richWriter
	failed bool
}

// until reads up to the given sign, which it takes too; to the end for "".
func (p *texParser) until(stop string, f face) {
	for p.rest != "" && !p.failed {
		if stop != "" && strings.HasPrefix(p.rest, stop) {
			p.rest = p.rest[len(stop):]
			return
		}
		p.item(f)
	}
	p.failed = p.failed || stop != ""
}

// item reads one sign, command or group.
func (p *texParser) item(f face) {
	r, size := utf8.DecodeRuneInString(p.rest)
	switch r {
	case '\\':
		p.command(f)
		return
	case '{':
		p.rest = p.rest[size:]
		p.until("}", f)
		return
	case '^', '_':
		p.rest = p.rest[size:]
		p.script(r, f)
		return
	case '}', '&', '%':
		p.failed = true
		return
	}
	p.rest = p.rest[size:]
	if r == '~' {
		r = ' '
	}
	p.out.add(string(r), f)
}

// script reads what is raised or lowered. Text has one level of it.
func (p *texParser) script(kind rune, f face) {
	p.rest = strings.TrimLeft(p.rest, " ")
	if p.rest == "" || f.super || f.sub {
		p.failed = true
		return
	}
	if kind == '^' {
		f.super = true
	} else {
		f.sub = true
	}
	p.item(f)
}

// command reads a command with its arguments.
func (p *texParser) command(f face) {
	name := p.name()
	switch name {
	case "frac", "dfrac", "tfrac":
		p.argument(f)
		p.out.add("/", f)
		p.argument(f)
		return
	case "sqrt":
		p.out.add("√", f)
		p.argument(f)
		return
	case "text", "mathrm", "mathbf", "mathit", "textbf", "operatorname", "mathcal", "mathbb":
		p.until("{", f)
		p.until("}", f)
		return
	}
	sign, ok := texSigns[name]
	p.failed = p.failed || !ok
	if sign == name && p.endsInWord() {
		sign = " " + sign // "n\log n" is n times a logarithm
	}
	p.out.add(sign, f)
}

// endsInWord reports whether the text so far ends in a letter or digit.
func (p *texParser) endsInWord() bool {
	r, _ := utf8.DecodeLastRuneInString(joinRuns(p.out.runs))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// name reads the name of a command: letters, or one sign.
func (p *texParser) name() string {
	p.rest = p.rest[1:]
	n := 0
	for n < len(p.rest) && isLetter(p.rest[n]) {
		n++
	}
	if n == 0 && p.rest != "" {
		_, n = utf8.DecodeRuneInString(p.rest)
	}
	name := p.rest[:n]
	p.rest = p.rest[n:]
	return name
}

// argument reads a group; one of more than a sign or a number stands in
// parentheses.
func (p *texParser) argument(f face) {
	p.rest = strings.TrimLeft(p.rest, " ")
	if !strings.HasPrefix(p.rest, "{") {
		p.failed = true
		return
	}
	p.rest = p.rest[1:]
	inner := texParser{rest: p.rest}
	inner.until("}", f)
	p.rest, p.failed = inner.rest, inner.failed
	text := joinRuns(inner.out.runs)
	long := strings.ContainsAny(text, " +-*/=·×,")
	if long {
		p.out.add("(", f)
	}
	for _, r := range inner.out.runs {
		p.out.add(r.text, r.face)
	}
	if long {
		p.out.add(")", f)
	}
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

// texSigns are the commands that stand for a sign or a word.
var texSigns = map[string]string{
	"log": "log", "ln": "ln", "lg": "lg", "sin": "sin", "cos": "cos", "tan": "tan", "exp": "exp", "lim": "lim",
	"max": "max", "min": "min", "gcd": "gcd", "mod": "mod", "bmod": "mod", "det": "det", "dim": "dim", "Pr": "Pr",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
	"theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
	"sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
	"Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
	"times": "×", "cdot": "·", "div": "÷", "pm": "±", "ast": "∗", "circ": "∘", "oplus": "⊕",
	"le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼", "ll": "≪", "gg": "≫",
	"infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "in": "∈", "notin": "∉",
	"subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "emptyset": "∅", "forall": "∀", "exists": "∃",
	"land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨", "neg": "¬", "lnot": "¬",
	"to": "→", "rightarrow": "→", "Rightarrow": "⇒", "leftarrow": "←", "Leftarrow": "⇐", "leftrightarrow": "↔", "Leftrightarrow": "⇔", "iff": "⇔", "implies": "⇒", "mapsto": "↦",
	"lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "langle": "⟨", "rangle": "⟩", "mid": "|", "vert": "|",
	"ldots": "…", "dots": "…", "cdots": "⋯", "prime": "′", "degree": "°", "ell": "ℓ", "hbar": "ℏ",
	"left": "", "right": "", "displaystyle": "", "limits": "", "big": "", "Big": "",
	",": " ", ";": " ", ":": " ", " ": " ", "!": "", "quad": "  ", "qquad": "    ",
	"{": "{", "}": "}", "%": "%", "$": "$", "&": "&", "#": "#", "_": "_", "|": "‖",
}
