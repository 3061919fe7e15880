package parser

// attach hangs what writers put below a numbered line without indenting it:
//
//  1. question
//     - answer
//
// Markdown reads two lists (CommonMark §5.3); the writer meant one line with
// what belongs to it.
func attach(rows []*row) []*row {
	var out []*row
	var owner *row
	for _, r := range withoutGiven(rows) {
		r.rows = attach(r.rows)
		switch {
		case r.kind == quote || r.kind == heading || r.kind == details:
			owner = nil
		case r.ordered():
			owner = r
			out = append(out, r)
			continue
		case owner != nil && r.kind == line && !r.gap && (r.bullet() || r.lazy):
			owner.rows = append(owner.rows, r)
			continue
		case r.gap || r.kind != line:
			owner = nil
		}
		out = append(out, r)
	}
	return out
}

// attachAll applies attach to every section.
func attachAll(root *section) {
	for _, s := range root.sections() {
		s.rows = attach(s.rows)
	}
}
