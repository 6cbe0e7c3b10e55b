"""Ids out of the names that people give."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 64


def id_of(name: str) -> str:
    """Return a name in lower case letters, digits and underscores, at most 64; ``"motif"`` where none are left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST]
    return slug or "motif"
