package glossary

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/card"
)

// collect makes a collection of one note of "term | expansion | definition"
// lines; "# heading" lines stand above what follows.
func collect(lines ...string) *card.Collection {
	note := &card.Note{File: "a.md", Title: "Title"}
	var headings []string
	for i, line := range lines {
		if h, ok := strings.CutPrefix(line, "# "); ok {
			headings = strings.Split(h, " / ")
			continue
		}
		parts := strings.SplitN(line+"||", "|", 4)
		k := &card.Card{ID: fmt.Sprint("c", i), Headings: headings, Pos: card.Pos{File: "a.md", Line: i + 1}}
		k.Term = &card.Term{Name: strings.TrimSpace(parts[0]), Expansion: strings.TrimSpace(parts[1])}
		if text := strings.TrimSpace(parts[2]); text != "" {
			k.Term.Definition = []card.Block{&card.Paragraph{Content: inlines(text)}}
		}
		note.Cards = append(note.Cards, k)
	}
	return &card.Collection{Notes: []*card.Note{note}}
}

// inlines makes text of a string; "⏎" is a break, "[[x]]" a wiki link.
func inlines(s string) []card.Inline {
	var out []card.Inline
	for i, line := range strings.Split(s, "⏎") {
		if i > 0 {
			out = append(out, &card.Break{})
		}
		before, rest, linked := strings.Cut(line, "[[")
		out = append(out, &card.Text{Value: before})
		if linked {
			dest, after, _ := strings.Cut(rest, "]]")
			out = append(out, &card.Link{Dest: dest, Wiki: true, Content: inlines(dest)}, &card.Text{Value: after})
		}
	}
	return out
}

// summary shows entries as "name [aliases]: definition / definition".
func summary(g *Glossary) []string {
	var out []string
	for _, e := range g.Entries {
		var senses []string
		for _, s := range e.Senses {
			senses = append(senses, card.PlainText(s.Definition))
		}
		out = append(out, fmt.Sprintf("%s %v: %s", e.Name, e.Aliases, strings.Join(senses, " / ")))
	}
	return out
}

