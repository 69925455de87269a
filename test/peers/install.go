package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// hugoVersion is the version of Hugo, and hugoModule where it comes from.
const (
	hugoVersion = "v0.165.0"
	hugoModule  = "github.com/gohugoio/hugo@" + hugoVersion
)

// programs are the paths of the two.
type programs struct{ stagecraft, hugo string }

// install builds stagecraft from this tree and, the first time, Hugo.
func install(ctx context.Context, work string) (programs, error) {
	both := programs{stagecraft: filepath.Join(work, "stagecraft")}
	if err := quiet(exec.CommandContext(ctx, "go", "build", "-o", both.stagecraft, "stagecraft/cmd/stagecraft")); err != nil {
		return both, err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return both, err
	}
	dir := filepath.Join(cache, "stagecraft-peers", "hugo-"+hugoVersion)
	both.hugo = filepath.Join(dir, "hugo")
	if _, err := os.Stat(both.hugo); err == nil {
		return both, nil
	}
	fmt.Fprintf(os.Stderr, "installing %s into %s, once (some minutes)\n", hugoModule, dir)
	cmd := exec.CommandContext(ctx, "go", "install", hugoModule)
	cmd.Dir = os.TempDir() // outside of this module
	cmd.Env = append(os.Environ(), "GOBIN="+dir, "CGO_ENABLED=0")
	return both, quiet(cmd)
}
