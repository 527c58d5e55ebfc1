# make run:   install into an environment of its own, build Devon, write the graph page, ask three questions.
# make test:  install all that the tests need into another, and run them all.
# Both work on a fresh Debian or macOS with Python 3.11 or later. Windows: see README.md.

SHELL = /bin/sh
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP = -m pip --disable-pip-version-check --no-input
RUN = .venv/bin
TEST = .venv-test/bin

.PHONY: run test lint bench docs assets lock clean

run: .venv/ready
	$(RUN)/strategy-links build
	$(RUN)/strategy-links view --output devon.html
	@echo
	$(RUN)/strategy-links programmes
	@echo
	$(RUN)/strategy-links where "recruit foster carers" --limit 1
	$(RUN)/strategy-links where "kids placed outside the county" --limit 1
	$(RUN)/strategy-links where "SGO allowances" --limit 1
	@echo "The graph is in devon.html: open it in a browser. Ask more with $(RUN)/strategy-links where \"...\""

test: .venv-test/ready lint
	$(TEST)/python -m pytest

lint: .venv-test/ready
	$(TEST)/ruff check .
	$(TEST)/ruff format --check .
	$(TEST)/mypy

# Side by side on this machine; the tables go into docs/performance.md and docs/accuracy.md.
bench: .venv/ready .venv-test/ready
	$(TEST)/python -m benchmarks.run
	$(TEST)/python -m benchmarks.reading

docs: .venv-test/ready
	$(TEST)/python -m benchmarks.accuracy
	$(TEST)/python -m benchmarks.commands
	$(TEST)/python -m benchmarks.notebook

# Takes the query editor, the search of the pages and its stemmer from npm's packages; needs npm and node.
assets:
	sh graph/serve/assets/vendor.sh
	sh graph/show/minisearch/vendor.sh
	sh graph/show/stemmer/vendor.sh

# Needs uv. No address of a registry is written.
lock:
	uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header \
		--extra build pyproject.toml -o requirements/run.txt
	uv pip compile -q --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header \
		--extra build --extra test -c requirements/run.txt pyproject.toml -o requirements/test.txt

clean:
	rm -rf .venv .venv-test .strategy-links devon.html

.venv/ready: requirements/run.txt pyproject.toml $(shell find cli.py graph ontology seeds -type f -not -name '*.pyc')
	@$(MAKE) --no-print-directory .environment-$(notdir $(@D)) FOLDER=$(@D) LOCK=requirements/run.txt
	$(@D)/bin/python $(PIP) install --quiet --no-deps --no-build-isolation --force-reinstall .
	@touch $@

.venv-test/ready: requirements/test.txt pyproject.toml
	@$(MAKE) --no-print-directory .environment-$(notdir $(@D)) FOLDER=$(@D) LOCK=requirements/test.txt
	$(@D)/bin/python $(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@sh tests/browser/find_browser.sh
	@sh tests/servers/find_servers.sh
	@touch $@

.environment-%:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: install it, or name it with make PYTHON=..."; exit 2; }
	@test -x $(FOLDER)/bin/python || $(PYTHON) -m venv $(FOLDER) || \
		{ rm -rf $(FOLDER); echo "Python has no venv: on Debian, apt-get install python3-venv"; exit 2; }
	@echo "Installing into $(FOLDER): takes a minute the first time"
	@$(FOLDER)/bin/python $(PIP) install --quiet --require-hashes --requirement $(LOCK)
