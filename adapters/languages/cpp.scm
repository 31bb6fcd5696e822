; What C++ files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
(namespace_definition name: (_) @name) @unit.namespace
(class_specifier name: (_) @name body: (field_declaration_list)) @unit.class
(struct_specifier name: (_) @name body: (field_declaration_list)) @unit.structure
(union_specifier name: (_) @name body: (field_declaration_list)) @unit.structure
(enum_specifier name: (_) @name body: (enumerator_list)) @unit.enum

; A function in a class, or with the name of its class before it, is a method. What it gives may be
; a pointer or a reference.
(function_definition
  declarator: (function_declarator declarator: [(field_identifier) (operator_name)] @name)) @unit.method
(function_definition
  declarator: (function_declarator declarator: [(qualified_identifier) (destructor_name)] @name)) @unit.method
(function_definition
  declarator: [
    (pointer_declarator declarator: (function_declarator declarator: [
      (field_identifier) (operator_name) (qualified_identifier)] @name))
    (reference_declarator (function_declarator declarator: [
      (field_identifier) (operator_name) (qualified_identifier)] @name))
  ]) @unit.method
(function_definition declarator: (operator_cast type: (_) @name)) @unit.method
(function_definition declarator: (qualified_identifier (operator_cast type: (_) @name))) @unit.method
(field_declaration_list
  (function_definition !type declarator: (function_declarator declarator: (identifier) @name)) @unit.constructor)
(field_declaration_list
  (template_declaration
    (function_definition declarator: (function_declarator declarator: (identifier) @name)) @unit.method))
(function_definition
  declarator: (function_declarator declarator: [(identifier) (template_function)] @name)) @unit.function
(function_definition
  declarator: [
    (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))
    (reference_declarator (function_declarator declarator: (identifier) @name))
    (pointer_declarator
      declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier) @name)))
  ]) @unit.function

; Formal parameters of a definition; `void` is none, and those of a lambda belong to no unit.
((function_definition
  declarator: (function_declarator
    parameters: (parameter_list
      [
        (parameter_declaration) (optional_parameter_declaration) (variadic_parameter_declaration) "..."
      ] @parameter)))
  (#not-eq? @parameter "void"))
((function_definition
  declarator: (_
    (function_declarator
      parameters: (parameter_list
        [(parameter_declaration) (optional_parameter_declaration) (variadic_parameter_declaration) "..."] @parameter))))
  (#not-eq? @parameter "void"))

; --- control flow --------------------------------------------------------------
(else_clause (if_statement) @flow.elseif @decision)
(if_statement) @flow @decision
; Every statement that may follow `else`, but `if`.
(else_clause
  "else" @flow.else
  [
    (compound_statement) (expression_statement) (for_statement) (for_range_loop) (while_statement) (do_statement)
    (switch_statement) (return_statement) (break_statement) (continue_statement) (goto_statement) (labeled_statement)
    (throw_statement) (try_statement)
  ])
[
  (for_statement) (for_range_loop) (while_statement) (do_statement) (catch_clause) (conditional_expression)
] @flow @decision
; A switch nests; each `case` is a decision, `default` is none.
(switch_statement) @flow
(case_statement "case" @decision)

; Of all binary expressions the reader takes those with && and ||, or `and` and `or`.
(binary_expression) @boolean @name.operator
(unary_expression operator: ["!" "not"]) @boolean.not

(lambda_expression) @nest
(goto_statement) @jump

; --- what the file refers to -----------------------------------------------------
; A header of the system keeps its angle brackets.
(preproc_include path: (string_literal (string_content) @name)) @include
(preproc_include path: (system_lib_string) @name) @include

; A file that is opened by its name.
((call_expression
  function: (identifier) @_function
  arguments: (argument_list . (string_literal (string_content) @name))) @file @how.open
  (#any-of? @_function "fopen" "freopen" "fopen64" "open" "open64" "creat" "_wfopen" "_open"))
((declaration
  type: [
    (type_identifier) @_type
    (qualified_identifier name: (type_identifier) @_type)
  ]
  declarator: (init_declarator value: (argument_list . (string_literal (string_content) @name)))) @file @how.open
  (#any-of? @_type "ifstream" "ofstream" "fstream" "wifstream" "wofstream"))

(call_expression
  function: (qualified_identifier scope: (_) @name name: (template_function name: (identifier) @name))) @call
(call_expression function: [(identifier) (qualified_identifier)] @name) @call
(call_expression function: (template_function name: (identifier) @name)) @call
; A call is named by its method, with the object before it when that is a plain name.
(call_expression function: (field_expression argument: (identifier) @name field: (field_identifier) @name)) @call
(call_expression function: (field_expression) @name.field) @call
; Through a pointer: what is called is only known at run time.
(call_expression function: (parenthesized_expression (pointer_expression argument: (identifier) @name))) @call @is.dynamic
(new_expression type: [(type_identifier) (qualified_identifier)] @name) @call
(new_expression type: (template_type name: (type_identifier) @name)) @call

; --- text --------------------------------------------------------------------------
(comment) @comment
[(string_literal) (raw_string_literal) (char_literal)] @string
