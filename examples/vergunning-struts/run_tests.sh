#!/bin/sh
# Compiles, runs the self test and compares its output with expected/selftest.txt.
# Exit code 1 on any failure.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

"$here/build.sh" "$out"
if ! java -cp "$out/classes" nl.meerwijk.vergunning.SelfTest > "$out/selftest.txt"; then
    cat "$out/selftest.txt"
    exit 1
fi
diff "$here/expected/selftest.txt" "$out/selftest.txt"
tail -n 1 "$out/selftest.txt"
