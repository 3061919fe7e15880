package mdext

import (
	"bytes"
	"regexp"
	"slices"
)

// yamlKey and tomlKey match a line that a mapping begins with and prose does
// not: a key with nothing, or a space, behind its colon; a table, or a key
// before an equals sign.
var (
	yamlKey = regexp.MustCompile(`^(?:"[^"]+"|'[^']+'|[^\s#:'"\-\[{&*!|>%@` + "`" + `][^:#]*?) *:(?:\s|$)`)
	tomlKey = regexp.MustCompile(`^\s*(?:\[|[\w."'-]+\s*=)`)
)

// FrontMatter finds the metadata at the very top of a note: YAML between two
// lines of ---, the second of which may be ..., or TOML between two of +++. A
// byte order mark before it is allowed. It returns the lines between, the
// format, "yaml" or "toml", and where the text of the note begins. A block
// that is not closed, or whose first line is no key, is no metadata: format
// is empty and bodyStart is 0.
func FrontMatter(src []byte) (meta []byte, format string, bodyStart int) {
	rest := bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	first, rest := cutLine(rest)
	key, closers := yamlKey, []string{"---", "..."}
	switch first {
	case "---":
		format = "yaml"
	case "+++":
		format, key, closers = "toml", tomlKey, []string{"+++"}
	default:
		return nil, "", 0
	}
	start := len(src) - len(rest)
	seen := false
	for len(rest) > 0 {
		at := len(src) - len(rest)
		var line string
		line, rest = cutLine(rest)
		if slices.Contains(closers, line) {
			return src[start:at], format, len(src) - len(rest)
		}
		if !seen && line != "" && line[0] != '#' {
			if !key.MatchString(line) {
				break
			}
			seen = true
		}
	}
	return nil, "", 0
}

// cutLine returns the first line without the white space at its end, and
// what follows it.
func cutLine(src []byte) (line string, rest []byte) {
	i := bytes.IndexByte(src, '\n')
	if i < 0 {
		i = len(src) - 1
	}
	return string(bytes.TrimRight(src[:i+1], " \t\r\n")), src[i+1:]
}
