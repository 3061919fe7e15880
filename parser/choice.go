package parser

import (
	"cmp"
	"strings"

	"recto/card"
)

// choice is a question with offered answers.
type choice struct {
	g       *group
	stem    *asked
	options []card.Option
	rows    []*row // of the options, then of the key
	offered int    // how many of rows are the options'
	found   []found
	number  string // of the question, as written
	key     []int
	again   bool // the key is an option said again
	explain []card.Block
	after   int // the row after the options in the group

	forWords decision // memo of asksForWords
}

// findChoices makes cards of questions with offered answers whose key can be
// found: in the stem, at an option, below the options or at the end of the
// section or file.
func findChoices(p *pass, s *section) {
	for _, g := range s.groups {
		if g.parent != nil && g.parent.foldsAnswer() {
			continue
		}
		for i := 0; i < len(g.rows); i++ {
			if c := p.choiceAt(g, i); c != nil {
				i = c.after - 1
				p.finishChoice(c)
			}
		}
	}
}

// choiceAt reads the choice whose options begin in row i; nil when they are
// none that anybody offers.
func (p *pass) choiceAt(g *group, i int) *choice {
	if !g.rows[i].free() {
		return nil
	}
	stem, fs, end := findOptions(g, i)
	if fs == nil {
		return nil
	}
	before := i
	if stem == nil {
		if i > 0 && (isKeyRow(g.rows[i-1]) || g.rows[i-1].free() && isBareAnswer(g.rows[i-1])) {
			before--
		}
		stem = p.questionBefore(g, before).last()
	}
	c := &choice{g: g, stem: stem, found: fs, rows: g.rows[i:end], offered: end - i, after: end}
	if stem == nil || !c.isOffer() {
		return nil
	}
	c.readOptions()
	announced := before < i && isBareAnswer(g.rows[before])
	if before < i && (announced || c.keyRow(g.rows[before])) {
		c.rows = g.rows[before:end]
		c.offered += i - before
	}
	c.number = cmp.Or(questionNumber(c.stem.at), headingNumber(g.sec))
	c.findKey(p)
	if len(c.key) == 0 && (announced || !c.offersAnswers()) {
		return nil
	}
	return c
}

// isKeyRow reports whether a row is an answer label with a short key: some
// writers put the key between the question and its options.
func isKeyRow(r *row) bool {
	kind, end := r.label()
	return r.kind == line && r.free() && kind == answerLabel && len(r.plain) > end && len(r.plain)-end <= maxKey && len(r.rows) == 0
}

// maxKey is the most bytes of a key that stands before the options.
const maxKey = 12

// findOptions returns the options that begin in row i, and the row after
// them; stem is the question where it stands on their line.
func findOptions(g *group, i int) (stem *asked, fs []found, end int) {
	if stem, fs = stemOptions(g.rows[i]); fs != nil {
		return stem, fs, i + 1
	}
	if beginsOptions(g.rows[i]) {
		if fs, end = optionRun(g.rows, i); fs != nil {
			return nil, fs, end
		}
	}
	fs, end = boldOption(g, i)
	return nil, fs, end
}

// readOptions takes the options apart.
func (c *choice) readOptions() {
	c.options = make([]card.Option, len(c.found))
	for i, f := range c.found {
		c.options[i] = f.option()
	}
	c.wrap()
	labelTasks(c.options)
}

// unlabelled reports whether the options are boxes or plain items, so that
// their labels are ours.
func (c *choice) unlabelled() bool { return c.found[0].family == taskFamily }

// isOffer reports whether the lines can be answers that a question offers.
func (c *choice) isOffer() bool {
	stem := c.stem.text()
	asking := asks(stem)
	switch {
	case isLabel(stem) && !asking, !asking && enumerates(stem):
		return false
	case c.unlabelled() && !asking && !offers(stem) && !c.judges():
		return false
	case c.found[0].family == 0 && !asking && !offers(stem) && c.asking()*2 >= len(c.found):
		return false
	case c.found[0].family != 1 && c.asksForWords(), c.unlabelled() && c.asking()*2 >= len(c.found):
		return false
	}
	return !c.holdsQuestions() && !reflects(stem)
}

