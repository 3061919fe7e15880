package xlsx

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestRowWriter(t *testing.T) {
	for _, tt := range []struct {
		name string
		cell cell
		want string // between <row r="1"> and </row>
	}{
		{"empty", cell{}, ``},
		{"number", cell{kind: isNumber, number: 1.5}, `<c r="A1"><v>1.5</v></c>`},
		{"large number", cell{kind: isNumber, number: 1e15}, `<c r="A1"><v>1000000000000000</v></c>`},
		{"truth", cell{kind: isBool, number: 1}, `<c r="A1" t="b"><v>1</v></c>`},
		{"text", cell{text: "a < b & \"c\"\n가"}, "<c r=\"A1\" t=\"inlineStr\"><is><t>a &lt; b &amp; &#34;c&#34;\n가</t></is></c>"},
		{"spaces", cell{text: " a"}, `<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>`},
		{"what looks like an escape", cell{text: "_x0041_"}, `<c r="A1" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>`},
		{"formula with a number", cell{kind: isNumber, number: 2, formula: "1+1"}, `<c r="A1"><f>1+1</f><v>2</v></c>`},
		{"formula with a text", cell{text: "ab", formula: `"a"&"b"`}, `<c r="A1" t="str"><f>&#34;a&#34;&amp;&#34;b&#34;</f><v>ab</v></c>`},
		{"formula that shows nothing", cell{formula: "B1"}, `<c r="A1" t="str"><f>B1</f></c>`},
		{
			"link", cell{text: "a.md", link: link{url: "a.md"}},
			`<c r="A1" t="str"><f>HYPERLINK("a.md","a.md")</f><v>a.md</v></c>`,
		},
		{
			"runs", cell{runs: []run{{"a ", face{bold: true}}, {"b", face{code: true, super: true}}}},
			`<c r="A1" t="inlineStr"><is>` +
				`<r><rPr><rFont val="맑은 고딕"/><family val="2"/><b/><color rgb="FF1F2933"/><sz val="10"/></rPr><t xml:space="preserve">a </t></r>` +
				`<r><rPr><rFont val="Consolas"/><family val="2"/><color rgb="FF0F6674"/><sz val="10"/><vertAlign val="superscript"/></rPr><t>b</t></r>` +
				`</is></c>`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			book := &bookWriter{file: excelize.NewFile(), styles: make(map[lookKey]int)}
			w := &rowWriter{bookWriter: book, out: &out, formulaLinks: true}
			if err := w.write(row{cells: []cell{tt.cell}}); err != nil {
				t.Fatal(err)
			}
			if err := w.flush(); err != nil {
				t.Fatal(err)
			}
			if got, want := out.String(), `<row r="1">`+tt.want+`</row>`; got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}
