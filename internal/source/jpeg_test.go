package source

import (
	"bytes"
	"strings"
	"testing"
)

// exif returns a segment of Exif data in one of the two orders of bytes, with an
// entry before the orientation.
func exif(bigEndian bool, orientation byte) string {
	tiff := "II*\x00\x08\x00\x00\x00\x02\x00" +
		"\x0f\x01\x02\x00\x01\x00\x00\x00X\x00\x00\x00" +
		"\x12\x01\x03\x00\x01\x00\x00\x00" + string(orientation) + "\x00\x00\x00" + "\x00\x00\x00\x00"
	if bigEndian {
		tiff = "MM\x00*\x00\x00\x00\x08\x00\x02" +
			"\x01\x0f\x00\x02\x00\x00\x00\x01X\x00\x00\x00" +
			"\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(orientation) + "\x00\x00" + "\x00\x00\x00\x00"
	}
	return segment("\xe1", "Exif\x00\x00"+tiff)
}

func segment(marker, data string) string {
	return "\xff" + marker + "\x00" + string(rune(len(data)+2)) + data
}

// withSegments puts segments behind the start of a JPEG of 30 by 20 pixels.
func withSegments(t *testing.T, segments ...string) string {
	t.Helper()
	return "\xff\xd8" + strings.Join(segments, "") + encoded(t)["a.JPG"][2:]
}

func TestJPEGSizesAreThoseOfTheTurnedPicture(t *testing.T) {
	lying, upright := Picture{30, 20}, Picture{20, 30}
	for orientation, want := range []Picture{lying, lying, lying, lying, lying, upright, upright, upright, upright, lying} {
		for _, bigEndian := range []bool{false, true} {
			checkPicture(t, "a.jpeg", withSegments(t, exif(bigEndian, byte(orientation))), want)
		}
	}
	comment := segment("\xfe", "a comment")
	checkPicture(t, "a.jpg", withSegments(t, comment, segment("\xe1", "http://ns.adobe.com/xap/1.0/\x00"), exif(true, 6)), upright)
	checkPicture(t, "a.jpg", withSegments(t, "\xff\xff"+comment), lying)
}

func TestDamagedExifTurnsNothing(t *testing.T) {
	lying := Picture{30, 20}
	whole := exif(false, 6)[4:]
	for end := range len(whole) - len("\x06\x00\x00\x00\x00\x00\x00\x00") {
		checkPicture(t, "a.jpg", withSegments(t, segment("\xe1", whole[:end])), lying)
	}
	for _, data := range []string{
		strings.Replace(whole, "II*\x00\x08\x00\x00\x00", "II*\x00\xff\xff\xff\xff", 1), // the entries begin behind the end
		strings.Replace(whole, "\x02\x00\x0f\x01", "\x00\x00\x0f\x01", 1),               // there are none
		strings.Replace(whole, "II*", "XX*", 1),
	} {
		checkPicture(t, "a.jpg", withSegments(t, segment("\xe1", data)), lying)
	}
	jpeg := withSegments(t, exif(false, 6))
	for end := range strings.Index(jpeg, "\xff\xc0") + 9 {
		checkPicture(t, "a.jpg", jpeg[:end], Picture{})
	}
}

func FuzzJPEGSize(f *testing.F) {
	head := "\xff\xd8" + exif(false, 6)
	f.Add([]byte(head + segment("\xc0", "\x08\x00\x14\x00\x1e")))
	f.Add([]byte("\xff\xd8" + exif(true, 8) + segment("\xc2", "\x08\x00\x14\x00\x1e")))
	f.Add([]byte(head))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := jpegSize(bytes.NewReader(data))
		if (p.Width == 0) != (p.Height == 0) || p.Width < 0 || p.Height < 0 {
			t.Errorf("%v of %x", p, data)
		}
	})
}
