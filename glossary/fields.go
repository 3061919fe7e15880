package glossary

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// field is what a labelled line of a definition says.
type field int

const (
	noField field = iota
	exampleField
	originalField
	abbreviationField
	aliasField
)

// fieldLabels are the words by which a line says what it is: "예) …",
// "원어: …", "ex) …". They stand for a column where a table made the lines.
var fieldLabels = []struct {
	field field
	label *regexp.Regexp
}{
	{exampleField, regexp.MustCompile(`^(?i:(?:예|예시|사용 예|ex|example|examples)\s*\d*\s*[):：.]|예시\s+[-–]|e\.g\.[,:]?)\s*`)},
	{originalField, regexp.MustCompile(`^(?i:원어|원문|영어|영문|영문명|풀네임|full name|full form|original|stands for)\s*[:：]\s*`)},
	{abbreviationField, regexp.MustCompile(`^(?i:약어|약자|영문 약어|abbr\.?|abbreviation|acronym)\s*[:：]\s*`)},
	{aliasField, regexp.MustCompile(`^(?i:동의어|유의어|이음동의어|다른 이름|별칭|aka|a\.k\.a\.|also known as|synonyms?|aliases)\s*[:：]\s*`)},
}

// longestLabel bounds the search for a label, in bytes.
const longestLabel = 40

// labelOf returns what a line says and how many bytes of its plain text are
// the label; noField for a line without one, or with nothing behind it.
func labelOf(line []card.Inline) (field, int) {
	if len(line) == 0 {
		return noField, 0
	}
	switch line[0].(type) {
	case *card.Text, *card.Strong, *card.Emphasis, *card.Highlight:
	default:
		return noField, 0
	}
	text := card.InlineText(line)
	start := text[:min(len(text), longestLabel)]
	if !strings.ContainsAny(start, "):：.-–") {
		return noField, 0
	}
	for _, l := range fieldLabels {
		if label := l.label.FindString(start); label != "" && len(label) < len(text) {
			return l.field, len(label)
		}
	}
	return noField, 0
}

// fields is a definition taken apart.
type fields struct {
	definition   []card.Block
	examples     []card.Block
	original     string
	abbreviation string
	aliases      []string
}

// readFields takes the lines and list items with a label out of a definition.
// A definition of nothing but examples stays one.
func readFields(blocks []card.Block) fields {
	if !slices.ContainsFunc(blocks, hasLabel) {
		return fields{definition: blocks}
	}
	var f fields
	for _, b := range blocks {
		if rest := f.take(b); rest != nil {
			f.definition = append(f.definition, rest)
		}
	}
	if len(f.definition) == 0 && f.examples != nil {
		f.definition, f.examples = f.examples, nil
	}
	return f
}

// hasLabel reports whether some line of a block has a label.
func hasLabel(b card.Block) bool {
	switch b := b.(type) {
	case *card.Paragraph:
		for line := range lines(b.Content) {
			if kind, _ := labelOf(line); kind != noField {
				return true
			}
		}
	case *card.List:
		for _, it := range b.Items {
			if p, ok := firstParagraph(it); ok && hasLabel(p) {
				return true
			}
		}
	}
	return false
}

// take takes the labelled lines out of a block and returns what is left of
// it; nil for nothing.
func (f *fields) take(b card.Block) card.Block {
	switch b := b.(type) {
	case *card.Paragraph:
		if rest := f.takeLines(b.Content); rest != nil {
			return &card.Paragraph{Content: rest}
		}
		return nil
	case *card.List:
		return f.takeItems(b)
	}
	return b
}

func (f *fields) takeLines(content []card.Inline) (rest []card.Inline) {
	for line := range lines(content) {
		kind, n := labelOf(line)
		if kind != noField {
			f.put(kind, dropPrefix(line, n))
			continue
		}
		if len(rest) > 0 {
			rest = append(rest, &card.Break{})
		}
		rest = append(rest, line...)
	}
	return rest
}

