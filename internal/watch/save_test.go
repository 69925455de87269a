package watch

import (
	"os"
	"os/exec"
	"slices"
	"testing"
)

// saves are the ways in which programs save content/page.md.
var saves = []struct {
	name string
	save func(r *rig)
	may  []string // temporary files whose names do not tell what they are
}{
	{"in place, as VS Code does", func(r *rig) {
		r.must(os.Truncate(r.path("content/page.md"), 0))
		r.write("content/page.md", "new text")
	}, nil},
	{"vim: probe, backup by renaming, write, remove the backup", func(r *rig) {
		r.write("content/.page.md.swp", "swap")
		r.write("content/4913", "")
		r.remove("content/4913")
		r.rename("content/page.md", "content/page.md~")
		r.write("content/page.md", "new text")
		r.must(os.Chmod(r.path("content/page.md"), 0o600))
		r.remove("content/page.md~")
		r.remove("content/.page.md.swp")
	}, nil},
	{"emacs: lock, autosave, backup by renaming, write", func(r *rig) {
		r.must(os.Symlink("me@here.123", r.path("content/.#page.md")))
		r.write("content/#page.md#", "autosave")
		r.rename("content/page.md", "content/page.md~")
		r.write("content/page.md", "new text")
		r.remove("content/.#page.md")
		r.remove("content/#page.md#")
	}, nil},
	{"JetBrains: write beside, rename both", func(r *rig) {
		r.write("content/page.md___jb_tmp___", "new text")
		r.rename("content/page.md", "content/page.md___jb_old___")
		r.rename("content/page.md___jb_tmp___", "content/page.md")
		r.remove("content/page.md___jb_old___")
	}, []string{"content/page.md___jb_old___", "content/page.md___jb_tmp___"}},
	{"gedit: rename over", func(r *rig) {
		r.write("content/.goutputstream-A1B2C3", "new text")
		r.rename("content/.goutputstream-A1B2C3", "content/page.md")
	}, nil},
	{"kate: rename over", func(r *rig) {
		r.write("content/page.md.Xy12Za", "new text")
		r.rename("content/page.md.Xy12Za", "content/page.md")
	}, []string{"content/page.md.Xy12Za"}},
	{"by appending", func(r *rig) {
		f, err := os.OpenFile(r.path("content/page.md"), os.O_APPEND|os.O_WRONLY, 0)
		r.must(err)
		_, err = f.WriteString("more")
		r.must(err)
		r.must(f.Close())
	}, nil},
}

func TestEachWayOfSavingIsReported(t *testing.T) {
	for _, s := range saves {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			inEachMode(t, func(t *testing.T, opts Options) {
				r := watchFiles(t, opts, "content/page.md", "content/other.md")
				s.save(r)
				got := r.probe()
				got.Paths = slices.DeleteFunc(got.Paths, func(p string) bool { return slices.Contains(s.may, p) })
				if got.All || !slices.Equal(got.Paths, []string{"content/page.md"}) {
					t.Errorf("reported %+v", got)
				}
				r.write("content/page.md", "once more")
				r.reports("content/page.md")
			})
		})
	}
}

// tools are programs that change content/page.md, where they are installed.
var tools = []struct {
	program string
	args    []string
}{
	{"vim", []string{"-u", "NONE", "-es", "-c", "set backup backupcopy=no", "-c", "normal Onew", "-c", "wq", "content/page.md"}},
	{"sed", []string{"-i", "s/was/is/", "content/page.md"}},
	{"emacs", []string{"-Q", "--batch", "content/page.md", "--eval", `(progn (insert "new") (save-buffer))`}},
}

func TestEditorsThemselvesAreFollowed(t *testing.T) {
	for _, tool := range tools {
		t.Run(tool.program, func(t *testing.T) {
			t.Parallel()
			inEachMode(t, func(t *testing.T, opts Options) {
				r := watchFiles(t, opts, "content/page.md")
				r.command(tool.program, tool.args...)
				r.until("content/page.md")
			})
		})
	}
}

func TestCheckoutIsFollowed(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "content/stays.md", "content/changes.md", "content/old/goes.md")
		r.command("git", "init", "-q")
		r.commit("first")
		r.command("git", "checkout", "-q", "-b", "other")
		r.write("content/changes.md", "differently")
		r.write("content/new/deep/comes.md", "new")
		r.remove("content/old")
		r.commit("second")
		r.probe()
		r.command("git", "checkout", "-q", "-")
		r.until("content/changes.md", "content/old/goes.md", "content/new/deep/comes.md")
		r.write("content/old/goes.md", "once more")
		r.reports("content/old/goes.md")
	})
}

func (r *rig) commit(message string) {
	r.t.Helper()
	r.command("git", "add", "content")
	r.command("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", message)
}

// command runs a program in the site's folder.
func (r *rig) command(name string, args ...string) {
	r.t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		r.t.Skip(err)
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("%s: %v\n%s", name, err, out)
	}
}
