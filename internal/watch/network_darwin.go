package watch

import "golang.org/x/sys/unix"

// network names the file system of a path if another machine holds it.
func network(path string) string {
	var st unix.Statfs_t
	if err := unix.Statfs(path, &st); err != nil || st.Flags&unix.MNT_LOCAL != 0 {
		return ""
	}
	return "a network drive (" + unix.ByteSliceToString(st.Fstypename[:]) + ")"
}
