package browser

import (
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Click clicks in the middle of what a JavaScript expression returns, as a
// mouse does.
func (p *Page) Click(element string) {
	p.t.Helper()
	x, y := p.middle(element)
	p.do("click "+element, chromedp.MouseClickXY(x, y))
}

// Hover moves the mouse to the middle of what a JavaScript expression returns.
func (p *Page) Hover(element string) {
	p.t.Helper()
	x, y := p.middle(element)
	p.do("point at "+element, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
}

// Touch puts a finger on the middle of what a JavaScript expression returns, and
// Lift takes it away.
func (p *Page) Touch(element string) {
	p.t.Helper()
	x, y := p.middle(element)
	p.do("touch "+element, call(input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: x, Y: y}},
	}))
}

// Lift ends a Touch.
func (p *Page) Lift() {
	p.t.Helper()
	p.do("lift the finger", call(input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{},
	}))
}

// middle brings an element into view and returns where its middle is.
func (p *Page) middle(element string) (x, y float64) {
	p.t.Helper()
	at := Eval[[]float64](p, `(() => {
		const e = `+element+`;
		e.scrollIntoView({ block: "nearest", behavior: "instant" });
		const { x, y, width, height } = e.getBoundingClientRect();
		return [x + width / 2, y + height / 2];
	})()`)
	return at[0], at[1]
}
