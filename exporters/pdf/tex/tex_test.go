package tex

import (
	"strings"
	"testing"

	"recto/exporters/pdf/font"
)

var fonts = font.NewSet(nil)

// known are formulas of the kinds that notes have.
var known = []string{
	`x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`, `\sum_{i=1}^{n} i`, `\int_0^\infty e^{-x^2}\,dx`, `\begin{pmatrix} a & b \\ c & d \end{pmatrix}`,
	`f(x) = \begin{cases} x^2 & \text{if } x \ge 0 \\ -x & \text{그 외} \end{cases}`, `\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n`,
	`\hat{y} + \vec{w} + \widehat{abc}`, `\mathbb{R}^n \mathcal{L} \boldsymbol{\theta}`, `\underbrace{1+2}_{2} \overbrace{a}^{b}`, `\left\{ x \middle| y \right\}`,
	`\ce{2H2 + O2 -> 2H2O}`, `\binom{n}{k}`, `a \xrightarrow[u]{o} b`, `\overline{AB} \boxed{x} x'' \not= y`, `{a \over b} {n \choose k}`, `\operatorname*{arg\,max}_x`,
	`\begin{aligned} a &= b \\ &= c \end{aligned}`, `\left[\begin{array}{cc|c} 1 & 0 & 2 \end{array}\right]`, `a \\ b`, `속도 = 거리`, `x \bmod y \pmod{3}`, `\big( \Bigl[ \Bigr]`,
	`\textcolor{red}{x} \color{blue} y`, `\substack{a \\ b}`, `\phantom{x} \hspace{1em} \mathrm{d}x`, `\cancel{x} \tag{1}`, `%comment`, ``,
}

// unknown are formulas that must not be guessed.
var unknown = map[string]string{
	`\foo`:           `the command \foo is not known`,
	`{`:              "a { without its }",
	`}`:              `"}" without its opening`,
	`x^`:             "something missing at the end",
	`\left( x`:       `a \left without its \right`,
	`\begin{foo}x`:   `the environment "foo" is not known`,
	`\begin{matrix}`: `no \end{matrix}`,
	`\text{ก}`:       "no font has U+0E01",
	`\frac{a}`:       "something missing at the end",
	`$`:              `a "$"`,
}

func TestLayout(t *testing.T) {
	for _, src := range known {
		for _, display := range []bool{true, false} {
			f, err := Layout(fonts, src, display)
			if err != nil {
				t.Errorf("%s: %v", src, err)
				continue
			}
			inside(t, src, f)
		}
	}
}

// inside checks that a formula's drawing lies within its measures.
func inside(t *testing.T, src string, f *Formula) {
	t.Helper()
	const hair = 120 // an accent or a slanted letter may lean out
	for _, s := range f.Outline.Path {
		p := s.Points[0]
		if p.X < -hair || p.X > float32(f.Outline.Advance+hair) || p.Y > float32(f.Ascent+hair) || p.Y < float32(-f.Descent-hair) {
			t.Errorf("%s: a point at %v is outside of %d × %d+%d", src, p, f.Outline.Advance, f.Ascent, f.Descent)
			return
		}
	}
}

func TestUnknown(t *testing.T) {
	for src, want := range unknown {
		if _, err := Layout(fonts, src, true); err == nil || err.Error() != want {
			t.Errorf("%s: error is %v, want %s", src, err, want)
		}
	}
}

func TestHostile(t *testing.T) {
	for _, src := range []string{
		strings.Repeat("{", 5000), strings.Repeat(`\frac{1}{`, 500), strings.Repeat(`x^`, 3000), strings.Repeat(`\\`, 4000), strings.Repeat("x", 9000), strings.Repeat(`\text{$`, 900),
	} {
		if _, err := Layout(fonts, src, true); err == nil {
			t.Errorf("%.20s…: no error", src)
		}
	}
}

func TestMeasures(t *testing.T) {
	width := func(src string) int {
		f, err := Layout(fonts, src, true)
		if err != nil {
			t.Fatal(err)
		}
		return f.Outline.Advance
	}
	if width("a+b") <= width("{a}{+}{b}") {
		t.Error("a binary operator keeps no distance")
	}
	if width("-b") != width("{-}b") {
		t.Error("the sign of a negative number keeps a distance")
	}
	short, err := Layout(fonts, `(x)`, true)
	if err != nil {
		t.Fatal(err)
	}
	tall, err := Layout(fonts, `\left(\frac{\frac12}{\frac12}\right)`, true)
	if err != nil {
		t.Fatal(err)
	}
	if tall.Ascent+tall.Descent < 2*(short.Ascent+short.Descent) {
		t.Error("delimiters do not grow")
	}
}

func TestSymbolsUnique(t *testing.T) {
	for name := range symbols {
		_, space := spaces[name]
		_, operator := operators[name]
		_, accent := accents[name]
		_, variant := variants[name]
		if space || operator || accent || variant {
			t.Errorf(`\%s has two meanings`, name)
		}
	}
}

func FuzzLayout(f *testing.F) {
	for _, src := range known {
		f.Add(src)
	}
	for src := range unknown {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, display := range []bool{true, false} {
			if formula, err := Layout(fonts, src, display); err == nil && formula == nil {
				t.Error("neither a formula nor an error")
			}
		}
	})
}

func BenchmarkLayout(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Layout(fonts, known[0], true); err != nil {
			b.Fatal(err)
		}
	}
}
