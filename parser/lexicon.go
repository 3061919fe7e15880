package parser

import (
	"strings"
	"unicode/utf8"
)

// words is a set of words and short phrases in lower case.
type words struct {
	list    map[string]bool
	longest int   // in bytes, of what the list holds
	edges   sieve // by first and last byte
	shapes  sieve // by these, the byte in the middle and the length
}

// sieve is a set of small numbers that rules most texts out before they are
// looked up.
type sieve [1024 / 64]uint64

func (s *sieve) add(n int) { s[n/64%len(s)] |= 1 << (n % 64) }

func (s *sieve) has(n int) bool { return s[n/64%len(s)]>>(n%64)&1 != 0 }

func edges(first, last byte) int { return int(first)*31 + int(last)*7 }

func shape(s []byte) int {
	return edges(s[0], s[len(s)-1]) + int(s[len(s)/2])*113 + len(s)*251
}

// lower returns a letter of ASCII in lower case, and any other byte as it is.
func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// maxFolded is how many spaces too many a text may have that a set holds.
const maxFolded = 8

// maxAround is how many bytes of punctuation may stand around it.
const maxAround = 24

// maxWord is the most bytes of what a set holds.
const maxWord = 80

func set(lists ...string) *words {
	w := &words{list: map[string]bool{}}
	for _, l := range lists {
		for f := range strings.SplitSeq(l, ",") {
			f = strings.TrimSpace(f)
			w.list[f] = true
			if f != "" {
				w.edges.add(edges(f[0], f[len(f)-1]))
				w.shapes.add(shape([]byte(f)))
			}
			w.longest = max(w.longest, len(f))
		}
	}
	return w
}

// has reports whether the set holds s; case, spaces at the ends and
// punctuation around it do not matter.
func (w *words) has(s string) bool {
	if len(s) > w.longest+maxFolded+maxAround {
		return false
	}
	if s = trimPunctuation(s); len(s) > w.longest+maxFolded {
		return false
	}
	if s == "" {
		return false
	}
	if !w.edges.has(edges(lower(s[0]), lower(s[len(s)-1]))) {
		return false
	}
	var buf [maxWord]byte
	k := buf[:0]
	for i := range len(s) {
		c := s[i]
		if isSpace(c) && isSpace(k[len(k)-1]) {
			continue
		}
		if len(k) == maxWord {
			return false
		}
		k = append(k, lower(c))
	}
	return w.shapes.has(shape(k)) && w.list[string(k)]
}

// key returns s as the word sets hold it.
func key(s string) string {
	return strings.ToLower(trimPunctuation(foldSpace(s)))
}

