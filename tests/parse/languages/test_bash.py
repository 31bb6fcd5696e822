import pytest

INCLUDES = {
    "named": ("source ./a.sh\n. b\n. 'c.sh'\n. \"d.sh\"", ["./a.sh", "b", "'c.sh'", "d.sh"]),
    "behind a folder": ('. "$DIR/a.sh"\n. ${HOME}/b.sh', ["/a.sh", "/b.sh"]),
    "at run time": ('. $A\nsource "$B$C"', ["$A?", '"$B$C"?']),
    "nothing": ("sourced a", []),
}
CALLS = {
    "programs": ("java -jar a.jar; sqlplus u @b.sql; /opt/x/y -z", ["java", "sqlplus", "/opt/x/y"]),
    "scripts": ("perl a.pl -x\nsh b.sh\npython3 -u c.py", ["perl", "a.pl", "sh", "b.sh", "python3"]),
    "within others": ("x=$(a | b)\n`c`; d && e", ["a", "b", "`c`?", "c", "d", "e"]),
    "at run time": ('$CMD a\n"$DIR/b.sh" c\neval "d"', ["$CMD?", '"$DIR/b.sh"?', "eval?"]),
    "nothing": ("cd a; echo b | grep c; [ -f d ]; export E=f; rm -f g", []),
}


@pytest.mark.parametrize(("code", "targets"), INCLUDES.values(), ids=INCLUDES)
def test_includes(see, code, targets):
    assert see(code, "bash").links("include") == targets


@pytest.mark.parametrize(("code", "targets"), CALLS.values(), ids=CALLS)
def test_calls(see, code, targets):
    assert see(code, "bash").links("call") == targets


def test_units(see):
    assert see("function a { b() { :; }; }\nc-d() ( : )\n", "bash").units == [
        "module demo",
        "function a",
        "function b",
        "function c-d",
    ]


FLOW = {
    "if": ("if a; then b; elif c; then d; else e; fi", 3, 3),
    "loops": (
        "for i in 1 2; do :; done; for ((i=0;i<1;i++)); do :; done; while a; do :; done; until b; do :; done",
        5,
        4,
    ),
    "nested": ("while a; do if b; then c; fi; done", 3, 3),
    "case": ("case $1 in a|b) c;; d) e;; *) f;; esac", 3, 1),
    "lists": ("a && b && c || d", 4, 2),
    "tests": ("if [ -f a ] && [[ $b || ! $c ]]; then :; fi", 4, 3),
    "arithmetic": ("(( a > 1 && b ))", 2, 1),
    "nothing": ("a; ! b; c | d", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(f"f() {{ {code}\n}}", "bash")
    assert (seen.unparsed, seen.numbers("f")) == ([], (cyclomatic, cognitive, 0))


def test_text(see):
    seen = see("# a\nb 'c' \"d\" <<EOT\ne\nEOT\n", "bash")
    assert (seen.pieces("comment"), seen.pieces("string")) == (["# a"], ["'c'", '"d"', "e\n"])
