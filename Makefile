# Every target first sets up whatever is missing; a second run starts at once.
.PHONY: help setup serve build check test bench soak soak-element looks design lighthouse compare release package
.DEFAULT_GOAL := help

PORT ?= 8080
# Where release/ will be.
AT ?= https://example.com/pipeline-lever

help:
	@echo 'make serve   build the release and serve it on http://127.0.0.1:8080 (another port: PORT=)'
	@echo 'make test    every check: format, clippy, native tests, size, real browsers'
	@echo 'make build   the release as static files in dist/'
	@echo 'make check   format, clippy and native tests'
	@echo 'make bench   the measurements'
	@echo 'make soak    ten million damaged links, files, texts and requests (minutes)'
	@echo 'make soak-element   put five hundred elements into a page and take them out again (minutes)'
	@echo 'make looks   take what the page looks like now as the reference of the tests'
	@echo 'make design  render the examples of docs/design.md'
	@echo 'make lighthouse   the marks that Lighthouse gives the built page'
	@echo 'make compare the widget beside what a marketer would use instead, on a slow phone (minutes)'
	@echo 'make release  a versioned release in release/, beside the older ones (its address: AT=https://…)'
	@echo 'make package  the npm package in an app of Vite, built and looked at in Chromium'
	@echo 'make setup   only install what is missing for make serve and make build'

setup:
	@bash scripts/setup.sh build

build: setup
	@bash scripts/build.sh

serve: build
	@node scripts/serve.mjs --csp --port $(PORT)

check:
	@bash scripts/setup.sh check
	@bash scripts/check.sh

test:
	@bash scripts/test.sh

bench:
	@bash scripts/setup.sh test
	@bash scripts/build.sh
	@bash scripts/bench.sh

soak:
	@bash scripts/setup.sh check
	@bash scripts/soak.sh

soak-element:
	@bash scripts/setup.sh test
	@bash scripts/build.sh
	@MOUNTS=500 BROWSERS=chromium bash scripts/browser.sh mounts:: --nocapture

looks:
	@bash scripts/setup.sh test
	@bash scripts/build.sh
	@RENEW_LOOKS=1 BROWSERS=chromium bash scripts/browser.sh looks::

design:
	@bash scripts/setup.sh test
	@bash scripts/build.sh
	@node scripts/design.mjs

lighthouse:
	@bash scripts/setup.sh test
	@bash scripts/build.sh
	@bash scripts/lighthouse.sh

compare:
	@bash scripts/setup.sh test
	@bash scripts/build.sh
	@bash scripts/compared.sh

release: build
	@node scripts/release.mjs dist release $(AT)

package:
	@bash scripts/setup.sh test
	@bash scripts/build.sh
	@bash scripts/package.sh
