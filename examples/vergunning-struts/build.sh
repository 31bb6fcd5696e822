#!/bin/sh
# Compiles stubs, application and self test.
# Usage: build.sh OUT_DIR
set -eu

if [ $# -ne 1 ]; then
    echo "usage: $0 OUT_DIR" >&2
    exit 2
fi

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$1"
out=$(CDPATH='' cd -- "$1" && pwd)

cd "$here"
find stubs src test -name '*.java' | LC_ALL=C sort > "$out/sources.txt"
javac -Xlint:none -nowarn -source 8 -target 8 -encoding ISO-8859-1 \
    -d "$out/classes" "@$out/sources.txt"
