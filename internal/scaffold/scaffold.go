// Package scaffold holds what `stagecraft new` writes: a starter site, the
// library of models and stages, and a first version of a page of each kind, in
// Vietnamese and in English.
//
// In go a language, ids and titles; out come Files, which Write puts onto the
// disk. What must stay true: a site compiles without an error or a warning when
// the files have been added to it, and no file that exists is ever changed.
package scaffold

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"stagecraft/internal/locale"
)

//go:embed library site kinds
var embedded embed.FS

// File is a file to be written.
type File struct {
	Path string // slash-separated, below the site's folder
	Data []byte
}

// Write creates the files below dir, and the folders that they need. An existing
// file is an error of fs.ErrExist with its path in an *fs.PathError; then none
// is written.
func Write(dir string, files []File) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("open the site: %w", err)
	}
	defer root.Close()
	for _, f := range files {
		if _, err := root.Lstat(filepath.FromSlash(f.Path)); err == nil {
			return &fs.PathError{Op: "create", Path: f.Path, Err: fs.ErrExist}
		}
	}
	for i, f := range files {
		if err := create(root, f); err != nil {
			for _, written := range files[:i] {
				err = errors.Join(err, root.Remove(filepath.FromSlash(written.Path)))
			}
			return err
		}
	}
	return nil
}

// create writes one new file, or leaves none behind.
func create(root *os.Root, f File) error {
	name := filepath.FromSlash(f.Path)
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("create the folder of %s: %w", f.Path, err)
	}
	w, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("create %s: %w", f.Path, err)
	}
	_, err = w.Write(f.Data)
	if err := errors.Join(err, w.Close()); err != nil {
		return fmt.Errorf("write %s: %w", f.Path, errors.Join(err, root.Remove(name)))
	}
	return nil
}

// textsIn returns the language in which the texts for a site are: its own where
// there are such texts, and otherwise English.
func textsIn(lang locale.Lang) locale.Lang {
	if hasTexts(lang, locale.Vietnamese) {
		return locale.Vietnamese
	}
	return locale.English
}

// hasTexts tells whether lang is the language of some texts, of any region.
func hasTexts(lang, texts locale.Lang) bool {
	return lang == texts || strings.HasPrefix(string(lang), string(texts)+"-")
}

// read returns an embedded file. A path of this package's own making that leads
// nowhere is a mistake in the program.
func read(elem ...string) []byte {
	data, err := embedded.ReadFile(path.Join(elem...))
	if err != nil {
		panic(err)
	}
	return data
}