// asking returns how many options are questions themselves, as those of a list
// to work through are.
func (c *choice) asking() int {
	n := 0
	for _, f := range c.found {
		if f.row.asks() {
			n++
		}
	}
	return n
}

// holdsQuestions reports whether the numbered lines are questions themselves:
// they have answers below them, or nothing above them asks.
func (c *choice) holdsQuestions() bool {
	for _, r := range c.rows[:len(c.rows)-1] {
		for _, x := range r.rows {
			if x.labelled() {
				return true
			}
		}
	}
	if c.found[0].family != 0 || c.stem.at != c.g.sec.head {
		return false
	}
	h := c.g.sec.title()
	_, _, key := keyInStem(h)
	return !asks(h) && !offers(h) && key == ""
}

// verdicts are options by which a statement is judged.
var verdicts = set(`true, false, yes, no, o, x, t, f, 참, 거짓, 예, 아니오, 맞다, 틀리다, 맞음, 틀림`)

// judges reports whether the options judge a statement.
func (c *choice) judges() bool {
	for _, f := range c.found {
		if !verdicts.has(card.InlineText(f.option().Content)) {
			return false
		}
	}
	return true
}

// offersAnswers reports whether a run of labelled lines without a key still is
// an offer of answers: the question says so, or letters label at least three,
// or circled numbers below what asks or is a sentence. Lines that each explain
// themselves are an answer.
func (c *choice) offersAnswers() bool {
	fs, stem := c.found, c.stem.text()
	if fs[0].task == card.NoTask && !offers(stem) {
		capitals, circled := fs[0].family == 1, fs[0].family == 3 && (asks(stem) || isSentence(stem) && !announces(stem))
		if len(fs) < 3 || !capitals && !circled {
			return false
		}
	}
	if c.asksForWords() {
		return false
	}
	explained := 0
	for _, f := range fs {
		if findSplit(f.row.words[f.from:f.to]).sep != noSeparator {
			explained++
		}
	}
	return explained*2 <= len(fs)
}

// asksForWords reports whether the question is answered by writing words, not
// by choosing.
func (c *choice) asksForWords() bool {
	if c.forWords == unasked {
		c.forWords = decided(asksForWords(c.stem.text()))
	}
	return c.forWords == yes
}

func asksForWords(stem string) bool {
	return writes.in(stem) && !chooses.in(stem)
}

var (
	writes  = newPhrases("쓰시오", "서술", "기술하", "적으시오", "작성하", "괄호", "빈칸", "빈 칸", "fill in")
	chooses = newPhrases("고르", "다음 중", "보기", "알맞은 것은", "옳은 것은", "맞는 것은", "적절한 것은", "적합한 것은")
)

// wrap adds the further lines of options that run over several.
func (c *choice) wrap() {
	fs := c.found
	at := -1
	for _, r := range c.rows {
		for i, f := range fs {
			if f.row == r {
				at = i
			}
		}
		if at >= 0 && fs[at].row != r {
			c.options[at].Content = joinLines(c.options[at].Content, r.text)
		}
	}
}

// labelTasks gives ticked options letters, because a box is no name.
func labelTasks(options []card.Option) {
	for i := range options {
		if options[i].Label == "" && i < len(optionFamilies[1]) {
			options[i].Label = optionFamilies[1][i]
		}
	}
}

// offers reports whether a question says that answers are offered.
func offers(stem string) bool {
	if offering.in(stem) {
		return true
	}
	if !offeringLatin.in(stem) {
		return false
	}
	s := strings.ToLower(stem)
	return containsAny(s, "choose", "select") || whichOne.in(s)
}

