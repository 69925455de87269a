// Package browser opens pages in Chromium for tests: those of this folder, and
// what others add to it.
//
// A test starts one Browser and opens a Page for each case; a Page has a profile
// of its own and shares nothing with the next. What a page does wrong (errors of
// scripts, refused by a policy, not found) fails its test at the end, unless the
// test takes it with Faults. Only this machine can be reached.
//
// A test never sleeps: it waits with Wait until an expression is true.
package browser

import (
	"context"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Limit is how long anything may take that a test waits for. A machine that is
// busy with other tests needs many times what an idle one does.
const Limit = 3 * time.Minute

// names are those of Chromium, the first that is found is started.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// flags switch off what a browser does besides showing pages.
var flags = []chromedp.ExecAllocatorOption{
	chromedp.Headless,
	chromedp.NoSandbox,
	chromedp.NoFirstRun,
	chromedp.DisableGPU,
	chromedp.Flag("disable-quic", true),
	chromedp.Flag("disable-background-networking", true),
	chromedp.Flag("disable-component-update", true),
	chromedp.Flag("disable-sync", true),
	chromedp.Flag("disable-dev-shm-usage", true),
	chromedp.Flag("hide-scrollbars", true),
	chromedp.Flag("lang", "en"),
	chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
}

// Browser is a running Chromium.
type Browser struct {
	ctx context.Context
}

// Start starts Chromium with an empty profile and stops it when the test ends.
// Without Chromium the test fails.
func Start(t testing.TB) *Browser {
	t.Helper()
	opts := append(flags[:len(flags):len(flags)],
		chromedp.ExecPath(find(t)),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.Env("TMPDIR="+t.TempDir()), // Chromium leaves files behind
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(func() {
		chromedp.Cancel(ctx) // waits until it has ended, so that its profile can be removed
		cancel()
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start Chromium: %v", err)
	}
	return &Browser{ctx}
}

func find(t testing.TB) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatalf("browser tests need Chromium, and none of %v is in the PATH: on Debian, apt-get install chromium", names)
	return ""
}
