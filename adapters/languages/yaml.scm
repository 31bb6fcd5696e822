; What YAML files hold, in the words of parse/tree.py: neither units nor links.

(comment) @comment
[(double_quote_scalar) (single_quote_scalar) (block_scalar)] @string
