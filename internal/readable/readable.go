// Package readable turns output files into text that says what they mean, so
// that tests can compare two of them and show the difference: archives are
// unpacked, streams inflated, databases listed. How well something was
// compressed is not shown.
package readable

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"path"
	"time"
)

// Text returns the text of a file; its name says what it is. Files that have
// no text are summed up by size and digest.
func Text(name string, data []byte) ([]byte, error) {
	switch path.Ext(name) {
	case ".xlsx", ".apkg":
		return archive(data)
	case ".xml", ".rels", ".tbx":
		return bytes.ReplaceAll(data, []byte("><"), []byte(">\n<")), nil
	case ".anki2":
		return database(data)
	case ".pdf":
		return document(data)
	case ".csv", ".json", ".lock", "":
		return data, nil
	}
	return digest(data), nil
}

func digest(data []byte) []byte {
	return fmt.Appendf(nil, "%d bytes, SHA-256 %x\n", len(data), sha256.Sum256(data))
}

// archive lists the entries of a zip file in their order.
func archive(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for _, f := range z.File {
		text, err := entry(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		fmt.Fprintf(&out, "\n== %s %s\n%s\n", f.Name, f.Modified.UTC().Format(time.DateTime), text)
	}
	return out.Bytes(), nil
}

func entry(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return Text(f.Name, data)
}
