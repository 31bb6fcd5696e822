import pytest

INCLUDES = {
    "use": ("use strict; use Foo::Bar 1.0 qw(a b);", ["strict", "Foo::Bar"]),
    "base class": ("use base 'A::B';\nuse parent qw(C);", ["base", "A::B", "parent", "C"]),
    "base classes": ("use base qw(A B);", ["base"]),
    "require": ("require X::Y; require 'a.pl'; require \"b.pl\";", ["X::Y", "a.pl", "b.pl"]),
    "do": ("do 'c.pl';", ["c.pl"]),
    "at run time": ("require $file; do $other;", ["$file?", "$other?"]),
    "nothing": ("no warnings; do { 1 };", []),
}
CALLS = {
    "function": ("a(1); b 2, 3; &c(4); D::e(5);", ["a", "b", "c", "D::e"]),
    "method": ("$a->b(1); $self->c; A::B->new; $x->{y}->z;", ["a.b", "c", "A::B.new", "z"]),
    "at run time": ("$f->(1);\n&$g(2);\n$o->$m();\neval 'h';\neval $i;", ["$f?", "$g?", "$m?", "'h'?", "$i?"]),
    "nothing": ("eval { 1 }; my $a = sub { 2 };", []),
}


@pytest.mark.parametrize(("code", "targets"), INCLUDES.values(), ids=INCLUDES)
def test_includes(see, code, targets):
    assert see(code, "perl").links("include") == targets


@pytest.mark.parametrize(("code", "targets"), CALLS.values(), ids=CALLS)
def test_calls(see, code, targets):
    assert see(code, "perl").links("call") == targets


def test_units(see):
    seen = see("#!/usr/bin/perl\npackage A::B;\nsub new { }\npackage C { sub d { sub e { } } }\n", "perl")
    assert seen.units == ["module demo", "package A::B", "function new", "package C", "function d", "function e"]


PARAMETERS = {
    "a list": ("my ($class, $a, @b) = @_;", 2),
    "one by one": ("my $self = shift; my $a = shift; my $b = shift || 1;", 2),
    "of another list": ("my ($a, $b) = @c; my $d = shift @e;", 0),
    "of an inner sub": ("my $a = sub { my ($b, $c) = @_; };", 0),
}


@pytest.mark.parametrize(("code", "count"), PARAMETERS.values(), ids=PARAMETERS)
def test_parameters(see, code, count):
    assert see(f"sub f {{ {code} }}", "perl").numbers("f")[2] == count


def test_a_signature(see):
    assert see("sub f($a, $b = 1, @c) { }", "perl").numbers("f") == (1, 0, 3)


FLOW = {
    "if": ("if ($a) { } elsif ($b) { } else { }", 3, 3),
    "unless": ("unless ($a) { } else { }", 2, 2),
    "behind a statement": ("a() if $b; c() unless $d; $e++ while $f; g() for @h;", 5, 4),
    "loops": ("for my $a (@b) { } for (my $i = 0; $i < 1; $i++) { } while ($c) { } until ($d) { }", 5, 4),
    "nested": ("while ($a) { if ($b) { c(); } }", 3, 3),
    "conditions": ("return $a && $b && $c || !$d;", 4, 2),
    "words": ("open(F, $a) or die 'b'; if ($c and not $d) { }", 4, 3),
    "ternary": ("my $a = $b ? 1 : 2; $c //= 3;", 2, 1),
    "jumps": ("A: while ($a) { next A; } goto B;", 2, 3),
    "an inner sub": ("my $a = sub { if ($b) { } };", 2, 2),
    "nothing": ("eval { 1 }; last; return;", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(f"sub f {{ {code} }}", "perl")
    assert (seen.unparsed, seen.numbers("f")[:2]) == ([], (cyclomatic, cognitive))


def test_what_is_no_code(see):
    seen = see("# a\n$b = 'c' . qq(d) . q{e};\n\n=pod\n\ndo 'it';\n\n=cut\n\n__END__\nf();\n", "perl")
    assert (seen.facts.code_lines, seen.facts.links) == (2, ())
    assert seen.pieces("string") == ["'c'", "qq(d)", "q{e}"]
