package vault

import (
	"fmt"
	"io/fs"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestMedia(t *testing.T) {
	fsys := files(map[string]string{
		".obsidian/app.json": `{"attachmentFolderPath": "첨부"}`,
		"cs/a.md":            "", "cs/img/그림 1.png": png, "img/로고.png": png, "첨부/b.png": png, "cs/deep/b.png": png,
		"deep/er/c.png": png, "deep/c.png": png, "x/pic/d.png": png, "Case/E.PNG": png, "f#1.png": png, "100%.png": png,
		"한글.png": png, ".assets/g.png": png, "h.pdf": "%PDF-1.7", "empty.png": "", "i.png/j.md": "", "cs/one/k.png": png, "cs/two/k.png": png,
	})
	v := Open(fsys, Options{})
	const outside = ": leads outside of the folder of the notes; put the file into it"
	const missing = ": no such file in the folder of the notes; correct the path or add the file"
	tests := []struct{ name, dest, want, err string }{
		{"beside the note", "img/그림 1.png", "cs/img/그림 1.png", ""},
		{"percent-encoded", "img/%EA%B7%B8%EB%A6%BC%201.png", "cs/img/그림 1.png", ""},
		{"dot", "./img/그림 1.png", "cs/img/그림 1.png", ""},
		{"up", "../img/로고.png", "img/로고.png", ""},
		{"backslash", `..\img\로고.png`, "img/로고.png", ""},
		{"from the root", "img/로고.png", "img/로고.png", ""},
		{"from the root with a slash", "/img/로고.png", "img/로고.png", ""},
		{"attachment before others of the name", "b.png", "첨부/b.png", ""},
		{"shortest path", "c.png", "deep/c.png", ""},
		{"end of a path", "pic/d.png", "x/pic/d.png", ""},
		{"end of a path among several", "two/k.png", "cs/two/k.png", ""},
		{"base name alone", "moved/away/d.png", "x/pic/d.png", ""},
		{"base name that several have", "moved/k.png", "", "moved/k.png" + missing},
		{"other case", "case/e.png", "Case/E.PNG", ""},
		{"decomposed", norm.NFD.String("한글.png"), "한글.png", ""},
		{"hash in the name", "f#1.png", "f#1.png", ""},
		{"fragment", "img/로고.png#right", "img/로고.png", ""},
		{"query", "img/로고.png?raw=true", "img/로고.png", ""},
		{"percent in the name", "100%.png", "100%.png", ""},
		{"hidden folder", "/.assets/g.png", ".assets/g.png", ""},
		{"http", "https://example.org/a.png", "", ""},
		{"missing", "none.png", "", "none.png" + missing},
		{"nothing", " ", "", missing},
		{"escaping", "../../etc/passwd", "", "../../etc/passwd" + outside},
		{"escaping in disguise", "%2e%2e/%2E./%2e%2e%2fb.png", "", "%2e%2e/%2E./%2e%2e%2fb.png" + outside},
		{"absolute", "/etc/passwd", "", "/etc/passwd" + missing},
		{"drive", `C:\pictures\b.png`, "", `C:\pictures\b.png: "c:" is not read; put the file into the folder of the notes`},
		{"UNC", `\\server\share\b.png`, "", `\\server\share\b.png: a path on another computer is not read; put the file into the folder of the notes`},
		{"file URL", "file:///etc/passwd", "", `file:///etc/passwd: "file:" is not read; put the file into the folder of the notes`},
		{"data URL", "data:image/png;base64,AAAA", "", `data:image/png;base64,AAAA: "data:" is not read; put the file into the folder of the notes`},
		{"zero byte", "a\x00.png", "", "a\x00.png" + missing},
		{"folder", "../img", "", "../img: is a folder, not a file"},
		{"no picture", "h.pdf", "", "h.pdf: is not a picture, sound or film that cards can show (" + mediaFormats + ")"},
		{"empty", "empty.png", "", "empty.png: is not a picture, sound or film that cards can show (" + mediaFormats + ")"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, err := v.Media("cs/a.md", tt.dest)
			got, message := "", ""
			if m != nil {
				got = m.Path
			}
			if err != nil {
				message = err.Error()
			}
			if got != tt.want || message != tt.err {
				t.Errorf("Media(%q) = %q, %q; want %q, %q", tt.dest, got, message, tt.want, tt.err)
			}
		})
	}
}

