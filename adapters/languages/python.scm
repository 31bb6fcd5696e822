; What Python files hold, in the words of parse/tree.py, for Python 2 and 3.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; The module has the name of its file.
(module) @unit.module
(class_definition name: (identifier) @name) @unit.class
; A function directly in a class, decorated or not, is a method.
(class_definition body: (block (function_definition name: (identifier) @name) @unit.method))
(class_definition
  body: (block (decorated_definition definition: (function_definition name: (identifier) @name) @unit.method)))
(function_definition name: (identifier) @name) @unit.function

; Formal parameters but self and cls; those of a lambda belong to no unit.
((function_definition parameters: (parameters (identifier) @parameter))
  (#not-match? @parameter "^(self|cls)$"))
(function_definition
  parameters: (parameters
    [
      (default_parameter) (typed_parameter) (typed_default_parameter)
      (tuple_pattern) (list_splat_pattern) (dictionary_splat_pattern)
    ] @parameter))

; --- control flow --------------------------------------------------------------
[(if_statement) (for_statement) (while_statement) (conditional_expression)] @flow @decision
(elif_clause) @flow.elseif @decision
(if_statement alternative: (else_clause "else" @flow.else))
(for_statement alternative: (else_clause "else" @flow.else))
(while_statement alternative: (else_clause "else" @flow.else))
(except_clause) @flow @decision
; A match nests; each case is a decision, but for `case _`.
(match_statement) @flow
(case_clause (case_pattern (_))) @decision
; A comprehension is one loop for the reader; each `for` and `if` in it is a decision.
[(list_comprehension) (set_comprehension) (dictionary_comprehension) (generator_expression)] @flow
[(for_in_clause) (if_clause)] @decision

(boolean_operator) @boolean @name.operator
(not_operator) @boolean.not

(lambda) @nest

; --- what the file refers to -----------------------------------------------------
; An import of several modules is marked once for each.
(import_statement name: [(dotted_name) @name (aliased_import name: (dotted_name) @name)]) @include
(import_from_statement module_name: [(dotted_name) (relative_import)] @name) @include
(future_import_statement "__future__" @name) @include

; What is called or run is only known at run time.
((call function: (identifier) @name) @call @is.dynamic
  (#any-of? @name "__import__" "eval" "execfile" "exec"))
; A call is named by its function, with the object before it when that is a plain name.
(call function: (identifier) @name) @call
(call function: (attribute object: (identifier)) @name) @call
(call function: (attribute) @name.attribute) @call
(print_statement "print" @name) @call
(exec_statement "exec" @name) @call @is.dynamic

; --- text --------------------------------------------------------------------------
(comment) @comment
(string) @string
