# Two commands: `make run` serves the newsroom, `make test` proves it.
# Debian's own Python is built with all optimisations: the tests take a quarter
# less time than under one that pyenv built without. Another: make PYTHON=python3.12 run
DEBIAN := /usr/bin/python3
PYTHON ?= $(shell $(DEBIAN) -c "import ensurepip, sys; assert sys.version_info > (3, 11)" \
  2>/dev/null && echo $(DEBIAN) || echo python3)
BIN := .venv/bin
# What the tests need of Debian, and one file of each that shows it is there.
PACKAGES := postgresql redis-server chromium-headless-shell gettext \
  libimage-exiftool-perl fonts-noto-core nginx-light openssl python3-venv
SHOWN := /usr/lib/postgresql/*/bin/initdb /usr/bin/redis-server \
  /usr/lib/python3*/ensurepip/__init__.py \
  /usr/bin/chromium-headless-shell /usr/bin/msgfmt /usr/bin/exiftool /usr/sbin/nginx \
  /usr/bin/openssl /usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf
CATALOGUE := locale/vi/LC_MESSAGES/django.po
# One more at once than there are cores, for browsers and timers are waited for; and no
# more than PostgreSQL takes connections.
WORKERS := $(shell cores=$$(($$(nproc) + 1)); echo $$((cores > 8 ? 8 : cores)))
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

# Many machines forbid Python to keep compiled code: then each of the tests' processes
# compiles everything, and pytest rewrites every assertion once more.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo test proof bench bench-photos lint format messages screenshots password system

run: .venv/runtime .env
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py ensure_admin
	@$(BIN)/python manage.py demo --if-empty
	@echo "Site: http://127.0.0.1:8000/  Admin: http://127.0.0.1:8000/admin/"
	@$(BIN)/python manage.py runserver 127.0.0.1:8000

# A newspaper to look at, and an account for each role; passwords are shown once.
demo: .venv/runtime .env
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py demo

password:
	$(BIN)/python manage.py changepassword admin

# Every test on SQLite, then every test that asks a database on PostgreSQL in a throw-away
# cluster. What asks none cannot give another answer there; pytest-django sees to that.
# Nor can what is marked "once": words, pixels, layout, the editor in the browser. The
# desk's journeys, and those through nginx, are made on PostgreSQL, as in production;
# `make proof` makes them on both.
test: system .venv/development
	$(PYTEST) -m "not journey"
	$(BIN)/python tests/postgres.py $(PYTEST) -m "database and not once"

# The long crash and race runs, and every screen with both databases.
proof: system .venv/development
	@command -v npm >/dev/null && command -v java >/dev/null || { \
	  echo "Please install first: sudo apt-get install npm openjdk-17-jre-headless"; exit 1; }
	npm install --prefix .venv/vnu --no-audit --no-fund vnu-jar@26.9.27
	PROOF=1 $(PYTEST) tests/deploy tests/faults tests/photos tests/wire tests/e2e -s
	PROOF=1 $(BIN)/python tests/postgres.py $(PYTEST) tests/demo tests/deploy tests/faults \
	  tests/e2e -s

# What each page costs in an archive of 1,000, 10,000 and 100,000: docs/benchmarks.md.
bench: system .venv/development
	@command -v wrk >/dev/null || { [ "$$(id -u)" = 0 ] && \
	  apt-get install -qy --no-install-recommends wrk; } || { \
	  echo "Please install first: sudo apt-get install wrk"; exit 1; }
	$(BIN)/python tests/postgres.py $(BIN)/python -m tests.benchmarks

# What one photo's files cost, written to docs/benchmarks-photos.md; and the contact
# sheet at 250,000 photos on PostgreSQL: medians, and no table read whole.
bench-photos: system .venv/development
	$(BIN)/python -m tests.benchmarks.photo_files
	$(BIN)/python tests/postgres.py $(BIN)/python -m tests.benchmarks.photo_search

lint: .venv/development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files '*.html' | xargs $(BIN)/djade --check --target-version 5.2
	$(BIN)/python -m mypy
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemigrations --check --dry-run

format: .venv/development
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files '*.html' | xargs $(BIN)/djade --target-version 5.2

# After a change of words: the catalogue is gathered anew, in the order of its words and
# without a time, so that two who change it meet nowhere else; and compiled.
messages: .venv/development
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemessages \
	  --locale vi --no-location --no-wrap --no-obsolete --ignore .venv --ignore tests
	msgcat --sort-output --no-wrap $(CATALOGUE) | grep -v '^"POT-Creation-Date' > .venv/words.po
	mv .venv/words.po $(CATALOGUE)
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py compilemessages \
	  --locale vi --ignore .venv

# The pictures of README and docs, of the demo newsroom at a fixed hour.
screenshots: system .venv/development
	$(BIN)/python -m docs.screenshots

# Installed only as root; anybody else is told the one line to say.
system:
	@ls $(SHOWN) >/dev/null 2>&1 || if [ "$$(id -u)" = 0 ]; then \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qy --no-install-recommends $(PACKAGES); \
	else echo "Please install first: sudo apt-get install --no-install-recommends $(PACKAGES)"; exit 1; fi

.env:
	@umask 077 && $(PYTHON) -c "import secrets; print('DEBUG=True\nSECRET_KEY=' + secrets.token_urlsafe(50))" > $@

.venv/bin/python:
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "Please install first: sudo apt-get install python3-venv"; exit 1; }

.venv/runtime: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/development: requirements.txt requirements-s3.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@
