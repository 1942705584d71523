#!/bin/sh
# Installs what the tests need into .venv-test and runs them all: sh tools/test.sh [pytest arguments…]
# The tests are the suite, the docstrings' and the docs' examples; ruff and mypy go before them.
set -eu
cd "$(dirname "$0")/.."
[ -x .venv-test/bin/python ] || python3 -m venv .venv-test
.venv-test/bin/python -m pip install --quiet --editable '.[test]'
.venv-test/bin/ruff check .
.venv-test/bin/ruff format --check .
.venv-test/bin/mypy
exec .venv-test/bin/python -m pytest "$@"
