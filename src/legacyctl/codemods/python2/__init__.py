"""The parts of the codemod python2to3.

`layout` takes a file to plain text and back, `module` is a parsed text with
its places and names, `guards` finds code that chooses between Python 2 and 3
itself, `evidence` says whether a text is Python 2 at all. Then `fixers` (by
fissix) mend the syntax, `indent` the tabs, and the passes the rest: `statements`
(by LibCST), `views` with `mutation`, `division`, `relative`, `imports` with the
tables of `moves` and the `places` of names, `sorting`, `names`, `classes`.
`notes` tells what cannot be proved.

The passes find by the `ast` of the standard library and change by splices: what
they do not touch stays byte for byte, and a deep tree cannot exhaust the stack
of a parser outside Python, as LibCST's can.
"""
