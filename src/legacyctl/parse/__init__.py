"""From a file to a tree: `parse(file, language) -> Tree`. Readers never raise on foreign bytes."""

from legacyctl.parse.tree import Mark, Tree

__all__ = ["Mark", "Tree"]
