"""The only room that writes into the user's tree: files, patch files, a branch of its own; and undo."""

from legacyctl.apply.branch import Applied, apply_on_branch, undo
from legacyctl.apply.files import write_file
from legacyctl.apply.patches import write_patches

__all__ = ["Applied", "apply_on_branch", "undo", "write_file", "write_patches"]
