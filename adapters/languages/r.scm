; What R files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; The code outside all functions is a module with the name of its file.
(program) @unit.module
; A function has the name that it is assigned to.
(binary_operator
  lhs: [(identifier) @name (string (string_content) @name) (extract_operator) @name]
  rhs: (function_definition) @unit.function)
((call
  function: (identifier) @_setter
  arguments: (arguments
    . (argument value: (string (string_content) @name))
    (argument value: (function_definition) @unit.method)))
  (#any-of? @_setter "setMethod" "setGeneric" "setReplaceMethod"))
((call
  function: (identifier) @_list
  arguments: (arguments (argument name: (identifier) @name value: (function_definition) @unit.method)))
  (#eq? @_list "list"))

; Formal parameters; those of a function without a name belong to no unit.
(binary_operator
  lhs: [(identifier) (string) (extract_operator)]
  rhs: (function_definition parameters: (parameters parameter: (parameter) @parameter)))

; --- control flow --------------------------------------------------------------
(if_statement alternative: (if_statement) @flow.elseif @decision)
[(if_statement) (for_statement) (while_statement) (repeat_statement)] @flow @decision
(if_statement
  "else" @flow.else
  alternative: [
    (binary_operator) (braced_expression) (break) (call) (extract_operator) (false) (float) (for_statement)
    (function_definition) (identifier) (integer) (next) (null) (parenthesized_expression) (repeat_statement)
    (string) (subset) (subset2) (true) (unary_operator) (while_statement) (na) (namespace_operator)
  ])
; A switch nests; each named argument is a decision, the last one without a name is none.
((call function: (identifier) @_switch) @flow
  (#eq? @_switch "switch"))
((call function: (identifier) @_switch arguments: (arguments (argument name: (_)) @decision))
  (#eq? @_switch "switch"))

; Of all binary operators the reader takes && and ||; & and | work on vectors.
(binary_operator) @boolean @name.operator
(unary_operator operator: "!") @boolean.not

; A function without a name deepens what stands in it.
((call function: (identifier) @_setter arguments: (arguments (argument !name value: (function_definition) @nest)))
  (#not-match? @_setter "^set(Method|Generic|ReplaceMethod)$"))

; --- what the file refers to -----------------------------------------------------
((call
  function: (identifier) @_library
  arguments: (arguments . (argument value: [(identifier) @name (string (string_content) @name)]))) @include
  (#any-of? @_library "library" "require" "requireNamespace" "loadNamespace"))
((call
  function: (identifier) @_source
  arguments: (arguments . (argument value: (string (string_content) @name)))) @include
  (#any-of? @_source "source" "sys.source"))
((call
  function: (identifier) @_source
  arguments: (arguments . (argument value: (_) @name))) @include @is.dynamic
  (#any-of? @_source "source" "sys.source"))

; What is called is only known at run time.
((call function: (identifier) @name) @call @is.dynamic
  (#any-of? @name "do.call" "eval" "evalq" "match.fun"))
(call function: [(subset) (subset2) (parenthesized_expression)] @name) @call @is.dynamic
; A call is named by its function, with the object before it when that is a plain name.
((call function: (identifier) @name) @call
  (#not-match? @name "^(library|require|requireNamespace|loadNamespace|source|sys[.]source|switch)$"))
(call function: (namespace_operator) @name) @call
(call function: (extract_operator lhs: (identifier) @name rhs: (_) @name)) @call
(call function: (extract_operator) @name.rhs) @call

; --- text --------------------------------------------------------------------------
(comment) @comment
(string) @string
