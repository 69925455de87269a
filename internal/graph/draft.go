package graph

import (
	"path"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
)

// draft is a page that is not published.
type draft struct {
	Key
	file string // its content path
	says string // the file that says so: its own, or the index of the course or section that it is in
}

// hintAt tells how a link to the draft is mended.
func (d draft) hintAt(p diag.Diagnostic) diag.Diagnostic {
	return p.WithHint("remove draft = true from %s, or show drafts with --drafts", d.says)
}

// draftFolders returns the folders of courses and sections that are drafts, each
// with the file that says so: all that is in them is one, too.
func draftFolders(nodes []Node) map[string]string {
	folders := map[string]string{}
	for i := range nodes {
		if n := &nodes[i]; n.draft && (n.Kind == journey.KindCourse || n.Kind == journey.KindSection) {
			folders[path.Dir(n.file)] = n.file
		}
	}
	return folders
}

// draftBy returns the file that makes a node a draft, or nothing.
func draftBy(n *Node, folders map[string]string) string {
	if n.draft {
		return n.file
	}
	if len(folders) == 0 {
		return ""
	}
	for dir := path.Dir(n.file); dir != "."; dir = path.Dir(dir) {
		if says := folders[dir]; says != "" {
			return says
		}
	}
	return ""
}

// draftAt returns the draft that stands in a file.
func (t *tracer) draftAt(file string) (draft, bool) {
	for _, d := range t.drafts {
		if d.file == file {
			return d, true
		}
	}
	return draft{}, false
}

// draft returns the draft that an id means, as a whole or by the last part of a
// path. An empty kind stands for all.
func (t *tracer) draft(kind journey.Kind, id string) (draft, bool) {
	var short []draft
	for _, k := range journey.Kinds() {
		if kind != "" && k != kind {
			continue
		}
		if d, ok := t.drafts[Key{k, id}]; ok {
			return d, true
		}
	}
	for key, d := range t.drafts {
		if path.Base(key.ID) == id && (kind == "" || key.Kind == kind) {
			short = append(short, d)
		}
	}
	if len(short) != 1 {
		return draft{}, false
	}
	return short[0], true
}
