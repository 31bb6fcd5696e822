; What Perl files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; The code outside all subs is a module with the name of its file. A package without
; a block spans its own statement: its subs stand in the module.
(source_file) @unit.module
(package_statement name: (package) @name) @unit.package
(subroutine_declaration_statement name: (bareword) @name) @unit.function

; Formal parameters but $self and $class: of the signature, else of `my (...) = @_` and `my $a = shift`.
(subroutine_declaration_statement
  (signature [(mandatory_parameter) (optional_parameter) (slurpy_parameter)] @parameter))
((subroutine_declaration_statement body: (block (expression_statement (assignment_expression
  left: (variable_declaration variables: (_ (varname) @_name) @parameter)
  right: (array (varname) @_all)))))
  (#eq? @_all "_")
  (#not-match? @_name "^(self|class|this|proto)$"))
((subroutine_declaration_statement body: (block (expression_statement (assignment_expression
  left: (variable_declaration variable: (_ (varname) @_name) @parameter)
  right: [
    (func1op_call_expression . function: "shift" .)
    (binary_expression left: (func1op_call_expression . function: "shift" .))
  ]))))
  (#not-match? @_name "^(self|class|this|proto)$"))

; --- control flow --------------------------------------------------------------
(elsif) @flow.elseif @decision
(else) @flow.else
[
  (conditional_statement) (for_statement) (cstyle_for_statement) (loop_statement)
  (postfix_conditional_expression) (postfix_loop_expression) (postfix_for_expression)
  (conditional_expression)
] @flow @decision

; Of all binary expressions the reader takes those with && and ||, and their words `and` and `or`.
[(binary_expression) (lowprec_logical_expression)] @boolean @name.operator
(unary_expression operator: "!") @boolean.not
(logical_not_expression) @boolean.not

(anonymous_subroutine_expression) @nest

(goto_expression) @jump
(loopex_expression (label)) @jump

; --- what the file refers to -----------------------------------------------------
; Single base classes of `use base` and `use parent`, then the modules themselves; `no` loads nothing.
((use_statement "use" module: (package) @_module [
    (string_literal content: (string_content) @name)
    (interpolated_string_literal content: (string_content) @name)
    (quoted_word_list content: (string_content) @name)
  ] @include)
  (#any-of? @_module "base" "parent")
  (#match? @name "^[A-Za-z0-9_:]+$"))
(use_statement "use" module: (package) @name) @include
(require_expression (bareword) @name) @include
(require_expression [(string_literal content: (string_content) @name)
  (interpolated_string_literal content: (string_content) @name)]) @include
(require_expression (_) @name) @include @is.dynamic
(eval_expression (filename [(string_literal content: (string_content) @name)
  (interpolated_string_literal content: (string_content) @name)])) @include
(eval_expression (filename (_) @name)) @include @is.dynamic

; What is called or run is only known at run time.
(eval_expression [(scalar) (string_literal) (interpolated_string_literal) (binary_expression)] @name) @call @is.dynamic
(function_call_expression function: (function (varname (_)) @name)) @call @is.dynamic
(coderef_call_expression . (_) @name) @call @is.dynamic
(method_call_expression method: (method (scalar) @name)) @call @is.dynamic
; A call is named by its function or method, with the class or the plain variable before it: Foo.new, dbh.prepare.
(function_call_expression function: (function (varname) @name)) @call
(function_call_expression function: (function) @name) @call
(ambiguous_function_call_expression function: (function) @name) @call
(method_call_expression invocant: (bareword) @name method: (method) @name) @call
((method_call_expression invocant: (scalar (varname) @_object) method: (method) @name) @call
  (#match? @_object "^(self|class|this|proto)$"))
(method_call_expression invocant: (scalar (varname) @name) method: (method) @name) @call
(method_call_expression) @call @name.method

; --- text --------------------------------------------------------------------------
; What stands behind __END__ is not run.
[(comment) (pod) (data_section)] @comment
[
  (string_literal) (interpolated_string_literal) (quoted_word_list) (command_string) (heredoc_content)
] @string
