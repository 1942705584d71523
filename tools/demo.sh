#!/bin/sh
# Installs the library into .venv and reads an article with it: sh tools/demo.sh [FILE…]
set -eu
cd "$(dirname "$0")/.."
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet '.[cli]'
[ "$#" -gt 0 ] || set -- examples/huining_2019.txt
exec .venv/bin/fupin-extract "$@"
