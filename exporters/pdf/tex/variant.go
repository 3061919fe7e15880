package tex

// variant is an alphabet for letters and digits.
type variant uint8

const (
	automatic variant = iota // italic letters, upright digits and capitals of Greek
	upright
	italic
	boldUpright
	boldItalic
	blackboard
	script
	fraktur
	sans
	typewriter
)

// variants are the commands that choose an alphabet.
var variants = map[string]variant{
	"mathrm": upright, "rm": upright, "mathit": italic, "mathnormal": italic, "mathbf": boldUpright, "bf": boldUpright, "boldsymbol": boldItalic,
	"bm": boldItalic, "pmb": boldItalic, "mathbb": blackboard, "mathcal": script, "mathscr": script, "cal": script, "mathfrak": fraktur, "mathsf": sans, "mathtt": typewriter,
}

// alphabet is where an alphabet begins in Unicode's block of mathematical
// letters; 0 where it has none. https://www.unicode.org/charts/PDF/U1D400.pdf
type alphabet struct{ capital, small, digit, greekCapital, greekSmall rune }

var alphabets = map[variant]alphabet{
	italic:      {0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC},
	boldUpright: {0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2},
	boldItalic:  {0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736},
	blackboard:  {0x1D538, 0x1D552, 0x1D7D8, 0, 0},
	script:      {0x1D49C, 0x1D4B6, 0, 0, 0},
	fraktur:     {0x1D504, 0x1D51E, 0, 0, 0},
	sans:        {0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0},
	typewriter:  {0x1D670, 0x1D68A, 0x1D7F6, 0, 0},
}

// holes are the letters of alphabets that Unicode had before the block.
var holes = map[rune]rune{
	0x1D455: 'ℎ', 0x1D49D: 'ℬ', 0x1D4A0: 'ℰ', 0x1D4A1: 'ℱ', 0x1D4A3: 'ℋ', 0x1D4A4: 'ℐ', 0x1D4A7: 'ℒ', 0x1D4A8: 'ℳ', 0x1D4AD: 'ℛ',
	0x1D4BA: 'ℯ', 0x1D4BC: 'ℊ', 0x1D4C4: 'ℴ', 0x1D506: 'ℭ', 0x1D50B: 'ℌ', 0x1D50C: 'ℑ', 0x1D515: 'ℜ', 0x1D51D: 'ℨ',
	0x1D53A: 'ℂ', 0x1D53F: 'ℍ', 0x1D545: 'ℕ', 0x1D547: 'ℙ', 0x1D548: 'ℚ', 0x1D549: 'ℝ', 0x1D551: 'ℤ',
}

// greekVariants follow the small letters of Greek in each alphabet.
var greekVariants = []rune("∂ϵϑϰϕϱϖ")

// shape returns the character that shows a letter or digit in an alphabet.
func shape(r rune, v variant) rune {
	if v == automatic {
		v = italic
		if 'Α' <= r && r <= 'Ω' || r == '∂' {
			v = upright
		}
	}
	a, ok := alphabets[v]
	if !ok {
		return r
	}
	if shaped := a.shape(r); shaped != 0 {
		if hole, ok := holes[shaped]; ok {
			return hole
		}
		return shaped
	}
	return r
}

func (a alphabet) shape(r rune) rune {
	from := func(start, first rune) rune {
		if start == 0 {
			return 0
		}
		return start + r - first
	}
	switch {
	case 'A' <= r && r <= 'Z':
		return from(a.capital, 'A')
	case 'a' <= r && r <= 'z':
		return from(a.small, 'a')
	case '0' <= r && r <= '9':
		return from(a.digit, '0')
	case 'Α' <= r && r <= 'Ω':
		return from(a.greekCapital, 'Α')
	case 'α' <= r && r <= 'ω':
		return from(a.greekSmall, 'α')
	}
	for i, g := range greekVariants {
		if r == g && a.greekSmall != 0 {
			return a.greekSmall + 25 + rune(i)
		}
	}
	return 0
}
