package cli

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/preview"
	"stagecraft/internal/watch"
)

// firstPort is the port that serve tries first, and portTries how many it tries
// before it takes any.
const (
	firstPort = 4040
	portTries = 20
)

func (a *app) serveCommand() *cobra.Command {
	var addr string
	var poll time.Duration
	var drafts bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Preview the site in a browser and show each change at once",
		Long: `serve shows the site at an address of this computer and brings each saved change
to the browser. Errors appear over the page and here, and go when they are mended.
Stop it with Ctrl-C.`,
		Example: "  stagecraft serve\n  stagecraft serve --site handbook --addr 127.0.0.1:8000",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return a.serve(ctx, addr, poll, drafts)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "", "the `host:port` to listen on (default 127.0.0.1 and a free port from 4040)")
	cmd.Flags().DurationVar(&poll, "poll", 0, "look for changes at this interval instead of waiting for events")
	cmd.Flags().BoolVar(&drafts, "drafts", false, "show pages marked as drafts, too")
	return cmd
}

func (a *app) serve(ctx context.Context, addr string, poll time.Duration, drafts bool) error {
	session, done, err := a.session(build.Options{Drafts: drafts, Folder: a.site})
	if err != nil {
		return err
	}
	defer done()
	listener, err := listen(addr)
	if err != nil {
		return err
	}
	a.warnOpen(listener.Addr())
	changes, err := watch.Watch(ctx, a.site, watch.Options{Poll: poll, Notify: a.say})
	if err != nil {
		return err
	}
	server := preview.New(preview.Options{Addr: listener.Addr().String()})
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, listener) }()

	v := &viewer{app: a, session: session, server: server}
	if err := v.update(ctx, nil); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "open http://%s/\n", listener.Addr())
	return v.follow(ctx, changes, ended)
}

// listen takes the address asked for, or a free port near firstPort.
func listen(addr string) (net.Listener, error) {
	if addr != "" {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			return nil, usagef("stagecraft serve --addr 127.0.0.1:0", "can't listen on %s: %v", addr, err)
		}
		return l, nil
	}
	for port := firstPort; port < firstPort+portTries; port++ {
		if l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			return l, nil
		}
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen on this computer: %w", err)
	}
	return l, nil
}

// warnOpen warns when others than this computer can reach the preview.
func (a *app) warnOpen(addr net.Addr) {
	if tcp, ok := addr.(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		a.say("everybody who can reach " + addr.String() + " can read the preview")
	}
}

func (a *app) say(line string) { fmt.Fprintf(a.stderr, "stagecraft: %s\n", diag.Printable(line)) }
