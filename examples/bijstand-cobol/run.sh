#!/bin/sh
# Compiles the programs with GnuCOBOL and runs the monthly job of jcl/BYSMAAND.jcl.
# Usage: run.sh BUILD_DIR OUT_DIR
set -eu

if [ $# -ne 2 ]; then
    echo "usage: $0 BUILD_DIR OUT_DIR" >&2
    exit 2
fi

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$1" "$2"
build=$(CDPATH='' cd -- "$1" && pwd)
out=$(CDPATH='' cd -- "$2" && pwd)
LC_ALL=C
export LC_ALL

# Without this option the dialect cuts off intermediate results and loses ROUNDED.
options='-std=ibm -fno-arithmetic-osvs -w'
for program in BYS010 BYS030 BYS040; do
    cobc -x $options -I "$here/copy" -o "$build/$program" "$here/cobol/$program.cbl"
done
for module in BYS020 BYS090; do
    cobc -m $options -I "$here/copy" -o "$build/$module.so" "$here/cobol/$module.cbl"
done
COB_LIBRARY_PATH=$build
export COB_LIBRARY_PATH

# The programs read fixed-length records without line ends, as on the mainframe.
to_fixed() {
    awk -v width="$1" '{ printf "%-" width "s", $0 }'
}
to_lines() {
    fold -b -w "$1" | trim
}
# A page break directly follows the blanks of the line before it.
trim() {
    awk '{ gsub(/ +\f/, "\n\f"); sub(/ +$/, ""); print }'
}

# SORTCLI and SORTINK: DFSORT on columns 1-7, EQUALS
sort -s -k1.1,1.7 "$here/data/client.dat" | to_fixed 180 > "$build/client.srt"
sort -s -k1.1,1.7 "$here/data/inkomst.dat" | to_fixed 40 > "$build/inkomst.srt"
to_fixed 80 < "$here/data/parm.dat" > "$build/parm.fix"

# STAP010; return code 4 means that records were rejected, the job goes on
rc=0
DD_PARMIN=$build/parm.fix DD_CLIENT=$build/client.srt DD_INKOMST=$build/inkomst.srt \
    DD_BETAAL=$build/betaal.dat DD_FOUTEN=$build/fouten.dat \
    "$build/BYS010" > "$out/controletellingen.txt" || rc=$?
echo "BYS010 RETURNCODE $rc" >> "$out/controletellingen.txt"
if [ "$rc" -gt 4 ]; then
    cat "$out/controletellingen.txt" >&2
    exit "$rc"
fi
to_lines 100 < "$build/fouten.dat" > "$out/foutenlijst.txt"

# STAP030 and STAP040
DD_BETAAL=$build/betaal.dat DD_LIJST=$build/lijst.dat "$build/BYS030"
trim < "$build/lijst.dat" > "$out/betaallijst.txt"
DD_BETAAL=$build/betaal.dat DD_BANK=$build/bank.dat "$build/BYS040" >> "$out/controletellingen.txt"
to_lines 120 < "$build/bank.dat" > "$out/bankbestand.txt"