// What questions hold that offer answers.
var (
	offering = newPhrases("다음 중", "다음중", "보기", "고르", "옳지 않은", "알맞은", "다음에서", "次のうち", "どれ", "選",
		"옳은 것", "옳은것", "아닌 것", "아닌것", "않은 것", "않은것", "틀린 것", "틀린것", "맞는 것", "맞는것", "적절한 것", "해당하는 것", "한 것은", "것은?", "것은 ?", "것은？")
	offeringLatin = newPhrases("hoose", "elect", "hich", "HOOSE", "ELECT", "HICH")
	whichOne      = newPhrases("which of", "which one", "which two", "which three", "which is", "which are", "which statement", "which aws", "which service")
)

// questionNumber returns the number that a question is written with.
func questionNumber(r *row) string {
	if r.ordered() {
		return strings.TrimRight(r.mark, ".)")
	}
	if n := numberIn(r.plain[:number(r.plain)]); n != "" {
		return n
	}
	if k, n := r.label(); k == questionLabel {
		return numberIn(r.plain[:n])
	}
	return ""
}

// maxBefore is the most characters before the number of a question.
const maxBefore = 16

// numberIn returns the number in the numbering or label of a question, of at
// most three digits.
func numberIn(s string) string {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 || runes(s[:i]) > maxBefore {
		return ""
	}
	return s[i : i+digits(s[i:], 3)]
}

// offersItems reports whether a line that does not ask leaves a blank, or has
// all to be named that apply.
func offersItems(r *row) bool {
	return r.look.has(underscores) && strings.Contains(r.plain, "__") || r.look.has(latin) && strings.Contains(r.plain, "that apply")
}

// boldOption returns unlabelled list items below a question, one of them in
// bold, or with a mark or label that says it is right. In what is nested below
// a question bold is not enough: answers stress words as well.
func boldOption(g *group, i int) ([]found, int) {
	if !g.rows[i].bullet() {
		return nil, i
	}
	before := g.parent
	if i > 0 {
		before = g.rows[i-1]
	}
	if before == nil || before.kind != line || i > 0 && before.mark != "" || !before.asks() && !offersItems(before) {
		return nil, i
	}
	j, bold := i, 0
	var out []found
	for ; j < len(g.rows); j++ {
		r := g.rows[j]
		if !r.bullet() || !r.free() || r.kind != line || len(r.text) == 0 || len(r.rows) > 0 || r.look.runes > 120 {
			break
		}
		f := found{row: r, family: taskFamily, nr: j - i, task: r.task, to: len(r.plain)}
		if kind, end := r.label(); kind == answerLabel && end < f.to && beginsWord(labelStart(r.words), "correct") { // "Correct answer: 22"
			f.from, f.task = end, card.Done
		}
		if f.task == card.Done || i > 0 && isBold(r.text) || r.look.has(optionMarks) && findRightMark(r.words) != nil {
			bold++
		}
		out = append(out, f)
	}
	if bold == 0 || bold > 1 && !wantsSeveral(before.plain) || bold == len(out) || len(out) < 2 {
		return nil, i
	}
	return out, j
}

// headingNumber returns the number of a heading that only counts questions.
func headingNumber(s *section) string {
	if s.head == nil || !countsQuestion(s) {
		return ""
	}
	return strings.TrimFunc(s.head.plain, func(r rune) bool { return r < '0' || r > '9' })
}

// finishChoice makes the card, or reports that there is no key.
func (p *pass) finishChoice(c *choice) {
	if len(c.key) == 0 {
		p.report(c.stem.at, "choice without a key: %s; add a line such as \"정답: 2\" below the options", quoted(c.stem.text()))
		k := &claim{"choice", nil}
		c.stem.taken(k)
		k.take(c.rows[:c.offered]...)
		return
	}
	for i := range c.options {
		c.options[i].Correct = false
	}
	for _, i := range c.key {
		c.options[i].Correct = true
	}
	k := p.emit("choice", &card.Card{
		Kind: card.Choice, Confidence: 0.95, Front: c.stem.front, Options: c.options,
		Explanation: c.explain, Headings: c.stem.above(c.g),
	}, c.stem.at)
	c.stem.taken(k)
	k.take(c.rows...)
}
