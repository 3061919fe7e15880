package glossary

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"recto/card"
)

// exampleLabel is how a line says that it is an example: "예) …", "예: …",
// "예시 - …", "ex) …", "e.g. …", "Example: …".
var exampleLabel = regexp.MustCompile(`^(?i:(?:예|예시|보기|ex|example|examples)\s*\d*\s*[):：.]|예시\s+[-–]|e\.g\.[,:]?)\s*`)

// splitExamples parts the lines and list items that call themselves examples
// from a definition. A definition of nothing but examples stays one.
func splitExamples(blocks []card.Block) (definition, examples []card.Block) {
	for i, b := range blocks {
		rest, found := takeExamples(b)
		if len(found) == 0 {
			if definition != nil || examples != nil {
				definition = append(definition, b)
			}
			continue
		}
		if definition == nil && examples == nil {
			definition = slices.Clone(blocks[:i])
		}
		if rest != nil {
			definition = append(definition, rest)
		}
		examples = append(examples, found...)
	}
	if examples == nil || len(definition) == 0 {
		return blocks, nil
	}
	return definition, examples
}

// takeExamples returns what is left of a block, nil for nothing, and the
// examples it held, without their labels.
func takeExamples(b card.Block) (rest card.Block, examples []card.Block) {
	switch b := b.(type) {
	case *card.Paragraph:
		return takeLines(b)
	case *card.List:
		return takeItems(b)
	}
	return b, nil
}

func takeLines(p *card.Paragraph) (card.Block, []card.Block) {
	if !strings.ContainsFunc(card.InlineText(p.Content), isLabelRune) {
		return p, nil
	}
	var rest, found []card.Inline
	for line := range lines(p.Content) {
		into := &rest
		if n := labelLength(line); n > 0 {
			into, line = &found, dropPrefix(line, n)
		}
		if len(*into) > 0 {
			*into = append(*into, &card.Break{})
		}
		*into = append(*into, line...)
	}
	if found == nil {
		return p, nil
	}
	examples := []card.Block{&card.Paragraph{Content: found}}
	if rest == nil {
		return nil, examples
	}
	return &card.Paragraph{Content: rest}, examples
}

func takeItems(l *card.List) (card.Block, []card.Block) {
	var rest []card.Item
	var examples []card.Block
	for _, it := range l.Items {
		p, ok := firstParagraph(it)
		if !ok || labelLength(p.Content) == 0 {
			rest = append(rest, it)
			continue
		}
		examples = append(examples, &card.Paragraph{Content: dropPrefix(p.Content, labelLength(p.Content))})
		examples = append(examples, it.Content[1:]...)
	}
	switch {
	case examples == nil:
		return l, nil
	case rest == nil:
		return nil, examples
	}
	return &card.List{Ordered: l.Ordered, Start: l.Start, Items: rest}, examples
}

func firstParagraph(it card.Item) (*card.Paragraph, bool) {
	if len(it.Content) == 0 {
		return nil, false
	}
	p, ok := it.Content[0].(*card.Paragraph)
	return p, ok
}

// isLabelRune is true for a sign that every example label has.
func isLabelRune(r rune) bool { return strings.ContainsRune("):：.-–", r) }

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

// labelLength returns how many bytes of the line's first text are an example
// label; 0 for none, and for a label with nothing behind it.
func labelLength(line []card.Inline) int {
	if len(line) == 0 {
		return 0
	}
	t, ok := line[0].(*card.Text)
	if !ok {
		return 0
	}
	label := exampleLabel.FindString(t.Value)
	if label == "" || len(label) == len(t.Value) && len(line) == 1 {
		return 0
	}
	return len(label)
}

// dropPrefix returns a line without the first n bytes of its first text.
func dropPrefix(line []card.Inline, n int) []card.Inline {
	rest := line[0].(*card.Text).Value[n:]
	if rest == "" {
		return line[1:]
	}
	return append([]card.Inline{&card.Text{Value: rest}}, line[1:]...)
}
