package xlsx

import (
	"bytes"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"recto/card"
)

// folder is an output folder in memory.
type folder map[string][]byte

func (f folder) Create(name string) (io.WriteCloser, error) { return &file{folder: f, name: name}, nil }

func (f folder) Previous(name string) (io.ReadCloser, error) {
	data, ok := f[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

type file struct {
	bytes.Buffer
	folder folder
	name   string
}

func (f *file) Close() error { f.folder[f.name] = f.Bytes(); return nil }

// export writes the workbook of a collection over what the folder holds.
func export(t testing.TB, c *card.Collection, out folder) card.Diagnostics {
	t.Helper()
	diags, err := (&Exporter{}).Export(c, out)
	if err != nil {
		t.Fatal(err)
	}
	return diags
}

// text makes running text of strings and inlines.
func text(parts ...any) []card.Inline {
	var out []card.Inline
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			out = append(out, &card.Text{Value: p})
		case card.Inline:
			out = append(out, p)
		}
	}
	return out
}

// par makes a paragraph.
func par(parts ...any) card.Block { return &card.Paragraph{Content: text(parts...)} }

// list makes a bulleted list of paragraphs.
func list(items ...string) card.Block {
	l := &card.List{}
	for _, s := range items {
		l.Items = append(l.Items, card.Item{Content: []card.Block{par(s)}})
	}
	return l
}

func bold(s string) card.Inline      { return &card.Strong{Content: text(s)} }
func code(s string) card.Inline      { return &card.CodeSpan{Text: s} }
func highlight(s string) card.Inline { return &card.Highlight{Content: text(s)} }

// noteMaker adds cards to a note.
type noteMaker struct {
	note     *card.Note
	headings []string
	line     int
}

func newNote(file, title string) *noteMaker {
	return &noteMaker{note: &card.Note{File: file, Title: title}, line: 1}
}

func (m *noteMaker) under(headings ...string) *noteMaker {
	m.headings, m.line = headings, m.line+2
	return m
}

func (m *noteMaker) add(k *card.Card) *card.Card {
	m.line += 2
	k.Pos = card.Pos{File: m.note.File, Line: m.line, Col: 1}
	k.Headings = m.headings
	k.Deck = "수업::" + strings.TrimSuffix(m.note.File, ".md")
	k.ID = "c" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, k.Pos.String())
	k.Modified = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	m.note.Cards = append(m.note.Cards, k)
	return k
}

// term adds a definition; expansion may be empty.
func (m *noteMaker) term(name, expansion string, definition ...card.Block) *card.Card {
	return m.add(&card.Card{
		Kind: card.Definition, Rule: "definition", Confidence: 1,
		Front: []card.Block{par(name)}, Back: definition,
		Term: &card.Term{Name: name, Expansion: expansion, Definition: definition},
	})
}

