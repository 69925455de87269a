package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// manifestVersion is raised when an older stagecraft would misread the file.
const manifestVersion = 1

// A manifest is the set of paths that are ours.
type manifest map[string]bool

type manifestJSON struct {
	Version int      `json:"version"`
	Files   []string `json:"files"`
}

// readManifest returns what earlier builds wrote into the folder, or nil if
// there was none. The file may come from anywhere, a cloned repository for
// one, so each path is checked as if it were a stranger's; a single bad one
// condemns the file, for then nobody knows what else is wrong with it.
func readManifest(root *os.Root, dir string) (manifest, error) {
	info, err := root.Lstat(manifestPath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read manifest of %s: %w", dir, err)
	}
	if !info.Mode().IsRegular() {
		return nil, badManifest(dir, "it is not a plain file")
	}
	text, err := root.ReadFile(manifestPath)
	if err != nil {
		return nil, fmt.Errorf("read manifest of %s: %w", dir, err)
	}
	m, err := parseManifest(text)
	if err != nil {
		return nil, badManifest(dir, err.Error())
	}
	return m, nil
}

func parseManifest(text []byte) (manifest, error) {
	var file manifestJSON
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, fmt.Errorf("decode manifest: %w", err)
	}
	if file.Version != manifestVersion {
		return nil, fmt.Errorf("its version is %d, and this stagecraft knows version %d only", file.Version, manifestVersion)
	}
	m := make(manifest, len(file.Files))
	for _, p := range file.Files {
		if err := CheckPath(p); err != nil {
			return nil, err
		}
		m[p] = true
	}
	return m, nil
}

func badManifest(dir, reason string) error {
	return &RefusedError{
		Path:   filepath.Join(dir, filepath.FromSlash(manifestPath)),
		Reason: "the list of what earlier builds wrote cannot be used: " + reason,
		Fix:    "restore it from a copy, or delete the folder " + dir + " if everything in it is generated, and build again",
	}
}

// encode is deterministic, with a path per line, so that a site kept under
// version control has readable diffs.
func (m manifest) encode() ([]byte, error) {
	text, err := json.MarshalIndent(manifestJSON{manifestVersion, m.sorted()}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode manifest: %w", err)
	}
	return append(text, '\n'), nil
}

func (m manifest) sorted() []string {
	return m.without(nil)
}

// union returns the paths of both.
func (m manifest) union(other manifest) manifest {
	all := make(manifest, len(m)+len(other))
	maps.Copy(all, m)
	maps.Copy(all, other)
	return all
}

// without returns the paths of m that other lacks, sorted.
func (m manifest) without(other manifest) []string {
	rest := []string{} // an empty list, not null, in JSON
	for p := range m {
		if !other[p] {
			rest = append(rest, p)
		}
	}
	slices.Sort(rest)
	return rest
}
