package pdf

import "recto/exporters/pdf/geom"

// fitted is a side of a card laid out: its text size and its pages, of which
// there are more than one only when it does not fit at the smallest size.
type fitted struct {
	size  geom.Length
	frame frame
	pages [][]row
}

// sizeStep is the difference between two text sizes that are tried.
const sizeStep = geom.Point / 2

// fit finds the largest size, from most down to least, at which items fill
// one page; when there is none, the largest at which they take no more pages
// than at the least.
func fit(items []item, f frame, most, least geom.Length) fitted {
	most = max(most, least)
	for size := most; ; size = max(size-step(size), least) {
		if size > least && (tooWide(items, f, size) || cutsWords(items, f, size)) {
			continue
		}
		rows := rowsOf(items, f, size)
		if size == least || heightOf(rows) <= f.h {
			return fitPages(items, rows, f, size, most)
		}
	}
}

// step returns the next difference: large sizes are tried less finely.
func step(size geom.Length) geom.Length {
	if size > 14*geom.Point {
		return 2 * sizeStep
	}
	return sizeStep
}

func fitPages(items []item, rows []row, f frame, size, most geom.Length) fitted {
	pages := paginate(rows, f.h)
	if len(pages) == 1 {
		return fitted{size, f, pages}
	}
	for next := size + sizeStep; next <= most; next += sizeStep {
		if tooWide(items, f, next) || cutsWords(items, f, next) {
			break
		}
		more := paginate(rowsOf(items, f, next), f.h)
		if len(more) > len(pages) {
			break
		}
		size, pages = next, more
	}
	return fitted{size, f, pages}
}

// cutsWords reports whether a word would be cut at a size that need not be
// so large: any word of a table, or of a text in large letters.
func cutsWords(items []item, f frame, size geom.Length) bool {
	for i := range items {
		it := &items[i]
		room := it.room(f, size)
		if it.table != nil && sum(it.table.least) > room || it.para != nil && size > 10*geom.Point && it.para.Widest() > room {
			return true
		}
	}
	return false
}

// tooWide reports whether a formula or a table does not fit at a size.
func tooWide(items []item, f frame, size geom.Length) bool {
	for i := range items {
		it := &items[i]
		room := it.room(f, size)
		if it.para != nil && it.para.Rigid() > room-it.hang || it.table != nil && sum(it.table.floors(room)) > room {
			return true
		}
	}
	return false
}

func heightOf(rows []row) geom.Length {
	height := geom.Length(0)
	for i := range rows {
		if i > 0 {
			height += rows[i].gap
		}
		height += rows[i].height
	}
	return height
}

// paginate fills pages with rows. It cuts before rows that must stay with
// the next only when a whole page of them leaves no choice, and repeats the
// header of a table that goes on.
func paginate(rows []row, height geom.Length) [][]row {
	var pages [][]row
	for len(rows) > 0 {
		n := fill1(rows, height)
		pages = append(pages, rows[:n:n])
		rest := rows[n:]
		if head := headerAbove(rows[:n], rest, height); len(head) > 0 {
			rest = append(append([]row(nil), head...), rest...)
		}
		rows = rest
	}
	if len(pages) == 0 {
		pages = [][]row{nil}
	}
	return pages
}

// fill1 returns how many rows go on the next page, at least one.
func fill1(rows []row, height geom.Length) int {
	used := geom.Length(0)
	n := 0
	for n < len(rows) {
		need := rows[n].height
		if n > 0 {
			need += rows[n].gap
		}
		if used+need > height && n > 0 {
			break
		}
		used += need
		n++
	}
	if n == len(rows) {
		return n
	}
	for k := n; k > 0; k-- {
		if !rows[k-1].keep {
			return k
		}
	}
	return n
}

// headerAbove returns the header rows of the table that a page break cuts;
// none when the page would have no room for anything else.
func headerAbove(page, rest []row, height geom.Length) []row {
	if len(rest) == 0 || rest[0].cells == nil || page[len(page)-1].item != rest[0].item {
		return nil
	}
	header := rest[0].item.table.header
	if rest[0].cells.index < header {
		return nil
	}
	var head []row
	for _, r := range page {
		if r.item == rest[0].item && r.cells.index < header {
			head = append(head, r)
		}
	}
	if heightOf(head) > height/3 {
		return nil
	}
	return head
}

// draw adds a page of a side to a layer, centred between top and bottom, a
// little above the middle.
func (s *fitted) draw(l *layer, page int, x, y geom.Length) {
	rows := s.pages[page]
	y += max(0, s.frame.h-heightOf(rows)) * 45 / 100
	var above *row
	for i := range rows {
		r := &rows[i]
		if i > 0 {
			y += r.gap
		}
		r.draw(l, above, s.frame, x, y, s.size)
		y += r.height
		above = r
	}
}
