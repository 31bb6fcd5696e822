"""legacyctl: read, score and modernise legacy code, with proof instead of promises."""

__version__ = "0.1.0"
