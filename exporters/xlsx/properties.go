package xlsx

import (
	"bytes"
	"encoding/xml"
)

// program is the name that the workbook gives for its maker.
const program = "recto"

// coreProperties returns the document's properties (ECMA-376 part 2, 11).
// They are not left to excelize: it writes an element without its prefix,
// which some readers refuse.
func coreProperties(title, date string) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`)
	escape(&b, title)
	b.WriteString(`</dc:title><dc:creator>` + program + `</dc:creator>` +
		`<cp:lastModifiedBy>` + program + `</cp:lastModifiedBy>`)
	for _, element := range []string{"created", "modified"} {
		b.WriteString(`<dcterms:` + element + ` xsi:type="dcterms:W3CDTF">`)
		escape(&b, date)
		b.WriteString(`</dcterms:` + element + `>`)
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.Bytes()
}

// appProperties returns the name of the program that wrote the file.
func appProperties() []byte {
	return []byte(xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
		`<Application>` + program + `</Application></Properties>`)
}

func escape(b *bytes.Buffer, text string) {
	// A bytes.Buffer takes every write.
	_ = xml.EscapeText(b, []byte(text))
}
