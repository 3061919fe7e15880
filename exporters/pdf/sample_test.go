package pdf

import "recto/card"

// sample returns cards with every kind of content.
func sample() *card.Collection {
	os := []string{"운영체제", "프로세스와 스레드"}
	return collection(
		&card.Card{Kind: card.Definition, Headings: os, Front: []card.Block{words("컨텍스트 스위칭")},
			Back: []card.Block{para(text1("CPU가 실행 중인 프로세스의 상태("), &card.CodeSpan{Text: "PCB"}, text1(")를 저장하고 다음 프로세스의 상태를 복원하는 작업. "), bold("오버헤드"), text1("가 크다."))}},
		&card.Card{Kind: card.Question, Headings: os, Front: []card.Block{words("TCP는 왜 3-way handshake로 연결을 맺는가?")},
			Back: []card.Block{words("양쪽의 초기 순서 번호를 서로 확인하기 위해서이다."), &card.List{Ordered: true, Start: 1, Items: items(
				para(bold("SYN"), text1(" 클라이언트가 자신의 순서 번호를 보낸다")), words("SYN + ACK 서버가 확인하고 자신의 번호를 보낸다"),
				words("ACK 클라이언트가 확인한다 → 연결이 열린다"))}}},
		&card.Card{Kind: card.Choice, Headings: []string{"자격증", "정보처리기사", "데이터베이스"}, Front: []card.Block{words("다음 중 정규화의 목적이 아닌 것은?")},
			Options: []card.Option{
				{Label: "1", Content: in(text1("데이터 중복의 최소화"))}, {Label: "2", Content: in(text1("삽입·삭제·갱신 이상의 방지"))},
				{Label: "3", Content: in(text1("조인 연산의 감소로 인한 조회 성능 향상")), Correct: true}, {Label: "4", Content: in(text1("데이터 무결성의 유지"))}},
			Explanation: []card.Block{para(text1("정규화는 테이블을 나누므로 조인이 늘어난다. 조회 성능을 위해서는 "), &card.Highlight{Content: in(text1("반정규화"))}, text1("를 한다."))}},
		&card.Card{Kind: card.ClozeNote, Headings: os, Front: []card.Block{para(text1("교착 상태의 네 조건은 "), &card.Cloze{Number: 1, Content: in(text1("상호 배제"))},
			text1(", 점유와 대기, "), &card.Cloze{Number: 2, Hint: "영어로 non-preemption", Content: in(text1("비선점"))}, text1(", 순환 대기이다."))}},
		&card.Card{Kind: card.Question, Headings: []string{"네트워크"}, Deck: "notes::네트워크", Front: []card.Block{words("HTTP 상태 코드의 다섯 범주는?")},
			Back: []card.Block{&card.Table{Align: []card.Align{card.Center, card.NoAlign, card.NoAlign}, Header: row1("코드", "뜻", "예"),
				Rows: [][][]card.Inline{row1("1xx", "정보", "100 Continue"), row1("2xx", "성공", "200 OK, 201 Created"), row1("3xx", "리다이렉션", "301 Moved Permanently"),
					row1("4xx", "클라이언트 오류", "404 Not Found"), row1("5xx", "서버 오류", "503 Service Unavailable")}}}},
		&card.Card{Kind: card.Question, Headings: []string{"Go"}, Deck: "notes::go", Front: []card.Block{words("How do you stop a goroutine that reads from a channel?")},
			Back: []card.Block{para(text1("Close the channel, or pass a "), &card.CodeSpan{Text: "context.Context"}, text1(":")),
				&card.Code{Lang: "go", Text: "for {\n\tselect {\n\tcase v, ok := <-ch:\n\t\tif !ok {\n\t\t\treturn // 닫힘\n\t\t}\n\t\tuse(v)\n\tcase <-ctx.Done():\n\t\treturn\n\t}\n}"}}},
		&card.Card{Kind: card.Reversed, Headings: []string{"한자"}, Deck: "notes::한자", Front: []card.Block{words("訓民正音")},
			Back: []card.Block{words("훈민정음. 백성을 가르치는 바른 소리. 日本語では「訓民正音」をフンミンジョンウムと読む。"), &card.Quote{Content: []card.Block{words("나랏말이 중국과 달라 문자와 서로 통하지 아니하므로…")}}}},
		&card.Card{Kind: card.Question, Headings: []string{"기호"}, Deck: "notes::기호", Front: []card.Block{words("이모지와 기호 😀 → ∑ ✅ ½")},
			Back: []card.Block{words("👩‍💻 👍🏽 🇰🇷 1️⃣ ❤️ ☑ ✗ Ω Ж ⇒ ≤ ∈ ∀ │┌┐ ㈜ ㎏ ℃ ① 谢谢 繁體"), &card.Quote{Callout: "warning", Title: in(text1("주의")), Content: []card.Block{words("서로 다른 글꼴에서 온다.")}},
				&card.List{Items: []card.Item{{Task: card.Done, Content: []card.Block{words("끝난 일")}}, {Task: card.Open, Content: []card.Block{words("남은 일")}}}}}},
		&card.Card{Kind: card.Definition, Headings: os, Front: []card.Block{para(text1("가상 메모리"), &card.Footnote{Label: "1", Content: in(text1("물리 메모리보다 큰 주소 공간을 쓰게 하는 기법"))})},
			Back: []card.Block{para(&card.Emphasis{Content: in(text1("페이지 "), bold("교체"))}, text1(" "), &card.Strike{Content: in(text1("세그먼트"))}, text1(" H"), &card.Subscript{Content: in(text1("2"))}, text1("O x"), &card.Superscript{Content: in(text1("n+1"))},
				text1(" "), &card.Link{Dest: "https://example.com", Content: in(text1("링크"))}, text1(" 각주"), &card.Footnote{Label: "2", Content: in(text1("각주의 글"))}),
				&card.List{Items: []card.Item{{Content: []card.Block{words("첫째"), &card.List{Items: items(words("둘째 단계"), words("또 하나"))}}}, {Content: []card.Block{words("다음")}}}}}},
		&card.Card{Kind: card.Definition, Headings: os, Front: []card.Block{words("아주 긴 답이 있는 카드")}, Back: longAnswer()},
	)
}

func longAnswer() []card.Block {
	var out []card.Block
	for range 14 {
		out = append(out, words("한 장에 다 들어가지 않는 긴 답은 다음 카드로 이어진다. 앞면은 되풀이되고, 번호 뒤에 몇 번째 장인지가 붙는다. Nothing is ever clipped."))
	}
	return out
}
