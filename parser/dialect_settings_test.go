package parser_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
	"recto/parser"
)

func TestSettings(t *testing.T) {
	const (
		osr = ".obsidian/plugins/obsidian-spaced-repetition/data.json"
		fo  = ".obsidian/plugins/flashcards-obsidian/data.json"
	)
	tests := []struct {
		name, file, data, note string
		want                   []string
	}{
		{"defaults of the plugin", osr, `{"settings": {}}`, "#flashcards\n\nab;;cd\nq::a\n", []string{"q → a"}},
		{"own tag", osr, `{"settings": {"flashcardTags": ["#카드", "#study"]}}`, "#카드/망\n\nq::a\n", []string{"q → a"}},
		{"own tag, not the usual one", osr, `{"settings": {"flashcardTags": ["#study"]}}`, "#flashcards\n\nq::a\n", nil},
		{"own separators", osr, `{"settings": {"singleLineCardSeparator": ";;", "multilineCardSeparator": "@@", "multilineCardEndMarker": "&&&"}}`,
			"#flashcards\n\nab;;cd\n\nfront\n@@\none\n\ntwo\n&&&\n", []string{"ab → cd", "front → one\ntwo"}},
		{"folders are decks", osr, `{"settings": {"convertFoldersToDecks": true}}`, "q::a\n", []string{"q → a"}},
		{"highlights stay text", osr, `{"settings": {"convertHighlightsToClozes": false}}`, "#flashcards\n\nThe ==x== and ==y== stay here\n", nil},
		{"curly brackets hide", osr, `{"settings": {"convertCurlyBracketsToClozes": true}}`, "#flashcards\n\nThe {{x}} hides\n", []string{"The x hides → "}},
		{"own tag of the other plugin", fo, `{"flashcardsTag": "질문", "inlineSeparator": "=>"}`, "Q #질문\nA\n", []string{"Q → A"}},
		{"an outline of Logseq", "logseq/config.edn", "{}", "- q #card-group\n  - a\n    - b\n", []string{"a → b"}},
		{"broken settings", osr, `{`, "#flashcards\n\nq::a\n", []string{"q → a"}},
		{"another file", ".obsidian/app.json", `{}`, "q::a\n", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var s parser.Settings
			s.Read(test.file, []byte(test.data))
			n := parser.Config{Rules: parser.DefaultRules(), Settings: s}.Parse("in.md", []byte(test.note))
			var got []string
			for _, k := range n.Cards {
				got = append(got, card.PlainText(k.Front)+" → "+card.PlainText(k.Back))
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}
