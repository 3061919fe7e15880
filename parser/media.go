package parser

import (
	"path"
	"strconv"
	"strings"
)

// mediaTypes are the endings of files that Obsidian embeds as media.
var mediaTypes = map[string]bool{
	".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".svg": true, ".bmp": true, ".avif": true,
	".mp3": true, ".wav": true, ".m4a": true, ".ogg": true, ".3gp": true, ".flac": true,
	".mp4": true, ".webm": true, ".ogv": true, ".mov": true, ".mkv": true, ".pdf": true,
}

// isMediaName reports whether an embed's target names a media file.
func isMediaName(target string) bool {
	return mediaTypes[strings.ToLower(path.Ext(target))]
}

// imageWidth reads the size that Obsidian takes from an image's label:
// "300" or "300x200", in CSS pixels.
func imageWidth(label string) (width int, ok bool) {
	w, _, _ := strings.Cut(label, "x")
	n, err := strconv.Atoi(w)
	return n, err == nil && n > 0 && n < 10000
}
