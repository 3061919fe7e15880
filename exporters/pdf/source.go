package pdf

import (
	"net/url"
	"strings"

	"recto/card"
)

// sources leads from a note's file to the address that opens it.
type sources struct {
	vault, folder string
}

// sourcesOf returns how the notes of a collection are opened: in Obsidian
// when they are a vault, else by their path from the PDF; nil when there is
// no way.
func sourcesOf(c *card.Collection) *sources {
	if c.Vault == "" && c.Source == "" {
		return nil
	}
	return &sources{c.Vault, c.Source}
}

// address returns the address of a note; empty when there is none. The form
// of Obsidian's is described at
// https://help.obsidian.md/Extending+Obsidian/Obsidian+URI.
func (s *sources) address(file string) string {
	switch {
	case s == nil || file == "":
		return ""
	case s.vault != "":
		file = strings.TrimSuffix(file, ".md")
		return "obsidian://open?vault=" + url.PathEscape(s.vault) + "&file=" + url.PathEscape(file)
	}
	path := url.URL{Path: s.folder + "/" + file}
	return path.EscapedPath()
}
