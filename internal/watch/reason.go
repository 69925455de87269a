package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"syscall"
)

// reason tells the user why there are no events, and what to do about it.
func reason(err error) string {
	linux := runtime.GOOS == "linux"
	switch {
	case errors.Is(err, syscall.ENOSPC) && linux:
		return "the system's limit on watched folders is reached; raise it with: sudo sysctl fs.inotify.max_user_watches=524288"
	case errors.Is(err, syscall.EMFILE) && linux:
		return "the system's limit on watching programs or open files is reached; raise it with: sudo sysctl fs.inotify.max_user_instances=512, or ulimit -n 65536"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "the system's limit on open files is reached; raise it with: ulimit -n 65536"
	case errors.Is(err, fs.ErrNotExist):
		return "the site's folder was moved or removed"
	}
	return fmt.Sprintf("the system refuses to watch (%v)", err)
}
