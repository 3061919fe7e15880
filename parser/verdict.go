package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recto/card"
)

// Statements to judge have their verdict behind them: "IP는 4계층이다. (X)".

// verdictPairs are the verdicts that writers choose between, the affirmative
// first.
var verdictPairs = [][2]string{
	{"O", "X"}, {"○", "×"}, {"⭕", "❌"}, {"⭕️", "❌"}, {"T", "F"}, {"True", "False"},
	{"참", "거짓"}, {"맞음", "틀림"}, {"옳음", "그름"},
}

// verdict is a word that says whether a statement is true, with its place.
type verdict struct {
	word     string
	pair     [2]string // what the writer chose between
	from, to int       // in the words of a line, with brackets and the space before
}

// judged is a statement with its verdict.
type judged struct {
	verdict
	row *row
	why int // where the explanation behind the verdict begins
}

// readVerdict takes a line apart that is a statement with its verdict, and
// behind that at most an explanation.
func readVerdict(r *row) (j judged, ok bool) {
	if r.kind != line || !r.free() || !r.look.has(openers) && !bareVerdicts.end(r.words) && !(r.look.has(separators|sign) && ledVerdicts.end(r.words)) {
		return judged{}, false
	}
	v, ok := findVerdict(r.words)
	if !ok || runes(trim(r.words[r.number():max(v.from, r.number())])) < minStatement {
		return judged{}, false
	}
	rest := r.words[v.to:]
	why := leadMark(strings.TrimLeft(rest, " "))
	if why == 0 && strings.Trim(rest, " .") != "" && !strings.HasPrefix(rest, " - ") && !strings.HasPrefix(rest, ", ") {
		return judged{}, false
	}
	return judged{v, r, len(r.words) - len(strings.TrimLeft(rest[why:], " -,.→:"))}, true
}

// maxBracketed is the most bytes of a verdict with its brackets.
const maxBracketed = 16

// bareVerdicts are the verdicts that need no brackets at the end of a line,
// ledVerdicts those that need a mark before them.
var (
	bareVerdicts = newEndings(`_O _X _○ _× _⭕ _⭕️ _❌ _T _F`)
	ledVerdicts  = newEndings(`_True _False _true _false _TRUE _FALSE _참 _거짓 _맞음 _틀림 _옳음 _그름`)
)

// findVerdict returns a verdict in brackets, or the one that is the last word
// of a text, without the mark before it.
func findVerdict(words string) (v verdict, ok bool) {
	for _, bracket := range [...]string{"(", "[", "（"} {
		for from := 0; ; {
			i := strings.Index(words[from:], bracket)
			if i < 0 {
				break
			}
			from += i + len(bracket)
			if v, ok = verdictAt(words, from-len(bracket), from); ok {
				return v, true
			}
		}
	}
	bare := bareVerdicts.end(words)
	if !bare && !ledVerdicts.end(words) {
		return verdict{}, false
	}
	i := strings.LastIndexByte(words, ' ')
	statement := strings.TrimRight(words[:i], " ")
	before, led := verdictMarks.cut(statement)
	if !led && !bare {
		return verdict{}, false // "this is true"
	}
	v, ok = asVerdict(words[i+1:])
	v.from, v.to = len(strings.TrimRight(before, " ")), len(words)
	return v, ok
}

// verdictMarks lead over from a statement to its verdict.
var verdictMarks = newEndings(`— – - → -> => : ： =`)

// verdictAt returns the verdict in the brackets that open at i and end before
// from.
func verdictAt(words string, i, from int) (v verdict, ok bool) {
	if !beginsVerdict(strings.TrimLeft(words[from:], " ")) {
		return verdict{}, false
	}
	end := closing(words[from:])
	if end < 0 {
		return verdict{}, false
	}
	v, ok = asVerdict(strings.Trim(words[from:from+end], " "))
	_, size := utf8.DecodeRuneInString(words[from+end:])
	v.from, v.to = len(strings.TrimRight(words[:i], " ")), from+end+size
	return v, ok
}

// closing returns where the bracket closes that holds no more than a verdict; -1
// where it holds more.
func closing(s string) int {
	for i, r := range s[:min(len(s), maxBracketed)] {
		if r == ')' || r == ']' || r == '）' {
			return i
		}
	}
	return -1
}

// beginsVerdict reports whether a text begins like a verdict.
func beginsVerdict(s string) bool {
	switch firstRune(s) {
	case 'o', 'O', 'x', 'X', 't', 'T', 'f', 'F', '○', '×', '⭕', '❌', '참', '거', '맞', '틀', '옳', '그':
		return true
	}
	return false
}

// asVerdict returns the verdict that a word is.
func asVerdict(word string) (v verdict, ok bool) {
	for _, pair := range verdictPairs {
		for _, w := range pair {
			if strings.EqualFold(word, w) {
				return verdict{word: w, pair: pair}, true
			}
		}
	}
	return verdict{}, false
}

// minStatement is the fewest characters of a statement to judge.
const minStatement = 6