func (f *fields) takeItems(l *card.List) card.Block {
	var rest []card.Item
	for _, it := range l.Items {
		p, ok := firstParagraph(it)
		if !ok || !hasLabel(p) {
			rest = append(rest, it)
			continue
		}
		left := f.takeLines(p.Content)
		if left != nil {
			it.Content = append([]card.Block{&card.Paragraph{Content: left}}, it.Content[1:]...)
			rest = append(rest, it)
			continue
		}
		f.examples = append(f.examples, it.Content[1:]...)
	}
	if rest == nil {
		return nil
	}
	return &card.List{Ordered: l.Ordered, Start: l.Start, Items: rest}
}

// put files what stands behind a label.
func (f *fields) put(kind field, content []card.Inline) {
	text := oneLine(card.InlineText(content))
	switch kind {
	case exampleField:
		f.examples = append(f.examples, &card.Paragraph{Content: content})
	case originalField:
		f.original = text
	case abbreviationField:
		f.abbreviation = text
	case aliasField:
		for name := range strings.SplitSeq(text, ",") {
			f.aliases = append(f.aliases, strings.TrimSpace(name))
		}
	}
}

func firstParagraph(it card.Item) (*card.Paragraph, bool) {
	if len(it.Content) == 0 {
		return nil, false
	}
	p, ok := it.Content[0].(*card.Paragraph)
	return p, ok
}

// lines yields the lines of running text, without the breaks between them.
func lines(content []card.Inline) iter.Seq[[]card.Inline] {
	return func(yield func([]card.Inline) bool) {
		for {
			i := slices.IndexFunc(content, func(in card.Inline) bool { _, ok := in.(*card.Break); return ok })
			if i < 0 {
				yield(content)
				return
			}
			if !yield(content[:i]) {
				return
			}
			content = content[i+1:]
		}
	}
}

// dropPrefix returns a line without the first n bytes of its plain text. What
// is only partly among them is cut when it is plain text, else dropped.
func dropPrefix(line []card.Inline, n int) []card.Inline {
	for len(line) > 0 && n > 0 {
		size := len(card.InlineText(line[:1]))
		if t, ok := line[0].(*card.Text); ok && size > n {
			return append([]card.Inline{&card.Text{Value: t.Value[n:]}}, line[1:]...)
		}
		n -= size
		line = line[1:]
	}
	return line
}

// takeExpansion takes the words behind an abbreviation from the start of its
// definition: "Container Network Interface 파드에 …" of CNI. They have to end
// where the script or the phrase does.
func takeExpansion(abbreviation string, blocks []card.Block) (expansion string, rest []card.Block) {
	if len(blocks) == 0 {
		return "", blocks
	}
	p, ok := blocks[0].(*card.Paragraph)
	if !ok || len(p.Content) == 0 {
		return "", blocks
	}
	t, ok := p.Content[0].(*card.Text)
	if !ok {
		return "", blocks
	}
	words := expansionWords.FindString(t.Value)
	words = strings.TrimRight(words, " ")
	if words == "" || !abbreviates(abbreviation, words) {
		return "", blocks
	}
	left := strings.TrimLeft(t.Value[len(words):], " ,.:;–—-")
	if left == "" || !startsNewPhrase(t.Value[len(words):]) {
		return "", blocks
	}
	content := append([]card.Inline{&card.Text{Value: left}}, p.Content[1:]...)
	return words, append([]card.Block{&card.Paragraph{Content: content}}, blocks[1:]...)
}

// expansionWords is a run of Latin words at the start of a text.
var expansionWords = regexp.MustCompile(`^(?:[A-Za-z][A-Za-z/-]* ?)+`)

// startsNewPhrase reports whether what follows a run of words is a new phrase:
// punctuation, or Korean after a space.
func startsNewPhrase(s string) bool {
	trimmed := strings.TrimLeft(s, " ")
	return strings.ContainsAny(trimmed[:1], ",.:;-") ||
		len(trimmed) < len(s) && hasHangul(string([]rune(trimmed)[:1]))
}
