#!/bin/sh
# Runs the unit tests with the interpreter in $PYTHON (default python3).
set -eu
cd "$(dirname -- "$0")"
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
exec "${PYTHON:-python3}" -m unittest discover -s tests "$@"
