# `make app` opens the web page, `make test` runs the tests, `make eval` measures everything,
# `make docs` builds the documentation.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
FOLDS ?= development
PART ?= test
FUZZ_SECONDS ?= 60

.PHONY: app test eval docs fuzz soak ray clean

app: $(VENV)/.app
	$(BIN)/qa index corpus
	$(BIN)/qa web

test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest --numprocesses auto --dist loadfile

# The documentation, in build/site; a broken link is an error.
docs: $(VENV)/.test
	$(BIN)/python -m qa.cli.manual > docs/command-line.md
	$(BIN)/zensical build --strict --clean

# With ALINEA_DATA set to a folder, on the data in it too (docs/evaluation.md).
eval: $(VENV)/.test
	$(BIN)/qa index corpus --index eval/runs/letter
	$(BIN)/qa eval --index eval/runs/letter --folds $(FOLDS) --part $(PART)
	$(BIN)/python eval/prove.py eval/runs/run.jsonl corpus

$(VENV)/.app: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.test: $(VENV)/.app
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[test]'
	touch $@

# Feeds each loader what no program would write; what is found belongs in tests/load.
fuzz: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[fuzz]'
	for format in txt md html xml docx docx-xml pdf; do \
	  $(BIN)/python eval/fuzz_loaders.py $$format --seconds $(FUZZ_SECONDS) || exit 1; \
	done

# Kills a process that changes an index at 300 random moments, and looks at what it left.
soak: $(VENV)/.test
	rm -rf build/soak
	$(BIN)/python tests/index/kills.py build/soak/small --kills 200
	$(BIN)/python tests/index/kills.py build/soak/large --kills 100 --paragraphs 2100

# Encodes by worker processes of Ray, which is too large for `make test`: there it is skipped.
ray: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[ray]'
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest tests/encoder/test_ray.py

clean:
	rm -rf $(VENV) index
