package xlsx

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"recto/card"
)

// maxURL is the longest URL that Excel follows.
const maxURL = 2080

// maxLiteral is the longest text inside a formula.
const maxLiteral = 255

// sources knows where links to notes lead.
type sources struct {
	folder string          // see card.Collection.Source
	vault  string          // see card.Collection.Vault
	known  map[string]link // by file
}

// newSources returns the links to the notes of a collection.
func newSources(c *card.Collection) *sources {
	return &sources{c.Source, c.Vault, make(map[string]link)}
}

// to returns the link to a note; none when there is no path to it.
func (s *sources) to(file string) link {
	l, ok := s.known[file]
	if !ok {
		l = s.find(file)
		s.known[file] = l
	}
	return l
}

func (s *sources) find(file string) link {
	switch {
	case file == "":
		return link{}
	case s.vault != "":
		name := strings.TrimSuffix(file, ".md")
		return allowed("obsidian://open?vault=" + query(s.vault) + "&file=" + query(name))
	case s.folder == "":
		return link{}
	}
	u := url.URL{Path: path.Join(s.folder, file)}
	return allowed(u.String())
}

// query escapes a value for a URL; Obsidian wants %20 for a space.
func query(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// allowed returns the link to a URL when a workbook may lead there: http,
// https, mailto, obsidian or a relative path.
func allowed(dest string) link {
	dest = asciiURL(dest)
	if len(dest) > maxURL {
		return link{}
	}
	u, err := url.Parse(dest)
	if err != nil {
		return link{}
	}
	switch u.Scheme {
	case "http", "https", "mailto", "obsidian":
		return link{url: dest}
	case "":
		if u.Host == "" && !strings.HasPrefix(dest, "/") && !strings.HasPrefix(dest, "#") {
			return link{url: dest}
		}
	}
	return link{}
}

// sourceText names a place in the notes: "file.md:12".
func sourceText(p card.Pos) string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line)
}

// inside returns the link to a cell of a sheet.
func inside(sheet string, at cellAt) link {
	return link{place: quoteSheet(sheet) + "!" + at.ref()}
}

// formula returns the formula that makes a cell a link; empty when the link
// or the text is too long for one, or there is no link.
func (l link) formula(text string) string {
	dest := l.url
	if l.place != "" {
		dest = "#" + l.place
	}
	if dest == "" || utf16Length(dest) > maxLiteral || utf16Length(text) > maxLiteral {
		return ""
	}
	quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	return "HYPERLINK(" + quote(dest) + "," + quote(text) + ")"
}

// quoteSheet returns the name of a sheet as references write it.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// ref returns a place as formulas write it: "B12".
func (a cellAt) ref() string { return columnName(a.column) + strconv.Itoa(a.row) }

// ref returns an area as formulas write it: "A1:C7".
func (a area) ref() string { return a.from.ref() + ":" + a.to.ref() }

// fixed returns an area as other sheets refer to it: 'sheet'!$A$1:$C$7.
func (a area) fixed(sheet string) string {
	return quoteSheet(sheet) + "!" + a.from.fixed() + ":" + a.to.fixed()
}

func (a cellAt) fixed() string { return "$" + columnName(a.column) + "$" + strconv.Itoa(a.row) }

// columnName returns the letters of a column counted from 1.
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