// findVerdicts makes a card of every statement to judge. Two lines with
// different verdicts are the least, and no question may stand above them: then
// they are the options that it offers.
func findVerdicts(p *pass, s *section) {
	for _, g := range s.groups {
		list := judgedIn(g)
		if len(list) < 2 {
			continue
		}
		p.announcedVerdicts(g, list)
		list = slices.DeleteFunc(list, func(j judged) bool { return !j.row.free() })
		if !g.judges(list) || aboveAsks(g) {
			continue
		}
		for _, j := range list {
			p.judge(g, j)
		}
		if announcesVerdicts(g) {
			(&claim{"verdict", nil}).takeLine(s.head)
		}
	}
}

// judgedIn returns the statements with verdicts among the lines of a group.
func judgedIn(g *group) []judged {
	var list []judged
	for _, r := range g.rows {
		if j, ok := readVerdict(r); ok {
			list = append(list, j)
		}
	}
	return list
}

// announcedVerdicts makes cards of the statements right below a line that says
// that statements are judged: "**True or False**".
func (p *pass) announcedVerdicts(g *group, list []judged) {
	for len(list) > 0 {
		run := adjacent(list)
		list = list[len(run):]
		first := run[0].row.at
		if len(run) < 2 || first == 0 || !announcesBelow(g.rows[first-1]) {
			continue
		}
		for _, j := range run {
			p.judge(g, j)
		}
		(&claim{"verdict", nil}).takeLine(g.rows[first-1])
	}
}

// adjacent returns the statements that a list begins with and that stand right
// below each other.
func adjacent(list []judged) []judged {
	n := 1
	for n < len(list) && list[n].row.at == list[n-1].row.at+1 {
		n++
	}
	return list[:n]
}

// maxAnnouncement is the most characters of a line that announces statements.
const maxAnnouncement = 40

// announcesBelow reports whether a line says that statements are judged below it.
func announcesBelow(r *row) bool {
	return r.kind == line && r.free() && r.look.runes <= maxAnnouncement && judging(r.plain)
}

// judges reports whether the statements among the lines of a group are enough to
// tell that they are there to be judged.
func (g *group) judges(list []judged) bool {
	lines, sentences := 0, 0
	for _, r := range g.rows {
		if r.kind == line {
			lines++
		}
	}
	seen := map[string]bool{}
	for _, j := range list {
		seen[j.word] = true
		if isSentence(j.row.words[:j.from]) {
			sentences++
		}
	}
	if len(list) < 2 || len(list)*2 < lines || (len(seen) < 2 || sentences*2 < len(list)) && !announcesVerdicts(g) {
		return false
	}
	return !slices.ContainsFunc(g.rows, func(r *row) bool { return r.kind == line && (r.asks() || offers(r.plain)) })
}

// aboveAsks reports whether what stands above a group is a question.
func aboveAsks(g *group) bool {
	above := g.parent
	if above == nil {
		above = g.sec.head
	}
	return above != nil && (above.asks() || offers(above.plain)) && !announcesVerdicts(g)
}

// announcesVerdicts reports whether the heading of a group says that
// statements are judged below it.
func announcesVerdicts(g *group) bool {
	return g.sec.head != nil && judging(g.sec.title())
}

// judging reports whether a text says that statements are judged.
func judging(s string) bool {
	h := strings.ToUpper(s)
	return containsAny(h, "OX", "O/X", "O, X", "진위", "참거짓", "참/거짓", "참 거짓", "TRUE OR FALSE", "TRUE/FALSE", "T/F")
}

// judge makes the card of one statement.
func (p *pass) judge(g *group, j judged) {
	r := j.row
	front := cleanFront(cut(r.text, 0, j.from))
	front = mergeText(append(front[:len(front):len(front)], &card.Text{Value: " (" + j.pair[0] + "/" + j.pair[1] + ")"}))
	back := paragraph(plainText(j.word))
	back = append(back, paragraph(cut(r.text, j.why, len(r.plain)))...)
	back = append(back, render(r.rows)...)
	c := &card.Card{Kind: card.Question, Confidence: 0.85, Front: paragraph(front), Back: back, Headings: g.sec.path()}
	p.emit("verdict", c, r, r)
}

// falseWanted are what questions hold that ask for the option that is false.
var falseWanted = newPhrases("틀린", "옳지 않은", "아닌", "않은", "잘못", "incorrect", " not ", "NOT", "false", "wrong")

// readVerdicts takes the key from options that are all judged: "1. … (O)
// 2. … (X)". Which of them the question asks for, it says itself.
func (c *choice) readVerdicts() {
	options := make([]card.Option, len(c.found))
	right := 0
	for i, f := range c.found {
		words := f.row.words[f.from:f.to]
		v, ok := findVerdict(words)
		if !ok || strings.Trim(words[v.to:], " .") != "" {
			return
		}
		options[i] = c.options[i]
		options[i].Content = cut(f.row.text, f.from, f.from+v.from)
		options[i].Correct = (v.word == v.pair[0]) != falseWanted.in(c.stem.text())
		right += pick(options[i].Correct, 1, 0)
	}
	if right > 0 && right < len(options) {
		c.options = options
	}
}
