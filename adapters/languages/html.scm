; What HTML pages hold, in the words of parse/tree.py: no units, only what they load.

; --- what the file refers to -----------------------------------------------------
((script_element (start_tag
  (attribute (attribute_name) @_word [(attribute_value) @name (quoted_attribute_value (attribute_value) @name)])
  @include))
  (#match? @_word "(?i)^src$"))
((_
  (tag_name) @_tag
  (attribute (attribute_name) @_word [(attribute_value) @name (quoted_attribute_value (attribute_value) @name)])
  @include)
  (#match? @_tag "(?i)^(embed|frame|iframe)$")
  (#match? @_word "(?i)^src$"))
((_
  (tag_name) @_tag
  (attribute (attribute_name) @_word [(attribute_value) @name (quoted_attribute_value (attribute_value) @name)])
  @include)
  (#match? @_tag "(?i)^link$")
  (#match? @_word "(?i)^href$"))

; --- text --------------------------------------------------------------------------
(comment) @comment
(quoted_attribute_value) @string
