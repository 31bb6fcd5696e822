"""From a tree to its facts: units with their metrics, and links to what the file refers to."""

from legacyctl.facts.collect import collect, unread

__all__ = ["collect", "unread"]
