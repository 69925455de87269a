package source

import (
	"bufio"
	"encoding/binary"
	"io"
)

// jpegSize reads the size of a JPEG as browsers show it. A camera that was held
// upright writes its pixels lying, and says so in a segment before the one with
// the size.
func jpegSize(r io.Reader) Picture {
	b := bufio.NewReader(r)
	var start [2]byte
	if _, err := io.ReadFull(b, start[:]); err != nil || string(start[:]) != "\xff\xd8" {
		return Picture{}
	}
	turned := false
	for {
		marker, data, err := jpegSegment(b)
		switch {
		case err != nil:
			return Picture{}
		case marker == jpegExif:
			turned = turned || exifTurned(data)
		case isFrame(marker):
			return frameSize(data, turned)
		}
	}
}

const jpegExif = 0xe1

// jpegSegment reads a segment: FF, what it is, the length, and so many bytes less
// two. Those between the start of a file and its first frame all have a length.
func jpegSegment(b *bufio.Reader) (marker byte, data []byte, err error) {
	var head [4]byte
	if _, err := io.ReadFull(b, head[:2]); err != nil || head[0] != 0xff {
		return 0, nil, io.ErrUnexpectedEOF
	}
	for head[1] == 0xff { // any number of them may stand before a marker
		if head[1], err = b.ReadByte(); err != nil {
			return 0, nil, err
		}
	}
	if _, err := io.ReadFull(b, head[2:]); err != nil {
		return 0, nil, err
	}
	data = make([]byte, max(0, int(binary.BigEndian.Uint16(head[2:]))-2))
	_, err = io.ReadFull(b, data)
	return head[1], data, err
}

// isFrame tells whether a segment begins the picture itself. Three markers of the
// same row stand for tables.
func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// frameSize reads the size from the head of a frame: a byte for the depth of
// colour, then height and width.
func frameSize(data []byte, turned bool) Picture {
	if len(data) < 5 {
		return Picture{}
	}
	height, width := int(binary.BigEndian.Uint16(data[1:])), int(binary.BigEndian.Uint16(data[3:]))
	if height == 0 || width == 0 {
		return Picture{}
	}
	if turned {
		return Picture{height, width}
	}
	return Picture{width, height}
}

// exifTurned tells whether Exif data say that the picture is to be turned to its
// side: an orientation from 5 to 8. See Exif 2.32, section 4.6.4.
func exifTurned(data []byte) bool {
	const orientation, entrySize = 0x0112, 12
	order, tiff := exifOrder(data)
	if order == nil {
		return false
	}
	at := order.Uint32(tiff[4:])
	if uint64(at)+2 > uint64(len(tiff)) {
		return false
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < entrySize {
			return false
		}
		if order.Uint16(entries) == orientation {
			v := order.Uint16(entries[8:])
			return v >= 5 && v <= 8
		}
		entries = entries[entrySize:]
	}
	return false
}

// exifOrder returns the order of bytes in Exif data and what follows their name;
// nil where they are none.
func exifOrder(data []byte) (order binary.ByteOrder, tiff []byte) {
	const name, head = "Exif\x00\x00", 8
	if len(data) < len(name)+head || string(data[:len(name)]) != name {
		return nil, nil
	}
	tiff = data[len(name):]
	switch string(tiff[:4]) {
	case "II*\x00":
		return binary.LittleEndian, tiff
	case "MM\x00*":
		return binary.BigEndian, tiff
	}
	return nil, nil
}
