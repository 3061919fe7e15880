package anki

import (
	"io"
	"path"
	"strings"

	"recto/card"
)

// mediaSet is the files that the cards of one run show, each under a name
// made of its content: Anki keeps media in one flat folder and renames what
// clashes, so a name must say all about the content and nothing else.
type mediaSet struct {
	names map[*card.Media]string
	taken map[string]bool
	files []mediaFile // in order of first use, without repetition
	errs  []error     // of files that could not be read, for the caller to report
}

type mediaFile struct {
	name string
	*card.Media
}

func newMediaSet() *mediaSet {
	return &mediaSet{names: map[*card.Media]string{}, taken: map[string]bool{}}
}

// name returns the name of a file in Anki's media folder: ASCII, without
// folders. It is empty when there is no file or it cannot be read.
func (s *mediaSet) name(m *card.Media) string {
	if m == nil {
		return ""
	}
	if name, ok := s.names[m]; ok {
		return name
	}
	sum, err := m.Sum()
	if err != nil {
		s.errs = append(s.errs, err)
		s.names[m] = ""
		return ""
	}
	name := "recto-" + sum[:20] + extension(m.Path)
	s.names[m] = name
	if !s.taken[name] {
		s.taken[name] = true
		s.files = append(s.files, mediaFile{name, m})
	}
	return name
}

// extension returns the lower-case extension of a path with its dot; empty
// when it is none that a media file has.
func extension(p string) string {
	ext := strings.ToLower(path.Ext(p))
	odd := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
	if len(ext) < 2 || len(ext) > 6 || strings.ContainsFunc(ext[1:], odd) {
		return ""
	}
	return ext
}

// playable are the extensions of sounds and films that Anki plays
// (https://docs.ankiweb.net/media.html).
var playable = map[string]bool{
	".3gp": true, ".aac": true, ".avi": true, ".flac": true, ".flv": true, ".m4a": true, ".m4v": true,
	".mkv": true, ".mov": true, ".mp3": true, ".mp4": true, ".mpeg": true, ".mpg": true, ".oga": true,
	".ogg": true, ".ogv": true, ".ogx": true, ".opus": true, ".spx": true, ".wav": true, ".webm": true,
}

func isPlayable(name string) bool { return playable[path.Ext(name)] }

// copyTo copies the content of the file.
func (f mediaFile) copyTo(w io.Writer) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(w, r)
	return err
}
