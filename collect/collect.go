// Package collect reads the notes of a run in parallel, finds the files they
// show, and puts everything in path order.
package collect

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"

	"recto/card"
	"recto/parser"
	"recto/vault"
)

// Source is where notes come from: a Folder or a Text.
type Source interface {
	// Notes returns the names of the notes in their order.
	Notes() ([]string, card.Diagnostics)
	// Read returns the text of a note; nil when it has none to use.
	Read(name string) ([]byte, card.Diagnostics)
	// Media returns a file that a note shows; nil for a remote one.
	Media(note, dest string) (*card.Media, error)
}

// Input is one source with its place among others.
type Input struct {
	Source Source
	Prefix string // goes in front of the names of its notes
	Root   string // the root of its decks; "" for none
	// Settings are those of other tools beside the notes.
	Settings parser.Settings
}

// Config says how notes are collected.
type Config struct {
	Parser parser.Config // an empty Deck is the Root of the input
	Lang   string        // "" for the language of most cards
	Vault  string
	// Progress is told how many of all notes are done; it may be nil. Calls
	// do not overlap.
	Progress func(done, all int)
}

// job is one note to read.
type job struct {
	in   Input
	name string
}

// Notes reads and parses the notes of all inputs, each once. Diagnostics are
// those of the notes, which also carry their own, and of reading them; what
// cannot be read is no note.
func Notes(cfg Config, inputs []Input) (*card.Collection, card.Diagnostics) {
	var jobs []job
	var diags card.Diagnostics
	seen := map[string]bool{}
	c := &card.Collection{Lang: cfg.Lang, Vault: cfg.Vault, Title: cfg.Parser.Deck}
	for _, in := range inputs {
		names, ds := in.Source.Notes()
		for _, n := range names {
			if name := in.Prefix + n; !seen[name] {
				seen[name] = true
				jobs = append(jobs, job{in, n})
			}
		}
		diags = append(diags, prefixed(ds, in.Prefix)...)
		if c.Title == "" {
			c.Title = in.Root
		}
	}
	for _, r := range parallel(cfg, jobs) {
		diags = append(diags, r.diags...)
		if r.note != nil {
			c.Notes = append(c.Notes, r.note)
		}
	}
	slices.SortStableFunc(c.Notes, func(a, b *card.Note) int { return cmp.Compare(a.File, b.File) })
	if c.Title == "" && len(c.Notes) > 0 {
		c.Title = c.Notes[0].Title
	}
	if c.Lang == "" {
		c.Lang = language(c)
	}
	diags.Sort()
	return c, diags
}

// result is what became of a job: no note when there is none to use.
type result struct {
	note  *card.Note
	diags card.Diagnostics
}

// parallel parses notes on all processors and returns them in order.
func parallel(cfg Config, jobs []job) []result {
	results := make([]result, len(jobs))
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wg.Go(func() {
			for i := range next {
				results[i] = read(cfg, jobs[i])
				mu.Lock()
				if done++; cfg.Progress != nil {
					cfg.Progress(done, len(jobs))
				}
				mu.Unlock()
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	wg.Wait()
	return results
}

// read returns one note with its media. A note that the parser cannot cope
// with costs its own cards only.
func read(cfg Config, j job) (r result) {
	name := j.in.Prefix + j.name
	defer func() {
		if err := recover(); err != nil {
			r = result{}
			r.diags.Addf(card.Pos{File: name}, "recto failed on this note (%v); please report it", err)
		}
	}()
	text, diags := j.in.Source.Read(j.name)
	diags = prefixed(diags, j.in.Prefix)
	if text == nil {
		return result{diags: diags}
	}
	p := cfg.Parser
	if p.Deck == "" {
		p.Deck = j.in.Root
	}
	p.Settings = j.in.Settings
	n := p.Parse(name, text)
	n.Diags = append(n.Diags, diags...)
	for _, k := range n.Cards {
		card.Walk(k.Sides(), func(x card.Inline) {
			if img, ok := x.(*card.Image); ok && img.Media == nil {
				show(j, n, img)
			}
		})
	}
	n.Diags.Sort()
	return result{n, n.Diags}
}

// show finds the file of an image.
func show(j job, n *card.Note, img *card.Image) {
	m, err := j.in.Source.Media(j.name, img.Dest)
	if err != nil {
		n.Diags.Addf(card.Pos{File: n.File, Line: img.Line, Col: 1}, "%v; the card shows its name instead", err)
	}
	img.Media = m
}

// prefixed returns diagnostics with a prefix before the names of their files.
// The source keeps its own.
func prefixed(ds card.Diagnostics, prefix string) card.Diagnostics {
	ds = slices.Clone(ds)
	for i := range ds {
		ds[i].Pos.File = prefix + ds[i].Pos.File
	}
	return ds
}

// language returns "ko" when more than a tenth of the letters of all fronts
// are Hangul, else "en".
func language(c *card.Collection) string {
	hangul, letters := 0, 0
	for k := range c.Cards() {
		for _, r := range card.PlainText(k.Front) {
			if unicode.IsLetter(r) {
				letters++
			}
			if unicode.Is(unicode.Hangul, r) {
				hangul++
			}
		}
	}
	if hangul*10 > letters {
		return "ko"
	}
	return "en"
}

// Folder reads notes from a vault: all of them, or only one.
type Folder struct {
	Vault *vault.Vault
	Only  string // the name of the only note; "" for all
}

// Notes implements Source.
func (f Folder) Notes() ([]string, card.Diagnostics) {
	if f.Only != "" {
		return []string{f.Only}, nil
	}
	return f.Vault.Notes()
}

// Read implements Source.
func (f Folder) Read(name string) ([]byte, card.Diagnostics) { return f.Vault.Read(name) }

// Media implements Source.
func (f Folder) Media(note, dest string) (*card.Media, error) { return f.Vault.Media(note, dest) }

// Text is a single note that is no file, such as standard input.
type Text struct {
	Name string
	Raw  []byte
}

// Notes implements Source.
func (t Text) Notes() ([]string, card.Diagnostics) { return []string{t.Name}, nil }

// Read implements Source.
func (t Text) Read(name string) ([]byte, card.Diagnostics) { return vault.Decode(name, t.Raw) }

// Media implements Source. A text has no folder that could hold files.
func (t Text) Media(_, dest string) (*card.Media, error) {
	if strings.HasPrefix(dest, "http://") || strings.HasPrefix(dest, "https://") {
		return nil, nil
	}
	return nil, errNoFolder{dest}
}

type errNoFolder struct{ dest string }

func (e errNoFolder) Error() string {
	return e.dest + " cannot be found from standard input; name the note's file instead"
}
