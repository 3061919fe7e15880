package anki

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"recto/card"
	"recto/exporters"
)

// folder is an output in memory. Fail makes writing to the named file fail.
type folder struct {
	files map[string]*bytes.Buffer
	fail  string
}

func newFolder() *folder { return &folder{files: map[string]*bytes.Buffer{}} }

var errFull = errors.New("disk full")

type memoryFile struct {
	b   *bytes.Buffer
	err error
}

func (f memoryFile) Write(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.b.Write(p)
}

func (f memoryFile) Close() error { return nil }

func (o *folder) Create(name string) (io.WriteCloser, error) {
	b := &bytes.Buffer{}
	o.files[name] = b
	if name == o.fail {
		return memoryFile{b, errFull}, nil
	}
	return memoryFile{b, nil}, nil
}

func (o *folder) Previous(string) (io.ReadCloser, error) { return nil, fs.ErrNotExist }

func (o *folder) text(name string) string {
	if b := o.files[name]; b != nil {
		return b.String()
	}
	return ""
}

// export runs an exporter that must not fail.
func export(t testing.TB, e exporters.Exporter, c *card.Collection) (*folder, card.Diagnostics) {
	t.Helper()
	out := newFolder()
	diags, err := e.Export(c, out)
	if err != nil {
		t.Fatal(err)
	}
	return out, diags
}

func gather(cards ...*card.Card) *card.Collection {
	return &card.Collection{Lang: "ko", Notes: []*card.Note{{File: "net/tcp.md", Cards: cards}}}
}

var friday = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// newCard returns a card with all that the run sets.
func newCard(id string, kind card.Kind, front, back []card.Block) *card.Card {
	return &card.Card{
		ID: id, Kind: kind, Front: front, Back: back, Deck: "notes::net::tcp", Modified: friday,
		Pos: card.Pos{File: "net/tcp.md", Line: 1},
	}
}

func txt(s string) *card.Text { return &card.Text{Value: s} }

func para(content ...card.Inline) card.Block { return &card.Paragraph{Content: content} }

func say(s string) []card.Block { return []card.Block{para(txt(s))} }

func file(path, content string) *card.Media {
	return &card.Media{Path: path, Size: int64(len(content)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(content)), nil
	}}
}

func unreadable(path string) *card.Media {
	return &card.Media{Path: path, Open: func() (io.ReadCloser, error) {
		return nil, fs.ErrPermission
	}}
}
