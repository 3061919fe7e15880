package vault

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"recto/card"
)

// maxMedia is the size in bytes above which a file is not put on cards.
const maxMedia = 100 << 20

// Media returns the file that a note shows as dest, the destination of a
// Markdown image or the target of a wiki embed, looked for as Markdown and
// Obsidian do: beside the note, from the root of its vault, in the folder for
// attachments, from the root of the input, then anywhere by the end of its
// path, case and Unicode form aside. The same file is the same pointer.
//
// For a remote dest (http, https) both results are nil. Errors say what is
// wrong with dest, for a diagnostic: it is not there, leads outside of the
// input, or is not a picture, sound or film that cards can show.
func (v *Vault) Media(note, dest string) (*card.Media, error) {
	dest = strings.TrimSpace(dest)
	switch scheme := schemeOf(dest); scheme {
	case "http", "https":
		return nil, nil
	case "":
	default:
		return nil, fmt.Errorf("%s: %q is not read; put the file into the folder of the notes", abridge(dest), scheme+":")
	}
	name, err := v.locate(note, dest)
	if err != nil {
		return nil, err
	}
	return v.load(name)
}

// schemes are those that are no part of a file's name.
var schemes = []string{"http", "https", "file", "data", "app", "blob", "ftp", "javascript", "obsidian", "mailto", "capacitor"}

// schemeOf returns the scheme of a URL in lower case, or the letter of a
// drive; empty for what may be a path.
func schemeOf(dest string) string {
	scheme, _, ok := strings.Cut(dest, ":")
	if !ok {
		return ""
	}
	scheme = strings.ToLower(scheme)
	if len(scheme) == 1 && 'a' <= scheme[0] && scheme[0] <= 'z' {
		return scheme
	}
	for _, s := range schemes {
		if s == scheme {
			return s
		}
	}
	return ""
}

// abridge shortens a destination for a message.
func abridge(dest string) string {
	const most = 80
	if r := []rune(dest); len(r) > most {
		return string(r[:most]) + "…"
	}
	return dest
}

var errNowhere = errors.New("no such file in the folder of the notes; correct the path or add the file")

// locate finds the path of the file that dest means.
func (v *Vault) locate(note, dest string) (string, error) {
	l := v.list()
	escapes := false
	for _, name := range spellings(dest) {
		if strings.HasPrefix(name, "//") {
			return "", fmt.Errorf("%s: a path on another computer is not read; put the file into the folder of the notes", abridge(dest))
		}
		places := l.places(note, name)
		if found, ok := l.files.resolve(places, name); ok {
			return found, nil
		}
		for _, p := range places {
			if info, err := fs.Stat(v.fsys, p); err == nil {
				return p, notFolder(dest, info)
			}
		}
		escapes = escapes || strings.HasPrefix(places[0], "../")
	}
	if escapes {
		return "", fmt.Errorf("%s: leads outside of the folder of the notes; put the file into it", abridge(dest))
	}
	return "", fmt.Errorf("%s: %w", abridge(dest), errNowhere)
}

func notFolder(dest string, info fs.FileInfo) error {
	if info.IsDir() {
		return fmt.Errorf("%s: is a folder, not a file", abridge(dest))
	}
	return nil
}

// spellings returns the file names that a destination may stand for: as it
// is, without percent-encoding, without fragment and query, and with slashes
// for backslashes.
func spellings(dest string) []string {
	names := []string{}
	add := func(s string) {
		s = norm.NFC.String(s)
		if s != "" && len(s) < 4096 {
			names = append(names, s)
		}
	}
	for _, cut := range []string{"", "#", "?"} {
		s := dest
		if cut != "" {
			before, _, found := strings.Cut(dest, cut)
			if !found {
				continue
			}
			s = before
		}
		s = strings.ReplaceAll(s, `\`, "/")
		if decoded, err := url.PathUnescape(s); err == nil && decoded != s {
			add(strings.ReplaceAll(decoded, `\`, "/"))
		}
		add(s)
	}
	return names
}

// load returns the media of a path, looked at once.
func (v *Vault) load(name string) (*card.Media, error) {
	v.mu.Lock()
	once, ok := v.media[name]
	if !ok {
		once = sync.OnceValues(func() (*card.Media, error) { return v.inspect(name) })
		v.media[name] = once
	}
	v.mu.Unlock()
	return once()
}

// inspect looks at the size and the first bytes of a file.
func (v *Vault) inspect(name string) (*card.Media, error) {
	f, err := v.open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	switch {
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: is not a file", name)
	case info.Size() > maxMedia:
		return nil, fmt.Errorf("%s: larger than %d MB; make it smaller", name, maxMedia>>20)
	}
	head := make([]byte, sniffLength)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	if !isMedia(head[:n]) {
		return nil, fmt.Errorf("%s: is not a picture, sound or film that cards can show (%s)", path.Base(name), mediaFormats)
	}
	return &card.Media{Path: name, Size: info.Size(), Open: func() (io.ReadCloser, error) { return v.open(name) }}, nil
}
