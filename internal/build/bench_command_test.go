//go:build unix

package build_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// BenchmarkCommand times the command itself and reports its peak memory. Its
// sites are written by another process, because on Linux the peak of a child
// begins at what its parent takes; run it without BenchmarkBuild before it.
func BenchmarkCommand(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "stagecraft")
	if out, err := exec.Command("go", "build", "-o", binary, "stagecraft/cmd/stagecraft").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, pages := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			dir := generatedElsewhere(b, pages)
			var peak int64
			for b.Loop() {
				cmd := exec.Command(binary, "build", "--site", dir, "--out", filepath.Join(b.TempDir(), "public"))
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
					peak = max(peak, usage.Maxrss)
				}
			}
			b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(peak)/1024, "peak-MB") // Linux counts it in KiB
		})
	}
}

// generatedElsewhere is generated in a process of its own.
func generatedElsewhere(b *testing.B, pages int) string {
	b.Helper()
	dir := b.TempDir()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestGenerate$")
	cmd.Env = append(os.Environ(), fmt.Sprintf("GENERATE=%d %s", pages, dir))
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return dir
}

// TestGenerate writes a site for BenchmarkCommand, when it is asked to.
func TestGenerate(t *testing.T) {
	var pages int
	var dir string
	if _, err := fmt.Sscan(os.Getenv("GENERATE"), &pages, &dir); err == nil {
		writeGenerated(t, dir, pages)
	}
}
