package cli

import (
	"github.com/spf13/cobra"

	"stagecraft/internal/diag"
)

func completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     "Print a completion script for bash, zsh, fish or powershell",
		Example:   "  source <(stagecraft completion bash)",
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.Root().OutOrStdout()
			switch {
			case len(args) != 1:
				return usagef("stagecraft completion bash", "completion takes the name of a shell")
			case args[0] == "bash":
				return cmd.Root().GenBashCompletionV2(out, true)
			case args[0] == "zsh":
				return cmd.Root().GenZshCompletion(out)
			case args[0] == "fish":
				return cmd.Root().GenFishCompletion(out, true)
			case args[0] == "powershell":
				return cmd.Root().GenPowerShellCompletionWithDesc(out)
			}
			if c, ok := diag.Closest(args[0], shells); ok {
				return usagef("stagecraft completion "+c, "no completion for %q", args[0])
			}
			return usagef("stagecraft completion bash", "no completion for %q", args[0])
		},
	}
}
