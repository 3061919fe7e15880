// Package anki writes cards for Anki by two routes: [Package] makes an .apkg,
// which carries everything and needs no choices, and [CSV] makes text files,
// which can be read, edited and compared. Both give a card the same fields,
// id, deck and tags, so a collection may change from one route to the other.
//
// What Anki makes of these files was read from its source, cited as "rslib"
// for https://github.com/ankitects/anki/tree/main/rslib/src and "ts" and "qt"
// beside it. The script .ci/anki/run imports them into Anki itself.
package anki

import (
	"bufio"
	"fmt"

	"github.com/spf13/pflag"

	"recto/card"
	"recto/exporters"
)

// CSV writes cards.csv, cards-reversed.csv and cards-cloze.csv, each only
// when there are such cards, and the media that they show into media/. The
// head of a file tells Anki how to import it, in whatever language the
// collection was made.
type CSV struct {
	// Keep tells Anki to leave notes that it knows as they are. The default
	// is to bring them up to date.
	Keep bool
	// Stock makes notes of Anki's own types even in a collection that has
	// those of [Package]. It is for notes that came by CSV before those types
	// did: Anki updates a note only under the type that it has.
	Stock bool
}

// Flags registers --anki-keep and --anki-stock.
func (e *CSV) Flags(fs *pflag.FlagSet) {
	fs.BoolVar(&e.Keep, "anki-keep", false, "the CSV adds new cards and leaves those that Anki has as they are")
	fs.BoolVar(&e.Stock, "anki-stock", false, "the CSV uses Anki's own note types even where those of cards.apkg are installed")
}

// Export writes the files.
func (e *CSV) Export(c *card.Collection, out exporters.Output) (card.Diagnostics, error) {
	b := newBuilder(c.Vault)
	files := [...]sheet{oneWay: {}, twoWays: {}, gaps: {}}
	for n := range b.notes(c) {
		s := &files[n.form]
		if s.file == nil {
			if err := e.start(s, n.form, out); err != nil {
				return nil, err
			}
		}
		s.note(n)
	}
	if b.err != nil {
		return nil, b.err
	}
	for _, s := range files {
		if err := s.close(); err != nil {
			return nil, err
		}
	}
	for _, m := range b.media.files {
		if err := saveMedia(m, out); err != nil {
			return nil, err
		}
	}
	return b.diags, nil
}

// start opens a file and writes its head. The order of the lines matters:
// the separator rules how later lines are read. A value begins right after
// its colon, since Anki does not trim it.
func (e *CSV) start(s *sheet, f form, out exporters.Output) error {
	file, err := out.Create(sheets[f].file)
	if err != nil {
		return err
	}
	s.file, s.w = file, bufio.NewWriter(file)
	s.w.WriteString("#separator:Comma\n#html:true\n")
	for _, name := range sheets[f].stock {
		s.w.WriteString("#notetype:" + name + "\n")
	}
	if !e.Stock {
		s.w.WriteString("#notetype:" + sheets[f].own + "\n")
	}
	s.w.WriteString("#guid column:1\n#deck column:2\n#tags column:3\n")
	matches := "update current"
	if e.Keep {
		matches = "keep current"
	}
	s.w.WriteString("#if matches:" + matches + "\n")
	return nil
}

func saveMedia(m mediaFile, out exporters.Output) error {
	w, err := out.Create("media/" + m.name)
	if err != nil {
		return err
	}
	if err := m.copyTo(w); err != nil {
		return fmt.Errorf("copying %s: %w", m.Path, err)
	}
	return w.Close()
}
