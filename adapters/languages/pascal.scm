; What Pascal and Delphi files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
(unit (moduleName) @name) @unit.unit
(program (moduleName) @name) @unit.program
(library (moduleName) @name) @unit.library
(declType name: (_) @name type: (declClass (kRecord))) @unit.record
(declType name: (_) @name type: (declClass)) @unit.class
(declType name: (_) @name type: (declIntf)) @unit.interface
; A routine is a unit where its body stands; its declaration in a class or interface is none.
(defProc header: (declProc (kConstructor) name: (_) @name)) @unit.constructor
(defProc header: (declProc (kDestructor) name: (_) @name)) @unit.destructor
(defProc header: (declProc name: (genericDot) @name)) @unit.method
(defProc header: (declProc (kFunction) name: (_) @name)) @unit.function
(defProc header: (declProc name: (_) @name)) @unit.procedure

(defProc header: (declProc args: (declArgs (declArg name: (identifier) @parameter))))

; --- control flow --------------------------------------------------------------
(ifElse else: [(if) (ifElse)] @flow.elseif @decision)
[(if) (ifElse) (for) (foreach) (while) (repeat) (exceptionHandler)] @flow @decision
; Everything that may follow `else`, but `if`.
(ifElse
  (kElse) @flow.else
  else: [
    (assignment) (block) (case) (for) (foreach) (goto) (raise) (repeat) (statement) (try) (while) (with)
  ])
; An `except` without handlers catches everything.
(try except: (statements) @flow @decision)
; A case nests; each of its branches is a decision, `else` is none.
(case) @flow
(caseCase) @decision

; Of all binary expressions the reader takes those with `and` and `or`, on bits too: only the compiler can tell.
(exprBinary) @boolean @name.operator
(exprUnary operator: (kNot)) @boolean.not

(lambda) @nest

(goto) @jump

; --- what the file refers to -----------------------------------------------------
(declUses (moduleName) @include @name)

; An object of another program, bound at run time.
((exprCall entity: (identifier) @name) @call @is.dynamic
  (#match? @name "(?i)^(CreateOleObject|GetActiveOleObject|LoadLibrary|GetProcAddress)$"))
; A call is named by its routine, with the object before it when that is a plain name.
((exprCall entity: (exprDot lhs: (identifier) @_object rhs: (identifier) @name)) @call
  (#match? @_object "(?i)^self$"))
(exprCall entity: (identifier) @name) @call
(exprCall entity: (exprDot lhs: (identifier))  @name) @call
(exprCall entity: (exprDot) @name.rhs) @call
(exprCall entity: (inherited (identifier) @name)) @call
; A statement that is only a name calls it.
((statement (identifier) @name) @call
  (#not-match? @name "(?i)^(break|continue|exit)$"))
(statement (exprDot lhs: (identifier)) @name) @call
(statement (exprDot) @name.rhs) @call
(statement (inherited (identifier) @name)) @call

; --- text --------------------------------------------------------------------------
(comment) @comment
(literalString) @string