// sample is a small collection in the manner of class notes.
func sample(lang string) *card.Collection {
	k := newNote("01-쿠버네티스.md", "쿠버네티스")
	k.note.Diags.Addf(card.Pos{File: k.note.File, Line: 71}, "a question without an answer; add a line that begins with \"답:\"")
	k.under("쿠버네티스", "구성 요소")
	k.term("파드", "Pod", par("쿠버네티스에서 배포하는 ", bold("가장 작은 단위"), "로, 컨테이너를 하나 이상 담는다.")).Tags = []string{"k8s", "시험"}
	k.term("컨테이너", "Container", par("애플리케이션과 그 실행에 필요한 것을 한데 묶어 격리해 실행하는 단위."), par("예) Docker로 실행한 ", code("nginx"), " 하나"))
	k.term("노드", "Node", par("파드가 실행되는 서버. 가상 머신일 수도 있고 물리 서버일 수도 있다."))
	k.term("kubelet", "", par("각 노드에서 돌며 파드의 컨테이너가 ", highlight("명세대로 떠 있는지"), " 지키는 에이전트."), list("API 서버에서 파드 명세를 받는다", "컨테이너 런타임에 실행을 맡긴다", "상태를 보고한다"))
	k.term("etcd", "", par("클러스터의 상태를 모두 담는 키-값 저장소. ", code("etcdctl snapshot save"), " 로 백업한다."))
	k.under("쿠버네티스", "네트워크")
	k.term("CNI", "Container Network Interface", par("파드에 IP를 주고 서로 통신하게 하는 플러그인의 규격."))
	k.term("서비스", "Service", par("파드 묶음에 고정된 주소를 주는 추상화. 파드가 새로 떠도 주소는 그대로다.")).Tags = []string{"k8s"}
	k.term("인그레스", "Ingress", par("HTTP 경로와 호스트 이름으로 서비스를 나누어 주는 규칙."))
	k.add(&card.Card{Kind: card.Question, Front: []card.Block{par("파드와 컨테이너의 차이는?")}, Back: []card.Block{par("파드는 컨테이너 하나 이상을 ", bold("같은 네트워크와 볼륨"), "으로 묶은 것이다.")}})
	k.add(&card.Card{
		Kind: card.Choice, Front: []card.Block{par("다음 중 컨트롤 플레인의 구성 요소가 아닌 것은?")},
		Options: []card.Option{
			{Label: "1", Content: text("kube-apiserver")}, {Label: "2", Content: text("etcd")},
			{Label: "3", Content: text("kubelet"), Correct: true}, {Label: "4", Content: text("kube-scheduler")},
		},
		Explanation: []card.Block{par("kubelet은 각 노드에서 돈다.")},
	})

	a := newNote("02-클라우드 AWS.md", "클라우드 AWS")
	a.under("AWS", "컴퓨팅")
	a.term("EC2", "Elastic Compute Cloud", par("필요한 만큼 빌려 쓰는 가상 서버."))
	a.term("EKS(Elastic Kubernetes Service)", "", par("AWS가 컨트롤 플레인을 맡아 주는 쿠버네티스. 노드는 EC2나 Fargate로 둔다."))
	a.term("EKS", "", par("AWS의 관리형 쿠버네티스 서비스."))
	a.term("Load Balancer", "", par("들어온 요청을 여러 서버에 나누어 보내는 장치."))
	a.under("AWS", "저장소")
	a.term("S3", "Simple Storage Service", par("파일을 객체로 담는 저장소. 버킷 안에 키로 둔다."), list("Standard: 자주 쓰는 것", "Glacier: 오래 두는 것"))
	a.term("EBS", "Elastic Block Store", par("EC2에 붙이는 디스크. 같은 가용 영역 안에서만 붙일 수 있다."))
	a.term("가용 영역", "Availability Zone", par("한 리전 안에서 전력과 네트워크가 분리된 데이터 센터의 묶음."))
	a.term("3-tier", "", par("화면, 로직, 데이터의 세 층으로 나눈 구조."))

	n := newNote("03-네트워크.md", "네트워크")
	n.under("OSI 7계층")
	n.term("로드밸런서", "load balancer", par("들어온 요청을 여러 서버에 나누어 보내는 장치."))
	n.term("파드", "", par("고래의 무리."))
	n.term("ARP", "Address Resolution Protocol", par("IP 주소로 MAC 주소를 알아내는 프로토콜."))
	n.term("MTU", "Maximum Transmission Unit", par("한 번에 보낼 수 있는 가장 큰 패킷의 크기. 이더넷은 보통 1500바이트."))
	n.term("=1+1", "", par("+82-10-0000-0000 은 전화번호, @x 는 계정, 00123 은 번호, 1E5 는 차수, _x0041_ 은 글자 그대로."))
	n.term("⭐ 중요", "", par("별표는 시험에 나온 것."))
	n.term("까치밥", "", par("ㄲ은 ㄱ에 들어간다."))

	return &card.Collection{
		Notes: []*card.Note{k.note, a.note, n.note},
		Lang:  lang, Title: "수업", Source: "../notes",
	}
}
