package watch

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// TestQueueThatOverflowsMeansLookingAtEverything makes the kernel's queue of
// events overflow, with two files only, so that their number says nothing.
func TestQueueThatOverflowsMeansLookingAtEverything(t *testing.T) {
	limit := readLimit(t, "/proc/sys/fs/inotify/max_queued_events")
	if limit > 1<<17 {
		t.Skipf("the queue holds %d events", limit)
	}
	v := &valve{}
	r := watchSystem(t, Options{}, system{v.open, nowhere}, "content/a.md", "content/b.md")
	v.mu.Lock()
	a, b := r.openFile("content/a.md"), r.openFile("content/b.md")
	for range limit { // in turn, since the kernel merges equal events that follow each other
		a.WriteString("a")
		b.WriteString("b")
	}
	v.mu.Unlock()
	for !r.next().All {
	}
	r.write("content/a.md", "newer")
	r.until("content/a.md")
}

func (r *rig) openFile(name string) *os.File {
	r.t.Helper()
	f, err := os.OpenFile(r.path(name), os.O_WRONLY, 0)
	r.must(err)
	r.t.Cleanup(func() { f.Close() })
	return f
}

func readLimit(t *testing.T, file string) int {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Skip(err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestKernelsLimitOnWatches reaches the kernel's limit itself, at first with
// folders that appear later.
func TestKernelsLimitOnWatches(t *testing.T) {
	withLimit(t, "max_inotify_watches", 2, func(t *testing.T) {
		r := watchFiles(t, Options{}, "content/page.md")
		if told := r.told(); told != "" {
			t.Fatalf("at the start told %q", told)
		}
		r.write("content/new/page.md", "new")
		r.until("content/new/page.md")
		r.write("content/new/page.md", "newer")
		r.reports("content/new/page.md")
		r.tellsOnce("max_user_watches")
	})
}

func TestKernelsLimitOnInstances(t *testing.T) {
	withLimit(t, "max_inotify_instances", 0, func(t *testing.T) {
		r := watchFiles(t, Options{}, "content/page.md")
		r.write("content/page.md", "newer")
		r.reports("content/page.md")
		r.tellsOnce("max_user_instances")
	})
}

// withLimit runs the test in another process, whose user namespace has a limit
// of its own. It skips where such a namespace can't be had.
func withLimit(t *testing.T, limit string, n int, test func(t *testing.T)) {
	t.Helper()
	t.Parallel()
	const inside = "STAGECRAFT_WATCH_TEST_INSIDE"
	file := "/proc/sys/user/" + limit
	if os.Getenv(inside) != "" {
		if err := os.WriteFile(file, []byte(strconv.Itoa(n)), 0); err != nil {
			t.Skip(err)
		}
		test(t)
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), inside+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		t.Errorf("inside: %s", out)
	case err != nil:
		t.Skipf("no user namespace here: %v", err)
	case strings.Contains(string(out), "--- SKIP"):
		t.Skipf("inside: %s", out)
	}
}

func TestLocalDiskIsNoNetworkDrive(t *testing.T) {
	if kind := network(t.TempDir()); kind != "" {
		t.Errorf("the folder for tests is on %s", kind)
	}
	if kind := networkKind(0x6969); kind != "a network drive (NFS)" {
		t.Errorf("NFS is %q", kind)
	}
	if kind := networkKind(0xff534d42); kind != "a network drive (SMB)" {
		t.Errorf("CIFS is %q", kind)
	}
}
