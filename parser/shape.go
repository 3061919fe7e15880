package parser

import (
	"regexp"
	"strings"
)

var (
	// fact matches numbers that are learnt: ports, codes, years, addresses.
	fact       = regexp.MustCompile(`^(?:0|[1-9]\d{0,4}|\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?|/\d{1,2}|[\d~,/ -]+(?:번|년)?)$`)
	firstVerb  = regexp.MustCompile(`^(?i:is|are|was|were|can|has|have|does|do|must|should|will|may)\s`)
	urlLike    = regexp.MustCompile(`(?i)^<?(?:https?|ftp|file|www)\b[:./]|^[\w.+-]+@[\w-]+\.\w+$`)
	noTerm     = regexp.MustCompile(`^[\d\s.,:/~%+()년월일시분초주차회-]*$|(?i)^(?:https?|ftp|file|mailto|localhost|line):|://|^\d{1,2}:\d{2}|^[A-Za-z]:\\|^[~./]*/[\w/]`)
	bareFigure = regexp.MustCompile(`^[\s\d.,:%+~/-]*(?:ms|s|sec|min|MB|KB|GB|TB|kg|g|km|m|cm|mm|px|원|개|명|점|분|초|시간|%|회)?$`)
	latinVerb  = regexp.MustCompile(`(?i)\b(?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|does|do|did|i|we|you|they|it|it's|let's|this|that|there|because|if|so|but|then|also|now)\b`)
	// object matches a word that marks an object or topic inside a text.
	object = regexp.MustCompile(`[가-힣)A-Za-z](?:을|를)\s|[가-힣](?:하는|하여|해서|하고|되는|에서|에는|으로)\s`)
	// subject matches a word that marks a subject or topic inside a text.
	subject  = regexp.MustCompile(`[가-힣)A-Za-z](?:은|는|이|가)\s\S+\s`)
	original = regexp.MustCompile(`[(（][^)）]{2,}[)）]\s*$`)
	pronouns = set(`나, 너, 저, 그, 걔, 우리, 저희, 본인, 사장님, 손님, 엄마, 아빠, 친구, 선생님, 상대, a, b, c`)
	// command matches a command line with options or placeholders.
	command   = regexp.MustCompile(`^[a-z][\w.-]*(?: [\w./=:-]+| [\[{<(][^\]}>)]*[\]}>)])*(?: -[\w-]+| [\[{<][^\]}>]*[\]}>])(?: [\w./=:-]+| [\[{<(][^\]}>)]*[\]}>)])*$`)
	latinWord = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9.+#/&' _-]*$`)
)

// clauseEnds are ends of Korean clauses: what stands before a separator then
// is a sentence, not a term.
var clauseEnds = strings.Fields(`다 요 죠 함 됨 음 임
	하고 하며 하여 해서 하면 되면 되고 되어 때문에 경우 때 지만 는데 으면 려고 므로 니까 도록 보면 따라 위해 통해 대해
	다면 라면 거나 에서 에는 으로 에게 부터 까지`)

// termScore says how much a text looks like a term, roughly between -1 and
// +0.4: short, noun-like, marked by the writer; not a sentence, a URL, a time
// or a number. ok is false for what can never be a term.
func termScore(s string, emphasis bool) (score float64, ok bool) {
	if fact.MatchString(s) {
		return pick(emphasis, 0.1, -0.15), true
	}
	if firstVerb.MatchString(s) {
		score -= 0.4
	}
	if s == "" || noTerm.MatchString(s) || asides.has(s) || !hasLetter(s) && !emphasis {
		return 0, false
	}
	n, nwords := runes(s), len(strings.Fields(s))
	if n > 90 {
		return 0, false
	}
	if emphasis {
		score += 0.2
	}
	switch {
	case n <= 15, n <= 24 && nwords <= 3 && !hasCJK(s):
		score += 0.1
	case n > 60:
		score -= 0.45
	case n > 40:
		score -= 0.3
	case n > 28 && !latinWord.MatchString(s):
		score -= 0.1
	}
	if s[0] >= 'a' && s[0] <= 'z' && command.MatchString(s) {
		return score + 0.2, true
	}
	if s[0] == '[' && s[len(s)-1] == ']' {
		score -= 0.4
	}
	if original.MatchString(s) {
		score += 0.1
	}
	return score + sentencePenalty(strings.TrimSpace(original.ReplaceAllString(s, "")), nwords, emphasis), true
}

// sentencePenalty is negative when a text reads like a clause.
func sentencePenalty(s string, nwords int, emphasis bool) float64 {
	p := 0.0
	korean := hasHangul(s)
	if korean && endsWith(strings.TrimRight(s, ".!"), clauseEnds) && runes(s) > 3 {
		p -= 0.35
	}
	if korean && strings.Contains(s, " ") && object.MatchString(s) {
		p -= 0.3
	}
	if korean && nwords > 3 && subject.MatchString(s) {
		p -= 0.2
	}
	if strings.ContainsAny(s, ".!;") && strings.ContainsAny(strings.TrimRight(s, ".!;"), "!;") || strings.Contains(s, ". ") {
		p -= 0.3
	}
	if strings.Contains(s, ", ") && !emphasis {
		p -= 0.15
	}
	if !hasCJK(s) {
		if nwords > 3 && latinVerb.MatchString(s) {
			p -= 0.3
		}
		if nwords > 7 {
			p -= 0.3
		} else if nwords > 5 {
			p -= 0.1
		}
	} else if nwords > 6 {
		p -= 0.25
	} else if nwords > 4 {
		p -= 0.1
	}
	return p
}

// described matches a description that ends in the kind of thing it asks for:
// "홉 수가 15를 넘지 못하는 프로토콜" wants a name.
var described = regexp.MustCompile(`(?:는|은|한|된|할|인|던|의)\s(?:\S+\s)?(?:것|곳|명령어|명령|프로토콜|기법|방식|방법|용어|알고리즘|기술|단계|계층|장치|언어|도구|서비스|이름|현상|파일|디렉터리|디렉토리|구조|클래스|포트|번호|부트로더|모델|함수|연산자|키워드|시스템|프로그램|메모리|공격|인물|나라|법칙|단위)$`)

// figurePenalty is what a bare figure costs as a definition.
const figurePenalty = 0.35

// definitionScore says how much a text looks like a definition. ok is false
// for what can never be one.
func definitionScore(s string) (score float64, ok bool) {
	s = strings.TrimRight(s, " ")
	if doubt := strings.TrimRight(s, "?？ "); len(s)-len(doubt) >= 2 {
		s = doubt // "??" marks what the writer is not sure of
	}
	if strings.ContainsAny(s, "?？") && asks(s) {
		return 0, false
	}
	if s == "" || urlLike.MatchString(s) && !strings.Contains(s, " ") {
		return 0, false
	}
	if !hasLetter(s) {
		return -figurePenalty, strings.ContainsFunc(s, func(r rune) bool { return r >= '0' && r <= '9' || r == 0 })
	}
	if bareFigure.MatchString(s) {
		return -figurePenalty, true
	}
	if strings.HasSuffix(s, ":") {
		score -= 0.2
	}
	if runes(s) >= 12 {
		score += 0.05
	}
	return score, true
}

// isSentence reports whether a text ends like a Korean or English sentence.
func isSentence(s string) bool {
	return endsWith(strings.TrimSpace(s), sentenceEnds)
}

// sentenceEnds are ends of Korean and English sentences.
var sentenceEnds = strings.Fields(`. 。 ! 다 요 함 됨 음 임`)