// trimPunctuation drops all but letters and digits at both ends.
func trimPunctuation(s string) string {
	if n := len(s); n > 2 && (isWord(s[0]) || beginsSyllable(s)) && (isWord(s[n-1]) || beginsSyllable(s[n-3:])) {
		return s // as nearly always
	}
	for s != "" && !isLetterOrDigit(firstRune(s)) {
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	for s != "" && !isLetterOrDigit(lastRune(s)) {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}

// attributes are names of aspects of a thing. As the left side of a line or
// as a heading they make sense only with the thing's name: "kubelet 역할".
var attributes = set(
	`역할, 기능, 주요 기능, 핵심 기능, 특징, 특성, 주요 특징, 장점, 단점, 장단점, 정의, 개념, 의미, 뜻, 용도, 목적, 이유, 필요성, 배경, 등장 배경, 예, 예시, 사례, 사용 예, 사용 예시, 활용, 활용 예, 사용 사례,
	종류, 유형, 분류, 구성, 구성 요소, 구성요소, 구조, 원리, 동작, 동작 원리, 동작 방식, 작동 원리, 방식, 방법, 사용법, 사용 방법, 설정, 설정 방법, 과정, 절차, 단계, 순서, 조건, 발생 조건, 원인, 해결, 해결책, 해결 방법, 해결방법, 대책, 결과, 효과, 영향, 비교, 차이, 차이점, 공통점,
	한계, 문제점, 주의, 주의점, 주의사항, 고려사항, 성능, 보안, 비용, 가격, 시간 복잡도, 공간 복잡도, 시간복잡도, 공간복잡도, 복잡도, 형식, 문법, 구문, 속성, 옵션, 명령어, 기준, 대상, 범위, 위치, 크기, 단위, 관계, 요약, 설명, 상태, 제약, 제약 조건, 요구사항, 표현, 식, 공식, 증명, 성질,
	실행, 삭제, 생성, 조회, 확인, 설치, 접근, 계층, 이점, 도입 배경, 도입 이유, 사용 이유, 쓰임, 약점, 강점, 주체, 시기, 내용,
	특장점, 왜 필요한가, 왜 필요할까, 왜 사용하는가, 왜 사용할까, 왜 쓰는가, 왜 쓸까, 왜 중요한가, 언제 사용하는가, 언제 쓰는가, 어떻게 동작하는가, 어떻게 사용하는가, 무엇인가, 동작과정, 동작원리, 작동과정, 한 줄 정의, 한줄 정의, 유의사항, 유의점, 유의할 점, 규칙, 원칙, 핵심, 핵심 아이디어, 아이디어, 의의, 동기, 가정, 전제, 결론, 해석, 장점과 단점, 적용, 적용 분야, 적용 사례, 응용, 활용 분야, 주요 특성, 주요 개념, 주요 구성 요소, 동작 과정, 작동 방식, 처리 과정, 실행 과정, 수행 과정, 흐름, 전략, 구현, 구현 방법, 해결 방안, 대안, 발생 원인, 발생 이유, 선언, 선언 방법, 호출, 사용 시기, 사용 목적, 매개변수, 반환값, 반환 값, 입력값, 출력값,
	증상, 진단, 치료, 합병증, 예방, 부작용, 적응증, 금기, 금기증, 기전, 병태생리, 간호, 간호 중재, 위험 요인, 역학, 검사, 정치, 경제, 사회, 문화, 풍습, 제천 행사, 업적`,
	`role, roles, function, functions, feature, features, key features, main features, characteristics, properties, property, advantage, advantages, disadvantage, disadvantages, pros, cons, benefits, drawbacks, limitations, definition, meaning, concept, purpose, goal, goals, use, uses, usage, use case, use cases, example, examples, type, types, kinds, categories, components, parts, structure, architecture, how it works, mechanism, process, steps, procedure, conditions, causes, symptoms, treatment, solution, solutions, difference, differences, comparison, performance, security, cost, pricing, criteria, criterion, metric, metrics, rule, rules, condition, logic, decision, decisions, idea, main idea, key idea, core idea, core concept, core concepts, key concept, key concepts, key point, key points, implication, implications, assumption, assumptions, interpretation, outcome, outcomes, effect, effects, cause, consequence, consequences, impact, significance, importance, motivation, background, context, origin, formula, equation, symbol, unit, units, intuition, application, applications, strategy, strategies, implementation, implementations, short run, long run, efficiency, inefficiency, strengths, weaknesses, strength, weakness, symptom, signs, signs and symptoms, etiology, pathophysiology, diagnosis, treatments, management, complications, prognosis, prevention, indications, contraindications, side effects, adverse effects, dose, dosage, mechanism of action, interventions, nursing interventions, assessment, epidemiology, risk factors, investigations, requirement, responsibility, responsibilities, duties, powers, methods, method, factors, examples of use, time complexity, space complexity, complexity, syntax, options, parameters, returns, format, description, location, size, requirements, notes, terminology, involves, include, includes, properties include, why, when, where, how, what, who, what is it, why use it, why do we need it, why is it important, how does it work, when to use it, benefits include, examples include, types include`,
	`定義, 特徴, 役割, 目的, 種類, 例, 方法, 利点, 欠点, 用途, 構成, 構成要素`,
	`definition, schreibweise, beispiele, beispiel, bemerkung`,
)

// asides are left sides that never name a term: sources, remarks, examples,
// records of when and by whom.
var asides = set(
	`ex, 힌트, 예, 예시, 예를 들어, 예를 들면, 예컨대, 출처, 참고, 참조, 참고자료, 참고 자료, 참고문헌, 참고 링크, 관련 링크, 교재, 비고, 주의, 주의사항, 주, 팁, 추가, 즉, 단, 의문, 궁금한 점, 느낀점, 후기, 한줄평,
	나, 너, 저, 우리, 그, 유용한 사이트, 출제, 기출, 빈출, 정답률, 작성일, 작성일시, 작성자, 일시, 일자, 저자, 지은이, 출판사, 할일, 할 일, 연락처, 내일 할 일, 상황, 원인 분석, 해결 과정, 결과 확인, 난이도, 풀이 시간, 걸린 시간, 문제 링크, 문제링크, 문제유형, 문제 유형, 제출, 페이지, 쪽, 사용 언어`,
	`last updated, instructions, answer, explanation, true or false, e.g, i.e, eg, ie, etc, vs, note, notes, nb, p.s, ps, tip, tips, hint, warning, caution, important, remark, todo, fixme, tbd, see, see also, source, sources, ref, refs, reference, references, figure, fig, created, updated, modified, author, authors, by, difficulty, website, homepage, localhost, credit, credits, photo, prerequisites, for example, in other words, aside, fyi, reminder, disclaimer, simplified, simply put, tl;dr, in short, insight, key insight, key realization, lesson learned, started, finished, deadline, due, progress`,
	`参考, 出典, 注意, 例, メモ`,
)

// records are left sides of a record about the note or of a table of facts.
// They name a term only where the writer marked them as one.
var records = set(
	`강의, 링크, 메모, 노트, 결론, 요약, 정리, 그림, 사진, 이미지, 표, 코드, 실습, 과제, 숙제, 질문, 날짜, 시간, 시각, 장소, 기간, 제목, 이름, 주제, 태그, 카테고리, 분류, 상태, 진행, 진도, 목표, 이메일, 전화, 주소, 버전, 환경, 메모리, 입력, 출력, 제한, 점수, 언어, 학번, 학과, 과목`,
	`link, links, url, tag, tags, image, table, code, date, time, title, subject, name, email, phone, address, category, categories, status, version, course, book, chapter, lecture, week, day, page, pages, input, output, memory, runtime, result, value, values, default, type, level, priority, port, host, user, username, password, key, id`,
)

// sections that hold no terms of their own.
var genericHeadings = set(
	`실습 목표, 실습 환경, 실습 결과, 진행 과정, 맺음말, 목차, 차례, 개요, 서론, 본론, 결론, 들어가며, 들어가기, 들어가기 전에, 시작하며, 시작하기, 시작하기 전에, 마치며, 마무리, 나가며, 끝으로, 요약, 정리, 마무리 정리, 총정리, 참고, 참조, 참고자료, 참고 자료, 참고문헌, 참고 문헌, 참고 링크, 참고 사이트, 참고한 글, 출처, 레퍼런스, 관련 링크, 링크, 관련 문서, 관련 글, 느낀점, 느낀 점, 배운점, 배운 점, 회고, 후기, 소감, 오늘 배운 것, 오늘 한 일, 내일 할 일, 할 일, 다음 단계, 남은 작업, 이슈, 추가, 추가 공부, 추가 정리, 기타, 그 외, 부록, 비고, 메모, 잡담,
	성능 요약, 제출 일자, 분류, 문제 링크, 문제, 문제 풀이, 문제풀이, 연습문제, 연습 문제, 기출문제, 기출 문제, 퀴즈, 문제 설명, 문제 해설, 문제 정의, 제한사항, 제한 사항, 제한조건, 입력, 출력, 입출력, 입출력 예, 입출력 예시, 예제 입력, 예제 출력, 풀이, 풀이 과정, 나의 풀이, 내 풀이, 다른 사람 풀이, 다른 풀이, 접근 방법, 아이디어, 정답 코드, 코드, 소스코드, 소스 코드, 전체 코드, 실습, 실습 과정, 예제, 예제 코드, 과제, 질문, 답변, 질문과 답변, 설치, 환경 설정, 개발 환경, 실행 결과, 결과, 결과 화면, 사진, 그림, 이미지, 일정, 학습 목표, 학습목표, 학습 내용, 강의 내용, 오늘의 학습, 트러블슈팅, 에러, 에러 해결, 오류, 정답, 해설, 답, 소개, 자기소개, 팀원, 문제 풀이 환경, 풀이 소스, 풀이방법, 풀이 방법, 상황, 문제 상황, 원인 분석, 해결 과정, 결과 확인, 에러 메시지, 시도, 후속 작업, 배움의 흐름, 체크리스트, 주의 사항, 주의사항, 유의 사항, 학습 메모, 실습 메모, 암기 사항, 시험 직전 암기, 암기, 용어, 용어 정리, 용어정리, 핵심 정리, 핵심 개념, 키워드, 주요 내용, 부가설명, 배경 지식, 면접 질문, 예상 질문, 꼬리 질문`,
	`toc, til, trouble, troubles, later, contents, table of contents, index, overview, introduction, intro, preface, summary, conclusion, conclusions, recap, takeaways, key takeaways, references, reference, resources, further reading, read more, see also, links, useful links, sources, bibliography, acknowledgements, credits, appendix, notes, note, misc, miscellaneous, other, others, todo, to do, changelog, license, contributing, contributors, installation, install, setup, getting started, quick start, quickstart, prerequisites, requirements, usage, example, examples, sample, samples, code, solution, solutions, exercises, exercise, practice, problems, problem, quiz, questions, questions and answers, q&a, qna, faq, answers, answer, answer key, answers key, explanation, input, output, constraints, approach, intuition, result, results, demo, screenshots, about, about me, agenda, objectives, learning objectives, goals, schedule, homework, assignment, lab, follow up, next steps, motivation, visual overview, insight, insights, key realization, key realizations, feature ideas, ideas, scheduling, tentative schedule, account, flashcards, definitions, topics, start here, review questions, checklist, check list, key takeaway, methods to study, 배운 내용, 학습한 내용, 공부한 내용, 알게 된 점, 알게된 점, 새로 배운 것, 핵심 흐름, check, checkpoint, check point, proof, second proof, toc, tags, glossary, terms, vocabulary, key terms, tips, concepts, basics, background`,
	`やったこと, 結果, 感想, 所感, 環境, 手順, 背景, 目標, 今後, 参考リンク, 課題, 目次, 概要, 参考, 参考文献, 参考資料, まとめ, はじめに, おわりに, 問題, 解答, リンク`,
)
