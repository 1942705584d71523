#!/bin/sh
# Tests the engines and runs the recipes of docs/scale.md: sh tools/test_engines.sh [pytest arguments…]
# Spark, Daft and Ray bring half a gigabyte and Java, so that they have an environment and a command of their own.
set -eu
cd "$(dirname "$0")/.."
if ! command -v java >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -qq -y openjdk-17-jre-headless >/dev/null
    else
        echo "Spark needs Java 17: install it first" >&2
        exit 1
    fi
fi
[ -x .venv-engines/bin/python ] || python3 -m venv .venv-engines
.venv-engines/bin/python -m pip install --quiet --editable '.[arrow,spark,daft,ray]' pytest
exec .venv-engines/bin/python -m pytest -p no:cacheprovider -c tests/engines/pytest.ini --rootdir=. tests/engines docs/scale.md "$@"
