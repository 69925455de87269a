package graph

import "path"

// addToFolder puts a free page into the list of its folder. The index of a folder
// is in the list of the folder above, too, since it stands for all below it.
func (r *resolver) addToFolder(n *Node) {
	folder := path.Dir(n.page)
	r.folders[folder] = append(r.folders[folder], n)
	if path.Base(n.page) == "index" && folder != "." {
		above := path.Dir(folder)
		r.folders[above] = append(r.folders[above], n)
	}
}

// Folder returns the free pages of the folder that one of them stands in, in
// their order: its index, its pages, and the index of each folder in it.
func (g *Graph) Folder(page *Node) []*Node { return g.folders[path.Dir(page.page)] }
