package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"stagecraft/internal/scaffold"
)

// run runs a command line that has to succeed without a diagnostic.
func run(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := Main(args, &stdout, &stderr); code != exitOK || stderr.Len() > 0 {
		t.Fatalf("stagecraft %q: exit code %d\n%s", args, code, &stderr)
	}
	return stdout.String()
}

// TestEveryModelAloneMakesASite adds each model of the library to a site that
// holds nothing else.
func TestEveryModelAloneMakesASite(t *testing.T) {
	for _, languages := range []string{`"vi"`, `"en"`} {
		for _, m := range scaffold.Models() {
			t.Run(m.ID+" "+languages, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				config := fmt.Sprintf("title = \"Test\"\nlanguage = %.4s\nlanguages = [%s]\n", languages, languages)
				if err := os.WriteFile(filepath.Join(dir, "site.toml"), []byte(config), 0o644); err != nil {
					t.Fatal(err)
				}
				run(t, "new", "model", m.ID, "--site", dir)
				run(t, "build", "--site", dir)
			})
		}
	}
}

func TestCommandLineQuotesWhereAShellNeedsIt(t *testing.T) {
	for _, test := range []struct{ arg, want string }{
		{"diem-cham", "cd diem-cham"},
		{"Điểm", "cd Điểm"},
		{`C:\sites/a_b.c`, `cd C:\sites/a_b.c`},
		{"a b", `cd "a b"`},
		{`a"b`, `cd "a\"b"`},
		{"", `cd ""`},
		{"a;b", `cd "a;b"`},
	} {
		if got := commandLine("cd", test.arg); got != test.want {
			t.Errorf("commandLine of %q is %s, want %s", test.arg, got, test.want)
		}
	}
}
