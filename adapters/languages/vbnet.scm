; What Visual Basic .NET files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
(namespace_block name: (_) @name) @unit.namespace
(class_block name: (identifier) @name) @unit.class
(module_block name: (identifier) @name) @unit.module
(structure_block name: (identifier) @name) @unit.structure
(interface_block name: (identifier) @name) @unit.interface
(enum_block name: (identifier) @name) @unit.enum
(method_declaration name: (identifier) @name) @unit.method
(property_declaration name: (identifier) @name) @unit.property
; `Sub New` has the name of its class.
(class_block name: (identifier) @name (constructor_declaration) @unit.constructor)
(structure_block name: (identifier) @name (constructor_declaration) @unit.constructor)

; Formal parameters; those of a lambda belong to no unit.
(method_declaration parameters: (parameter_list (parameter) @parameter))
(constructor_declaration parameters: (parameter_list (parameter) @parameter))

; --- control flow --------------------------------------------------------------
(elseif_clause) @flow.elseif @decision
(else_clause) @flow.else
(if_statement else_branch: (inline_statements) @flow.else)
[
  (if_statement) (for_statement) (for_each_statement) (while_statement) (do_statement)
  (catch_block) (ternary_expression)
] @flow @decision
; A Select nests; each `Case` is a decision, `Case Else` is none.
(select_case_statement) @flow
(case_block) @decision

; The operators AndAlso, OrElse, And, Or and Xor are no nodes; the reader takes the first four by their text.
(binary_expression !operator) @boolean
(unary_expression) @boolean.not

(lambda_expression) @nest

(goto_statement) @jump

; --- what the file refers to -----------------------------------------------------
(imports_statement namespace: (_) @name) @include

; What is called is only known at run time: by its name in a text, or late bound.
((invocation target: (identifier) @name) @call @is.dynamic
  (#match? @name "(?i)^(CallByName|CreateObject|GetObject)$"))
((invocation
  target: (member_access
    object: (expression (identifier) @name)
    member: (identifier) @name)) @call @is.dynamic
  (#match? @name "(?i)^(Activator|CreateInstance|CreateInstanceFrom|Type|GetType)$")
  (#any-match? @name "(?i)^(Activator|Type)$"))
; A call is named by its method, with the object before it when that is a plain name.
; Parentheses may also hold the index of an array: only the compiler can tell.
((invocation target: (member_access object: (expression (identifier) @_object) member: (identifier) @name)) @call
  (#match? @_object "(?i)^(Me|MyBase|MyClass)$"))
(invocation target: (identifier) @name) @call
(invocation target: (member_access object: (expression (identifier))) @name) @call
(invocation target: (member_access) @name.member) @call
(invocation target: (with_member_access (identifier) @name)) @call
; A statement that is only a name calls it.
(call_statement (expression (identifier) @name)) @call
(call_statement (expression (member_access object: (expression (identifier))) @name)) @call
(call_statement (expression (member_access) @name.member)) @call
(new_expression type: (type [(namespace_name) @name (generic_type . (namespace_name) @name)])) @call
((as_clause
  type: (type [
    (namespace_name) @name
    (array_type (namespace_name) @name)
    (generic_type . (namespace_name) @name)
  ])) @call
  (#match? @call "(?i)^As\\s+New\\b"))

; --- text --------------------------------------------------------------------------
(comment) @comment
(string_literal) @string
