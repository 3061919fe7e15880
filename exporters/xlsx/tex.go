package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// texText turns simple TeX into text: "n^2" becomes "n²", "\log" the word. It
// reports false for TeX that one line of text cannot show; that is better
// shown as it was written.
func texText(tex string) (string, bool) {
	const long = 500 // bytes; it bounds how deep groups nest
	if len(tex) > long {
		return "", false
	}
	p := texParser{rest: tex}
	p.until("")
	return p.out.String(), !p.failed
}

// texParser reads TeX from left to right.
type texParser struct {
	rest   string
	out    strings.Builder
	failed bool
}

// until reads up to the given sign, which it takes too; to the end for "".
func (p *texParser) until(stop string) {
	for p.rest != "" && !p.failed {
		if stop != "" && strings.HasPrefix(p.rest, stop) {
			p.rest = p.rest[len(stop):]
			return
		}
		p.item()
	}
	p.failed = p.failed || stop != ""
}

// item reads one sign, command or group.
func (p *texParser) item() {
	r, size := utf8.DecodeRuneInString(p.rest)
	switch r {
	case '\\':
		p.command()
		return
	case '{':
		p.rest = p.rest[size:]
		p.until("}")
		return
	case '^', '_':
		p.rest = p.rest[size:]
		p.script(r)
		return
	case '}', '&', '%':
		p.failed = true
		return
	}
	p.rest = p.rest[size:]
	if r == '~' {
		r = ' '
	}
	p.out.WriteRune(r)
}

// script reads what is raised or lowered. Where Unicode has no such signs it
// stays behind its mark.
func (p *texParser) script(mark rune) {
	p.rest = strings.TrimLeft(p.rest, " ")
	if p.rest == "" || strings.ContainsAny(p.rest[:1], "^_") {
		p.failed = true
		return
	}
	inner := texParser{rest: p.rest}
	inner.item()
	p.rest, p.failed = inner.rest, inner.failed
	text := inner.out.String()
	if small, ok := inScript(text, mark); ok {
		p.out.WriteString(small)
		return
	}
	p.out.WriteRune(mark)
	p.out.WriteString(parenthesized(text, utf8.RuneCountInString(text) > 1))
}

// inScript returns a text in raised or lowered signs if there are such signs.
func inScript(text string, mark rune) (string, bool) {
	signs := raised
	if mark == '_' {
		signs = lowered
	}
	var sb strings.Builder
	for _, r := range text {
		small, ok := signs[r]
		if !ok {
			return "", false
		}
		sb.WriteRune(small)
	}
	return sb.String(), true
}

// command reads a command with its arguments.
func (p *texParser) command() {
	name := p.name()
	switch name {
	case "frac", "dfrac", "tfrac":
		p.argument()
		p.out.WriteByte('/')
		p.argument()
		return
	case "sqrt":
		p.out.WriteString("√")
		p.argument()
		return
	case "text", "mathrm", "mathbf", "mathit", "textbf", "operatorname", "mathcal", "mathbb":
		p.until("{")
		p.until("}")
		return
	}
	sign, ok := texSigns[name]
	p.failed = p.failed || !ok
	if sign == name && p.endsInWord() {
		p.out.WriteByte(' ') // "n\log n" is n times a logarithm
	}
	p.out.WriteString(sign)
}

// endsInWord reports whether the text so far ends in a letter or digit.
func (p *texParser) endsInWord() bool {
	r, _ := utf8.DecodeLastRuneInString(p.out.String())
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
func (p *texParser) argument() {
	p.rest = strings.TrimLeft(p.rest, " ")
	if !strings.HasPrefix(p.rest, "{") {
		p.failed = true
		return
	}
	inner := texParser{rest: p.rest[1:]}
	inner.until("}")
	p.rest, p.failed = inner.rest, inner.failed
	text := inner.out.String()
	p.out.WriteString(parenthesized(text, strings.ContainsAny(text, " +-*/=·×,")))
}

func parenthesized(text string, yes bool) string {
	if yes {
		return "(" + text + ")"
	}
	return text
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

// raised and lowered are the signs that Unicode has for them.
var (
	raised  = pairUp("0123456789+-=()n i", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ ⁱ")
	lowered = pairUp("0123456789+-=() aeijnmkx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ ₐₑᵢⱼₙₘₖₓ")
)

// pairUp maps the signs of one text to those of another.
func pairUp(from, to string) map[rune]rune {
	out := make(map[rune]rune)
	signs := []rune(to)
	for i, r := range []rune(from) {
		out[r] = signs[i]
	}
	return out
}

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
