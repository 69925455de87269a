package watch

import "golang.org/x/sys/unix"

// Magic numbers of file systems that x/sys/unix does not name.
const (
	vboxMagic      = 0x786f4256 // VirtualBox shared folders
	vmhgfsMagic    = 0xbacbacbc // VMware shared folders, before they went through FUSE
	parallelsMagic = 0x7c7c6673 // Parallels shared folders
)

// network names the file system of a path if its files can change with no event
// on this machine, because another machine or program holds them.
func network(path string) string {
	var st unix.Statfs_t
	if err := unix.Statfs(path, &st); err != nil {
		return ""
	}
	return networkKind(uint32(st.Type)) // a signed number on some machines
}

func networkKind(magic uint32) string {
	switch magic {
	case unix.NFS_SUPER_MAGIC:
		return "a network drive (NFS)"
	case unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC:
		return "a network drive (SMB)"
	case unix.AFS_SUPER_MAGIC, unix.AFS_FS_MAGIC, unix.CEPH_SUPER_MAGIC, unix.CODA_SUPER_MAGIC:
		return "a network drive"
	case unix.V9FS_MAGIC:
		return "a drive of the host (9p, as WSL has for Windows drives)"
	case unix.FUSE_SUPER_MAGIC:
		return "a FUSE drive (sshfs, virtiofs and the like)"
	case vboxMagic, vmhgfsMagic, parallelsMagic:
		return "a folder shared with a virtual machine"
	}
	return ""
}
