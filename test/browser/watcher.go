package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// watcher notes what a page asks for and what it does wrong.
type watcher struct {
	mu       sync.Mutex
	requests []string
	faults   []string
}

// take is called with each event of the tab.
func (w *watcher) take(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		w.requests = append(w.requests, e.Request.URL)
	case *runtime.EventExceptionThrown:
		w.faults = append(w.faults, "exception: "+exception(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			w.faults = append(w.faults, fmt.Sprintf("console.%s: %s", e.Type, arguments(e.Args)))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			w.faults = append(w.faults, fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	}
}

func exception(d *runtime.ExceptionDetails) string {
	if d.Exception != nil {
		return d.Exception.Description
	}
	return d.Text
}

func arguments(list []*runtime.RemoteObject) string {
	var texts []string
	for _, o := range list {
		texts = append(texts, strings.TrimSpace(o.Description+" "+string(o.Value)))
	}
	return strings.Join(texts, " ")
}

// Requests returns the addresses that the page has asked for since the last
// call, in order.
func (p *Page) Requests() []string {
	p.watcher.mu.Lock()
	defer p.watcher.mu.Unlock()
	list := p.watcher.requests
	p.watcher.requests = nil
	return list
}

// Faults returns what the page has done wrong since the last call: exceptions,
// console.error and console.warn, and what the browser itself reports, such as
// a policy that was broken or an address that was not found. What a test takes
// here no longer fails it.
func (p *Page) Faults() []string {
	p.watcher.mu.Lock()
	defer p.watcher.mu.Unlock()
	list := p.watcher.faults
	p.watcher.faults = nil
	return list
}

// scene describes the page for a message about a failure.
func (p *Page) scene() string {
	ctx, cancel := context.WithTimeout(p.ctx, Limit/10)
	defer cancel()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location + "\n" + document.body?.innerText.slice(0, 1000)`))
	if err != nil {
		text = err.Error()
	}
	p.watcher.mu.Lock()
	faults := slices.Clone(p.watcher.faults)
	p.watcher.mu.Unlock()
	return fmt.Sprintf("\nthe page: %s\nfaults: %q", text, faults)
}
