package parser

import "bytes"

// leavesQuote takes those rows off the end of a quotation that Markdown only
// joins to it (CommonMark §5.1, laziness), from the first option or label on:
// who quotes a case goes on with the question below it.
func (b *builder) leavesQuote(quote *row) []*row {
	rows := quote.rows
	for i, r := range rows {
		if i == 0 || !r.joined || r.kind != line || bytes.HasPrefix(bytes.TrimLeft(b.src.lineText(r.line), " \t"), []byte(">")) {
			continue
		}
		if _, n := optionMark(r.words); n > 0 || r.labelled() {
			quote.rows = rows[:i:i]
			r.joined = false
			return rows[i:]
		}
	}
	return nil
}
