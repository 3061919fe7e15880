package glossary

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

func TestReadFields(t *testing.T) {
	label := &card.Strong{Content: []card.Inline{&card.Text{Value: "원어"}}}
	item := func(s string) card.Item {
		return card.Item{Content: []card.Block{&card.Paragraph{Content: inlines(s)}}}
	}
	for _, tt := range []struct {
		name                 string
		blocks               []card.Block
		definition, examples string
		original, short      string
		aliases              string
	}{
		{name: "an example on its own line", blocks: []card.Block{&card.Paragraph{Content: inlines("뜻⏎예) 보기 하나")}}, definition: "뜻", examples: "보기 하나"},
		{name: "only an example", blocks: []card.Block{&card.Paragraph{Content: inlines("ex) nginx")}}, definition: "nginx"},
		{name: "a word that begins like a label", blocks: []card.Block{&card.Paragraph{Content: inlines("예외: 처리할 일")}}, definition: "예외: 처리할 일"},
		{name: "a label with nothing behind it", blocks: []card.Block{&card.Paragraph{Content: inlines("뜻⏎예:")}}, definition: "뜻\n예:"},
		{
			name: "columns of a table",
			blocks: []card.Block{
				&card.Paragraph{Content: []card.Inline{label, &card.Text{Value: ": Virtual Machine"}}},
				&card.Paragraph{Content: inlines("약어: VM")},
				&card.Paragraph{Content: inlines("동의어: 가상 서버, 게스트")},
				&card.Paragraph{Content: inlines("가상의 컴퓨터")},
			},
			definition: "가상의 컴퓨터", original: "Virtual Machine", short: "VM", aliases: "가상 서버/게스트",
		},
		{
			name:       "items",
			blocks:     []card.Block{&card.List{Items: []card.Item{item("뜻 하나"), item("예시: a"), item("뜻 둘")}}},
			definition: "뜻 하나\n뜻 둘", examples: "a",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := readFields(tt.blocks)
			got := []string{card.PlainText(f.definition), card.PlainText(f.examples), f.original, f.abbreviation, strings.Join(f.aliases, "/")}
			want := []string{tt.definition, tt.examples, tt.original, tt.short, tt.aliases}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTakeExpansion(t *testing.T) {
	for _, tt := range []struct{ short, text, expansion, rest string }{
		{"CNI", "Container Network Interface 파드에 붙이는 규격", "Container Network Interface", "파드에 붙이는 규격"},
		{"RPO", "Recovery Point Objective, how much may be lost", "Recovery Point Objective", "how much may be lost"},
		{"CNI", "Container Network Interface", "", "Container Network Interface"},
		{"CNI", "Cloud에서 쓰는 규격", "", "Cloud에서 쓰는 규격"},
		{"S3", "객체 저장소", "", "객체 저장소"},
	} {
		expansion, rest := takeExpansion(tt.short, []card.Block{&card.Paragraph{Content: inlines(tt.text)}})
		if got := card.PlainText(rest); expansion != tt.expansion || got != tt.rest {
			t.Errorf("takeExpansion(%q, %q) = %q, %q", tt.short, tt.text, expansion, got)
		}
	}
}

// FuzzBuild makes sure that no names or definitions break the building, and
// that nothing gets lost.
func FuzzBuild(f *testing.F) {
	for _, s := range []string{"EKS(Elastic Kubernetes Service)", "(", "()", "）（", "예)", "\u200b", "\xff", "ㄱ", "🇰🇷", "a_b-c", "-", "S", "ß", "İ"} {
		f.Add(s, s, s)
	}
	f.Fuzz(func(t *testing.T, name, expansion, definition string) {
		clean := func(s string) string { return strings.ToValidUTF8(strings.ReplaceAll(s, "|", ""), "?") }
		name, expansion, definition = clean(name), clean(expansion), clean(definition)
		c := collect(name+"|"+expansion+"|"+definition, "x||"+definition, definition+"||"+name)
		senses := 0
		for _, e := range Build(c).Entries {
			senses += len(e.Senses)
		}
		want := 0
		for k := range c.Cards() {
			if Key(k.Term.Name) != "" {
				want++
			}
		}
		if senses != want {
			t.Errorf("%d senses of %d terms", senses, want)
		}
	})
}
