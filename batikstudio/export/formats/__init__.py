"""One file a format, each declaring ``FORMAT``."""
