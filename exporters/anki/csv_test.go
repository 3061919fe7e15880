package anki

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"recto/card"
)

const basicHead = `#separator:Comma
#html:true
#notetype:Básico
#notetype:Basique
#notetype:Einfach
#notetype:基本型
#notetype:问答题
#notetype:基本
#notetype:기본
#notetype:Basic
#notetype:Recto Basic
#guid column:1
#deck column:2
#tags column:3
#if matches:update current
`

// sample holds a card of each kind, out of the order of decks.
func sample() *card.Collection {
	picture := file("img/구조.png", "png")
	choice := newCard("rChoice", card.Choice, say("# TCP는?"), nil)
	choice.Deck = "notes::net"
	choice.Headings = []string{"전송 계층", "TCP"}
	choice.Tags = []string{"시험", "net::tcp"}
	choice.Options = []card.Option{
		{Label: "①", Content: []card.Inline{txt("비연결형")}},
		{Label: "②", Content: []card.Inline{txt(`"연결형"`)}, Correct: true, Note: []card.Inline{txt("고침")}},
	}
	choice.Explanation = say("세 번 악수한다.")
	return gather(
		newCard("rBasic", card.Definition, say("TCP란?"), []card.Block{para(txt("a, b"), &card.Break{}, &card.Image{Media: picture})}),
		choice,
		newCard("rTwoWays", card.Reversed, say("ACK"), say("확인 응답")),
		newCard("rCloze", card.ClozeNote, []card.Block{para(txt("SYN 다음은 "), &card.Cloze{Number: 2, Content: []card.Inline{txt("ACK")}})}, nil),
	)
}

func TestCSV(t *testing.T) {
	out, diags := export(t, &CSV{}, sample())
	if len(diags) > 0 {
		t.Errorf("diagnostics: %v", diags)
	}
	const source = `<div class=""recto-source""><small>net/tcp.md</small></div>`
	want := map[string]string{
		"cards.csv": basicHead +
			`"rChoice","notes::net","net::tcp 시험","# TCP는?<ul class=""recto-options"" style=""list-style:none;text-align:left""><li>① 비연결형</li><li>② &quot;연결형&quot;</li></ul>` +
			`<div class=""recto-path""><small>전송 계층 › TCP</small></div>",` +
			`"<ul class=""recto-options"" style=""list-style:none;text-align:left""><li>① 비연결형</li><li class=""recto-right""><b>✓ ② &quot;연결형&quot;</b></li></ul>` +
			`<p>② → 고침</p><div>세 번 악수한다.</div>` + source + `",""` + "\n" +
			`"rBasic","notes::net::tcp","","TCP란?","a, b<br><img src=""recto-8f8cbb7dcf46e0bc7d53.png"">` + source + `",""` + "\n",
		"cards-reversed.csv":                   `"rTwoWays","notes::net::tcp","","ACK","확인 응답` + source + `","y"` + "\n",
		"cards-cloze.csv":                      `"rCloze","notes::net::tcp","","SYN 다음은 {{c2::ACK}}","` + source + `"` + "\n",
		"media/recto-8f8cbb7dcf46e0bc7d53.png": "png",
	}
	for name, want := range want {
		got := out.text(name)
		if name != "cards.csv" && strings.HasSuffix(name, ".csv") {
			head, rest, _ := strings.Cut(got, "#if matches:update current\n")
			if !strings.HasPrefix(head, "#separator:Comma\n#html:true\n#notetype:") {
				t.Errorf("%s has the head\n%s", name, head)
			}
			got = rest
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if len(out.files) != len(want) {
		t.Errorf("%d files", len(out.files))
	}
}

func TestFlags(t *testing.T) {
	tests := []struct{ flag, has, hasNot string }{
		{"--anki-keep", "#if matches:keep current\n", "update current"},
		{"--anki-stock", "#notetype:Basic\n#guid", "Recto Basic"},
	}
	for _, tt := range tests {
		e := &CSV{}
		fs := pflag.NewFlagSet("recto", pflag.ContinueOnError)
		e.Flags(fs)
		if err := fs.Parse([]string{tt.flag}); err != nil {
			t.Fatal(err)
		}
		out, _ := export(t, e, sample())
		if got := out.text("cards.csv"); !strings.Contains(got, tt.has) || strings.Contains(got, tt.hasNot) {
			t.Errorf("%s: %s", tt.flag, got)
		}
	}
}

// TestRecords reads the rows as any reader of CSV would.
func TestRecords(t *testing.T) {
	var cards []*card.Card
	nasty := []string{"#a", `"`, `a"b`, "a\nb", "a\r\nb", ",", " x ", "=1+1", "tags:", "\\.", "'"}
	for i, s := range nasty {
		cards = append(cards, newCard(fmt.Sprint("r", i), card.Question, say(s), []card.Block{&card.Code{Text: s}}))
	}
	out, _ := export(t, &CSV{}, gather(cards...))
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.text("cards.csv"), basicHead)))
	records, err := r.ReadAll()
	if err != nil || len(records) != len(nasty) {
		t.Fatal(len(records), err)
	}
	for i, rec := range records {
		if got, want := textOf(t, rec[3]), clean(nasty[i]); got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}

