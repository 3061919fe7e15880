package card

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Dump writes a note's cards in a stable text form for people and tests to
// read: one paragraph a card, with its place, kind, rule and confidence, and
// its content in Markdown-like marks. A break shows as "⏎".
func Dump(w io.Writer, n *Note) error {
	var sb strings.Builder
	for _, c := range n.Cards {
		dumpCard(&sb, c)
	}
	_, err := io.WriteString(w, sb.String())
	return err
}

func dumpCard(sb *strings.Builder, c *Card) {
	fmt.Fprintf(sb, "%d:%d %s by %s %.2f\n", c.Pos.Line, c.Pos.Col, c.Kind, c.Rule, c.Confidence)
	if len(c.Headings) > 0 {
		fmt.Fprintf(sb, "  under %s\n", strings.Join(c.Headings, " > "))
	}
	if c.Origin != "" {
		fmt.Fprintf(sb, "  origin %s\n", c.Origin)
	}
	if c.Schedule != "" {
		fmt.Fprintf(sb, "  schedule %s\n", c.Schedule)
	}
	dumpSide(sb, "front", c.Front)
	for _, o := range c.Options {
		dumpOption(sb, o)
	}
	dumpSide(sb, "back", c.Back)
	dumpSide(sb, "why", c.Explanation)
	if t := c.Term; t != nil && (t.Expansion != "" || len(t.Aliases) > 0 || t.Name != PlainText(c.Front)) {
		fmt.Fprintf(sb, "  term %s", t.Name)
		if t.Expansion != "" {
			fmt.Fprintf(sb, " = %s", t.Expansion)
		}
		for _, a := range t.Aliases {
			fmt.Fprintf(sb, " / %s", a)
		}
		sb.WriteByte('\n')
	}
	sb.WriteByte('\n')
}

func dumpOption(sb *strings.Builder, o Option) {
	sign := "-"
	if o.Correct {
		sign = "+"
	}
	fmt.Fprintf(sb, "  %s %s %s", sign, o.Label, dumpInlines(o.Content))
	if len(o.Note) > 0 {
		fmt.Fprintf(sb, " => %s", dumpInlines(o.Note))
	}
	sb.WriteByte('\n')
}

func dumpSide(sb *strings.Builder, name string, blocks []Block) {
	for i, l := range dumpBlocks(blocks) {
		if i > 0 {
			name = ""
		}
		fmt.Fprintf(sb, "  %-5s | %s\n", name, l)
	}
}

// dumpBlocks returns the lines of blocks.
func dumpBlocks(blocks []Block) []string {
	var lines []string
	for _, b := range blocks {
		lines = append(lines, dumpBlock(b)...)
	}
	return lines
}

func dumpBlock(b Block) []string {
	switch b := b.(type) {
	case *Paragraph:
		return []string{dumpInlines(b.Content)}
	case *Heading:
		return []string{strings.Repeat("#", b.Level) + " " + dumpInlines(b.Content)}
	case *List:
		return dumpList(b)
	case *Quote:
		head := []string{}
		if b.Callout != "" {
			head = append(head, "> [!"+b.Callout+"] "+dumpInlines(b.Title))
		}
		return append(head, indentLines("> ", "> ", dumpBlocks(b.Content))...)
	case *Code:
		return indentLines("``` "+b.Lang+" ", "``` ", strings.Split(b.Text, "\n"))
	case *Table:
		return dumpTable(b)
	case *Math:
		return indentLines("$$ ", "$$ ", strings.Split(b.TeX, "\n"))
	case *Rule:
		return []string{"---"}
	}
	panic("card: unknown block")
}

func dumpList(l *List) []string {
	var lines []string
	for i, it := range l.Items {
		mark := "- "
		if l.Ordered {
			mark = strconv.Itoa(l.Start+i) + ". "
		}
		mark += [...]string{NoTask: "", Open: "[ ] ", Done: "[x] "}[it.Task]
		lines = append(lines, indentLines(mark, strings.Repeat(" ", len(mark)), dumpBlocks(it.Content))...)
	}
	return lines
}

func dumpTable(t *Table) []string {
	var lines []string
	for _, row := range append([][][]Inline{t.Header}, t.Rows...) {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = dumpInlines(c)
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
	}
	return lines
}

// indentLines puts first before the first line and rest before the others.
func indentLines(first, rest string, lines []string) []string {
	if len(lines) == 0 {
		lines = []string{""}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = rest + l
	}
	out[0] = first + lines[0]
	return out
}

func dumpInlines(in []Inline) string {
	var sb strings.Builder
	for _, x := range in {
		sb.WriteString(dumpInline(x))
	}
	return sb.String()
}

func dumpInline(in Inline) string {
	content := dumpInlines(Children(in))
	switch in := in.(type) {
	case *Text:
		return in.Value
	case *Emphasis:
		return "*" + content + "*"
	case *Strong:
		return "**" + content + "**"
	case *Strike:
		return "~~" + content + "~~"
	case *Highlight:
		return "==" + content + "=="
	case *Superscript:
		return "^(" + content + ")"
	case *Subscript:
		return "_(" + content + ")"
	case *CodeSpan:
		return "`" + in.Text + "`"
	case *MathSpan:
		return "$" + in.TeX + "$"
	case *Link:
		if in.Wiki {
			return "[[" + in.Dest + "|" + content + "]]"
		}
		return "[" + content + "](" + in.Dest + ")"
	case *Image:
		return "![" + in.Alt + "](" + in.Dest + ")"
	case *Footnote:
		return "[^" + in.Label + ": " + content + "]"
	case *Cloze:
		if in.Hint != "" {
			content += "::" + in.Hint
		}
		return fmt.Sprintf("{{c%d::%s}}", in.Number, content)
	case *Break:
		return "⏎"
	}
	panic("card: unknown inline")
}
