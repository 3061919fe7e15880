package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"sync"

	_ "image/gif" // decoders

	_ "golang.org/x/image/bmp"
	"golang.org/x/image/draw"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"recto/card"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/text"
)

// raster is an image as it is embedded: decoded and encoded anew, since the
// PDF library trusts files too much.
type raster struct {
	name   string // unique
	format string // "JPEG" or "PNG"
	data   []byte
	pixels image.Point
	w, h   geom.Length // its natural size
}

func (r *raster) size() (w, h geom.Length) { return r.w, r.h }

const (
	maxPixels   = 64_000_000         // of a file; larger ones are refused
	largePixels = 8_000_000          // files from here on are decoded one at a time
	maxSide     = 1400               // of an embedded image: 300 dpi on the largest card
	cssPixel    = 3 * geom.Point / 4 // 1/96 inch
)

// images loads each file once, whichever worker asks first.
type images struct {
	mu    sync.Mutex
	known map[*card.Media]func() (*raster, error)
	large sync.Mutex // held while a large file is decoded, to bound memory
}

func newImages() *images { return &images{known: map[*card.Media]func() (*raster, error){}} }

func (m *images) load(media *card.Media) (*raster, error) {
	m.mu.Lock()
	load, ok := m.known[media]
	if !ok {
		load = sync.OnceValues(func() (*raster, error) { return m.decode(media) })
		m.known[media] = load
	}
	m.mu.Unlock()
	return load()
}

// image returns the image of a content image, or nil when a placeholder must
// stand in its place.
func (c *composer) image(in *card.Image) *raster {
	if in.Media == nil {
		return nil
	}
	loaded, err := c.images.load(in.Media)
	if err != nil {
		c.diags.Addf(c.pos, "%s: %v; the card shows its name", in.Media.Path, err)
		return nil
	}
	r := *loaded
	if in.Width > 0 && in.Width < 10000 {
		w := geom.Length(in.Width) * cssPixel
		r.w, r.h = w, max(1, r.h*w/r.w)
	}
	return &r
}

// inlineImage sets an image within a line, three lines high at most.
func (c *composer) inlineImage(dst []text.Run, in *card.Image, look text.Look) []text.Run {
	r := c.image(in)
	if r == nil {
		return append(dst, text.Run{Text: "[" + imageName(in) + "]", Look: placeholder(look)})
	}
	height := min(int(r.h*1000/(10*geom.Point)), 3500)
	width := int(r.w * geom.Length(height) / r.h)
	if most := min(c.room*3/4, leastColumn-2*padCell); width > most {
		width, height = most, max(1, height*most/width)
	}
	width, height = max(width, 1), max(height, 1)
	object := &text.Object{Advance: width, Ascent: height - 200, Descent: 200, Text: in.Alt, Picture: r}
	return append(dst, text.Run{Look: &look, Object: object})
}

func placeholder(look text.Look) *text.Look {
	look.Ink, look.Italic = inkQuiet, true
	return &look
}

func imageName(in *card.Image) string {
	name := in.Alt
	if name == "" {
		name = in.Dest
	}
	return oneLine(text.Clean(name))
}

// decode makes a raster of a file. Animations show their first picture.
func (m *images) decode(media *card.Media) (*raster, error) {
	data, err := readMedia(media)
	if err != nil {
		return nil, err
	}
	if isSVG(data) {
		return loadSVG(media.Path, data)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("not an image that can be printed (%w)", err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxPixels/config.Height {
		return nil, fmt.Errorf("an image of %d×%d pixels is too large", config.Width, config.Height)
	}
	if config.Width*config.Height > largePixels {
		m.large.Lock()
		defer m.large.Unlock()
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("a damaged image (%w)", err)
	}
	return encode(media.Path, upright(scaledDown(decoded), orientation(data)), format, config)
}

func readMedia(media *card.Media) ([]byte, error) {
	file, err := media.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	const most = 100 << 20
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && len(data) > most {
		err = errors.New("larger than 100 MB")
	}
	return data, err
}

// scaledDown returns the image with no side longer than maxSide.
func scaledDown(src image.Image) image.Image {
	size := src.Bounds().Size()
	longest := max(size.X, size.Y)
	if longest <= maxSide {
		return src
	}
	dst := image.NewNRGBA(image.Rect(0, 0, max(1, size.X*maxSide/longest), max(1, size.Y*maxSide/longest)))
	draw.ApproxBiLinear.Scale(dst, dst.Bounds(), src, src.Bounds(), draw.Src, nil)
	return dst
}

// encode embeds photographs as JPEG and everything else as 8-bit PNG. The
// natural size is that of the file, at 96 pixels an inch.
func encode(name string, img image.Image, format string, config image.Config) (*raster, error) {
	var out bytes.Buffer
	r := &raster{name: name, format: "PNG", pixels: img.Bounds().Size()}
	if format == "jpeg" {
		r.format = "JPEG"
		if err := jpeg.Encode(&out, flat(img), &jpeg.Options{Quality: 88}); err != nil {
			return nil, err
		}
	} else if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, eightBit(img)); err != nil {
		return nil, err
	}
	r.data = out.Bytes()
	longest := max(config.Width, config.Height)
	scale := geom.Length(longest) * cssPixel
	r.w = max(1, scale*geom.Length(r.pixels.X)/geom.Length(max(r.pixels.X, r.pixels.Y)))
	r.h = max(1, scale*geom.Length(r.pixels.Y)/geom.Length(max(r.pixels.X, r.pixels.Y)))
	return r, nil
}

// flat returns an image without transparency, as JPEG needs, on white.
func flat(src image.Image) image.Image {
	dst := image.NewRGBA(image.Rectangle{Max: src.Bounds().Size()})
	draw.Draw(dst, dst.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(dst, dst.Bounds(), src, src.Bounds().Min, draw.Over)
	return dst
}

// eightBit returns an image in a form that every PNG reader takes.
func eightBit(src image.Image) image.Image {
	dst := image.NewNRGBA(image.Rectangle{Max: src.Bounds().Size()})
	draw.Draw(dst, dst.Bounds(), src, src.Bounds().Min, draw.Src)
	return dst
}
