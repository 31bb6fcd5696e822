; What Java files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
(program (package_declaration [(identifier) (scoped_identifier)] @name)) @unit.package
(class_declaration name: (identifier) @name) @unit.class
(interface_declaration name: (identifier) @name) @unit.interface
(enum_declaration name: (identifier) @name) @unit.enum
(record_declaration name: (identifier) @name) @unit.record
(annotation_type_declaration name: (identifier) @name) @unit.annotation
(method_declaration name: (identifier) @name) @unit.method
(constructor_declaration name: (identifier) @name) @unit.constructor
(compact_constructor_declaration name: (identifier) @name) @unit.constructor

; Formal parameters; those of a lambda belong to no unit, because a lambda nests.
[(formal_parameter) (spread_parameter)] @parameter

; --- control flow --------------------------------------------------------------
(if_statement alternative: (if_statement) @flow.elseif @decision)
(if_statement) @flow @decision
; Every statement that may follow `else`, but `if`.
(if_statement
  "else" @flow.else
  alternative: [
    (assert_statement) (block) (break_statement) (continue_statement) (do_statement)
    (enhanced_for_statement) (expression_statement) (for_statement) (labeled_statement)
    (return_statement) (switch_expression) (synchronized_statement) (throw_statement)
    (try_statement) (try_with_resources_statement) (while_statement) (yield_statement) ";"
  ])
[(for_statement) (enhanced_for_statement) (while_statement) (do_statement) (catch_clause) (ternary_expression)] @flow @decision
; A switch nests; each `case` is a decision, `default` is none.
(switch_expression) @flow
(switch_label "case") @decision

; Of all binary expressions the reader takes those with && and ||.
(binary_expression) @boolean @name.operator
(unary_expression operator: "!") @boolean.not

; A lambda and the body of an anonymous class deepen what stands in them.
(lambda_expression) @nest
(object_creation_expression (class_body) @nest)

(break_statement (identifier)) @jump
(continue_statement (identifier)) @jump

; --- what the file refers to -----------------------------------------------------
(import_declaration [(identifier) (scoped_identifier)] @name . (asterisk) @name) @include
(import_declaration [(identifier) (scoped_identifier)] @name) @include

; A class that is only known at run time.
((method_invocation
  object: (identifier) @_object
  name: (identifier) @name
  arguments: (argument_list . [(identifier) (binary_expression) (method_invocation) (field_access)]))
  @call @is.dynamic
  (#eq? @_object "Class")
  (#eq? @name "forName"))
; A call is named by its method, with the object before it when that is a plain name.
(method_invocation) @call @name.object.identifier @name.name
(object_creation_expression
  type: [
    (type_identifier) @name
    (scoped_type_identifier) @name
    (generic_type . [(type_identifier) (scoped_type_identifier)] @name)
  ]) @call
; --- text --------------------------------------------------------------------------
[(line_comment) (block_comment)] @comment
[(string_literal) (character_literal)] @string
