package output

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncEach tells whether each staged file is synced as it is written.
const syncEach = false

// syncAll waits until the file system that holds the folder has everything on
// disk. It takes in what other programs have pending there, but one such wait
// costs far less than one fsync per file. It reports errors of writing back,
// a full disk among them (since Linux 5.8).
func syncAll(folder *os.File) error {
	return os.NewSyscallError("syncfs", unix.Syncfs(int(folder.Fd())))
}
