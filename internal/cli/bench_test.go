package cli

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stagecraft/internal/watch"
	"stagecraft/test/sitegen"
)

// edits is how many changes BenchmarkServe takes the median of.
const edits = 50

// BenchmarkServe times what an author waits for, at sites of three sizes: from
// the moment when a lesson has been written to the one when a browser has the
// page that shows it, over HTTP and with all that serve does. The quiet time
// that ends a save is taken off. It reports the median of 50 changes and the
// longest.
func BenchmarkServe(b *testing.B) {
	for _, pages := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			dir := b.TempDir()
			for name, data := range sitegen.Generate(pages, 1) {
				save(b, filepath.Join(dir, filepath.FromSlash(name)), string(data))
			}
			url, _ := serving(b, dir)
			w := openWindow(b, dir, url)
			var took []time.Duration
			for b.Loop() {
				for i := range edits {
					time.Sleep(pause(i))
					took = append(took, w.edit(b, len(took)))
				}
			}
			slices.Sort(took)
			b.ReportMetric(milliseconds(took[len(took)/2]), "ms-median")
			b.ReportMetric(milliseconds(took[len(took)-1]), "ms-longest")
			b.ReportMetric(0, "ns/op") // most of it is waiting for the next change
		})
	}
}

// pause returns how long the author thinks before a change. Now and then it is
// so long that serve has begun to look for errors of templates.
func pause(i int) time.Duration {
	if i%5 == 0 {
		return idle + 100*time.Millisecond
	}
	return 100 * time.Millisecond
}

// milliseconds returns how much longer than the quiet time something took.
func milliseconds(d time.Duration) float64 { return float64((d - watch.Window).Microseconds()) / 1000 }

// window is a browser's window with a lesson in it.
type window struct {
	url    string
	news   <-chan struct{} // a value for each word of another State
	lesson string          // its file
	text   string          // what stands there at first
}

func openWindow(b *testing.B, dir, url string) *window {
	lesson := filepath.Join(dir, "content/courses/course-0/01-section-1/01-lesson-0.md")
	text, err := os.ReadFile(lesson)
	if err != nil {
		b.Fatal(err)
	}
	return &window{url, news(b, url), lesson, string(text)}
}

// edit changes the lesson and returns how long it takes to show.
func (w *window) edit(b *testing.B, number int) time.Duration {
	mark := fmt.Sprintf("Câu thứ %d.", number)
	start := time.Now()
	save(b, w.lesson, w.text+"\n"+mark+"\n")
	for range w.news {
		if _, body := get(b, w.url+"courses/course-0/section-1/lesson-0.html"); strings.Contains(body, mark) {
			return time.Since(start)
		}
	}
	b.Fatal("the server has nothing more to say")
	return 0
}

// news listens to the server as a browser does.
func news(b *testing.B, url string) <-chan struct{} {
	resp, err := http.Get(url + ".stagecraft/events")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { resp.Body.Close() })
	heard := make(chan struct{})
	go func() {
		defer close(heard)
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			if strings.HasPrefix(lines.Text(), "data:") {
				heard <- struct{}{}
			}
		}
	}()
	return heard
}
