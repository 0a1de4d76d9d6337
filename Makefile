# `make app` opens the web page, `make test` runs the tests, `make eval` measures everything,
# `make docs` builds the documentation.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
FOLDS ?= development
PART ?= test
FUZZ_SECONDS ?= 60
# Of the tests: one more than there are processors, as browsers and services are waited for.
PROCESSES ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
DOCUMENTS ?= corpus
SIZES ?= 1000,10000,100000

.PHONY: app test eval benchmarks docs fuzz soak ray milvus-core clean

# Indexes the letter only where there is no index at all: what was added to one stays.
app: $(VENV)/.app
	if $(BIN)/qa list 2>&1 | grep -q '^qa: There is no index'; then $(BIN)/qa index corpus; fi
	$(BIN)/qa web

test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest --numprocesses $(PROCESSES) --dist loadfile

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
	$(BIN)/python -m pip install --quiet --no-compile --constraint constraints.txt --editable .
	touch $@

$(VENV)/.test: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --constraint constraints.txt --editable '.[test]'
	touch $(VENV)/.app $@

# Feeds each loader what no program would write; what is found belongs in tests/load.
fuzz: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[fuzz]'
	for format in txt md html xml docx docx-xml pdf; do \
	  $(BIN)/python eval/fuzz_loaders.py $$format --seconds $(FUZZ_SECONDS) || exit 1; \
	done

# Kills a process that changes an index ten times in each stage and at 300 random moments, fills
# its disk 200 times, and looks at what that left.
soak: $(VENV)/.test
	rm -rf build/soak
	$(BIN)/python tests/index/kills.py build/soak/kills --kills 200
	$(BIN)/python tests/index/kills.py build/soak/large --each 2 --kills 100 --paragraphs 2100
	unshare --mount $(BIN)/python tests/index/full_disk.py build/soak/disk --tries 40

# How it grows and how fast it is, beside others; made of the text files in DOCUMENTS. After an
# interruption it goes on: eval/benchmarks/README.md.
benchmarks: $(VENV)/.app
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[benchmarks]'
	HF_HUB_OFFLINE=1 $(BIN)/python eval/benchmarks/all.py --documents $(DOCUMENTS) --sizes $(SIZES)

# Reads and encodes by worker processes of Ray, which is too large for `make test`: there it is skipped.
ray: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[ray]'
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest tests/encoder/test_ray.py tests/load/test_ray_loading.py

# The contract of both engines, against the core of Milvus in C++: milvus-lite had it up to 2.5.1,
# which needs a setuptools of before 81, so that it gets an environment of its own.
milvus-core: $(VENV)/.test build/milvus-core/.made
	MILVUS_CORE=$(CURDIR)/build/milvus-core/bin/python $(BIN)/python -m pytest tests/index/test_engines.py

build/milvus-core/.made: Makefile
	$(PYTHON) -m venv build/milvus-core
	build/milvus-core/bin/python -m pip install --quiet milvus-lite==2.5.1 'setuptools<81'
	touch $@

# The environment alone: an index may hold what is nowhere else.
clean:
	rm -rf $(VENV)
