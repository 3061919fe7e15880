package parser

import "strings"

// commentedCommands returns a fence of commands with a comment behind nearly each
// of them as lines of code and text, which are read as definitions: "git stash
// # save work in progress". It is "" for any other fence.
func commentedCommands(text string) string {
	lines := strings.Split(text, "\n")
	all, explained := 0, 0
	for i, l := range lines {
		if l = strings.TrimSpace(l); l == "" {
			continue
		}
		all++
		lines[i] = ""
		if command, what := cutComment(l); what != "" {
			explained++
			lines[i] = "`" + command + "` # " + what
		}
	}
	if explained < minNotes || explained*4 < all*3 {
		return ""
	}
	return strings.Join(lines, "\n")
}

// cutComment cuts a line of a fence into a command and the comment behind it,
// both empty where it is none. Assignments and blocks are code of a program.
func cutComment(l string) (command, what string) {
	command, what, ok := strings.Cut(strings.TrimPrefix(l, "$ "), " # ")
	command, what = strings.TrimSpace(command), strings.TrimSpace(what)
	if !ok || !hasLetter(command) || !hasLetter(what) || strings.ContainsAny(command, "`{};") || strings.Contains(command, " = ") || command[0] == '#' {
		return "", ""
	}
	return command, what
}
