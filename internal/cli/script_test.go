package cli

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run this test binary as the command stagecraft.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"stagecraft": func() { os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the scripts in testdata/script, each in a folder of its own.
// With UPDATE=1 in the environment, what cmp finds different is written into
// the script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE") == "1",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"await": await},
	})
}

// await waits until a file holds a text, or with "!" until it does not: await
// FILE TEXT.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: await file text")
	}
	file := ts.MkAbs(args[0])
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		data, _ := os.ReadFile(file)
		if strings.Contains(string(data), args[1]) != neg {
			return
		}
	}
	ts.Fatalf("%s did not come to that", args[0])
}
