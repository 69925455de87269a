package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience is how long a command of git may take.
const patience = time.Minute

// inert returns the options of git that keep the configuration of a repository from running
// or opening anything, and from changing what git says. It may be anybody's: that of an
// archive with a folder .git in it, or of a folder that only looks like a bare repository.
func inert() []string {
	return []string{
		"--no-pager", "--no-replace-objects",
		"-c", "safe.bareRepository=explicit",
		"-c", "core.fsmonitor=false",
		"-c", "core.hooksPath=/dev/null",
		"-c", "core.quotePath=false",
		"-c", "diff.external=",
		"-c", "diff.relative=false",
		"-c", "log.follow=false",
		"-c", "log.mailmap=false", // reads mailmap.file, which may be a pipe
		"-c", "log.showRoot=true",
		"-c", "log.showSignature=false", // runs gpg.program
	}
}

// environment returns that of the process without what would lead git to another
// repository, as in a hook, and without any way to ask or to reach the network: a clone
// that lacks objects fetches them with the commands of its configuration.
func environment() []string {
	var env []string
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "GIT_") || strings.HasPrefix(v, "GIT_CONFIG_") || strings.HasPrefix(v, "GIT_CEILING_DIRECTORIES=") {
			env = append(env, v)
		}
	}
	return append(env, "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
}

// run runs git in a folder and hands on what it prints, cut at each NUL, until it ends
// or take wants no more.
func run(ctx context.Context, folder string, take func(record string) bool, args ...string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var said beginning
	cmd := exec.CommandContext(ctx, "git", append(inert(), args...)...)
	cmd.Dir, cmd.Env, cmd.Stderr, cmd.WaitDelay = folder, environment(), &said, time.Second
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return fmt.Errorf("run git: %w", err)
	}
	enough, err := records(out, take)
	if enough || err != nil {
		cmd.Process.Kill()
	}
	ended := cmd.Wait()
	switch {
	case enough:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return fmt.Errorf("read what git says: %w", err)
	case ended != nil:
		return failure(said.String(), ended)
	}
	return nil
}

// records hands on what git prints and tells whether take had enough.
func records(out io.Reader, take func(record string) bool) (enough bool, err error) {
	s := bufio.NewScanner(out)
	s.Split(splitNUL)
	for s.Scan() {
		if !take(s.Text()) {
			return true, nil
		}
	}
	return false, s.Err()
}

func splitNUL(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

// failure tells why git failed, by what it said.
func failure(said string, ended error) error {
	switch {
	case strings.Contains(said, "not a git repository"):
		return ErrNoRepository
	case strings.Contains(said, "unknown revision"):
		return ErrNothingCommitted
	case said == "":
		return fmt.Errorf("run git: %w", ended)
	}
	if _, fatal, ok := strings.Cut(said, "fatal: "); ok {
		said = fatal // what stands before it are warnings
	}
	line, _, _ := strings.Cut(said, "\n")
	return errors.New(line)
}

// beginning keeps the first bytes that are written to it.
type beginning struct{ strings.Builder }

// Write implements io.Writer.
func (b *beginning) Write(p []byte) (int, error) {
	const room = 4096
	b.Builder.Write(p[:min(len(p), room-min(room, b.Len()))])
	return len(p), nil
}
