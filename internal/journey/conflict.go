package journey

import (
	"bytes"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// conflictMarkers begin the lines that a version control system leaves where it
// could not merge, in this order.
var conflictMarkers = [][]byte{[]byte("<<<<<<< "), []byte("======="), []byte(">>>>>>> ")}

// mergeConflict reports the first merge that is not resolved. As text it would be
// published: Markdown takes its middle line for the underline of a heading.
func mergeConflict(file *source.File) *diag.Diagnostic {
	if !bytes.Contains(file.Text, conflictMarkers[0]) {
		return nil
	}
	seen, start := 0, 0
	for pos := 0; pos < len(file.Text); {
		text, next := line(file.Text, pos)
		if bytes.HasPrefix(text, conflictMarkers[seen]) {
			if seen == 0 {
				start = pos
			}
			seen++
		}
		if seen == len(conflictMarkers) {
			at := source.Range{File: file, Start: start, End: start + len(conflictMarkers[0]) - 1}
			d := diag.New(diag.MergeConflict, at, "two versions of the file are not merged").
				WithHint("keep what is right, and remove the lines of <<<<<<<, ======= and >>>>>>>")
			return &d
		}
		pos = next
	}
	return nil
}
