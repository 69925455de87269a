package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// readable is the least contrast of text that WCAG 2.2 AA allows.
const readable = 4.5

// color is a colour of sRGB.
type color struct{ r, g, b uint8 }

// parseColor reads "#rgb" or "#rrggbb".
func parseColor(hex string) (color, bool) {
	digits, ok := strings.CutPrefix(hex, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	rgb, err := strconv.ParseUint(digits, 16, 24)
	if !ok || len(digits) != 6 || err != nil {
		return color{}, false
	}
	return color{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb)}, true
}

func (c color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.r, c.g, c.b) }

// contrast returns how well text of one colour can be read on the other, from 1
// to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
func (c color) contrast(other color) float64 {
	light, dark := c.luminance(), other.luminance()
	return (max(light, dark) + .05) / (min(light, dark) + .05)
}

func (c color) luminance() float64 {
	return .2126*linear(c.r) + .7152*linear(c.g) + .0722*linear(c.b)
}

// linear returns the light of a channel, from 0 to 1.
func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= .04045 {
		return v / 12.92
	}
	return math.Pow((v+.055)/1.055, 2.4)
}

// worst returns the contrast with the ground on which the colour is read worst.
func (c color) worst(grounds []color) float64 {
	worst := 21.
	for _, g := range grounds {
		worst = min(worst, c.contrast(g))
	}
	return worst
}

// toward mixes a colour with another: none of it at 0, nothing else at 1.
func (c color) toward(other color, share float64) color {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + share*(float64(b)-float64(a)))) }
	return color{mix(c.r, other.r), mix(c.g, other.g), mix(c.b, other.b)}
}

// mixedUntil mixes the colour with another until it can be read on the grounds
// with at least that contrast, or is the other.
func (c color) mixedUntil(least float64, other color, grounds []color) color {
	for share := 0.; share < 1; share += .05 {
		if mixed := c.toward(other, share); mixed.worst(grounds) >= least {
			return mixed
		}
	}
	return other
}
