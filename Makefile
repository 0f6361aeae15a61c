# Everything starts here. `make` alone lists what there is.
PYTHON ?= python3
WORKERS ?= auto# how many processes run the tests: as many as there are cores
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help demo test check fix pictures bench lock clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.demo static/.built ## open the app with invented neighbours; prints an address
	$(BIN)/alongside demo

test: .venv/.test static/.built ## run everything; browser stories need a Chromium and skip loudly without one
	$(BIN)/python -m pytest --numprocesses=$(WORKERS) --maxprocesses=4 --dist=loadfile --no-loadscope-reorder $(ARGS)

check: .venv/.test ## lint, types, storeys, templates, generated pages; changes nothing, reports every failure
	@$(BIN)/python tests/check.py

fix: .venv/.test ## mend what a machine can mend
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench
	$(BIN)/alongside write-glossary
	$(BIN)/alongside write-sql
	$(BIN)/python assets/sentences.py

pictures: .venv/.test static/.built ## take the guide's pictures anew, from the invented neighbourhood
	ALONGSIDE_PICTURES=1 $(BIN)/python -m pytest tests/stories/test_the_guide_from_every_seat.py

bench: .venv/.bench $(if $(SPARK),.venv/.spark) static/.built ## measure pages as ratios beside stated peers, in one run; SPARK=1 asks Spark too (wants a Java)
	$(BIN)/alongside bench $(ARGS)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m bench.finding
	$(BIN)/python -m bench.importing
	$(BIN)/python -m bench.gathering
	$(BIN)/python -m bench.meeting
	$(BIN)/python -m bench.counting
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m bench.valuing
	$(BIN)/python -m bench.pooling

lock: ## choose versions anew and write them, with hashes, to requirements/
	$(PYTHON) -m venv .venv/.uv && .venv/.uv/bin/pip install --quiet uv
	@for want in "test --extra build --extra dev" "spark --extra build --extra dev --extra spark" "demo --extra build" "bench --extra build --extra dev --extra bench"; do \
	  set -- $$want; name=$$1; shift; \
	  .venv/.uv/bin/uv pip compile pyproject.toml "$$@" --universal --generate-hashes --no-emit-index-url \
	    --no-header --python-version 3.11 --quiet --output-file requirements/$$name.txt; done

clean: ## forget the environment and the built pages (the database stays)
	rm -rf .venv static node_modules

.venv/bin/python:
	$(PYTHON) -m venv .venv

# One stamp a lock: the set-up runs again only when what is wanted changes.
.venv/.%: requirements/%.txt requirements/meaning.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $<
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement requirements/meaning.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

static/.built: package-lock.json $(shell find assets src/alongside/locale -type f -not -name '*.mo') | .venv/bin/python
	$(BIN)/python assets/build.py
	@touch $@
