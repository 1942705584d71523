#!/bin/sh
# Tests the HanLP tagger with a real model, trained in seconds: sh tools/test_hanlp.sh
# HanLP brings torch (over a gigabyte), so that it has an environment and a command of its own, apart from the suite.
set -eu
cd "$(dirname "$0")/.."
[ -x .venv-hanlp/bin/python ] || python3 -m venv .venv-hanlp
.venv-hanlp/bin/python -m pip install --quiet --editable '.[hanlp]' pytest
exec .venv-hanlp/bin/python -m pytest -p no:cacheprovider -c tests/hanlp/pytest.ini tests/hanlp "$@"
