package xlsx

import (
	"slices"
	"strconv"
	"strings"
)

// earlier is a workbook of an earlier run, as the user left it: what must not
// get lost when the notes are converted again. The zero value is none.
type earlier struct {
	own    []ownTitle // the user's columns, from left to right
	rows   []oldRow   // of the sheet of terms
	stored []oldRow   // of the archive
	sheets []*sheet   // the user's sheets
	lost   []string   // what cannot be taken over: "comments", "pictures", …
}

// ownTitle is a column that the user has added.
type ownTitle struct {
	title string
	width float64
}

// oldRow is one row of an earlier sheet of terms.
type oldRow struct {
	id    string
	line  int                 // where it stood
	texts [termColumns]string // what the columns showed
	state cell
	notes cell
	own   []cell // one a column of earlier.own
}

// empty reports whether nothing was ever written into a row.
func (r *oldRow) empty() bool {
	return r.texts == [termColumns]string{} && r.notes.blank() &&
		!slices.ContainsFunc(r.own, func(c cell) bool { return !c.blank() })
}

// empty reports whether a cell has neither content nor a look.
func (c *cell) empty() bool {
	return c.look == nil && c.text == "" && c.runs == nil && c.formula == "" && c.kind == isText && c.link == (link{})
}

// blank reports whether a cell shows nothing.
func (c *cell) blank() bool {
	return c.kind == isText && c.formula == "" && strings.TrimSpace(c.shown()) == ""
}

// ids returns the IDs of all rows, each false.
func (e *earlier) ids() map[string]bool {
	out := make(map[string]bool)
	for _, rows := range [][]oldRow{e.rows, e.stored} {
		for i := range rows {
			out[rows[i].id] = false
		}
	}
	return out
}

// kept is what the rows of an earlier workbook become.
type kept struct {
	byID    map[string]*oldRow // rows whose card is still there
	byHand  []*oldRow          // rows that the user has added
	archive []*oldRow          // rows whose card is gone
}

// sortOut parts the rows of an earlier workbook by what became of their
// cards. A card that has come back takes up its row from the archive.
func (e *earlier) sortOut(alive func(id string) bool) kept {
	k := kept{byID: make(map[string]*oldRow)}
	var archived []*oldRow
	for i := range e.rows {
		r := &e.rows[i]
		switch _, twice := k.byID[r.id]; {
		case r.empty():
		case r.id == "" || twice:
			k.byHand = append(k.byHand, r)
		case alive(r.id):
			k.byID[r.id] = r
		default:
			archived = append(archived, r)
		}
	}
	for i := range e.stored {
		r := &e.stored[i]
		_, twice := k.byID[r.id]
		switch {
		case r.empty():
		case r.id != "" && alive(r.id) && !twice:
			k.byID[r.id] = r
		case r.id == "" || !alive(r.id):
			k.archive = append(k.archive, r)
		}
	}
	k.archive = append(k.archive, archived...)
	return k
}

// stateIn returns a learning state in the words of other labels; words of the
// user's own stay.
func stateIn(l *labels, state cell) cell {
	for _, known := range languages {
		if i := slices.Index(known.states[:], strings.TrimSpace(state.shown())); i >= 0 {
			return cell{text: l.states[i]}
		}
	}
	return state
}

// columnOf returns which of our columns has a title, in any language.
func columnOf(title string) (termColumn, bool) {
	title = strings.TrimSpace(title)
	for _, l := range languages {
		if i := slices.Index(l.columns[:], title); i >= 0 {
			return termColumn(i), true
		}
	}
	return 0, false
}

// headerLabels returns the labels whose titles a row has, if it is the header
// of a sheet of terms: it has the columns without which there is nothing to
// keep.
func headerLabels(titles []string) (*labels, bool) {
	var trimmed []string
	for _, t := range titles {
		trimmed = append(trimmed, strings.TrimSpace(t))
	}
	for _, l := range languages {
		has := func(c termColumn) bool { return slices.Contains(trimmed, l.columns[c]) }
		if has(termNameColumn) && has(definitionColumn) && has(idColumn) {
			return l, true
		}
	}
	return nil, false
}

// unlike returns a name for a user's sheet that none of ours has; Excel takes
// small and capital letters for equal.
func (l *labels) unlike(name string) string {
	for n, base := 2, name; slices.ContainsFunc(l.sheets(), func(s string) bool { return strings.EqualFold(s, name) }); n++ {
		name = base + " " + strconv.Itoa(n)
	}
	return name
}

// moveRow returns a formula with the references to cells of row from made
// references to row to: what stands beside it moves with it. Texts, names and
// references to other rows stay.
func moveRow(formula string, from, to string) string {
	var sb strings.Builder
	for i := 0; i < len(formula); {
		if q := formula[i]; q == '"' || q == '\'' {
			end := strings.IndexByte(formula[i+1:], q)
			if end < 0 {
				return sb.String() + formula[i:]
			}
			sb.WriteString(formula[i : i+end+2])
			i += end + 2
			continue
		}
		word := wordAt(formula[i:])
		if word == "" {
			sb.WriteByte(formula[i])
			i++
			continue
		}
		i += len(word)
		sb.WriteString(moveReference(word, from, to, formula[i:]))
	}
	return sb.String()
}

// wordAt returns the letters, digits and dollar signs that s begins with.
func wordAt(s string) string {
	return s[:len(s)-len(strings.TrimLeftFunc(s, func(r rune) bool {
		return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '$' || r == '_' || r == '.' || r > 0x7F
	}))]
}

// moveReference moves one word of a formula if it is a reference to row from.
// What follows it tells a function or a sheet from a reference.
func moveReference(word, from, to, rest string) string {
	column, ok := strings.CutSuffix(word, from)
	if !ok || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "!") {
		return word
	}
	letters := strings.TrimPrefix(column, "$")
	isColumn := letters != "" && len(letters) <= 3 && strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	if !isColumn {
		return word
	}
	return column + to
}
