; What C files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; What a function gives may be a pointer, or a pointer to a pointer, or to a function.
(function_definition declarator: (function_declarator declarator: (identifier) @name)) @unit.function
(function_definition
  declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))) @unit.function
(function_definition
  declarator: (pointer_declarator
    declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier) @name)))) @unit.function
(function_definition
  declarator: (function_declarator
    declarator: (parenthesized_declarator
      (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))))) @unit.function

; Formal parameters of a definition, also in the old style; `void` is none.
((function_definition
  declarator: (function_declarator
    parameters: (parameter_list [(parameter_declaration) (variadic_parameter) (identifier)] @parameter)))
  (#not-eq? @parameter "void"))
((function_definition
  declarator: (pointer_declarator
    declarator: [
      (function_declarator
        parameters: (parameter_list [(parameter_declaration) (variadic_parameter) (identifier)] @parameter))
      (pointer_declarator
        declarator: (function_declarator
          parameters: (parameter_list [(parameter_declaration) (variadic_parameter) (identifier)] @parameter)))
    ]))
  (#not-eq? @parameter "void"))

; --- control flow --------------------------------------------------------------
(else_clause (if_statement) @flow.elseif @decision)
(if_statement) @flow @decision
; Every statement that may follow `else`, but `if`.
(else_clause
  "else" @flow.else
  [
    (compound_statement) (expression_statement) (for_statement) (while_statement) (do_statement) (switch_statement)
    (return_statement) (break_statement) (continue_statement) (goto_statement) (labeled_statement)
  ])
[(for_statement) (while_statement) (do_statement) (conditional_expression)] @flow @decision
; A switch nests; each `case` is a decision, `default` is none.
(switch_statement) @flow
(case_statement "case" @decision)

; Of all binary expressions the reader takes those with && and ||.
(binary_expression) @boolean @name.operator
(unary_expression operator: "!") @boolean.not

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

(call_expression function: (identifier) @name) @call
; Through a pointer: what is called is only known at run time.
(call_expression function: (field_expression argument: (identifier) @name field: (field_identifier) @name)) @call @is.dynamic
(call_expression function: (field_expression) @name.field) @call @is.dynamic
(call_expression function: (parenthesized_expression (pointer_expression argument: (identifier) @name))) @call @is.dynamic
(call_expression function: (subscript_expression) @name.argument) @call @is.dynamic

; --- text --------------------------------------------------------------------------
(comment) @comment
[(string_literal) (char_literal)] @string
