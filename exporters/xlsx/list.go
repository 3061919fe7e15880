package xlsx

import "slices"

// listSheet plans a sheet that is a list under a header in its first row.
func (p *plan) listSheet(name, tab string, columns []column, rows []row) *sheet {
	return &sheet{
		name: name, tab: tab, columns: columns, count: len(rows), rows: slices.Values(rows),
		frozen: cellAt{1, 2}, repeat: 1,
	}
}

// headerRow returns a row of titles.
func headerRow(titles ...string) row {
	cells := make([]cell, len(titles))
	for i, title := range titles {
		cells[i] = cell{text: title, look: headLook}
	}
	return row{height: headHeight, cells: cells}
}

// fitted returns a row as high as its cells need.
func (p *plan) fitted(columns []column, cells ...cell) row {
	return fit(cells, columns, p.labels.cut)
}
