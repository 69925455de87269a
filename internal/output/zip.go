package output

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// zipComment marks a zip file as ours: another one is never replaced.
const zipComment = "made by stagecraft"

// zipTime is the time of every file in a zip, the earliest that the format
// knows: equal sites make equal zips.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Zip packs the site that Write put into the folder dir into the zip file at
// target, which lies outside dir. It holds exactly the files that the manifest
// lists, in order of their paths, and the same site gives the same bytes. A zip
// of an earlier build is replaced in one step. A file at target that is none
// of ours gives a [*RefusedError].
func Zip(ctx context.Context, dir, target string, opts Options) error {
	place, err := guard(dir, opts.Source)
	if err != nil {
		return err
	}
	unlock, err := enter(ctx, place, opts.OnWait)
	if err != nil {
		return err
	}
	defer unlock()
	s, err := openSite(dir, place, opts)
	if err != nil {
		return err
	}
	defer s.root.Close()
	if err := checkTarget(target); err != nil {
		return err
	}
	return replace(target, func(f *os.File) error { return s.pack(ctx, f) })
}

// checkTarget refuses to replace what is not a zip of ours.
func checkTarget(target string) error {
	info, err := os.Lstat(target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("write zip: %w", err)
	}
	if info.Mode().IsRegular() {
		if r, err := zip.OpenReader(target); err == nil {
			defer r.Close()
			if r.Comment == zipComment {
				return nil
			}
		}
	}
	return &RefusedError{
		Path:   target,
		Reason: "it is no zip file that stagecraft made",
		Fix:    "move it away, or give the output another name with --out",
	}
}

// replace writes a file beside target and renames it once it is whole and on
// disk.
func replace(target string, write func(*os.File) error) error {
	f, err := os.CreateTemp(filepath.Dir(target), ".stagecraft-*")
	if err != nil {
		return fmt.Errorf("write zip: %w", err)
	}
	defer os.Remove(f.Name()) // in vain once it is renamed
	defer f.Close()
	if err := write(f); err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(fileMode), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write zip: %w", err)
	}
	if err := os.Rename(f.Name(), target); err != nil {
		return fmt.Errorf("write zip: %w", err)
	}
	return nil
}

// pack writes the files of the site into a zip.
func (s *site) pack(ctx context.Context, w io.Writer) error {
	z := zip.NewWriter(w)
	for _, path := range s.old.sorted() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.packFile(z, path); err != nil {
			return fmt.Errorf("write zip: %w", err)
		}
	}
	if err := errors.Join(z.SetComment(zipComment), z.Close()); err != nil {
		return fmt.Errorf("write zip: %w", err)
	}
	return nil
}

func (s *site) packFile(z *zip.Writer, path string) error {
	f, err := s.root.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	header := &zip.FileHeader{Name: path, Method: zip.Deflate, Modified: zipTime}
	header.SetMode(fileMode)
	w, err := z.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return err
}