// TestAttachmentsBesideNote covers the setting for a folder below the note's.
func TestAttachmentsBesideNote(t *testing.T) {
	v := Open(files(map[string]string{
		"v/.obsidian/app.json": `{"attachmentFolderPath": "./첨부"}`,
		"v/cs/첨부/a.png":        png, "v/os/첨부/a.png": png, "v/x/a.png": png,
	}), Options{})
	for note, want := range map[string]string{"v/cs/a.md": "v/cs/첨부/a.png", "v/os/b.md": "v/os/첨부/a.png", "c.md": "v/x/a.png"} {
		if m, err := v.Media(note, "a.png"); err != nil || m.Path != want {
			t.Errorf("Media(%q) = %v, %v; want %q", note, m, err, want)
		}
	}
}

// hugeFS claims that every file is past the limit.
type hugeFS struct{ fs.FS }

type hugeFile struct{ fs.File }

type hugeInfo struct{ fs.FileInfo }

func (h hugeFS) Open(name string) (fs.File, error) {
	f, err := h.FS.Open(name)
	if err != nil || name == "." {
		return f, err
	}
	return hugeFile{f}, nil
}

func (f hugeFile) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	return hugeInfo{info}, err
}

func (hugeInfo) Size() int64 { return maxMedia + 1 }

func TestMediaLarge(t *testing.T) {
	v := Open(hugeFS{files(map[string]string{"a.mp4": "\x00\x00\x00\x18ftypisom"})}, Options{})
	m, err := v.Media("a.md", "a.mp4")
	if m != nil || fmt.Sprint(err) != "a.mp4: larger than 100 MB; make it smaller" {
		t.Errorf("Media = %v, %v", m, err)
	}
}

func TestSniff(t *testing.T) {
	tests := []struct {
		name, head string
		want       bool
	}{
		{"png", png, true},
		{"jpeg", "\xFF\xD8\xFF\xE0", true},
		{"gif", "GIF89a", true},
		{"webp", "RIFF\x00\x00\x00\x00WEBP", true},
		{"bmp", "BM\x36\x00\x0C\x00\x00\x00\x00\x00\x36\x00\x00\x00", true},
		{"svg", "<svg xmlns='x'>", true},
		{"svg after the rest", "\xEF\xBB\xBF<?xml version='1.0'?>\n<!DOCTYPE svg>\n<!-- a > b -->\n<svg>", true},
		{"mp3", "\xFF\xFB\x90", true},
		{"mp3 with a tag", "ID3\x04", true},
		{"wav", "RIFF\x00\x00\x00\x00WAVE", true},
		{"ogg", "OggS\x00", true},
		{"m4a", "\x00\x00\x00\x20ftypM4A ", true},
		{"webm", "\x1A\x45\xDF\xA3", true},
		{"heic", "\x00\x00\x00\x20ftypheic", false},
		{"avi", "RIFF\x00\x00\x00\x00AVI ", false},
		{"html", "<!DOCTYPE html><html><svg>", false},
		{"comment without end", "<!-- <svg>", false},
		{"UTF-16 text", "\xFF\xFEa\x00", false},
		{"text", "BMW drives", false},
		{"nothing", "", false},
	}
	for _, tt := range tests {
		if got := isMedia([]byte(tt.head)); got != tt.want {
			t.Errorf("%s: isMedia = %t, want %t", tt.name, got, tt.want)
		}
	}
}
