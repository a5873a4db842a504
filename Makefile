# Yaodian: every task of the project. `make run` and `make test` need nothing but Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
unexport PYTHONDONTWRITEBYTECODE  # every command would compile what it imports anew
BIN := $(VENV)/bin
PLAN := src/yaodian/bureaus/zunyi/plans/2020.txt
READY := $(VENV)/.ready

.PHONY: run test check full assets shots bench fault load spark golden docs fuzz lock clean

$(READY): requirements/dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

assets: $(READY)  ## the scripts of the pages, built from their packages; nothing where nothing changed
	$(BIN)/python -m tools.assets

run: assets  ## compile the shipped plan, fill an invented city with half a year of work, serve it (SERVE=0: do not); all under out/
	$(BIN)/yaodian compile $(PLAN) --out out
	$(BIN)/yaodian demo --out out --plan $(PLAN) $(if $(filter 0,$(SERVE)),--no-serve)

check: assets  ## before each commit: all that is not slow, in two processes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	YAODIAN_EFFORT=check $(BIN)/pytest -n 2 --dist loadfile

test: assets  ## what CI runs, 35 to 60 minutes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	YAODIAN_EFFORT=ci $(BIN)/pytest
	YAODIAN_EFFORT=ci $(BIN)/python -m tools.postgres $(BIN)/pytest tests/web tests/pages

full: assets  ## the numbers of examples that the bars name
	YAODIAN_EFFORT=full $(BIN)/pytest
	YAODIAN_EFFORT=full $(BIN)/python -m tools.postgres $(BIN)/pytest tests/web tests/pages

shots: assets  ## pictures of every page in out/shots, of a simulated year measured by the registers that make run filled
	test -d out/records || $(MAKE) run SERVE=0
	$(BIN)/python -m tools.shots $(if $(LOOKS),--looks $(LOOKS)) -- $(PAGES)

bench: $(READY)  ## measured bars, written to out/bars/bench.json and to docs/measured.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.lock
	$(BIN)/python -m tools.bench
	$(BIN)/python -m tools.bench_warehouse
	$(BIN)/python -m tools.bench_import
	$(BIN)/python -m tools.bench_indicators
	$(BIN)/python -m tools.bench_pages
	$(BIN)/python -m tools.bench_reconciliation
	$(BIN)/python -m tools.measured

fault: $(READY)  ## kills, full disks, truncated files, two writers and four readers; counted in out/bars/fault.json
	$(BIN)/python -m tools.fault
	$(BIN)/python -m tools.fault_work

load: $(READY)  ## a simulated year of a city on PostgreSQL, read while others write; out/bars/load.json (an hour and more)
	$(BIN)/python -m tools.load

spark: $(READY)  ## the warehouse on Spark: its suite in a local session, its engine tests on a master with two workers
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/spark.lock
	YAODIAN_ENGINE=spark YAODIAN_EFFORT=ci $(BIN)/pytest tests/warehouse tests/workspace/reconciling
	$(BIN)/python -m tools.spark_cluster

golden: $(READY)  ## rewrite tests/golden; the diff is what gets reviewed
	YAODIAN_GOLDEN=rewrite $(BIN)/pytest tests/compiler/test_golden.py tests/compiler/test_whole_plans.py; git diff --stat tests/golden

docs: $(READY)  ## write docs/reference from the catalogue and the commands
	$(BIN)/python -m tools.reference

fuzz: $(READY)  ## coverage-guided fuzzing of the compiler
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.lock
	$(BIN)/python -m tools.fuzz -max_total_time=$${SECONDS_EACH:-60}

lock: $(READY)  ## pin requirements with hashes; lock files name no registry
	$(BIN)/python -m pip install --quiet uv
	for set in run dev fuzz spark bench; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements/$$set.in -o requirements/$$set.lock; done

clean:
	rm -rf $(VENV) out assets/node_modules src/yaodian/web/pages/static/built
