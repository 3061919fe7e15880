package parser

import "strings"

// A short line with the further lines of its paragraph indented below it is a
// name with what belongs to it, though Markdown drops the indentation
// (CommonMark §4.8):
//
//	Symmetric encryption
//	    one key for both sides

// maxHung is the most characters of a line that others hang below, minHang how
// many columns they are indented.
const (
	maxHung = 40
	minHang = 2
)

// hangAll hangs such lines below their names in every section.
func hangAll(root *section) {
	for _, s := range root.sections() {
		s.rows = hang(s.rows)
	}
}

func hang(rows []*row) []*row {
	var name *row
	n := 0 // rows kept
	for _, r := range rows {
		r.rows = hang(r.rows)
		if hangs(r, name) {
			r.joined = len(name.rows) > 0
			readBullet(r)
			name.rows = append(name.rows, r)
			continue
		}
		rows[n] = r
		name, n = r, n+1
	}
	return rows[:n]
}

// hangs reports whether a row is a line indented below a name.
func hangs(r, name *row) bool {
	return r.joined && r.mark == "" && r.kind == line && name != nil && name.kind == line && name.mark == "" &&
		r.col >= name.col+minHang && name.look.runes <= maxHung && !name.labelled()
}

// readBullet makes an item of a line that begins with a bullet, which Markdown
// took for text because it is indented too far (CommonMark §4.8).
func readBullet(r *row) {
	if len(r.plain) > 2 && strings.IndexByte("-*+", r.plain[0]) >= 0 && r.plain[1] == ' ' {
		r.mark, r.num, r.joined = r.plain[:1], -1, false
		r.memo = memo{}
		r.setText(cut(r.text, 2, len(r.plain)))
	}
}
