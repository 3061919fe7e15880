package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"

	"recto/exporters/pdf/geom"
)

const (
	maxSVG    = 4 << 20 // bytes; larger drawings are refused
	svgPixels = 1200    // of the longer side of a rasterised drawing
)

// isSVG reports whether a file is an SVG drawing.
func isSVG(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\uFEFF")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head[:min(len(head), 2000)], []byte("<svg"))
}

// loadSVG rasterises a drawing. One with elements that the rasteriser does
// not know, like text, is refused: half a drawing would mislead.
func loadSVG(name string, data []byte) (r *raster, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("an SVG drawing that cannot be read (%v)", p)
		}
	}()
	if len(data) > maxSVG {
		return nil, errors.New("too large an SVG drawing")
	}
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(data), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("an SVG drawing with something other than shapes, which is not printed (%w)", err)
	}
	box := drawing.ViewBox
	if !(box.W >= 1 && box.H >= 1 && box.W < 1e5 && box.H < 1e5) {
		return nil, errors.New("an SVG drawing without a size")
	}
	scale := svgPixels / max(box.W, box.H)
	w, h := max(1, int(box.W*scale)), max(1, int(box.H*scale))
	drawing.SetTarget(0, 0, float64(w), float64(h))
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	drawing.Draw(rasterx.NewDasher(w, h, rasterx.NewScannerGV(w, h, img, img.Bounds())), 1)
	r, err = encode(name, img, "svg", image.Config{Width: int(box.W), Height: int(box.H)})
	if err == nil {
		r.w, r.h = geom.Length(box.W*float64(cssPixel)), geom.Length(box.H*float64(cssPixel))
	}
	return r, err
}
