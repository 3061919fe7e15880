package parser

// countHabits counts, once, how the lines of the file that are no questions
// separate terms from definitions. In lists of words it takes lines apart that
// have no separator, and it drops names that have their explanation in the next
// line.
func (p *pass) countHabits() {
	if p.habit != nil {
		return
	}
	p.habit = new([separatorKinds]int)
	for _, s := range p.sections {
		for _, g := range s.groups {
			for _, r := range g.rows {
				c := r.definable()
				switch {
				case c == nil && r.kind == line && r.mayGloss() && p.listsWords(s):
					r.memo.cand = glossed(r)
				case c != nil && c.onlyFull() && r.at+1 < len(g.rows) && g.rows[r.at+1].joined:
					r.memo.cand = nil
				}
				if c = r.memo.cand; c != nil && (c.score > 0 || c.sep == semicolon) {
					p.habit[c.sep]++
				}
			}
		}
	}
}
