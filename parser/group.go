package parser

// group is a run of sibling rows with what stands above them.
type group struct {
	sec    *section
	parent *row // nil at the top of the section
	rows   []*row
	up     *group // the group that parent is in
	at     int    // the index of parent there

	mixed decision // memo of isMixed
}

// groups returns every run of sibling rows in s, outer ones first. They are
// listed once: recognisers claim rows, but never move them.
func (s *section) groups() []*group {
	if s.memo.groups == nil {
		s.memo.groups = appendGroups([]*group{}, &group{sec: s, rows: s.rows})
	}
	return s.memo.groups
}

func appendGroups(out []*group, g *group) []*group {
	if len(g.rows) > 0 {
		out = append(out, g)
	}
	for i, r := range g.rows {
		if len(r.rows) > 0 {
			out = appendGroups(out, &group{sec: g.sec, parent: r, rows: r.rows, up: g, at: i})
		}
	}
	return out
}
