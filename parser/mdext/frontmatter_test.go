package mdext

import "testing"

func TestFrontMatter(t *testing.T) {
	tests := []struct{ name, src, meta, format, body string }{
		{"yaml", "---\ntitle: 네트워크\ntags: [a]\n---\n# 제목\n", "title: 네트워크\ntags: [a]\n", "yaml", "# 제목\n"},
		{"yaml dots", "---\na: 1\n...\nx", "a: 1\n", "yaml", "x"},
		{"korean key", "---\n태그:\n  - a\n---\nx", "태그:\n  - a\n", "yaml", "x"},
		{"comment first", "---\n# 설정\n\na: 1\n---\n", "# 설정\n\na: 1\n", "yaml", ""},
		{"byte order mark", "\ufeff---\na: 1\n---\nx", "a: 1\n", "yaml", "x"},
		{"carriage returns", "---\r\na: 1\r\n---\r\nx", "a: 1\r\n", "yaml", "x"},
		{"empty", "---\n---\nx", "", "yaml", "x"},
		{"closed at the end", "---\na: 1\n---", "a: 1\n", "yaml", ""},
		{"quoted key", "---\n\"a b\": 1\n---\n", "\"a b\": 1\n", "yaml", ""},
		{"toml", "+++\ntitle = \"x\"\n[extra]\n+++\ny", "title = \"x\"\n[extra]\n", "toml", "y"},
		{"not closed", "---\na: 1\n", "", "", "---\na: 1\n"},
		{"prose", "---\n오늘 배운 것.\n---\nx", "", "", "---\n오늘 배운 것.\n---\nx"},
		{"heading between rules", "---\n# 제목\n글\n---\n", "", "", "---\n# 제목\n글\n---\n"},
		{"list", "---\n- a: 1\n---\n", "", "", "---\n- a: 1\n---\n"},
		{"not at the top", "\n---\na: 1\n---\n", "", "", "\n---\na: 1\n---\n"},
		{"four dashes", "----\na: 1\n----\n", "", "", "----\na: 1\n----\n"},
		{"nothing", "", "", "", ""},
		{"opener alone", "---", "", "", "---"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			meta, format, start := FrontMatter([]byte(tt.src))
			if string(meta) != tt.meta || format != tt.format || tt.src[start:] != tt.body {
				t.Errorf("FrontMatter(%q) = %q, %q, body %q; want %q, %q, body %q",
					tt.src, meta, format, tt.src[start:], tt.meta, tt.format, tt.body)
			}
		})
	}
}
