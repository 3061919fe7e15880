package pdf

import (
	"strconv"

	"recto/exporters/pdf/font"
	"recto/exporters/pdf/geom"
	"recto/exporters/pdf/impose"
	"recto/exporters/pdf/text"
)

// calibration makes calibration.pdf when it is asked for: a sheet to print
// on both sides that shows how far the printer's backs are off.
func (p *press) calibration() error {
	if !p.options.Calibrate {
		return nil
	}
	d := p.document()
	for _, back := range []bool{false, true} {
		label := p.labels.front
		offset := Offset{}
		if back {
			label, offset = p.labels.back, p.options.BackOffset
		}
		d.page(p.layout.PageW, p.layout.PageH, label)
		for _, at := range p.targets() {
			p.target(d, at.X1+offset.X, at.Y1+offset.Y)
		}
		p.caption(d, label, back)
	}
	return p.save(d, "calibration.pdf")
}

// targets returns where crosses stand: near the corners and in the middle,
// so that turning the paper in any way lays them on each other.
func (p *press) targets() []impose.Line {
	w, h := p.layout.PageW, p.layout.PageH
	inset := min(geom.MM(25), h/4, w/4)
	var at []impose.Line
	for _, x := range []geom.Length{inset, w - inset} {
		for _, y := range []geom.Length{inset, h - inset} {
			at = append(at, impose.Line{X1: x, Y1: y})
		}
	}
	return append(at, impose.Line{X1: w / 2, Y1: h / 2})
}

// target draws a cross with a scale of millimetres on both arms, every fifth
// longer.
func (p *press) target(d *document, x, y geom.Length) {
	const reach = 8
	arm := geom.MM(reach)
	lines := []impose.Line{{X1: x - arm, Y1: y, X2: x + arm, Y2: y}, {X1: x, Y1: y - arm, X2: x, Y2: y + arm}}
	for i := -reach; i <= reach; i++ {
		tick := geom.MM(0.8)
		if i%5 == 0 {
			tick = geom.MM(1.6)
		}
		along := geom.MM(float64(i))
		lines = append(lines,
			impose.Line{X1: x + along, Y1: y - tick, X2: x + along, Y2: y + tick},
			impose.Line{X1: x - tick, Y1: y + along, X2: x + tick, Y2: y + along})
	}
	d.strokes(lines, inkText, geom.Point/4, 0)
}

// caption names the side; the front has the ruler and, where there is room,
// what to do.
func (p *press) caption(d *document, label string, back bool) {
	x, y, size := geom.MM(35), p.layout.PageH/2+geom.MM(22), 9*geom.Point
	small := min(p.layout.PageW, p.layout.PageH) < geom.MM(140)
	if small {
		x, y = geom.MM(6), geom.MM(6)
	}
	look := text.Look{Font: font.Bold, Ink: inkText, Scale: 1000}
	p.write(d, label, x, y, size, look)
	if back {
		return
	}
	if small {
		p.ruler(d, x, p.layout.PageH-geom.MM(9))
		return
	}
	look.Font = font.Regular
	for _, s := range p.labels.calibrate {
		y += size * 17 / 10
		p.write(d, s, x, y, size, look)
	}
	p.ruler(d, x, y+size*3/2)
}

// ruler draws a ruler of 50 mm.
func (p *press) ruler(d *document, x, y geom.Length) {
	const length = 50
	lines := []impose.Line{{X1: x, Y1: y, X2: x + geom.MM(length), Y2: y}}
	for i := range length + 1 {
		tick := geom.MM(1.2)
		if i%5 == 0 {
			tick = geom.MM(2)
		}
		if i%10 == 0 {
			tick = geom.MM(3)
			p.write(d, strconv.Itoa(i), x+geom.MM(float64(i))+geom.MM(0.4), y+geom.MM(3), 5*geom.Point, text.Look{Ink: inkQuiet, Scale: 1000})
		}
		at := x + geom.MM(float64(i))
		lines = append(lines, impose.Line{X1: at, Y1: y, X2: at, Y2: y + tick})
	}
	d.strokes(lines, inkText, geom.Point/4, 0)
}
