package chart

// Box is a part of a drawing.
type Box struct{ Left, Right, Top, Bottom float64 }

// IsFree tells whether the line through points, which go from left to right,
// passes a box by, so that a label has room there.
func (b Box) IsFree(line []Point) bool {
	for i, p := range line {
		if b.holds(p) || i > 0 && b.cuts(line[i-1], p) {
			return false
		}
	}
	return true
}

func (b Box) holds(p Point) bool {
	return p.X >= b.Left && p.X <= b.Right && p.Y >= b.Top && p.Y <= b.Bottom
}

// cuts tells whether the straight line from one point to another on its right
// passes through the box.
func (b Box) cuts(from, to Point) bool {
	left, right := max(b.Left, from.X), min(b.Right, to.X)
	if left >= right {
		return false
	}
	at := func(x float64) float64 { return from.Y + (to.Y-from.Y)*(x-from.X)/(to.X-from.X) }
	return max(at(left), at(right)) >= b.Top && min(at(left), at(right)) <= b.Bottom
}
