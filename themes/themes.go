// Package themes holds the themes that are part of the program, each in a folder
// of its name. A site's own folder themes replaces them file by file.
package themes

import "embed"

// FS holds the themes by their names.
//
//go:embed all:classroom all:default
var FS embed.FS
