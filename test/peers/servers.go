package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// served is what one server did.
type served struct {
	Start float64   // seconds from its start to its first good answer
	Seen  []float64 // milliseconds from each change of a file to the page that shows it
	Peak  float64   // bytes of memory
}

// pollEvery is how often a page is asked for while a change is awaited.
const pollEvery = 2 * time.Millisecond

// patience is how long a server may take for anything.
const patience = 2 * time.Minute

type bothServed struct{ Stagecraft, Hugo served }

// servers makes the same changes under each server.
func servers(ctx context.Context, both programs, s sites, edits int) (*bothServed, error) {
	var result bothServed
	var err error
	mine := &server{site: s.stagecraft, cmd: exec.CommandContext(ctx, both.stagecraft, "serve", "--site", s.stagecraft, "--addr", "127.0.0.1:0")}
	if result.Stagecraft, err = mine.measure(edits); err != nil {
		return nil, fmt.Errorf("stagecraft serve: %w", err)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	other := &server{site: s.hugo, url: "http://127.0.0.1:" + port + "/", cmd: exec.CommandContext(ctx, both.hugo, "server",
		"--source", s.hugo, "--noBuildLock", "--renderToMemory", "--bind", "127.0.0.1", "--port", port)}
	if result.Hugo, err = other.measure(edits); err != nil {
		return nil, fmt.Errorf("hugo server: %w", err)
	}
	return &result, nil
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}

// server is a server at work on a site.
type server struct {
	site string
	cmd  *exec.Cmd
	url  string // of the home page; of stagecraft known once it tells
}

// measure starts the server, makes the changes and ends it.
func (s *server) measure(edits int) (served, error) {
	lessons, err := lessons(s.site)
	if err != nil {
		return served{}, err
	}
	stdout, err := s.cmd.StdoutPipe()
	if err != nil {
		return served{}, err
	}
	start := time.Now()
	if err := s.cmd.Start(); err != nil {
		return served{}, err
	}
	result, err := s.follow(start, stdout, lessons, edits)
	s.cmd.Process.Signal(os.Interrupt)
	s.cmd.Wait() // an interrupt is an error to some, and neither has anything left to lose
	result.Peak = peak(s.cmd.ProcessState)
	return result, err
}

func (s *server) follow(start time.Time, stdout io.Reader, lessons []string, edits int) (served, error) {
	var result served
	lines := bufio.NewReader(stdout)
	for s.url == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			return result, fmt.Errorf("wait for its address: %w", err)
		}
		if _, url, ok := strings.Cut(line, "open "); ok {
			s.url = strings.TrimSpace(url)
		}
	}
	go io.Copy(io.Discard, lines)
	if err := s.await("", "</html>"); err != nil {
		return result, err
	}
	result.Start = time.Since(start).Seconds()
	for i := range edits {
		time.Sleep(pause(i))
		took, err := s.edit(lessons[i*len(lessons)/edits], fmt.Sprintf("changed%dtimes", i+1))
		if err != nil {
			return result, err
		}
		result.Seen = append(result.Seen, float64(took.Microseconds())/1000)
	}
	return result, nil
}

// pause returns how long the author thinks before a change: from 0.1 to 1.5 s,
// so that the changes meet all that a server does when it is left alone.
func pause(i int) time.Duration {
	return time.Duration(100+i*617%1400) * time.Millisecond
}

// edit changes the first sentence of a lesson that is open in the browser, and
// returns how long it took to show.
func (s *server) edit(lesson, mark string) (time.Duration, error) {
	page := pageOf(lesson)
	if err := s.await(page, "</html>"); err != nil {
		return 0, err
	}
	file := filepath.Join(s.site, lesson)
	text, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	changed, err := changeSentence(text, mark)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", lesson, err)
	}
	start := time.Now()
	if err := os.WriteFile(file, changed, 0o644); err != nil {
		return 0, err
	}
	err = s.await(page, mark)
	return time.Since(start), err
}

// changeSentence puts a sentence with the mark in the place of the first one.
func changeSentence(text []byte, mark string) ([]byte, error) {
	before, rest, found := bytes.Cut(text, []byte("\n\n## "))
	heading, rest, ok := bytes.Cut(rest, []byte("\n\n"))
	_, after, last := bytes.Cut(rest, []byte(". "))
	if !found || !ok || !last {
		return nil, fmt.Errorf("no first sentence")
	}
	return slices.Concat(before, []byte("\n\n## "), heading, []byte("\n\nCâu này là "+mark+". "), after), nil
}

// await asks for a page until its answer is good and holds a text.
func (s *server) await(page, text string) error {
	var last error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(pollEvery) {
		body, err := get(s.url + page)
		if last = err; err == nil && bytes.Contains(body, []byte(text)) {
			return nil
		}
	}
	return fmt.Errorf("no %q in %s after %s (%v)", text, s.url+page, patience, last)
}

// get asks over a connection that stays open.
func get(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("answer %s", resp.Status)
	}
	return body, err
}

// lessons lists the files of a site's lessons.
func lessons(site string) ([]string, error) {
	var list []string
	err := fs.WalkDir(os.DirFS(site), "content/courses", func(name string, entry fs.DirEntry, err error) error {
		if strings.Contains(name, "lesson-") {
			list = append(list, name)
		}
		return err
	})
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("%s has no lessons", site)
	}
	return list, err
}

// pageOf returns the address of a lesson below the site's, which both programs
// give it.
func pageOf(lesson string) string {
	name, _ := rename(lesson)
	return strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md") + ".html"
}
