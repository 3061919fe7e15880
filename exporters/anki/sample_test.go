package anki

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"recto/card"
	"recto/exporters"
)

var sampleDir = flag.String("sample", "", "write a card of every kind into this folder, for .ci/anki")

// TestWriteSample writes [gallery] in both formats, and as a package what
// became of it later, where -sample says.
func TestWriteSample(t *testing.T) {
	if *sampleDir == "" {
		t.Skip("no -sample")
	}
	for _, s := range []struct {
		folder string
		e      exporters.Exporter
		c      *card.Collection
	}{
		{"csv", &CSV{}, gallery()},
		{"apkg", Package{}, gallery()},
		{"later", Package{}, later()},
	} {
		out, _ := export(t, s.e, s.c)
		for name, b := range out.files {
			path := filepath.Join(*sampleDir, s.folder, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// later returns the gallery after an hour: a card that is now asked both
// ways, a sentence with one more gap, and another picture under the old name.
func later() *card.Collection {
	c := gallery()
	for k := range c.Cards() {
		switch k.ID {
		case "gDefinition":
			k.Kind = card.Reversed
		case "gCloze":
			gap := &card.Cloze{Number: 3, Content: []card.Inline{txt("1974")}}
			k.Front = append(k.Front, para(txt("나온 해는 "), gap))
		case "gImage":
			k.Back[0] = para(&card.Image{Media: file("계층.png", "another")})
		default:
			continue
		}
		k.Modified = k.Modified.Add(time.Hour)
	}
	return c
}

// gallery returns a card of every kind and with every kind of content.
func gallery() *card.Collection {
	c := gather(
		newCard("gDefinition", card.Definition, say("컨테이너(Container)란?"), []card.Block{para(
			txt("애플리케이션을 "), &card.Strong{Content: []card.Inline{txt("격리해서")}}, txt(" 실행하는 단위. 호스트의 "),
			&card.Highlight{Content: []card.Inline{txt("커널을 공유")}}, txt("하므로 가상 머신보다 가볍다. "),
			&card.Link{Dest: "https://docs.docker.com/", Content: []card.Inline{txt("문서")}}, txt(", "),
			&card.Link{Dest: "가상 머신", Wiki: true, Content: []card.Inline{txt("가상 머신")}},
			&card.Footnote{Content: []card.Inline{txt("LXC가 먼저였다")}},
		)}),
		newCard("gChoice", card.Choice, say("다음 중 연결형 프로토콜은?"), nil),
		newCard("gCloze", card.ClozeNote, []card.Block{para(
			txt("TCP는 "), &card.Cloze{Number: 1, Content: []card.Inline{txt("3-way handshake")}}, txt("로 연결하고 "),
			&card.Cloze{Number: 2, Hint: "몇 번?", Content: []card.Inline{txt("네 번")}}, txt("의 악수로 끊는다. 지연은 "),
			&card.Cloze{Number: 1, Content: []card.Inline{&card.MathSpan{TeX: `\frac{1}{2^{n}}`}}}, txt("이다."),
		)}, say("RFC 9293")),
		newCard("gReversed", card.Reversed, say("확인 응답"), say("ACK (acknowledgement)")),
		newCard("gTable", card.Question, say("HTTP 상태 코드의 갈래를 말해 보라."), []card.Block{&card.Table{
			Align: []card.Align{card.Right, card.NoAlign}, Header: row("코드", "뜻"),
			Rows: [][][]card.Inline{row("2xx", "성공"), row("3xx", "다른 곳으로"), row("4xx", "클라이언트 오류"), row("5xx", "서버 오류")},
		}}),
		newCard("gCode", card.Question, []card.Block{para(txt("What does "), &card.CodeSpan{Text: "defer"}, txt(" print here?")), &card.Code{Lang: "go", Text: "for i := range 3 {\n\tdefer fmt.Println(\"deferred call number\", i) // runs last in, first out\n}"}},
			[]card.Block{para(&card.CodeSpan{Text: "2 1 0"}), &card.Quote{Callout: "note", Title: []card.Inline{txt("Why")}, Content: say("Deferred calls run in reverse order.")}}),
		newCard("gMath", card.Question, []card.Block{para(txt("이차방정식 "), &card.MathSpan{TeX: "ax^2+bx+c=0"}, txt("의 근은?"))},
			[]card.Block{&card.Math{TeX: "x=\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a} % the formula\n\\quad (a\\ne 0)"}}),
		newCard("gImage", card.Question, say("그림의 계층을 위에서부터 대라."), []card.Block{
			para(&card.Image{Media: picture(), Alt: "TCP/IP 계층"}),
			&card.List{Ordered: true, Start: 1, Items: []card.Item{{Content: say("응용")}, {Content: say("전송")}, {Content: append(say("인터넷"), &card.List{Items: []card.Item{{Content: say("IP, ICMP")}}})}, {Content: say("네트워크 접근")}}},
			para(&card.Image{Dest: "잃어버린 그림.png"}),
		}),
		newCard("gHostile", card.Question, say(`# [sound:a.mp3] {{c1::b}} \(x\) \[y\] [latex]z[/latex] [[type:Front]] <script>document.title="x"</script> "q", =1+1`+" \u1112\u1161\u11ab N\x00UL D\x7fEL half \xed\xa0\x80 tab\tend"),
			[]card.Block{&card.Code{Text: "#a\t\"b\"\n<img src=x onerror=alert(1)>\n[$]x[/$] {{Front}} \\(x\\)"}}),
	)
	for k := range c.Cards() {
		k.Headings = []string{"네트워크", "전송 계층"}
		k.Tags = []string{"gallery", "net::tcp"}
	}
	choice := c.Notes[0].Cards[1]
	choice.Options = []card.Option{
		{Label: "①", Content: []card.Inline{txt("UDP")}}, {Label: "②", Content: []card.Inline{txt("TCP")}, Correct: true},
		{Label: "③", Content: []card.Inline{txt("IP")}}, {Label: "④", Content: []card.Inline{txt("ICMP")}, Note: []card.Inline{txt("오류 보고용")}},
	}
	choice.Explanation = say("TCP만 데이터를 보내기 전에 연결을 맺는다.")
	c.Vault = "노트"
	return c
}

func row(ss ...string) [][]card.Inline {
	var out [][]card.Inline
	for _, s := range ss {
		out = append(out, []card.Inline{txt(s)})
	}
	return out
}

// picture returns a drawing of four layers.
func picture() *card.Media {
	m := image.NewRGBA(image.Rect(0, 0, 360, 200))
	for y := range 200 {
		for x := range 360 {
			shade := uint8(90 + y/50*45)
			if y%50 < 3 {
				shade = 255
			}
			m.Set(x, y, color.RGBA{shade / 2, shade, 220, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return file("계층.png", b.String())
}
