package source

import (
	"encoding/binary"
	"encoding/xml"
	"image"
	_ "image/gif" // image.DecodeConfig reads its header
	_ "image/png" // and here
	"io"
	"math"
	"path"
	"strconv"
	"strings"
)

// Picture is the size of a picture in pixels, as browsers show it; zero where it
// is not known.
type Picture struct{ Width, Height int }

// pictureOf reads the size of a picture from the beginning of its file. What is
// no picture, or a damaged one, has none.
func pictureOf(name string, r io.Reader) Picture {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".gif":
		if c, _, err := image.DecodeConfig(r); err == nil {
			return Picture{c.Width, c.Height}
		}
	case ".jpg", ".jpeg":
		return jpegSize(r)
	case ".webp":
		return webpSize(r)
	case ".svg":
		return svgSize(r)
	}
	return Picture{}
}

// webpSize reads one of the three headers that a WebP file can have, see
// https://developers.google.com/speed/webp/docs/riff_container.
func webpSize(r io.Reader) Picture {
	h := make([]byte, 30)
	if _, err := io.ReadFull(r, h); err != nil || string(h[:4]) != "RIFF" || string(h[8:12]) != "WEBP" {
		return Picture{}
	}
	switch string(h[12:16]) {
	case "VP8 ": // two bits of scale, then 14 of length
		return Picture{int(binary.LittleEndian.Uint16(h[26:]) & 0x3fff), int(binary.LittleEndian.Uint16(h[28:]) & 0x3fff)}
	case "VP8L":
		bits := binary.LittleEndian.Uint32(h[21:])
		return Picture{int(bits&0x3fff) + 1, int(bits>>14&0x3fff) + 1}
	case "VP8X":
		return Picture{uint24(h[24:]) + 1, uint24(h[27:]) + 1}
	}
	return Picture{}
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// svgHead is where the root of an SVG must begin, in bytes.
const svgHead = 64 << 10

// svgSize reads the attributes of the root: width and height in pixels, or else
// the viewBox.
func svgSize(r io.Reader) Picture {
	decoder := xml.NewDecoder(io.LimitReader(r, svgHead))
	decoder.Strict = false
	for {
		token, err := decoder.Token()
		if err != nil {
			return Picture{}
		}
		if root, ok := token.(xml.StartElement); ok {
			return svgRoot(root)
		}
	}
}

func svgRoot(root xml.StartElement) Picture {
	attrs := map[string]string{}
	for _, a := range root.Attr {
		attrs[a.Name.Local] = a.Value
	}
	width, height := pixels(attrs["width"]), pixels(attrs["height"])
	if box := strings.Fields(strings.ReplaceAll(attrs["viewBox"], ",", " ")); len(box) == 4 && (width == 0 || height == 0) {
		width, height = pixels(box[2]), pixels(box[3])
	}
	if width == 0 || height == 0 || root.Name.Local != "svg" {
		return Picture{}
	}
	return Picture{width, height}
}

// pixels reads a length without a unit, or in px; all else is 0.
func pixels(length string) int {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(length), "px"), 64)
	if err != nil || !(v > 0 && v <= math.MaxInt16) {
		return 0
	}
	return int(math.Round(v))
}
