package vault

import (
	"bytes"
	"slices"
)

// sniffLength is how many bytes of a file tell what it is; SVG may have
// comments first.
const sniffLength = 4096

const mediaFormats = "PNG, JPEG, GIF, WebP, SVG, BMP, MP3, WAV, Ogg, MP4, WebM"

// signatures are the bytes that files of a format begin with.
// https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
var signatures = []string{
	"\x89PNG\r\n\x1a\n",
	"\xFF\xD8\xFF",
	"GIF87a",
	"GIF89a",
	"ID3",
	"OggS\x00",
	"\x1A\x45\xDF\xA3",
}

// isMedia reports whether a file that begins with head is in one of
// mediaFormats, whatever its name.
func isMedia(head []byte) bool {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s)) {
			return true
		}
	}
	return isBMP(head) || isRIFF(head) || isMP4(head) || isMP3(head) || isSVG(head)
}

// isBMP recognizes Windows bitmaps by their reserved bytes, which are 0.
func isBMP(head []byte) bool {
	return len(head) >= 14 && string(head[:2]) == "BM" && string(head[6:10]) == "\x00\x00\x00\x00"
}

// isRIFF recognizes WebP and WAV.
func isRIFF(head []byte) bool {
	return len(head) >= 12 && string(head[:4]) == "RIFF" &&
		slices.Contains([]string{"WEBP", "WAVE"}, string(head[8:12]))
}

// isMP4 recognizes MP4 and M4A. HEIC and AVIF pictures share the container,
// and are refused as programs that show cards do not know them.
func isMP4(head []byte) bool {
	return len(head) >= 12 && string(head[4:8]) == "ftyp" &&
		!slices.Contains([]string{"heic", "heix", "hevc", "mif1", "msf1", "avif", "avis"}, string(head[8:12]))
}

// isMP3 recognizes the header of an MPEG audio frame of layer III.
func isMP3(head []byte) bool {
	return len(head) >= 2 && head[0] == 0xFF && head[1]&0xE6 == 0xE2
}

// isSVG recognizes an svg element as the first one, after declarations and
// comments.
func isSVG(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	for {
		head = bytes.TrimLeft(head, " \t\r\n")
		end := ">"
		switch {
		case bytes.HasPrefix(head, []byte("<svg")):
			return true
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case !bytes.HasPrefix(head, []byte("<?")) && !bytes.HasPrefix(head, []byte("<!")):
			return false
		}
		_, rest, ok := bytes.Cut(head, []byte(end))
		if !ok {
			return false
		}
		head = rest
	}
}
