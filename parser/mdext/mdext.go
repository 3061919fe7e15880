// Package mdext teaches goldmark what people write in their notes beyond
// CommonMark: highlights, formulas, wiki links, comments and tags of Obsidian,
// and emphasis that works next to Korean, Chinese and Japanese text.
//
// It only reads: there are no renderers. Every node keeps its place in the
// source, as [github.com/yuin/goldmark/ast.Node.Pos] and, for blocks, as
// lines. Marks that are not closed, or that look like marks by accident, are
// left as text; reading takes time linear in the size of the note.
package mdext

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// New returns an extension with all the syntax of this package. It works
// beside goldmark's own extensions; its strikethrough, which asks for two
// tildes, comes before theirs.
func New() goldmark.Extender { return extender{} }

type extender struct{}

// Extend implements goldmark.Extender. The numbers place each parser among
// goldmark's: code spans 100, links 200, emphasis and strikethrough 500;
// among blocks, setext headings 100, fenced code 700 and paragraphs 1000.
func (extender) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithBlockParsers(
			util.Prioritized(depthLimit{parser.NewParagraphParser()}, 50),
			util.Prioritized(mathBlockParser{}, 710),
			util.Prioritized(commentBlockParser{}, 720),
		),
		parser.WithInlineParsers(
			util.Prioritized(commentParser{}, 110),
			util.Prioritized(mathParser{}, 120),
			util.Prioritized(wikiLinkParser{}, 130),
			util.Prioritized(tagParser{}, 140),
			util.Prioritized(linkLimit{}, 190),
			util.Prioritized(highlightParser{}, 450),
			util.Prioritized(emphasisParser{}, 451),
			util.Prioritized(strikeParser{}, 452),
		),
		parser.WithASTTransformers(
			util.Prioritized(linkTextTransformer{}, 900),
		),
	)
}
