package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
)

// catalog adds to a document what the PDF library has no call for: viewer
// preferences and page labels (PDF 32000-1, 12.2 and 12.4.2). The library
// writes the catalog last, so nothing but the place of the reference table
// after it moves.
type catalog struct {
	w     io.Writer
	extra []byte
}

var errCatalog = errors.New("the PDF library wrote a file of an unknown form")

// Write takes the whole file at once, as the library hands it over.
func (c *catalog) Write(file []byte) (int, error) {
	const header, entry = "%PDF-1.3", "/Type /Catalog\n"
	at := bytes.LastIndex(file, []byte(entry))
	table := bytes.LastIndex(file, []byte("xref\n0 "))
	end := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 || table < at || end < table || !bytes.HasPrefix(file, []byte("%PDF-1.")) {
		return 0, errCatalog
	}
	at += len(entry)
	parts := [][]byte{
		[]byte("%PDF-1.7"), file[len(header):at], c.extra, file[at:end],
		fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", table+len(c.extra)),
	}
	for _, part := range parts {
		if _, err := c.w.Write(part); err != nil {
			return 0, err
		}
	}
	return len(file), nil
}

// catalogEntries returns what is added: no scaling when printing, how a
// printer shall turn the paper, and a label for each page.
func catalogEntries(duplex string, pages []string) []byte {
	b := []byte("/ViewerPreferences << /PrintScaling /None /PickTrayByPDFSize true /DisplayDocTitle true")
	if duplex != "" {
		b = append(b, " /Duplex /"+duplex...)
	}
	b = append(b, " >>\n/PageLabels << /Nums ["...)
	for i, label := range pages {
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, " <</P "...)
		b = appendString(b, label)
		b = append(b, ">>"...)
	}
	return append(b, " ] >>\n"...)
}

// appendString appends a text string in UTF-16, in hexadecimal.
func appendString(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return append(b, '>')
}
