// Package syntax finds what is coloured in code: comments, strings, numbers
// and keywords. It reads code as an editor's simplest mode does and never
// fails; code in a language that it does not know has no colours.
package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a piece of code is.
type Kind uint8

// The kinds. The zero value is Plain.
const (
	Plain Kind = iota
	Comment
	String
	Number
	Keyword
)

// Piece is a stretch of code of one kind.
type Piece struct {
	Text string
	Kind Kind
}

// Pieces cuts code in a language, named as in the info string of a fence,
// into pieces, which joined are the code again.
func Pieces(lang, code string) []Piece {
	l, ok := languages[strings.ToLower(lang)]
	if !ok {
		return []Piece{{Text: code}}
	}
	var s scanner
	for rest := code; rest != ""; {
		n, kind := l.next(rest, s.plainEnd)
		s.add(rest[:n], kind)
		rest = rest[n:]
	}
	return s.pieces
}

// scanner collects pieces and joins plain ones.
type scanner struct {
	pieces   []Piece
	plainEnd rune // the last character before, when it was plain
}

func (s *scanner) add(text string, kind Kind) {
	s.plainEnd, _ = utf8.DecodeLastRuneInString(text)
	if last := len(s.pieces) - 1; last >= 0 && s.pieces[last].Kind == kind {
		s.pieces[last].Text += text
		return
	}
	s.pieces = append(s.pieces, Piece{text, kind})
}

// next returns the length and the kind of what code begins with.
func (l *language) next(code string, before rune) (int, Kind) {
	for _, c := range l.blocks {
		if strings.HasPrefix(code, c[0]) {
			return closed(code, c[0], c[1]), Comment
		}
	}
	for _, c := range l.lines {
		if strings.HasPrefix(code, c) {
			return lineLen(code), Comment
		}
	}
	for _, quote := range l.quotes {
		if strings.HasPrefix(code, quote) {
			return quoted(code, quote), String
		}
	}
	r, size := utf8.DecodeRuneInString(code)
	switch {
	case unicode.IsDigit(r) && !isWord(before):
		return wordLen(code, true), Number
	case isWord(r):
		n := wordLen(code, false)
		if l.isKeyword(code[:n]) && before != '.' {
			return n, Keyword
		}
		return n, Plain
	}
	return size, Plain
}

func (l *language) isKeyword(word string) bool {
	if l.anyCase {
		word = strings.ToLower(word)
	}
	return l.keywords[word]
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordLen returns the length of the word, or the number with its point, at
// the start.
func wordLen(code string, number bool) int {
	for i, r := range code {
		if !isWord(r) && !(number && r == '.') {
			return i
		}
	}
	return len(code)
}

func lineLen(code string) int {
	if i := strings.IndexByte(code, '\n'); i >= 0 {
		return i
	}
	return len(code)
}

func closed(code, open, end string) int {
	i := strings.Index(code[len(open):], end)
	if i < 0 {
		return len(code)
	}
	return len(open) + i + len(end)
}

// quoted returns the length of a string: to its closing quote, or, for a
// quote of one character that is not a backquote, to the end of the line.
func quoted(code, quote string) int {
	oneLine := len(quote) == 1 && quote != "`"
	for i := len(quote); i < len(code); i++ {
		switch {
		case code[i] == '\\' && quote != "`":
			i++
		case strings.HasPrefix(code[i:], quote):
			return i + len(quote)
		case code[i] == '\n' && oneLine:
			return i
		}
	}
	return len(code)
}
