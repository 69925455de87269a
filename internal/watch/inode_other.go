//go:build !unix

package watch

import "io/fs"

// inode returns 0: a listing has no such number here.
func inode(fs.FileInfo) uint64 { return 0 }
