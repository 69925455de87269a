package chart

import "math"

// The measures of a ring in its box.
const (
	ringRadius = 41  // of the circle through the centres
	discRadius = 8   // of a disc, at most
	ringGap    = 1.5 // between a disc and an arrow
	headLength = 4
	headWidth  = 2 // to each side
)

// Ring is a circle of discs, clockwise from the top, with an arrow from each to
// the next and from the last to the first. It is drawn in a square.
type Ring struct {
	Radius  float64 // of a disc
	Centres []Point // of the discs
	Lines   []string
	Heads   []string // closed paths at the ends of the lines
}

// NewRing returns the ring of a number of discs; a single one has no arrow. Discs
// get smaller where there are so many that they would touch.
func NewRing(discs int) Ring {
	if discs < 1 {
		return Ring{}
	}
	step := 2 * math.Pi / float64(discs)
	r := Ring{Radius: round(min(discRadius, step*ringRadius*.3))}
	for i := range discs {
		from := float64(i)*step - math.Pi/2
		r.Centres = append(r.Centres, polar(ringRadius, from))
		if discs > 1 {
			room := 2 * math.Asin((r.Radius+ringGap)/2/ringRadius)
			r.arrow(from+room, from+step-room)
		}
	}
	return r
}

// arrow adds an arrow along the circle between two angles.
func (r *Ring) arrow(from, to float64) {
	length := min(headLength/float64(ringRadius), to-from)
	neck := to - length
	var line, head path
	line.to('M', polar(ringRadius, from))
	line.arc(ringRadius, polar(ringRadius, neck))
	width := length * ringRadius * headWidth / headLength
	head.to('M', polar(ringRadius, to))
	head.to('L', polar(ringRadius+width, neck))
	head.to('L', polar(ringRadius-width, neck))
	r.Lines = append(r.Lines, line.String())
	r.Heads = append(r.Heads, head.String()+"Z")
}

// arc goes on clockwise along a circle, less than half of it.
func (p *path) arc(radius float64, end Point) {
	p.WriteString("A" + number(radius) + " " + number(radius) + " 0 0 1 " + number(end.X) + " " + number(end.Y))
}

// polar returns the point at an angle and a distance from the middle of the box.
func polar(radius, angle float64) Point {
	return pointAt(50+radius*math.Cos(angle), 50+radius*math.Sin(angle))
}
