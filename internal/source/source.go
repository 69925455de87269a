// Package source reads a site's folder into a Snapshot: immutable files with
// their bytes, hashes and positions.
//
// In goes an fs.FS rooted at the site's folder; out comes every file below
// site.toml, content and themes that may be published or read, sorted by path,
// and a list of what was left out and why. Paths are slash-separated and NFC.
// The files that the compiler reads itself (Markdown, TOML, CSV, and all of a
// theme) carry their text, normalised once so that nobody downstream has to
// think of it again: no byte order mark, LF line ends, NFC. Lines and columns
// of the normalised text are those that an editor shows.
//
// A Snapshot and its files never change; a later state of the folder is
// another Snapshot.
package source

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxText is the size in bytes above which a text file is refused unread.
const MaxText = 4 << 20

// Hash is the SHA-256 digest of a file's bytes as they are on disk.
type Hash [sha256.Size]byte

// File is one immutable file of a Snapshot.
type File struct {
	Path string     // slash-separated, NFC, relative to the site's folder
	Size int64      // bytes on disk
	Hash Hash       // of the bytes on disk
	Text []byte     // normalised text of a text file, nil of an asset; not to be changed
	Bad  *TextError // why Text can't be used, nil when it can

	Picture Picture // its size, of a picture that is no text file

	fsys   fs.FS
	name   string // as it is on disk, where names need not be NFC
	linked bool   // a link to another file of the site
}

// Open opens the file's bytes as they are on disk.
func (f *File) Open() (io.ReadCloser, error) {
	r, err := f.fsys.Open(f.name)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", f.Path, err)
	}
	return r, nil
}

// TextError tells why the text of a file can't be used.
type TextError struct {
	Problem TextProblem
	Offset  int // of the first offending byte in Text
}

// TextProblem is one of the reasons for which a text file is refused.
type TextProblem int

// The reasons for which a text file is refused.
const (
	InvalidUTF8 TextProblem = iota
	HasNUL
	TooLarge
)

// Range is a stretch of bytes in a file's text. The zero Range is nowhere.
type Range struct {
	File       *File
	Start, End int // byte offsets into File.Text, End exclusive
}

// Pos is a place for people: line and column count from 1, columns in
// characters.
type Pos struct{ Line, Col int }

// Pos returns the line and column of a byte offset; an offset outside the text
// gives the nearest place inside.
func (f *File) Pos(offset int) Pos {
	offset = min(max(offset, 0), len(f.Text))
	before := f.Text[:offset]
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	return Pos{
		Line: bytes.Count(before, []byte{'\n'}) + 1,
		Col:  utf8.RuneCount(before[lineStart:]) + 1,
	}
}

// Line returns the text of the line that holds the byte offset, without its
// line end, and the offset at which it starts.
func (f *File) Line(offset int) (line string, start int) {
	offset = min(max(offset, 0), len(f.Text))
	start = bytes.LastIndexByte(f.Text[:offset], '\n') + 1
	end := len(f.Text)
	if i := bytes.IndexByte(f.Text[offset:], '\n'); i >= 0 {
		end = offset + i
	}
	return string(f.Text[start:end]), start
}

// Snapshot is the state of a site's folder at one moment.
type Snapshot struct {
	Files   []*File // sorted by path
	Skipped []Skip  // sorted by path
}

// File returns the file at an NFC path, or nil.
func (s *Snapshot) File(path string) *File { return find(s.Files, path) }

// find returns the file at a path in a sorted list, or nil. Few are asked for by
// path, and a map would have to be made for each Snapshot.
func find(files []*File, path string) *File {
	i, ok := slices.BinarySearchFunc(files, path, func(f *File, path string) int { return cmp.Compare(f.Path, path) })
	if !ok {
		return nil
	}
	return files[i]
}

// Under returns the files below a folder, in order of their paths.
func (s *Snapshot) Under(dir string) []*File {
	prefix := strings.TrimSuffix(dir, "/") + "/"
	from := sort.Search(len(s.Files), func(i int) bool { return s.Files[i].Path >= prefix })
	to := from
	for to < len(s.Files) && strings.HasPrefix(s.Files[to].Path, prefix) {
		to++
	}
	return s.Files[from:to]
}

// normalise turns the bytes of a text file into the form that the compiler
// works on.
func normalise(raw []byte) ([]byte, *TextError) {
	text := bytes.TrimPrefix(raw, []byte("\ufeff"))
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if i := bytes.IndexByte(text, 0); i >= 0 {
		return text, &TextError{HasNUL, i}
	}
	if !utf8.Valid(text) {
		return text, &TextError{InvalidUTF8, firstInvalid(text)}
	}
	return norm.NFC.Bytes(text), nil
}

func firstInvalid(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}
