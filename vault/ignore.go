package vault

import (
	"path"
	"strings"
)

// rule is one line of an ignore file. https://git-scm.com/docs/gitignore
type rule struct {
	dir      string   // folder of the ignore file
	segments []string // of the pattern, between slashes; "**" is any number of folders
	negated  bool
	folders  bool // matches folders only
}

// parseRules reads the ignore file of a folder. Lines that are no pattern
// are skipped.
func parseRules(dir, text string) []rule {
	var rules []rule
	for line := range strings.Lines(text) {
		if r, ok := parseRule(dir, strings.TrimRight(line, "\r\n")); ok {
			rules = append(rules, r)
		}
	}
	return rules
}

func parseRule(dir, line string) (rule, bool) {
	if strings.HasPrefix(line, "#") {
		return rule{}, false
	}
	line = trimSpaces(line)
	r := rule{dir: dir}
	line, r.negated = strings.CutPrefix(line, "!")
	line, r.folders = strings.CutSuffix(line, "/")
	if line == "" {
		return rule{}, false
	}
	if !strings.Contains(line, "/") {
		line = "**/" + line
	}
	line = strings.TrimPrefix(line, "/")
	for s := range strings.SplitSeq(line, "/") {
		s = strings.ReplaceAll(s, "[!", "[^")
		if _, err := path.Match(s, ""); err != nil {
			return rule{}, false
		}
		r.segments = append(r.segments, s)
	}
	return r, true
}

// trimSpaces removes the spaces at the end of a line, but for one that is
// escaped.
func trimSpaces(line string) string {
	trimmed := strings.TrimRight(line, " ")
	if strings.HasSuffix(trimmed, `\`) && len(trimmed) < len(line) {
		return trimmed + " "
	}
	return trimmed
}

// ignored reports whether the last rule that matches a path excludes it. A
// path below an ignored folder is never asked for, so it cannot be taken
// back.
func ignored(rules []rule, name string, folder bool) bool {
	for i := len(rules) - 1; i >= 0; i-- {
		if rules[i].matches(name, folder) {
			return !rules[i].negated
		}
	}
	return false
}

func (r rule) matches(name string, folder bool) bool {
	if r.folders && !folder {
		return false
	}
	if r.dir != "." {
		var below bool
		if name, below = strings.CutPrefix(name, r.dir+"/"); !below {
			return false
		}
	}
	return matchSegments(r.segments, strings.Split(name, "/"))
}

// matchSegments matches as a glob does, with path elements for letters and
// "**" for the star: at the end it stands for at least one element, elsewhere
// for any number. Only the last star is tried again, which is enough.
func matchSegments(pattern, name []string) bool {
	p, n := 0, 0
	star, retry := -1, 0
	for n < len(name) {
		switch {
		case p < len(pattern) && pattern[p] == "**":
			if p == len(pattern)-1 {
				return true
			}
			star, retry = p, n
			p++
		case p < len(pattern) && matchSegment(pattern[p], name[n]):
			p++
			n++
		case star >= 0:
			retry++
			p, n = star+1, retry
		default:
			return false
		}
	}
	return p == len(pattern)
}

func matchSegment(pattern, s string) bool {
	ok, err := path.Match(pattern, s)
	return ok && err == nil
}