func TestJoin(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"case, spaces, hyphens and width", []string{"Load Balancer||a", "load-balancer||b", "ＬｏａｄBalancer||c"},
			[]string{"Load Balancer []: a / b / c"}},
		{"NFD", []string{"파드||a", "파드||b", "파드||c"}, []string{"파드 []: a / b / c"}},
		{"the commonest spelling wins", []string{"pod||a", "Pod||b", "Pod||c"}, []string{"Pod []: a / b / c"}},
		{"capitals of an abbreviation win a draw", []string{"dns||a", "DNS||b"}, []string{"DNS []: a / b"}},
		{"plural where both occur", []string{"container||a", "Containers||b", "policies||c", "policy||d", "classes||e", "class||f"},
			[]string{"class []: e / f", "container []: a / b", "policy []: c / d"}},
		{"plural alone stays", []string{"windows||a", "DNS||b"}, []string{"DNS []: b", "windows []: a"}},
		{"an abbreviation with and without its words", []string{"EKS||a", "EKS(Elastic Kubernetes Service)||b", "Elastic Kubernetes Service||c"},
			[]string{"EKS []: a / b / c"}},
		{"a term and its original", []string{"Container||a", "컨테이너|Container|b"}, []string{"컨테이너 []: a / b"}},
		{"each names the other", []string{"컨테이너|Container|a", "Container|컨테이너|b"}, []string{"컨테이너 []: a / b"}},
		{"a name that two terms claim is nobody's", []string{"모델|model|a", "모형|model|b", "model||c"},
			[]string{"모델 []: a", "모형 []: b", "model []: c"}},
		{"a chain of names", []string{"쿠버네티스|Kubernetes|a", "Kubernetes|K8s|b", "K8s||c"}, []string{"쿠버네티스 []: a / b / c"}},
		{"signs count", []string{"C||a", "C++||b", "C#||c"}, []string{"C []: a", "C++ []: b", "C# []: c"}},
		{"nameless terms say nothing", []string{"  ||a", "x||b"}, []string{"x []: b"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := summary(Build(collect(tt.lines...)))
			slices.Sort(got)
			want := slices.Sorted(slices.Values(tt.want))
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSensesShareAndRepeat(t *testing.T) {
	g := Build(collect("EKS|Elastic Kubernetes Service|관리형 쿠버네티스.", "EKS||관리형  쿠버네티스.", "EKS||AWS의 서비스", "PC|Personal Computer|a", "PC|Program Counter|b", "PC||c"))
	eks, pc := g.Entries[0], g.Entries[1]
	if s := eks.Senses[1]; s.Original != "Elastic Kubernetes Service" || s.Repeats != eks.Senses[0] {
		t.Errorf("second sense = %+v", s)
	}
	if n := len(eks.Meanings()); n != 2 || !eks.Conflicts() {
		t.Errorf("%d meanings of EKS, conflict %v", n, eks.Conflicts())
	}
	if got := pc.Senses[2].Original; got != "" {
		t.Errorf("original of the third sense = %q, but the others disagree", got)
	}
}

func TestOrder(t *testing.T) {
	g := Build(collect("etcd||", "9장||", "10장||", "나무||", "까치||", "가마||", "각||", "Ünicode||", "ㅋㅋ||", "(괄호)||", "Ω||", "日本||", "API||", "#!||", "파드||", "_under||"))
	var got []string
	for _, e := range g.Entries {
		got = append(got, e.Initial+" "+e.Name)
	}
	want := []string{"ㄱ 가마", "ㄱ 각", "ㄱ (괄호)", "ㄱ 까치", "ㄴ 나무", "ㅋ ㅋㅋ", "ㅍ 파드", "A API", "E etcd", "U _under", "U Ünicode", "0–9 9장", "0–9 10장"}
	if d := cmp.Diff(want, got[:len(want)]); d != "" {
		t.Error(d)
	}
	for _, s := range got[len(want):] {
		if !strings.HasPrefix(s, " ") {
			t.Errorf("%q is not among the rest", s)
		}
	}
}

func TestInitials(t *testing.T) {
	all := Initials()
	if len(all) != 14+26+2 || all[0] != "ㄱ" || all[13] != "ㅎ" || all[14] != "A" || all[40] != Digits || all[41] != Others {
		t.Errorf("initials = %q", all)
	}
	for r := '가'; r <= '힣'; r++ {
		if i := slices.Index(all, Initial(string(r))); i < 0 || i > 13 {
			t.Fatalf("initial of %c = %q", r, Initial(string(r)))
		}
	}
}

func TestRelated(t *testing.T) {
	g := Build(collect(
		"파드||컨테이너를 담고 노드에서 돈다",
		"컨테이너|Container|격리된 실행 단위",
		"컨테이너 런타임||컨테이너를 실행하는 것",
		"노드||파드노드가 아니라 서버다; 노드맵도 아니다",
		"kubelet||pods를 지킨다",
		"pod||[[노드#무엇|노드]] 위에 있다",
		"CRI||컨테이너 런타임의 규격",
		"포드||자동차 CRIME",
	))
	got := make(map[string]string)
	for _, e := range g.Entries {
		var names []string
		for _, r := range e.Related {
			names = append(names, r.Name)
		}
		got[e.Name] = strings.Join(names, ", ")
	}
	want := map[string]string{
		"파드":       "컨테이너, 노드",
		"컨테이너":     "컨테이너 런타임, 파드",
		"컨테이너 런타임": "컨테이너, CRI",
		"노드":       "파드, pod",
		"kubelet":  "pod",
		"pod":      "노드, kubelet",
		"CRI":      "컨테이너 런타임",
		"포드":       "",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestRelatedIsBounded(t *testing.T) {
	lines := []string{"서버||요청을 받는 것"}
	for i := range 50 {
		lines = append(lines, fmt.Sprintf("용어%d||서버의 하나", i))
	}
	for _, e := range Build(collect(lines...)).Entries {
		if len(e.Related) > maxRelated {
			t.Errorf("%s has %d related terms", e.Name, len(e.Related))
		}
	}
}

func TestCategory(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"no headings: the title", []string{"a||x"}, []string{"Title"}},
		{"all below one heading", []string{"# H1", "a||x", "b||x"}, []string{"H1", "H1"}},
		{"chapters below the title", []string{"# H1 / A / B", "a||x", "# H1 / C", "b||x", "# H1", "c||x"}, []string{"A", "C", "H1"}},
		{"several titles", []string{"# A / B", "a||x", "# C", "b||x"}, []string{"A", "C"}},
	} {
		var got []string
		for _, e := range Build(collect(tt.lines...)).Entries {
			got = append(got, e.Senses[0].Category)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

// TestTermWithoutCards makes sure that cards that define nothing are left out.
func TestTermWithoutCards(t *testing.T) {
	c := collect("a||x")
	c.Notes[0].Cards = append(c.Notes[0].Cards, &card.Card{Kind: card.Question})
	if n := len(Build(c).Entries); n != 1 {
		t.Errorf("%d entries, want 1", n)
	}
	if n := len(Build(&card.Collection{}).Entries); n != 0 {
		t.Errorf("%d entries of nothing", n)
	}
}
