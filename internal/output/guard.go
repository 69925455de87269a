package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// RefusedError says that Write would have endangered something that is not
// its own, and so did nothing.
type RefusedError struct {
	Path   string // the folder or file at stake, as the caller knows it
	Reason string // why: a clause, such as "it holds the source folder"
	Fix    string // what to do about it: a clause in the imperative
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("refuse to write %s: %s; %s", e.Path, e.Reason, e.Fix)
}

const chooseAnother = "choose a folder of its own for the site, such as public"

// guard returns the real path of the output folder dir, all links resolved,
// or a *RefusedError if that is no place for a site. It changes nothing.
func guard(dir, source string) (string, error) {
	if dir == "" {
		return "", &RefusedError{`""`, "no folder is given", chooseAnother}
	}
	place, err := resolve(dir)
	if errors.Is(err, errDangling) {
		return "", &RefusedError{dir, "it is or lies behind a link that leads nowhere", "mend or remove the link"}
	}
	if err != nil {
		return "", fmt.Errorf("find output folder %s: %w", dir, err)
	}
	reason, err := danger(place, source)
	if err != nil {
		return "", fmt.Errorf("check output folder %s: %w", dir, err)
	}
	if reason != "" {
		return "", &RefusedError{dir, reason, chooseAnother}
	}
	return place, guardContent(dir, place)
}

// danger says what is wrong with the place itself, or "".
func danger(place, source string) (string, error) {
	if filepath.Dir(place) == place {
		return "it is the root of the file system", nil
	}
	// Without a home folder in the environment there is none to protect.
	if home, err := os.UserHomeDir(); err == nil && home != "" {
		if home, err = resolve(home); err == nil && within(place, home) {
			return "it is or holds your home folder", nil
		}
	}
	if source == "" {
		return "", nil
	}
	source, err := resolve(source)
	if err != nil {
		return "", err
	}
	if within(place, source) {
		return "it is or holds the folder of the source", nil
	}
	for _, name := range []string{"content", "themes", ".git"} {
		part, err := resolve(filepath.Join(source, name)) // may be a link to elsewhere
		if err == nil && (within(part, place) || within(place, part)) {
			return "it is, holds or lies in the source folder " + name, nil
		}
	}
	return "", nil
}

// guardContent refuses a file, and a folder in use for something else. Names
// that begin with a dot don't count as use: a fresh clone holds .git, and a
// first build that was killed early leaves .stagecraft.
func guardContent(dir, place string) error {
	info, err := os.Stat(place)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("check output folder: %w", err)
	}
	if !info.IsDir() {
		return &RefusedError{dir, "it is a file", chooseAnother}
	}
	// The list comes before the look at the manifest: a concurrent first build
	// writes its manifest before its pages.
	entries, err := os.ReadDir(place)
	if err != nil {
		return fmt.Errorf("check output folder: %w", err)
	}
	_, err = os.Lstat(filepath.Join(place, filepath.FromSlash(manifestPath)))
	if err == nil {
		return nil
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") {
			return &RefusedError{
				Path:   dir,
				Reason: fmt.Sprintf("it holds files that stagecraft did not write (%s)", entry.Name()),
				Fix:    chooseAnother + ", or empty this one yourself if nothing in it matters",
			}
		}
	}
	return nil
}

var errDangling = errors.New("link leads nowhere")

// resolve makes a path absolute and follows its links. The part that doesn't
// exist yet stays as it is written.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	place, err := filepath.EvalSymlinks(abs)
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(abs) == abs {
		return place, err
	}
	if _, err := os.Lstat(abs); err == nil {
		return "", fmt.Errorf("resolve %s: %w", path, errDangling)
	}
	parent, err := resolve(filepath.Dir(abs))
	return filepath.Join(parent, filepath.Base(abs)), err
}

// within reports whether path is base or lies below it. Folders are compared
// as the file system does, for names may differ in case or normal form and
// still mean the same one.
func within(base, path string) bool {
	folder, err := os.Stat(base)
	for {
		if path == base {
			return true
		}
		if above, e := os.Stat(path); err == nil && e == nil && os.SameFile(folder, above) {
			return true
		}
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		path = up
	}
}
