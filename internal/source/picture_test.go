package source

import (
	"bytes"
	"context"
	"crypto/sha256"
	"image"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
	"testing/fstest"
)

// encoded returns a picture of 30 by 20 pixels in the formats of the standard
// library.
func encoded(t *testing.T) map[string]string {
	t.Helper()
	picture := image.NewPaletted(image.Rect(0, 0, 30, 20), palette.Plan9)
	var p, j, g bytes.Buffer
	for _, err := range []error{png.Encode(&p, picture), jpeg.Encode(&j, picture, nil), gif.Encode(&g, picture, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return map[string]string{"a.png": p.String(), "a.JPG": j.String(), "a.gif": g.String()}
}

func TestPictureSizes(t *testing.T) {
	for name, data := range encoded(t) {
		checkPicture(t, name, data, Picture{30, 20})
		checkPicture(t, name, data[:8], Picture{})
	}
	webp := func(rest string) string {
		return ("RIFF\x00\x00\x00\x00WEBP" + rest + "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")[:max(30, 12+len(rest))]
	}
	checkPicture(t, "lossy.webp", webp("VP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a\x1e\x00\x14\x00"), Picture{30, 20})
	checkPicture(t, "lossless.webp", webp("VP8L\x00\x00\x00\x00\x2f\x1d\xc0\x04\x00"), Picture{30, 20})
	checkPicture(t, "extended.webp", webp("VP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x1d\x00\x00\x13\x00\x00"), Picture{30, 20})
	checkPicture(t, "short.webp", "RIFF", Picture{})
	for svg, want := range map[string]Picture{
		`<?xml version="1.0"?><!-- x --><svg width="30" height="20.4px">`: {30, 20},
		`<svg viewBox="0,0 30 20">`:                                       {30, 20},
		`<svg width="100%" height="100%" viewBox="0 0 30 20">`:            {30, 20},
		`<svg width="2em" height="1em">`:                                  {},
		`<svg width="-3" height="NaN">`:                                   {},
		`<html width="3" height="3">`:                                     {},
		`no picture`:                                                      {},
	} {
		checkPicture(t, "a.svg", svg, want)
	}
	checkPicture(t, "a.pdf", encoded(t)["a.png"], Picture{})
}

// checkPicture reads a file that may be a picture; its hash and size are those of
// all its bytes, however many the header took.
func checkPicture(t *testing.T, name, data string, want Picture) {
	t.Helper()
	s, err := Read(context.Background(), fstest.MapFS{"content/" + name: {Data: []byte(data)}})
	if err != nil {
		t.Fatal(err)
	}
	f := s.File("content/" + name)
	if f.Picture != want {
		t.Errorf("%s %.60q: got %v, want %v", name, data, f.Picture, want)
	}
	if f.Size != int64(len(data)) || f.Hash != sha256.Sum256([]byte(data)) {
		t.Errorf("%s: size %d or hash is wrong", name, f.Size)
	}
}
