; What Ada files hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; A subprogram is a unit where its body stands; its declaration in a package is none.
(package_declaration name: (_) @name) @unit.package
(generic_package_declaration (package_declaration name: (_) @name) @unit.package)
(package_body name: (_) @name) @unit.body
(subprogram_body (procedure_specification name: (_) @name)) @unit.procedure
(subprogram_body (function_specification name: (_) @name)) @unit.function
(expression_function_declaration (function_specification name: (_) @name)) @unit.function
(null_procedure_declaration (procedure_specification name: (_) @name)) @unit.procedure
(task_body . (identifier) @name) @unit.task
(protected_body . (identifier) @name) @unit.protected
(entry_body . (identifier) @name) @unit.entry

; Formal parameters: the names before the colon.
(subprogram_body (_ (formal_part (parameter_specification . (identifier) @parameter))))
(subprogram_body (_ (formal_part (parameter_specification "," . (identifier) @parameter))))
(expression_function_declaration (_ (formal_part (parameter_specification . (identifier) @parameter))))
(expression_function_declaration (_ (formal_part (parameter_specification "," . (identifier) @parameter))))
(null_procedure_declaration (_ (formal_part (parameter_specification . (identifier) @parameter))))
(null_procedure_declaration (_ (formal_part (parameter_specification "," . (identifier) @parameter))))

; --- control flow --------------------------------------------------------------
[(elsif_statement_item) (elsif_expression_item)] @flow.elseif @decision
(if_statement "else" @flow.else)
(if_expression "else" @flow.else)
[(if_statement) (if_expression) (exception_handler) (quantified_expression)] @flow @decision
; A loop without a scheme is left by its `exit when`, which is the decision.
(loop_statement (iteration_scheme)) @flow @decision
(loop_statement) @flow
(exit_statement condition: (_)) @decision
; A case nests; each alternative is a decision, `others` is none.
[(case_statement) (case_expression)] @flow
(case_statement_alternative (discrete_choice_list (discrete_choice (_)))) @decision
(case_expression_alternative (discrete_choice_list (discrete_choice (_)))) @decision

; `and then` and `or else` too; one expression is a flat list of terms.
(expression ["and" "or"] @boolean @name)
(factor_not) @boolean.not

(goto_statement) @jump
(exit_statement loop_name: (_)) @jump

; --- what the file refers to -----------------------------------------------------
(with_clause [(identifier) (selected_component)] @include @name)
; A separate body belongs to its parent.
(subunit parent_unit_name: (_) @name) @include

(procedure_call_statement name: [(identifier) (selected_component)] @name) @call
(function_call name: [(identifier) (selected_component)] @name) @call

; --- text --------------------------------------------------------------------------
(comment) @comment
[(string_literal) (character_literal)] @string
