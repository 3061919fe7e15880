package vault

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// home is a folder that Obsidian has opened as a vault: it holds .obsidian.
type home struct {
	dir string
	// attachments is where new attachments go: a folder below dir, or with
	// a leading "./" one below the note's own; empty for dir itself.
	attachments string
	templates   []string // folders of templates, from the root of the input
}

// readHome reads the settings of the vault at dir. Settings that are not
// there or cannot be read count as not made, as they do for Obsidian.
func readHome(fsys fs.FS, dir string) home {
	h := home{dir: norm.NFC.String(dir)}
	var app struct {
		AttachmentFolderPath string `json:"attachmentFolderPath"`
	}
	readSettings(fsys, path.Join(dir, ".obsidian/app.json"), &app)
	h.attachments = norm.NFC.String(app.AttachmentFolderPath)

	var core struct {
		Folder string `json:"folder"`
	}
	readSettings(fsys, path.Join(dir, ".obsidian/templates.json"), &core)
	h.addTemplates(core.Folder)

	var templater struct {
		Folder string `json:"templates_folder"`
	}
	readSettings(fsys, path.Join(dir, ".obsidian/plugins/templater-obsidian/data.json"), &templater)
	h.addTemplates(templater.Folder)
	return h
}

func readSettings(fsys fs.FS, name string, into any) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return
	}
	// What cannot be decoded leaves the settings as they are.
	_ = json.Unmarshal(data, into)
}

// addTemplates takes a folder as the settings name it. The vault itself is
// no folder of templates.
func (h *home) addTemplates(folder string) {
	folder = strings.Trim(path.Clean("/"+folder), "/")
	if folder != "" {
		h.templates = append(h.templates, norm.NFC.String(path.Join(h.dir, folder)))
	}
}

// attachment returns where the settings put an attachment of a note.
func (h home) attachment(note, name string) string {
	if below, ok := strings.CutPrefix(h.attachments, "./"); ok {
		return path.Join(path.Dir(note), below, name)
	}
	return path.Join(h.dir, h.attachments, name)
}

// places returns where a name written in a note may be, the likeliest first:
// beside the note, from the root of its vault, among the attachments and
// from the root of the input. A name that begins with a slash is meant from a
// root. Places outside of the input begin with "../".
func (l *listing) places(note, name string) []string {
	var places []string
	if !path.IsAbs(name) {
		places = append(places, path.Join(path.Dir(note), name))
	}
	for _, h := range l.homes {
		if h.dir == "." || strings.HasPrefix(note, h.dir+"/") {
			places = append(places, path.Join(h.dir, name), h.attachment(note, name))
		}
	}
	return append(places, path.Join(".", name))
}
