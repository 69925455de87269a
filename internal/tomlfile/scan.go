package tomlfile

import (
	"bytes"
	"errors"

	"github.com/BurntSushi/toml"

	"stagecraft/internal/source"
)

var (
	errTooDeep   = errors.New("nested too deep")
	errMalformed = errors.New("malformed")
)

// scanner walks TOML text and notes where keys and values stand. It is lenient:
// whether the text is right is for the decoder to say.
type scanner struct {
	file *source.File
	base int // offset of text in the file
	text []byte
	pos  int
}

func (s *scanner) rangeOf(start, end int) source.Range {
	return source.Range{File: s.file, Start: s.base + start, End: s.base + end}
}

// document scans the whole text.
func (s *scanner) document() (*node, error) {
	root := &node{kind: tableNode, at: s.rangeOf(0, len(s.text))}
	current := root
	for {
		s.skip(true)
		if s.pos >= len(s.text) {
			return root, nil
		}
		var err error
		if s.peek() == '[' {
			current, err = s.header(root)
		} else {
			err = s.keyValue(current, 1)
		}
		if err != nil {
			return root, err
		}
	}
}

// header scans [a.b] or [[a.b]] and returns the table that it opens.
func (s *scanner) header(root *node) (*node, error) {
	start := s.pos
	s.pos++
	isArray := s.peek() == '['
	if isArray {
		s.pos++
	}
	path, err := s.key()
	if err != nil {
		return nil, err
	}
	for range 1 + btoi(isArray) {
		if s.peek() != ']' {
			return nil, errMalformed
		}
		s.pos++
	}
	parent := root
	for _, part := range path[:len(path)-1] {
		parent = parent.table(part).lastTable()
	}
	last := path[len(path)-1]
	if !isArray {
		t := parent.table(last)
		t.at = s.rangeOf(start, s.pos)
		return t.lastTable(), nil
	}
	array := parent.child(last, arrayNode)
	t := &node{kind: tableNode, keyAt: last.at, at: s.rangeOf(start, s.pos)}
	array.elems = append(array.elems, t)
	return t, nil
}

// keyValue scans key = value into a table.
func (s *scanner) keyValue(into *node, depth int) error {
	path, err := s.key()
	if err != nil {
		return err
	}
	if s.peek() != '=' {
		return errMalformed
	}
	s.pos++
	s.skip(false)
	value, err := s.value(depth)
	if err != nil {
		return err
	}
	for _, part := range path[:len(path)-1] {
		into = into.table(part).lastTable()
	}
	last := path[len(path)-1]
	value.keyAt = last.at
	into.put(last.name, value)
	return nil
}

// keyPart is one part of a dotted key.
type keyPart struct {
	name string
	at   source.Range
}

// key scans a dotted key and the blanks behind it.
func (s *scanner) key() ([]keyPart, error) {
	var path []keyPart
	for {
		s.skip(false)
		start := s.pos
		name, err := s.keyName()
		if err != nil {
			return nil, err
		}
		path = append(path, keyPart{name, s.rangeOf(start, s.pos)})
		if len(path) > maxDepth {
			return nil, errTooDeep
		}
		s.skip(false)
		if s.peek() != '.' {
			return path, nil
		}
		s.pos++
	}
}

func (s *scanner) keyName() (string, error) {
	start := s.pos
	if c := s.peek(); c == '"' || c == '\'' {
		if err := s.quoted(); err != nil {
			return "", err
		}
		return unquote(s.text[start:s.pos])
	}
	for s.pos < len(s.text) && !bytes.ContainsRune([]byte(" \t\n=.]#\"'"), rune(s.text[s.pos])) {
		s.pos++
	}
	if s.pos == start {
		return "", errMalformed
	}
	return string(s.text[start:s.pos]), nil
}

// unquote decodes a quoted key as the decoder does.
func unquote(raw []byte) (string, error) {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1]), nil
	}
	var v struct{ K string }
	if _, err := toml.Decode("k="+string(raw), &v); err != nil {
		return "", errMalformed
	}
	return v.K, nil
}

// value scans one value.
func (s *scanner) value(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errTooDeep
	}
	start := s.pos
	n := &node{}
	var err error
	switch s.peek() {
	case '"', '\'':
		err = s.quoted()
	case '[':
		n.kind = arrayNode
		err = s.array(n, depth)
	case '{':
		n.kind = tableNode
		err = s.inlineTable(n, depth)
	default:
		err = s.bare()
	}
	n.at = s.rangeOf(start, s.pos)
	return n, err
}

func (s *scanner) array(n *node, depth int) error {
	s.pos++
	for {
		s.skip(true)
		if s.peek() == ']' {
			s.pos++
			return nil
		}
		elem, err := s.value(depth + 1)
		if err != nil {
			return err
		}
		n.elems = append(n.elems, elem)
		s.skip(true)
		if !s.comma(']') {
			return errMalformed
		}
	}
}

func (s *scanner) inlineTable(n *node, depth int) error {
	s.pos++
	for {
		s.skip(true)
		if s.peek() == '}' {
			s.pos++
			return nil
		}
		if err := s.keyValue(n, depth+1); err != nil {
			return err
		}
		s.skip(true)
		if !s.comma('}') {
			return errMalformed
		}
	}
}

// comma steps over a comma; the closing bracket may stand in its place.
func (s *scanner) comma(closing byte) bool {
	if s.peek() == ',' {
		s.pos++
		return true
	}
	return s.peek() == closing
}

// quoted scans a string of any of the four forms.
func (s *scanner) quoted() error {
	quote := s.text[s.pos]
	long := bytes.HasPrefix(s.text[s.pos:], []byte{quote, quote, quote})
	if !long {
		s.pos++
		return s.closing([]byte{quote}, quote == '"')
	}
	s.pos += 3
	if err := s.closing([]byte{quote, quote, quote}, quote == '"'); err != nil {
		return err
	}
	for range 2 { // up to two quotation marks may stand before the closing ones
		if s.peek() == quote {
			s.pos++
		}
	}
	return nil
}

// closing moves behind the closing quotation mark.
func (s *scanner) closing(mark []byte, escapes bool) error {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == '\\' && escapes:
			s.pos += 2
		case bytes.HasPrefix(s.text[s.pos:], mark):
			s.pos += len(mark)
			return nil
		case c == '\n' && len(mark) == 1:
			return errMalformed
		default:
			s.pos++
		}
	}
	s.pos = len(s.text)
	return errMalformed
}

// bare scans a number, a boolean or a date.
func (s *scanner) bare() error {
	start := s.pos
	for s.pos < len(s.text) && !bytes.ContainsRune([]byte(",]}#\n"), rune(s.text[s.pos])) {
		s.pos++
	}
	s.pos = start + len(bytes.TrimRight(s.text[start:s.pos], " \t"))
	if s.pos == start {
		return errMalformed
	}
	return nil
}

// skip moves over blanks and, when lines is set, over line ends and comments.
func (s *scanner) skip(lines bool) {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == ' ' || c == '\t':
			s.pos++
		case lines && (c == '\n' || c == '\r'):
			s.pos++
		case lines && c == '#':
			if i := bytes.IndexByte(s.text[s.pos:], '\n'); i >= 0 {
				s.pos += i
			} else {
				s.pos = len(s.text)
			}
		default:
			return
		}
	}
}

func (s *scanner) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
