# Every target with its sentence: make help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo install test check format format-check lint types imports quality wheel speed lock clean

help: ## show what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/.runtime ## create the environment, code the demonstration reports and show the brief
	@$(BIN)/volteface demo

install: $(VENV)/.dev ## create the environment with everything that development needs

test: $(VENV)/.dev ## run the tests
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: format-check lint types imports test ## format, lint, types, import rules and tests: what CI runs

format: $(VENV)/.dev ## put the code into form
	@$(BIN)/ruff format src tests benchmarks
	@$(BIN)/ruff check --fix --quiet src tests benchmarks

format-check: $(VENV)/.dev ## is the code in form?
	@$(BIN)/ruff format --check src tests benchmarks

lint: $(VENV)/.dev ## ruff
	@$(BIN)/ruff check src tests benchmarks

types: $(VENV)/.dev ## strict mypy
	@$(BIN)/mypy src tests benchmarks

imports: $(VENV)/.dev ## who may import whom
	@$(BIN)/lint-imports

quality: $(VENV)/.dev ## the scoreboard: recall, agreement, traps, calibration (needs ../shared)
	@$(BIN)/python -m benchmarks.quality

wheel: $(VENV)/.dev ## build the wheel, install it bare in a fresh environment and run the demonstration from it
	@rm -rf build/wheel && mkdir -p build/wheel
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir build/wheel .
	@$(PYTHON) -m venv build/wheel/venv
	@build/wheel/venv/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements.lock
	@build/wheel/venv/bin/python -m pip --disable-pip-version-check --quiet install --no-deps build/wheel/*.whl
	@cd build/wheel && venv/bin/volteface demo > demo.txt && grep -q "al-Sadr" demo.txt && echo "wheel: installed bare, volteface demo ran"

speed: $(VENV)/.dev ## the whole coder beside bare spaCy, start, memory
	@$(BIN)/python -m benchmarks.speed

lock: ## renew the lock files (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean: ## remove the environment and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "volteface needs Python 3.11 or newer; give one by: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "this Python cannot create environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.created
	@test -e $(VENV)/.dev || { echo "installing volteface into $(VENV) (once)" >&2; $(PIP) install --require-hashes -r requirements.lock && $(PIP) install --no-deps --no-build-isolation --editable .; }
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/.created
	@echo "installing volteface with its tools into $(VENV) (once)" >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
