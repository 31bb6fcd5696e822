; What C# files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
(namespace_declaration name: (_) @name) @unit.namespace
(file_scoped_namespace_declaration name: (_) @name) @unit.namespace
(class_declaration name: (identifier) @name) @unit.class
(struct_declaration name: (identifier) @name) @unit.structure
(interface_declaration name: (identifier) @name) @unit.interface
(enum_declaration name: (identifier) @name) @unit.enum
(record_declaration name: (identifier) @name) @unit.record
(method_declaration name: (identifier) @name) @unit.method
(constructor_declaration name: (identifier) @name) @unit.constructor
(destructor_declaration name: (identifier) @name) @unit.destructor
(property_declaration name: (identifier) @name) @unit.property
(event_declaration name: (identifier) @name) @unit.property
(indexer_declaration "this" @name) @unit.property
(operator_declaration operator: _ @name) @unit.operator
(conversion_operator_declaration type: (_) @name) @unit.operator
(local_function_statement name: (identifier) @name) @unit.function

; Formal parameters; those of a lambda belong to no unit, because a lambda nests. `params` is an array of the rest.
(parameter) @parameter
(parameter_list "params" @parameter)

; --- control flow --------------------------------------------------------------
(if_statement alternative: (if_statement) @flow.elseif @decision)
(if_statement) @flow @decision
; Every statement that may follow `else`, but `if`.
(if_statement
  "else" @flow.else
  alternative: [
    (block) (break_statement) (continue_statement) (do_statement) (empty_statement) (expression_statement)
    (fixed_statement) (for_statement) (foreach_statement) (goto_statement) (labeled_statement) (lock_statement)
    (return_statement) (switch_statement) (throw_statement) (try_statement) (unsafe_statement) (using_statement)
    (while_statement) (yield_statement)
  ])
[
  (for_statement) (foreach_statement) (while_statement) (do_statement) (catch_clause) (conditional_expression)
] @flow @decision
; A switch nests; each `case` is a decision, `default` and `_` are none.
[(switch_statement) (switch_expression)] @flow
(switch_section "case" @decision)
(switch_expression_arm
  . [
    (constant_pattern) (declaration_pattern) (relational_pattern) (recursive_pattern) (type_pattern) (or_pattern)
    (and_pattern) (negated_pattern) (parenthesized_pattern) (var_pattern) (list_pattern) (tuple_pattern)
  ]) @decision

; Of all binary expressions the reader takes those with && and ||.
(binary_expression) @boolean @name.operator
(prefix_unary_expression "!") @boolean.not

[(lambda_expression) (anonymous_method_expression)] @nest
(goto_statement) @jump

; --- what the file refers to -----------------------------------------------------
; `using A = B.C` names what stands behind the sign.
(using_directive name: (identifier) [(identifier) (qualified_name)] @name .) @include
(using_directive [(identifier) (qualified_name) (alias_qualified_name)] @name) @include

; A file that is opened by its name.
((object_creation_expression
  type: (identifier) @_type
  arguments: (argument_list . (argument (string_literal (string_literal_content) @name)))) @file @how.open
  (#any-of? @_type "StreamReader" "StreamWriter" "FileStream" "FileInfo"))
((invocation_expression
  function: (member_access_expression expression: (identifier) @_class)
  arguments: (argument_list . (argument (string_literal (string_literal_content) @name)))) @file @how.open
  (#eq? @_class "File"))

; A class that is only known at run time.
((invocation_expression
  function: (member_access_expression expression: (identifier) @name name: (identifier) @name)
  arguments: (argument_list . (argument [(identifier) (member_access_expression) (invocation_expression) (binary_expression)])))
  @call @is.dynamic
  (#any-of? @name "Type" "Activator" "Assembly" "GetType" "CreateInstance" "Load" "LoadFrom"))
(invocation_expression function: (identifier) @name) @call
(invocation_expression function: (generic_name . (identifier) @name)) @call
; A call is named by its method, with the object before it when that is a plain name.
(invocation_expression
  function: (member_access_expression expression: (identifier) @name name: (identifier) @name)) @call
(invocation_expression function: (member_access_expression) @name.name) @call
(invocation_expression function: (conditional_access_expression (member_binding_expression name: (identifier) @name))) @call
(object_creation_expression
  type: [(identifier) @name (qualified_name) @name (generic_name . (identifier) @name)]) @call

; --- text --------------------------------------------------------------------------
(comment) @comment
[
  (string_literal) (verbatim_string_literal) (raw_string_literal) (interpolated_string_expression) (character_literal)
] @string
