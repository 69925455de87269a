package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// waitNotice is how long a build waits for another before it says so: longer
// than taking a free lock ever takes, short enough not to look like a hang.
const waitNotice = 200 * time.Millisecond

// enter creates the folder and its .stagecraft folder where they are missing,
// and waits until no other build is at work there. The lock ends with the
// process, however that ends; the empty lock file stays, because removing it
// would let a third build lock a file that the second no longer sees.
func enter(ctx context.Context, place string, onWait func()) (unlock func(), err error) {
	if err := os.MkdirAll(place, dirMode); err != nil {
		return nil, fmt.Errorf("create output folder: %w", err)
	}
	own := filepath.Join(place, Folder)
	if err := os.Mkdir(own, dirMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("create output folder: %w", err)
	}
	if err := expect(own, fs.FileMode.IsDir); err != nil {
		return nil, err
	}
	path := filepath.Join(place, filepath.FromSlash(lockPath))
	if err := expect(path, fs.FileMode.IsRegular); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return lock(ctx, path, onWait)
}

// expect refuses a link, or anything else, where one of our own should be.
func expect(path string, kind func(fs.FileMode) bool) error {
	info, err := os.Lstat(path)
	if err != nil {
		return fmt.Errorf("check output folder: %w", err)
	}
	if !kind(info.Mode()) {
		return &RefusedError{path, "stagecraft keeps its own notes there, and this is something else", "move it away"}
	}
	return nil
}

// lock waits for the lock file as long as ctx lasts. A lock that arrives after
// that is given back at once.
func lock(ctx context.Context, path string, onWait func()) (unlock func(), err error) {
	type outcome struct {
		unlock func()
		err    error
	}
	taken := make(chan outcome, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		taken <- outcome{unlock, err}
	}()
	notice := time.NewTimer(waitNotice)
	defer notice.Stop()
	for {
		select {
		case got := <-taken:
			if got.err != nil {
				return nil, fmt.Errorf("lock output folder: %w", got.err)
			}
			return got.unlock, nil
		case <-notice.C:
			if onWait != nil {
				onWait()
			}
		case <-ctx.Done():
			go func() {
				if got := <-taken; got.err == nil {
					got.unlock()
				}
			}()
			return nil, fmt.Errorf("wait for lock %s: %w", path, context.Cause(ctx))
		}
	}
}