// TestLeftOut has cards that Anki could not ask.
func TestLeftOut(t *testing.T) {
	noBlank := newCard("r3", card.ClozeNote, say("nothing hidden"), nil)
	noBlank.Pos.Line = 3
	twice := newCard("r1", card.Question, say("again"), say("b"))
	twice.Pos.Line = 4
	broken := newCard("r5", card.Question, []card.Block{para(&card.Image{Dest: "x.png", Alt: "plan", Media: unreadable("x.png")})}, nil)
	broken.Pos.Line = 5
	c := gather(newCard("r1", card.Question, say("a"), say("b")), newCard("r2", card.Question, say(" "), say("b")), noBlank, twice, broken)
	out, diags := export(t, &CSV{}, c)
	want := []string{
		"net/tcp.md:1: the front of the card shows nothing and was left out of Anki; write a question",
		"net/tcp.md:3: the sentence hides no words that Anki could ask and was left out; mark some",
		`net/tcp.md:4: the card has the same id "r1" as the one at net/tcp.md:1 and was left out of Anki; give it another`,
		"net/tcp.md:5: the file is shown by its name only: opening x.png: permission denied",
	}
	var got []string
	for _, d := range diags {
		got = append(got, d.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := strings.Count(out.text("cards.csv"), "\n\""); n != 2 {
		t.Errorf("%d rows:\n%s", n, out.text("cards.csv"))
	}
}

func TestErrors(t *testing.T) {
	if _, err := (&CSV{}).Export(gather(&card.Card{Front: say("a")}), newFolder()); !errors.Is(err, errNoID) {
		t.Errorf("a card without id: %v", err)
	}
	for _, name := range []string{"cards.csv", "cards-cloze.csv", "media/recto-8f8cbb7dcf46e0bc7d53.png"} {
		out := newFolder()
		out.fail = name
		if _, err := (&CSV{}).Export(sample(), out); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDeckName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"a::b", "a::b"},
		{" a :: b ", "a::b"},
		{"a:::b", "a::b"},
		{"a::::b:", "a::b"},
		{"\u1112\u1161\u11ab", "한"},
		{"a\tb\x00", "a b"},
		{"", "recto"},
		{"101", "recto 101"},
		{"1::2::3::4::5::6::7::8::9::10::11::12", "1::2::3::4::5::6::7::8::9::10 11 12"},
	}
	for _, tt := range tests {
		if got := deckName(tt.in); got != tt.want {
			t.Errorf("%q became %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTagNames(t *testing.T) {
	got := tagNames([]string{"b c", "a", "a", "x::  ::y", "::", "전각\u3000공백"})
	want := []string{"a", "b_c", "x::y", "전각_공백"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
