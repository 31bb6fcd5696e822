; What Fortran files hold, in the words of parse/tree.py; fixed form comes here as free form.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
(program (program_statement (name) @name)) @unit.program
; A main program without a head has the name of its file.
(program) @unit.program
(module (module_statement (name) @name)) @unit.module
(submodule (submodule_statement (name) @name)) @unit.module
(block_data (block_data_statement (name) @name)) @unit.module
; A procedure in an interface block is only declared there.
(translation_unit (subroutine (subroutine_statement name: (name) @name)) @unit.subroutine)
(translation_unit (function (function_statement name: (name) @name)) @unit.function)
(internal_procedures (subroutine (subroutine_statement name: (name) @name)) @unit.subroutine)
(internal_procedures (function (function_statement name: (name) @name)) @unit.function)
(module_procedure (module_procedure_statement name: (name) @name)) @unit.function
(entry_statement name: (name) @name) @unit.entry

(translation_unit (subroutine (subroutine_statement parameters: (parameters (_) @parameter))))
(translation_unit (function (function_statement parameters: (parameters (_) @parameter))))
(internal_procedures (subroutine (subroutine_statement parameters: (parameters (_) @parameter))))
(internal_procedures (function (function_statement parameters: (parameters (_) @parameter))))

; --- control flow --------------------------------------------------------------
(if_statement) @flow @decision
(arithmetic_if_statement) @flow @decision
(elseif_clause) @flow.elseif @decision
(else_clause "else" @flow.else)
(elsewhere_clause) @flow.else
(where_statement) @flow @decision
(do_loop) @flow @decision
[(forall_statement) (implied_do_loop_expression)] @nest
; A select nests; each case is a decision, the default is none.
[(select_case_statement) (select_type_statement)] @flow
(case_statement (case_value_range_list)) @decision

; .AND., .OR. and .NOT. are one node.
(logical_expression left: (_)) @boolean @name.operator
(logical_expression !left) @boolean.not

; GO TO, also the computed one.
(keyword_statement (statement_label_reference)) @jump

; --- what the file refers to -----------------------------------------------------
(use_statement (module_name) @name) @include
(include_statement path: (filename) @name) @include @is.quoted
(preproc_include path: (string_literal) @name) @include @is.quoted
(preproc_include path: (system_lib_string) @name) @include

; Storage that units share, and a file that is opened by its name.
(common_statement (variable_group (name) @name)) @table @how.common
((open_statement
  (keyword_argument name: (identifier) @_word value: (string_literal) @name)) @file @how.open @is.quoted
  (#match? @_word "(?i)^file$"))

(subroutine_call subroutine: (identifier) @name) @call
(subroutine_call subroutine: (derived_type_member_expression (type_member) @name)) @call
; A function and an array are written alike; the names of arrays are those that are declared so.
((call_expression . (identifier) @name) @call
  (#not-match? @name
    "(?i)^([acdi]?abs|[acd]?(cos|sin)|[acd]?(exp|log|sqrt)|[ad]?(tan|tanh)|[ad]?max[01]?|[ad]?min[01]?|[ad]?mod|[id]?sign|[id]?dim|[dn]?int|idint|ifix|float|real|dble|sngl|cmplx|dcmplx|conjg|dconjg|d?imag|aimag|char|ichar|index|len|len_trim|trim|size|shape|sum|product|dot_product|matmul|transpose|allocated|associated|present|kind|huge|tiny|epsilon|nint|anint|dnint|idnint|a?log10|d?atan2?)$"))
(sized_declarator . (identifier) @name) @is.array
((variable_declaration
  attribute: (type_qualifier) @_word
  declarator: [(identifier) @name (init_declarator left: (identifier) @name)]) @is.array
  (#match? @_word "(?i)^(dimension|allocatable|pointer)"))
; What is cut with a colon is no function either.
(call_expression . (identifier) @name (argument_list (extent_specifier))) @is.array

; --- text --------------------------------------------------------------------------
(comment) @comment
(string_literal) @string
