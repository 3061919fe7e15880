package parser_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"recto/parser"
)

// families are pieces of notes, one of each layout. %d makes them differ.
var families = []struct{ name, piece string }{
	{"definition", "- 용어%d : 무엇을 뜻하는지 말해 주는 한 줄\n"},
	{"bare", "term%d - 한 줄로 된 설명\n"},
	{"joined", "용어%d : 설명이 길어서\n다음 줄까지 이어진다\n"},
	{"heading", "## 용어%d\n논리적으로 나눈 가상 네트워크\n\n"},
	{"question", "### %d. 컨테이너란?\n실행 환경을 묶은 것\n\n"},
	{"answer", "Q. 물음%d은 무엇인가?\nA. 답이다\n\n"},
	{"label", "문제%d의 답은 무엇인가?\n정답: 둘\n\n"},
	{"details", "<details><summary>물음%d은?</summary>\n\n답\n\n</details>\n\n"},
	{"choice", "%d. 다음 중 맞는 것은?\n① 하나 ② 둘 ③ 셋\n정답: ②\n\n"},
	{"keyless", "### %d. Which is right?\nA) one\nB) two\nC) three\n\n"},
	{"sheet", "## 장 %d\n\n1. 하나는 무엇인가?\n2. 둘은 무엇인가?\n\n### 정답\n\n1. 첫째\n2. 둘째\n\n"},
	{"headedsheet", "## 장 %d\n\n### Question 1: 하나\n\n무엇인가?\n\n### Question 2: 둘\n\n무엇인가?\n\n### Answers\n\n#### Answer 1\n\n첫째\n\n#### Answer 2\n\n둘째\n\n"},
	{"parted", "## 장 %d\n\n### 문제\n\n1. 하나는 무엇인가?\n2. 둘은 무엇인가?\n\n## 정답\n\n### 문제\n\n1. 첫째\n2. 둘째\n\n"},
	{"headedanswer", "### Q%d. 무엇인가?\n#### A1.\n이것이다\n\n"},
	{"given", "%d. 무엇인가?\n- 내 답: 하나\n- 정답: 둘\n\n"},
	{"keys", "%d. 맞는 것은?\nA) 하나\nB) 둘\n\n**%[1]d. Answer: A** - 하나\n*Explanation:* 그래서\n\n"},
	{"hung", "이름 %d\n    그것이 무엇인지 말하는 한 줄\n    또 한 줄\n"},
	{"items", "%d. 이름\n```go\nf()\n```\n\n설명이 있다.\n\n"},
	{"lazyquote", "%d. 알맞은 것은?\n   > 쓰는 명령\n   ① 하나 ② 둘\n   답: ①\n\n"},
	{"statements", "**True or False**\n\n%d. Plants have cells. T\n2. Stones have cells. F\n\n"},
	{"sides", "Front: term %d\nBack: what it means\n\n"},
	{"spaced", "%d. 무엇인가요?\n\n이것이다\n\n"},
	{"blanks", "- 물은 ___도에서 끓는다. (%d)\n"},
	{"phrases", "- Never mind %d.: 신경 쓰지 마세요\n"},
	{"shared", "**이름 %d**\n- 손상: 무엇이 어떻게 되는지 말하는 줄\n- 지배: 무엇을 맡는지 말하는 줄\n\n"},
	{"attached", "* 이름 %d의 단계\n 1) 처음\n 2) 다음\n"},
	{"codes", "- %d: 무엇의 번호인지 말하는 줄\n"},
	{"bracketed", "[이름%d] 그것이 무엇인지 말하는 줄\n"},
	{"runin", "**Term %d.** What it means in a few words.\n\n"},
	{"announced", "이름 %d의 종류는 다음과 같다.\n- 하나\n- 둘\n\n"},
	{"counted", "이름 %d의 요건\n① 하나\n② 둘\n\n"},
	{"senses", "이름 : 뜻 %d\n"},
	{"copula", "A term %d is a thing that makes other things.\n\n"},
	{"dated", "1592 왜란 %d\n"},
	{"commented", "```\nls a%d # 하나를 보인다\nls b # 둘을 보인다\nls c # 셋을 보인다\n```\n\n"},
	{"names", "이름 방식 %d\n그것이 무엇인지 길게 설명하는 한 줄\n\n"},
	{"verdict", "- 문장 %d은 참이다. (O)\n- 다른 문장은 거짓이다. (X)\n\n"},
	{"admonition", "!!! question \"물음%d은 무엇인가?\"\n\n??? success \"정답\"\n    답이다\n\n"},
	{"children", "- **이름%d**\n  - 설명 하나\n  - 설명 둘\n"},
	{"table", "| 용어%d | 뜻 |\n|---|---|\n| a | 하나 |\n| b | 둘 |\n\n"},
	{"fence", "```\n용어%d = 설명한 것\n다른 것 = 설명한 것\n```\n\n"},
	{"prose", "오늘은 수업 %d에서 많은 것을 배웠다. 그래서 정리해 둔다.\n\n"},
	{"quote", "> 인용한 글 %d\n\n"},
	{"boxes", "- [ ] 할 일 %d\n"},
	{"colons", ":x%d}} y"},
	{"inline", "**굵게%d** *기울임* `코드` [링크](https://example.com) $x^2$ ==표시== [[노트]] #태그\n"},
}

// note repeats a piece up to a size in bytes.
func note(piece string, size int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, piece, i)
	}
	return b.Bytes()
}

// BenchmarkParse parses a note of 1 MB made of all families, next to
// goldmark alone on the same bytes.
func BenchmarkParse(b *testing.B) {
	src := mixed(1 << 20)
	b.Run("recto", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			parser.Config{Rules: parser.DefaultRules()}.Parse("a.md", src)
		}
	})
	b.Run("goldmark", func(b *testing.B) {
		md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			md.Parser().Parse(text.NewReader(src))
		}
	})
}

func mixed(size int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, families[i%len(families)].piece, i)
	}
	return b.Bytes()
}

// BenchmarkFamily parses notes of each family at 1 MB and 10 MB: the time per
// byte must not grow.
func BenchmarkFamily(b *testing.B) {
	for _, f := range families {
		for _, mb := range []int{1, 10} {
			b.Run(fmt.Sprintf("%s/%dMB", f.name, mb), func(b *testing.B) {
				src := note(f.piece, mb<<20)
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					parser.Config{Rules: parser.DefaultRules()}.Parse("a.md", src)
				}
			})
		}
	}
}
