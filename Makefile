# Two commands: `make demo` and `make test`. Both say what they do and what to do when they fail.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
SERVE ?= 1

.PHONY: help demo test soak bench fmt packages web pictures

help: ## What can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: packages web ## Build, make a demonstration node, show what it found, serve it (SERVE=0: do not serve)
	@scripts/step "Building the release binary (the first time up to 15 minutes on 2 cores)" \
		cargo build --release --package liaison-cli
	@target/release/liaison demo $(if $(filter 0,$(SERVE)),--no-serve)

test: packages web ## Everything that CI runs, with the time of each step
	@scripts/test

web: packages ## Build the workbench, which the program holds
	@scripts/step "Building the workbench" scripts/web

pictures: packages web ## Take the pictures of every screen anew
	@tests/browser.sh --pictures

soak: packages ## The long runs: thousands of kills, seeds and inputs
	@scripts/soak

bench: packages ## Measure ground and workbench, and write reports under bench/reports
	@scripts/bench
	@bench/workbench

fmt: ## Format the sources
	@cargo fmt
	@npm --prefix web run --silent format

packages:
	@scripts/packages
