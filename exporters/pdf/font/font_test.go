package font

import (
	"strings"
	"testing"
)

// TestCoverage checks that no common character is missing, and that what is
// mapped has a drawing.
func TestCoverage(t *testing.T) {
	s := NewSet(nil)
	ranges := [][2]rune{
		{' ', '~'}, {0xA1, 0xAC}, {0xAE, 0x17F}, {'가', '힣'}, {'ㄱ', 'ㅣ'}, {'ぁ', 'ゖ'}, {'ァ', 'ヺ'}, {'一', '龥'}, {'Α', 'Ρ'}, {'α', 'ω'}, {'А', 'я'},
		{'←', '⇿'}, {'∀', '⋿'}, {'─', '╿'}, {'①', '⑳'}, {'㉠', '㉻'}, {'⁰', 'ⁱ'}, {'₀', '₎'}, {'■', '◿'},
	}
	if testing.Short() {
		ranges = ranges[:3]
	}
	for _, style := range []Style{Regular, Bold, Mono} {
		var missing strings.Builder
		for _, span := range ranges {
			for r := span[0]; r <= span[1]; r++ {
				g, err := s.Glyph(style, r)
				if err != nil || len(g.Path) == 0 && !isSpace(r) {
					missing.WriteRune(r)
				}
			}
		}
		if missing.Len() > 0 {
			t.Errorf("style %d lacks %s", style, missing.String())
		}
	}
}

func TestEmoji(t *testing.T) {
	for _, cluster := range []string{"😀", "❤️", "👩‍💻", "👍🏽", "🇰🇷", "1️⃣", "✅", "🔥", "💡", "📌", "⭐", "🚀", "🧠", "⚠️"} {
		if o := Emoji(cluster); o == nil || o.Advance < 900 || len(o.Path) == 0 {
			t.Errorf("no emoji for %s", cluster)
		}
	}
	if Emoji("가") != nil {
		t.Error("a syllable is an emoji")
	}
}

func TestParse(t *testing.T) {
	tests := map[string]string{
		"":                                     "not a TrueType font: too short",
		"OTTO" + strings.Repeat("\x00", 99):    "an OpenType font with PostScript outlines; give a TrueType (.ttf) version of it",
		"ttcf" + strings.Repeat("\x00", 99):    "a font collection; give a single TrueType (.ttf) font",
		"wOF2" + strings.Repeat("\x00", 99):    "a web font; give a TrueType (.ttf) version of it",
		"%PDF" + strings.Repeat("\x00", 99):    "not a TrueType font",
		"\x00\x01\x00\x00\x00\x09\x00\x00abcd": "not a usable TrueType font: cut off",
		"true" + strings.Repeat("\x00", 99):    `not a usable TrueType font: no "cmap" table`,
	}
	for data, want := range tests {
		if _, err := Parse("user", []byte(data)); err == nil || err.Error() != want {
			t.Errorf("%.4q: error is %v, want %s", data, err, want)
		}
	}
	if _, err := Parse("user", notoRegular); err != nil {
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(dejaVuMono[:2000])
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := Parse("user", data)
		if err == nil {
			face.Advance('a')
		}
	})
}

func TestUserFontFirst(t *testing.T) {
	user, err := Parse("user", dejaVuRegular)
	if err != nil {
		t.Fatal(err)
	}
	s := NewSet(user)
	if face, _ := s.Lookup(Regular, 'a'); face != user {
		t.Error("the user's font is not asked first")
	}
	if face, _ := s.Lookup(Regular, '가'); face != regular {
		t.Error("what it lacks is not asked further")
	}
}

func BenchmarkLookup(b *testing.B) {
	s := NewSet(nil)
	for b.Loop() {
		for _, r := range "프로세스는 실행 중인 프로그램" {
			s.Lookup(Regular, r)
		}
	}
}
