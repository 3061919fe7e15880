package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"

	"recto/card"
)

func media(name string, data []byte) *card.Media {
	return &card.Media{Path: name, Size: int64(len(data)), Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
}

// picture4 is an image whose quarters have four colours.
func picture4(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.NRGBA{uint8(255 * (2 * x / w)), uint8(255 * (2 * y / h)), 80, 255})
		}
	}
	return img
}

func pngOf(img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func jpegOf(img image.Image, orientation int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	exif := []byte("\xFF\xE1\x00\x22Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00")
	exif[29] = byte(orientation)
	return append(append([]byte("\xFF\xD8"), exif...), b.Bytes()[2:]...)
}

// hugeHeader is a PNG that claims a size and holds nothing.
func hugeHeader(w, h uint32) []byte {
	chunk := append([]byte("IHDR"), make([]byte, 13)...)
	binary.BigEndian.PutUint32(chunk[4:], w)
	binary.BigEndian.PutUint32(chunk[8:], h)
	chunk[12], chunk[13] = 8, 2
	data := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(chunk))
}

const svgShapes = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect x="5" y="5" width="90" height="40" fill="#27c"/><circle cx="50" cy="25" r="15" fill="white"/></svg>`

func TestImages(t *testing.T) {
	good := pngOf(picture4(300, 200))
	deep := image.NewNRGBA64(image.Rect(0, 0, 50, 40))
	var animation bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 30, 30), color.Palette{color.Black, color.White})
	if err := gif.EncodeAll(&animation, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{10, 10}}); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name    string
		data    []byte
		problem string // part of the diagnostic; empty when the image is shown
	}{
		{"good.png", good, ""},
		{"same.png", good, ""},
		{"same-width.png", pngOf(picture4(300, 100)), ""},
		{"deep.png", pngOf(deep), ""},
		{"large.png", pngOf(picture4(4000, 10)), ""},
		{"grey.png", pngOf(image.NewGray(image.Rect(0, 0, 1, 1))), ""},
		{"turned.jpg", jpegOf(picture4(64, 32), 6), ""},
		{"animated.gif", animation.Bytes(), ""},
		{"shapes.svg", []byte(svgShapes), ""},
		{"text.svg", []byte(`<svg viewBox="0 0 9 9"><text>a</text></svg>`), "something other than shapes"},
		{"empty.svg", []byte(`<svg></svg>`), "without a size"},
		{"cut.png", good[:len(good)/2], "damaged"},
		{"huge.png", hugeHeader(30000, 30000), "30000×30000 pixels is too large"},
		{"liar.png", []byte("\xff\xd8\xff\xe0 but not a picture"), "not an image"},
		{"empty.png", nil, "not an image"},
		{"text.png", []byte("hello"), "not an image"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := collection(
				&card.Card{Front: []card.Block{words("앞")}, Back: []card.Block{para(text1("그림 "), &card.Image{Dest: tt.name, Alt: "대체 글", Media: media(tt.name, tt.data)}, text1(" 다음"))}},
				&card.Card{Front: []card.Block{words("다음 카드")}, Back: []card.Block{words("답")}},
			)
			out, diags := export(t, c)
			file := out["cards.pdf"].Bytes()
			validate(t, tt.name, file)
			if got := fmt.Sprint(diags); tt.problem == "" && len(diags) > 0 || !strings.Contains(got, tt.problem) {
				t.Errorf("diagnostics are %s, want %q", got, tt.problem)
			}
			placeholder := strings.Contains(squeezed(fmt.Sprint(extract(t, file)[1].spans)), "대체글")
			if placeholder == (tt.problem == "") {
				t.Errorf("the name stands for the image: %t", placeholder)
			}
		})
	}
}

func TestImageOrder(t *testing.T) {
	var cards []*card.Card
	for i := range 8 {
		img := picture4(60, 20+i)
		cards = append(cards, &card.Card{Front: []card.Block{words("q")}, Back: []card.Block{para(&card.Image{Media: media(fmt.Sprint(i), pngOf(img))})}})
	}
	first, _ := export(t, collection(cards...))
	for range 4 {
		again, _ := export(t, collection(cards...))
		if !bytes.Equal(first["cards.pdf"].Bytes(), again["cards.pdf"].Bytes()) {
			t.Fatal("two runs differ")
		}
	}
}

func TestUnreadable(t *testing.T) {
	gone := &card.Media{Path: "gone.png", Open: func() (io.ReadCloser, error) { return nil, errors.New("gone") }}
	_, diags := export(t, collection(&card.Card{Front: []card.Block{words("q")}, Back: []card.Block{para(&card.Image{Dest: "gone.png", Media: gone})}}))
	if len(diags) != 1 || diags[0].String() != "os.md:1: gone.png: gone; the card shows its name" {
		t.Errorf("diagnostics are %v", diags)
	}
}

func TestOrientation(t *testing.T) {
	// The stored image is red at the top right only; each orientation says
	// where that corner is shown.
	stored := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	red := color.NRGBA{255, 0, 0, 255}
	stored.Set(2, 0, red)
	for o, corner := range map[int]image.Point{1: {2, 0}, 2: {0, 0}, 3: {0, 1}, 4: {2, 1}, 5: {0, 2}, 6: {1, 2}, 7: {1, 0}, 8: {0, 0}} {
		shown := upright(stored, o)
		if got := shown.At(corner.X, corner.Y); got != red {
			t.Errorf("orientation %d: %v is %v", o, corner, got)
		}
		if got := orientation(jpegOf(stored, o)); got != o {
			t.Errorf("orientation %d is read as %d", o, got)
		}
	}
}
