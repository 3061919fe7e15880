package parser

// group is a run of sibling rows with what stands above them.
type group struct {
	sec    *section
	parent *row // nil at the top of the section
	rows   []*row
	up     *group // the group that parent is in
	at     int    // the index of parent there

	mixed   decision // memo of isMixed
	aspects decision // memo of listsAspects
	answers decision // memo of announcesKey
	named   decision // memo of namesAbove
	blanks  decision // memo of fillsBlanks
}

// listGroups gives each section its groups: every run of sibling rows, outer
// ones first. Recognisers claim rows, but never move them.
func listGroups(sections []*section) {
	n := 0
	for _, s := range sections {
		n += countGroups(s.rows)
	}
	all, list := make([]group, 0, n), make([]*group, 0, n)
	var add func(group)
	add = func(g group) {
		if len(g.rows) == 0 {
			return
		}
		all = append(all, g)
		up := &all[len(all)-1]
		list = append(list, up)
		for i, r := range g.rows {
			r.at = i
			add(group{sec: g.sec, parent: r, rows: r.rows, up: up, at: i})
		}
	}
	for _, s := range sections {
		from := len(list)
		add(group{sec: s, rows: s.rows})
		s.groups = list[from:len(list):len(list)]
	}
}

func countGroups(rows []*row) int {
	if len(rows) == 0 {
		return 0
	}
	n := 1
	for _, r := range rows {
		n += countGroups(r.rows)
	}
	return n
}
