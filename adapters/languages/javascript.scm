; What JavaScript files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; The code outside all functions is a module with the name of its file.
(program) @unit.module
(class_declaration name: (identifier) @name) @unit.class
(variable_declarator name: (identifier) @name value: (class) @unit.class)
(assignment_expression left: [(identifier) (member_expression)] @name right: (class) @unit.class)
(function_declaration name: (identifier) @name) @unit.function
(generator_function_declaration name: (identifier) @name) @unit.function
((method_definition name: (property_identifier) @name) @unit.constructor
  (#eq? @name "constructor"))
(method_definition name: (_) @name) @unit.method
; A function expression has the name of what it is assigned to: `A.b = function`, `var a = function`, `{ a: function }`.
(variable_declarator
  name: (identifier) @name
  value: [(function_expression) (generator_function) (arrow_function)] @unit.function)
(assignment_expression
  left: [(identifier) (member_expression) (subscript_expression)] @name
  right: [(function_expression) (generator_function) (arrow_function)] @unit.function)
(pair
  key: [(property_identifier) @name (number) @name (string (string_fragment) @name)]
  value: [(function_expression) (generator_function) (arrow_function)] @unit.function)
(field_definition
  property: (_) @name
  value: [(function_expression) (generator_function) (arrow_function)] @unit.function)
(function_expression name: (identifier) @name) @unit.function

; Formal parameters; those of a function without a name belong to no unit.
[
  (function_declaration parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter))
  (generator_function_declaration parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter))
  (method_definition parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter))
  (function_expression name: (identifier) parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter))
]
[
  (variable_declarator value: (_ parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter)))
  (assignment_expression right: (_ parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter)))
  (pair value: (_ parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter)))
  (field_definition value: (_ parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern) (rest_pattern)] @parameter)))
]
[
  (variable_declarator value: (arrow_function parameter: (identifier) @parameter))
  (assignment_expression right: (arrow_function parameter: (identifier) @parameter))
  (pair value: (arrow_function parameter: (identifier) @parameter))
]

; --- control flow --------------------------------------------------------------
(else_clause (if_statement) @flow.elseif @decision)
[
  (if_statement) (for_statement) (for_in_statement) (while_statement) (do_statement)
  (catch_clause) (ternary_expression)
] @flow @decision
; Every statement that may follow `else`, but `if`.
(else_clause
  "else" @flow.else
  [
    (break_statement) (continue_statement) (debugger_statement) (do_statement) (empty_statement)
    (expression_statement) (for_in_statement) (for_statement) (labeled_statement) (lexical_declaration)
    (return_statement) (statement_block) (switch_statement) (throw_statement) (try_statement)
    (variable_declaration) (while_statement) (with_statement)
  ])
; A switch nests; each `case` is a decision, `default` is none.
(switch_statement) @flow
(switch_case) @decision

; Of all binary expressions the reader takes those with && and ||.
(binary_expression) @boolean @name.operator
(unary_expression operator: "!") @boolean.not

; A function without a name deepens what stands in it.
[
  (arguments [(function_expression !name) (arrow_function)] @nest)
  (array [(function_expression !name) (arrow_function)] @nest)
  (parenthesized_expression [(function_expression !name) (arrow_function)] @nest)
  (return_statement [(function_expression !name) (arrow_function)] @nest)
  (call_expression function: (function_expression !name) @nest)
  (new_expression constructor: (function_expression !name) @nest)
  (export_statement value: [(function_expression !name) (arrow_function)] @nest)
]

(break_statement label: (statement_identifier)) @jump
(continue_statement label: (statement_identifier)) @jump

; --- what the file refers to -----------------------------------------------------
[
  (import_statement source: (string (string_fragment) @name))
  (export_statement source: (string (string_fragment) @name))
] @include
((call_expression
  function: [(identifier) (import)] @_function
  arguments: (arguments . (string (string_fragment) @name))) @include
  (#any-of? @_function "require" "import" "importScripts"))
((call_expression
  function: [(identifier) (import)] @_function
  arguments: (arguments . [(identifier) (member_expression) (binary_expression) (call_expression)] @name))
  @include @is.dynamic
  (#any-of? @_function "require" "import" "importScripts"))
; What a module in the style of AMD asks for.
((call_expression
  function: [(identifier) (member_expression)] @_function
  arguments: (arguments (array (string (string_fragment) @name) @include)))
  (#any-of? @_function "define" "require" "requirejs"))

; What is called is only known at run time.
((call_expression function: (identifier) @name) @call @is.dynamic
  (#any-of? @name "eval" "execScript"))
((call_expression function: (identifier) @name arguments: (arguments . (string))) @call @is.dynamic
  (#any-of? @name "setTimeout" "setInterval"))
((new_expression constructor: (identifier) @name) @call @is.dynamic
  (#eq? @name "Function"))
(call_expression function: (subscript_expression index: [(string) (number)]) @name) @call
(call_expression function: (subscript_expression) @name) @call @is.dynamic
(new_expression constructor: [(subscript_expression) (parenthesized_expression) (this)] @name) @call @is.dynamic
; A call is named by its function or method, with the object before it when that is a plain name.
((call_expression function: (identifier) @name) @call
  (#not-match? @name "^(require|importScripts)$"))
(call_expression function: (member_expression object: (identifier)) @name) @call
(call_expression function: (member_expression) @name.property) @call
(new_expression constructor: (identifier) @name) @call
(new_expression constructor: (member_expression object: (identifier)) @name) @call
(new_expression constructor: (member_expression) @name.property) @call

; --- text --------------------------------------------------------------------------
[(comment) (html_comment)] @comment
[(string) (template_string)] @string
