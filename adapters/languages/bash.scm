; What shell scripts hold, in the words of parse/tree.py.
; Of two patterns that put tags of one family (flow, unit, ...) on the same node, the first stands.

; --- units -------------------------------------------------------------------
; The code outside all functions is a module with the name of its file.
(program) @unit.module
(function_definition name: (word) @name) @unit.function

; --- control flow --------------------------------------------------------------
(elif_clause) @flow.elseif @decision
(else_clause) @flow.else
[(if_statement) (for_statement) (c_style_for_statement) (while_statement) (ternary_expression)] @flow @decision
; A case nests; each pattern is a decision, `*)` is none.
(case_statement) @flow
((case_item . value: (_) @_pattern) @decision
  (#not-eq? @_pattern "*"))

; Between commands, in tests and in arithmetic.
(list) @boolean
(binary_expression) @boolean @name.operator
(negated_command) @boolean.not
(unary_expression operator: "!") @boolean.not

; --- what the file refers to -----------------------------------------------------
; `. file` and `source file`: named in full, or by its last part behind a folder.
((command
  name: (command_name (word) @_source)
  . argument: [
    (word) @name
    (raw_string) @name
    (string . (string_content) @name .)
    (string . (_) . (string_content) @name .)
    (concatenation . (_) . (word) @name .)
  ]) @include
  (#any-of? @_source "." "source"))
((command
  name: (command_name (word) @_source)
  . argument: (_) @name) @include @is.dynamic
  (#any-of? @_source "." "source"))

; What is run is only known at run time.
((command name: (command_name (word) @name)) @call @is.dynamic
  (#eq? @name "eval"))
(command name: (command_name [
    (simple_expansion) (expansion) (command_substitution) (concatenation)
    (string [(simple_expansion) (expansion) (command_substitution)])
  ] @name)) @call @is.dynamic
; The script that an interpreter is given.
((command name: (command_name (word) @_program) . argument: (word) @name @call)
  (#match? @_program "^(.*/)?(ba|da|k|c|z)?sh$|^(.*/)?(perl|php|python|ruby|node|Rscript)[0-9.]*$")
  (#match? @name "^[^-]"))
; A function or a program, but neither what the shell does itself nor the utilities that every system has.
((command name: (command_name (word) @name)) @call
  (#not-match? @name "^(\\[|\\[\\[|:|[.]|alias|awk|basename|bg|break|builtin|caller|cat|cd|chgrp|chmod|chown|clear|cmp|command|comm|compgen|complete|continue|cp|cut|date|dd|declare|df|diff|dirname|dirs|disown|du|echo|egrep|enable|env|eval|exec|exit|export|expr|false|fc|fg|fgrep|file|find|fold|getopts|grep|groups|hash|head|help|history|hostname|id|jobs|join|kill|let|ln|local|logname|logout|ls|mapfile|mkdir|mkfifo|mktemp|more|mv|nohup|od|paste|popd|printf|ps|pushd|pwd|read|readarray|readonly|realpath|return|rm|rmdir|sed|seq|set|shift|shopt|sleep|sort|source|split|stat|stty|sum|suspend|sync|tail|tee|test|time|times|touch|tput|tr|trap|true|tty|type|typeset|ulimit|umask|unalias|uname|uniq|unset|wait|wc|which|who|whoami|xargs|yes)$"))

; --- text --------------------------------------------------------------------------
(comment) @comment
[(string) (raw_string) (ansi_c_string) (heredoc_body)] @string
