// Stagecraft compiles customer-journey handbooks from Markdown.
package main

import (
	"os"

	"stagecraft/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr))
}
