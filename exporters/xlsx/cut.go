package xlsx

import "strings"

// cutRuns cuts text to what a cell of a column can hold and its row can show,
// and puts mark at the end of what is left. It reports whether it cut.
func cutRuns(runs []run, columnWidth, size float64, mark string) ([]run, bool) {
	text := joinRuns(runs)
	if utf16Length(text) <= maxUnits && lineCount(text, columnWidth, size) <= maxLines(size) {
		return runs, false
	}
	keep := len(cutUnits(text, maxUnits-utf16Length(mark)))
	keep = min(keep, len(cutLines(text, columnWidth, size, maxLines(size)-1)))
	var out []run
	for _, r := range runs {
		if len(r.text) >= keep {
			r.text = strings.TrimRight(r.text[:keep], " \n")
			out = append(out, r)
			break
		}
		keep -= len(r.text)
		out = append(out, r)
	}
	return append(out, run{text: mark}), true
}

// cutLines returns the longest start of text that stands on so many lines.
func cutLines(text string, columnWidth, size float64, lines int) string {
	low, high := 0, len(text)
	for low < high {
		middle := (low + high + 1) / 2
		if lineCount(text[:middle], columnWidth, size) <= lines {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.ToValidUTF8(text[:low], "")
}

// joinRuns returns the text of runs.
func joinRuns(runs []run) string {
	if len(runs) == 1 {
		return runs[0].text
	}
	var sb strings.Builder
	for _, r := range runs {
		sb.WriteString(r.text)
	}
	return sb.String()
}
