package parser

// attach hangs what writers put below an item without indenting it far enough:
// "- answer" right below "1. question", " 1) one of them" below "* things".
// Markdown reads two lists (CommonMark §5.3); the writer meant one line with
// what belongs to it. Below a number a list needs no indentation, and elsewhere
// another marker and one space of it.
func attach(rows []*row) []*row {
	var out []*row
	var owner *row
	for _, r := range withoutGiven(rows) {
		r.rows = attach(r.rows)
		switch {
		case r.kind == quote || r.kind == heading || r.kind == details:
			owner = nil
		case owner != nil && r.kind == line && !r.gap && belongsBelow(r, owner):
			owner.rows = append(owner.rows, r)
			continue
		case r.mark != "":
			owner = r
		case r.gap || r.kind != line:
			owner = nil
		}
		out = append(out, r)
	}
	return out
}

// belongsBelow reports whether a line right behind an item, or behind what
// belongs to that, belongs to the item too.
func belongsBelow(r, item *row) bool {
	if r.ordered() || item.bullet() {
		return r.mark != "" && r.col > item.col && lastByte(r.mark) != lastByte(item.mark)
	}
	return r.bullet() || r.lazy
}

func lastByte(s string) byte { return s[len(s)-1] }

// attachAll applies attach to every section.
func attachAll(root *section) {
	for _, s := range root.sections() {
		s.rows = attach(s.rows)
	}
}
