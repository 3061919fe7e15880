package tex

import "strings"

// symbol is what a command without arguments shows.
type symbol struct {
	class class
	r     rune
}

// symbols are the commands by class; each entry is a name and its character.
var symbols = table(map[class]string{
	ord: `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄
neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠
prime ′ backprime ‵ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso …
imath ı jmath ȷ degree ° therefore ∴ because ∵ flat ♭ natural ♮ sharp ♯ checkmark ✓ star ⋆ bigstar ★ dag † ddag ‡ S § P ¶
copyright © pounds £ yen ¥ euro € % % $ $ # # & & _ _ complement ∁ eth ð Bbbk 𝕜 surd √ lozenge ◊ diamond ⋄ Diamond ◇ mho ℧ infin ∞
R ℝ N ℕ Z ℤ Q ℚ C ℂ reals ℝ`,
	op: `sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀
bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄`,
	bin: `pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧
setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dagger † ddagger ‡ ltimes ⋉ rtimes ⋊ bowtie ⋈
triangleleft ◁ triangleright ▷ bigtriangleup △ bigtriangledown ▽ veebar ⊻ barwedge ⊼ intercal ⊺ boxplus ⊞ boxminus ⊟ boxtimes ⊠`,
	rel: `leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ lt < gt > equiv ≡ approx ≈ approxeq ≊ sim ∼ simeq ≃ cong ≅ propto ∝ varpropto ∝ ll ≪ gg ≫ lll ⋘ ggg ⋙
leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇
nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ owns ∋ notin ∉ mid ∣ nmid ∤
parallel ∥ nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ smile ⌣ frown ⌢
to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹ impliedby ⟸
longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼
uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩
rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆
leadsto ⇝ rightsquigarrow ⇝ twoheadrightarrow ↠ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍ upharpoonright ↾ circlearrowleft ↺ circlearrowright ↻`,
	open:    `lbrace { { { langle ⟨ lceil ⌈ lfloor ⌊ lvert | lVert ‖ lbrack [ lgroup ⟮`,
	closing: `rbrace } } } rangle ⟩ rceil ⌉ rfloor ⌋ rvert | rVert ‖ rbrack ] rgroup ⟯`,
	punct:   `colon : cdotp ·`,
})

func table(classes map[class]string) map[string]symbol {
	made := map[string]symbol{}
	for class, entries := range classes {
		fields := strings.Fields(entries)
		for i := 0; i+1 < len(fields); i += 2 {
			made[fields[i]] = symbol{class, []rune(fields[i+1])[0]}
		}
	}
	for _, name := range []string{"|", "Vert", "vert"} {
		made[name] = symbol{ord, '‖'}
	}
	made["vert"] = symbol{ord, '|'}
	made["backslash"] = symbol{ord, '\\'}
	return made
}

// operators are the names that are set upright; those that are true have
// their scripts above and below in displays.
var operators = map[string]bool{
	"sin": false, "cos": false, "tan": false, "cot": false, "sec": false, "csc": false, "arcsin": false, "arccos": false, "arctan": false,
	"sinh": false, "cosh": false, "tanh": false, "coth": false, "log": false, "ln": false, "lg": false, "exp": false, "arg": false,
	"deg": false, "dim": false, "hom": false, "ker": false, "lim": true, "limsup": true, "liminf": true, "max": true, "min": true,
	"sup": true, "inf": true, "det": true, "gcd": true, "Pr": true, "argmax": true, "argmin": true, "mod": false, "sgn": false,
	"Var": false, "Cov": false, "tr": false, "rank": false, "lcm": true,
}

// spaces are the commands that leave a blank, in thousandths of the size.
var spaces = map[string]int{
	",": 167, "thinspace": 167, ":": 222, ">": 222, "medspace": 222, ";": 278, "thickspace": 278, "!": -167, "negthinspace": -167,
	" ": 278, "quad": 1000, "qquad": 2000, "enspace": 500, "~": 278,
}

// accents are the marks above one character, or wide ones above more.
var accents = map[string]accent{
	"hat": {mark: '\u0302'}, "bar": {mark: '\u0304'}, "vec": {mark: '\u20D7'}, "dot": {mark: '\u0307'}, "ddot": {mark: '\u0308'},
	"dddot": {mark: '\u20DB'}, "tilde": {mark: '\u0303'}, "acute": {mark: '\u0301'}, "grave": {mark: '\u0300'}, "breve": {mark: '\u0306'},
	"check": {mark: '\u030C'}, "mathring": {mark: '\u030A'}, "widehat": {mark: '\u0302', wide: true}, "widetilde": {mark: '\u0303', wide: true},
	"overrightarrow": {mark: '\u20D7', wide: true}, "overleftarrow": {mark: '\u20D6', wide: true}, "widecheck": {mark: '\u030C', wide: true},
}

// bigs are the commands that size a delimiter by hand.
var bigs = map[string]int{"big": 1200, "Big": 1800, "bigg": 2400, "Bigg": 3000}

// negations are what \not makes of a relation.
var negations = map[rune]rune{
	'=': '≠', '∈': '∉', '∋': '∌', '<': '≮', '>': '≯', '≤': '≰', '≥': '≱', '⊂': '⊄', '⊃': '⊅', '⊆': '⊈', '⊇': '⊉', '≡': '≢', '≈': '≉',
	'∼': '≁', '≃': '≄', '≅': '≇', '∣': '∤', '∥': '∦', '→': '↛', '⇒': '⇏', '∃': '∄',
}
