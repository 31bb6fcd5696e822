; What style sheets hold, in the words of parse/tree.py: no units, only what they load.

; --- what the file refers to -----------------------------------------------------
(import_statement [
  (string_value (string_content) @name)
  (call_expression (arguments [(plain_value) @name (string_value (string_content) @name)]))
]) @include

; --- text --------------------------------------------------------------------------
[(comment) (js_comment)] @comment
(string_value) @string
