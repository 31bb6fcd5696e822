; What PHP files hold, in the words of parse/tree.py, for PHP 3 to 8.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; The code of a page outside all functions is a module with the name of its file.
(program) @unit.module
(namespace_definition name: (namespace_name) @name) @unit.namespace
(class_declaration name: (name) @name) @unit.class
(interface_declaration name: (name) @name) @unit.interface
(trait_declaration name: (name) @name) @unit.trait
(enum_declaration name: (name) @name) @unit.enum
(method_declaration name: (name) @name) @unit.method
(function_definition name: (name) @name) @unit.function

; Formal parameters; those of an anonymous function belong to no unit.
(function_definition
  parameters: (formal_parameters [(simple_parameter) (variadic_parameter)] @parameter))
(method_declaration
  parameters: (formal_parameters
    [(simple_parameter) (variadic_parameter) (property_promotion_parameter)] @parameter))

; --- control flow --------------------------------------------------------------
(else_clause body: (if_statement) @flow.elseif @decision)
(else_if_clause) @flow.elseif @decision
[
  (if_statement) (for_statement) (foreach_statement) (while_statement) (do_statement)
  (catch_clause) (conditional_expression)
] @flow @decision
; Every statement that may follow `else`, but `if`.
(else_clause
  "else" @flow.else
  body: [
    (break_statement) (colon_block) (compound_statement) (continue_statement) (do_statement)
    (echo_statement) (empty_statement) (exit_statement) (expression_statement) (for_statement)
    (foreach_statement) (global_declaration) (goto_statement) (return_statement) (switch_statement)
    (try_statement) (unset_statement) (while_statement)
  ])
; A switch or match nests; each `case` is a decision, `default` is none.
[(switch_statement) (match_expression)] @flow
[(case_statement) (match_conditional_expression)] @decision

; Of all binary expressions the reader takes those with && and ||, and their words `and` and `or`.
(binary_expression) @boolean @name.operator
(unary_op_expression operator: "!") @boolean.not

[(anonymous_function) (arrow_function) (anonymous_class)] @nest

(goto_statement) @jump
(break_statement (integer)) @jump
(continue_statement (integer)) @jump

; --- what the file refers to -----------------------------------------------------
(namespace_use_declaration (namespace_use_clause . [(name) (qualified_name)] @name) @include)
(namespace_use_declaration
  (namespace_name) @name
  body: (namespace_use_group (namespace_use_clause . [(name) (qualified_name)] @name) @include))

; A file that is named in full, or by its last part behind a folder: DIR . '/a.php', $root . 'a.php'.
((include_expression [
  (string (string_content) @name)
  (encapsed_string . (string_content) @name .)
  (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  (parenthesized_expression [
    (string (string_content) @name)
    (encapsed_string . (string_content) @name .)
    (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  ])
]) @include
  (#match? @name "^(.*/)?[A-Za-z0-9_][^/]*$"))
((include_once_expression [
  (string (string_content) @name)
  (encapsed_string . (string_content) @name .)
  (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  (parenthesized_expression [
    (string (string_content) @name)
    (encapsed_string . (string_content) @name .)
    (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  ])
]) @include
  (#match? @name "^(.*/)?[A-Za-z0-9_][^/]*$"))
((require_expression [
  (string (string_content) @name)
  (encapsed_string . (string_content) @name .)
  (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  (parenthesized_expression [
    (string (string_content) @name)
    (encapsed_string . (string_content) @name .)
    (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  ])
]) @include
  (#match? @name "^(.*/)?[A-Za-z0-9_][^/]*$"))
((require_once_expression [
  (string (string_content) @name)
  (encapsed_string . (string_content) @name .)
  (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  (parenthesized_expression [
    (string (string_content) @name)
    (encapsed_string . (string_content) @name .)
    (binary_expression left: [(name) (variable_name) (function_call_expression) (class_constant_access_expression)] right: (_ (string_content) @name))
  ])
]) @include
  (#match? @name "^(.*/)?[A-Za-z0-9_][^/]*$"))
; Any other file is only known at run time.
(include_expression (_) @name) @include @is.dynamic
(include_once_expression (_) @name) @include @is.dynamic
(require_expression (_) @name) @include @is.dynamic
(require_once_expression (_) @name) @include @is.dynamic

; What is called is only known at run time.
((function_call_expression function: (name) @name) @call @is.dynamic
  (#match? @name "(?i)^(assert|call_user_func|call_user_func_array|create_function|eval)$"))
(function_call_expression
  function: [
    (variable_name) (dynamic_variable_name) (subscript_expression) (parenthesized_expression)
    (member_access_expression) (encapsed_string)
  ] @name) @call @is.dynamic
(member_call_expression name: [(variable_name) (dynamic_variable_name)] @name) @call @is.dynamic
(scoped_call_expression scope: [(variable_name) (subscript_expression)] @name) @call @is.dynamic
(scoped_call_expression name: (variable_name) @name) @call @is.dynamic
(object_creation_expression
  [
    (variable_name) (dynamic_variable_name) (subscript_expression) (member_access_expression)
    (parenthesized_expression)
  ] @name) @call @is.dynamic
; A call is named by its function or method, with the class or the plain variable before it: db.query.
(function_call_expression function: [(name) (qualified_name)] @name) @call
((member_call_expression object: (variable_name (name) @name) name: (name) @name) @call
  (#not-match? @name "^this$"))
(member_call_expression name: (name)) @call @name.name
(nullsafe_member_call_expression name: (name)) @call @name.name
(scoped_call_expression scope: [(name) (qualified_name)] @name name: (name) @name) @call
(scoped_call_expression name: (name)) @call @name.name
(object_creation_expression [(name) (qualified_name)] @name) @call

; --- text --------------------------------------------------------------------------
(comment) @comment
[(string) (encapsed_string) (heredoc) (nowdoc) (shell_command_expression)] @string
