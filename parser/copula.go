package parser

import "strings"

// English prose defines with "is": "A parity bit is a bit that makes the number of
// ones even." One such sentence proves nothing; several side by side are a list
// of definitions.

// copulasBefore are the verbs of such sentences with the article behind them.
var copulasBefore = newPhrases("is a ", "is an ", "is the ", "are the ", "was the ", "was a ", "was an ", "were the ", "is any ", "is one of ")

// minPredicate is the least words behind the verb.
const minPredicate = 4

// findCopula splits such a sentence. The subject is a name with at most an
// indefinite article, or a proper name, so that "The project is a …" is none.
func findCopula(r *row, words string) split {
	if first := firstRune(words); first < 'A' || first > 'Z' {
		return split{}
	}
	for i := strings.IndexByte(words, ' '); i > 0 && i < maxDefined; {
		if rest := words[i+1:]; copulasBefore.begin(rest) {
			term := words[:i]
			from := len(term) - len(withoutArticle(term))
			if !isLatinTerm(term) || strings.HasPrefix(term, "The ") && !isProperName(term[from:]) || countWords(term[from:]) > 4 || countWords(rest) < minPredicate+2 || r.asks() || !namesSubject(term[from:]) {
				return split{}
			}
			if personal.in(rest) || judgement.in(rest[:min(len(rest), maxJudgement)]) || !saysOnly(rest) {
				return split{}
			}
			return split{sep: copula, from: from, left: i, right: i + 1 + strings.IndexByte(rest, ' ') + 1}
		}
		next := strings.IndexByte(words[i+1:], ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return split{}
}

// isProperName reports whether a name is two words or more, each with a capital.
func isProperName(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if n++; w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return n > 1
}

// maxJudgement is how many bytes behind the subject may judge it.
const maxJudgement = 24

// judgement is what sentences say that value or place a thing.
var judgement = newPhrases("the main ", "the best ", "the worst ", "the most ", "the only ", "the first ", "the last ", "the same ", "the next ", "the right ", "the wrong ", "the way ", "the reason ", "the one ", "a good ", "a bad ", "a great ", "a nice ", "a must ", "a lot ", "a bit ", "a problem ", "a friend ")

// saysOnly reports whether what stands behind the verb is one sentence, or goes on
// to speak of the same thing.
func saysOnly(s string) bool {
	_, more, ok := strings.Cut(s, ". ")
	return !ok || further.begin(more)
}

var (
	further  = newPhrases("It ", "Its ", "They ", "Their ", "This ", "These ")
	personal = newPhrases(" I ", " we ", " my ", " our ", " us ", " me ")
)

// namesSubject reports whether the subject of a sentence is a name and does not
// point at something in the text or at people.
func namesSubject(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if antecedents.has(w) || pointers.has(w) || subjects.has(w) {
			return false
		}
	}
	return true
}

// subjects are words of subjects that name no term.
var subjects = set(`what, which, who, why, when, where, how, if, as, so, and, but, then, now, again, next, first, second, third, last, another, each, every, all, everything, nothing, something,
	someone, everyone, nobody, mine, yours, me, us, him, them, today, tomorrow, goal, idea, point, problem, reason, result, answer, question, example, note, case, thing, things, part, step, way, chapter, section, lecture, book, page, project, author, app, team, course,
	is, are, was, were, be, not, in, at, on, for, with, from, by, to, since, because, while, although, after, before, also, however, most, many, few, several, any, no`)
