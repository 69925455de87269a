package browser

import (
	"context"
	"os"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Page is a tab with a profile of its own. Its methods fail the test when they
// can't do what they are asked for within Limit.
type Page struct {
	t       testing.TB
	ctx     context.Context
	watcher watcher
}

// Blank opens an empty tab of 1280 × 800 pixels.
func (b *Browser) Blank(t testing.TB) *Page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	p := &Page{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.watcher.take); err != nil {
		cancel()
		t.Fatalf("open tab: %v", err)
	}
	t.Cleanup(func() {
		for _, fault := range p.Faults() {
			t.Errorf("the page: %s", fault)
		}
		cancel()
	})
	p.Resize(1280, 800)
	p.do("watch the network", call(network.Enable, network.EnableParams{}))
	p.do("watch the log", call(log.Enable, cdp.Empty{}))
	return p
}

// Open opens an address, of http or file, in a new tab and waits until it is
// loaded.
func (b *Browser) Open(t testing.TB, url string) *Page {
	t.Helper()
	p := b.Blank(t)
	p.Goto(url)
	return p
}

// do runs an action under the time limit.
func (p *Page) do(what string, action chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Limit)
	defer cancel()
	if err := chromedp.Do(ctx, action); err != nil {
		p.t.Fatalf("%s: %v%s", what, err, p.scene())
	}
}

// call returns the action that sends a command of the protocol, which answers
// nothing.
func call[P any](command cdp.Command[P, cdp.Empty], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// Goto opens an address in the tab and waits until it is loaded.
func (p *Page) Goto(url string) {
	p.t.Helper()
	p.do("open "+url, chromedp.Navigate(url))
}

// Resize changes the size of the window, in CSS pixels.
func (p *Page) Resize(width, height int64) {
	p.t.Helper()
	p.do("resize", chromedp.EmulateViewport(width, height))
}

// Dark lets the pages know that their reader prefers dark colours.
func (p *Page) Dark() {
	p.t.Helper()
	p.do("switch to dark colours", call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
	}))
}

// Paper draws the pages as they are printed.
func (p *Page) Paper() {
	p.t.Helper()
	p.do("switch to paper", call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
}

// NoScript switches the scripts of the pages off that are opened from now on.
func (p *Page) NoScript() {
	p.t.Helper()
	p.do("switch scripts off", call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
}

// Press types keys at the focus: text, or keys of the package kb.
func (p *Page) Press(keys string) {
	p.t.Helper()
	p.do("press keys", chromedp.KeyEvent(keys))
}

// Command presses a key while Ctrl is held.
func (p *Page) Command(key string) {
	p.t.Helper()
	p.do("press Ctrl and a key", chromedp.KeyEvent(key, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
}

// Compose sets the text that an input method has not finished yet, and Insert
// finishes it.
func (p *Page) Compose(text string) {
	p.t.Helper()
	end := int64(utf8.RuneCountInString(text))
	p.do("compose "+text, call(input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: end, SelectionEnd: end}))
}

// Insert puts a text at the cursor, in place of one that is being composed.
func (p *Page) Insert(text string) {
	p.t.Helper()
	p.do("insert "+text, call(input.InsertText, input.InsertTextParams{Text: text}))
}

// Eval returns the value of a JavaScript expression, or of what it promises.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Limit)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("evaluate %s: %v%s", expression, err, p.scene())
	}
	return value
}

// Run evaluates a JavaScript expression for what it does.
func (p *Page) Run(expression string) {
	p.t.Helper()
	Eval[chromedp.Void](p, expression)
}

// truth makes true or false of a JavaScript expression, or of what it promises.
func truth(expression string) string {
	return "(async () => Boolean(await (" + expression + ")))()"
}

// Is fails the test unless a JavaScript expression, or what it promises, is true
// now.
func (p *Page) Is(expression string) {
	p.t.Helper()
	if !Eval[bool](p, truth(expression)) {
		p.t.Errorf("not so: %s%s", expression, p.scene())
	}
}

// Wait waits until a JavaScript expression, or what it promises, is true. An
// expression that throws, or that a navigation interrupts, is not true yet.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Limit)
	defer cancel()
	for {
		is, err := chromedp.Run(ctx, chromedp.Evaluate[bool](truth(expression), chromedp.EvalAwaitPromise))
		if is && err == nil {
			return
		}
		select {
		case <-ctx.Done():
			p.t.Fatalf("not within %v: %s (%v)%s", Limit, expression, err, p.scene())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Screenshot writes a picture of the window as PNG, for people to look at.
func (p *Page) Screenshot(path string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Limit)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatalf("take screenshot: %v", err)
	}
	if err := os.WriteFile(path, png, 0o644); err != nil {
		p.t.Fatal(err)
	}
}
