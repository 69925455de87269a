# The targets of the project. `make help` lists them.
.DEFAULT_GOAL := help
GO ?= go

.PHONY: help serve sample build test check lint fuzz bench bench-peers golden clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

serve: ## preview the sample handbook and say at which address
	$(GO) run ./cmd/stagecraft serve

sample: ## build the sample handbook into public/ and say where to open it
	$(GO) run ./cmd/stagecraft build

build: ## build the program into ./stagecraft
	$(GO) build -o stagecraft ./cmd/stagecraft

test: ## install Chromium if it is missing and run all tests
	test/install
	EDITS=$${EDITS:-3000} $(GO) test -timeout 20m ./...

check: lint test sample ## all gates; CI runs exactly this

lint: ## formatting, vet, module files
	@test -z "$$(gofmt -l cmd internal test themes)" || { gofmt -d cmd internal test themes; exit 1; }
	$(GO) vet ./...
	$(GO) mod verify
	$(GO) mod tidy -diff

fuzz: ## run each fuzz target for FUZZTIME (default 30s)
	@for target in $$(grep -rhoE --include='*_test.go' '^func Fuzz[A-Za-z]+' internal | sed 's/func //' | sort); do \
		dir=$$(dirname $$(grep -rlE --include='*_test.go' "^func $$target\(" internal)); \
		$(GO) test "./$$dir" -run xxx -fuzz "^$$target$$" -fuzztime $${FUZZTIME:-30s} -fuzzminimizetime 100x || exit 1; \
	done

bench: ## time builds of 100, 1,000 and 10,000 generated pages, long maps, search, and 50 changes under serve
	$(GO) test ./internal/build ./internal/plan ./internal/render ./test/browser -run xxx -bench . -benchtime 1x -count 3
	$(GO) test ./internal/cli -run xxx -bench . -benchtime 1x

bench-peers: ## compare with Hugo on the same pages; PAGES=100000 for another size
	$(GO) run ./test/peers -pages $${PAGES:-1000,10000}

golden: ## write what is printed and drawn today into the golden files; read the diff
	$(GO) test ./internal/build ./internal/markdown -update

clean: ## remove what the targets above made
	rm -rf public stagecraft
