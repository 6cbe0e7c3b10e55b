"""How much of a stranger's drawing is read. Every limit is told in the facts of the error that it raises."""

from __future__ import annotations

MOST_BYTES = 20 * 1024 * 1024
"""Of the file, and of what a compressed one unpacks to."""

MOST_DEPTH = 256
"""Of elements in one another."""

MOST_ELEMENTS = 200_000
"""In the file, and again once every `use` has been followed."""

MOST_USES = 50_000
"""Once every `use` has been followed."""

MOST_PATH_VALUES = 1_000_000
"""Commands and numbers of all path data and point lists in the file, and numbers of all paths once drawn."""

MOST_METADATA_CHARACTERS = 64 * 1024

LARGEST_MM = 1e6
"""No point and no line width may be larger, after every transform."""

SMALLEST_SCALE, LARGEST_SCALE = 1e-6, 1e6
"""Of a drawing's transforms together; what is outside is not drawn but an accident."""

MOST_CROSSINGS = 3_000_000
"""Pairs of edges that may meet in all areas that are cut or outlined while reading: what Clipper's time grows with."""

MOST_DASHES = 20_000
"""Of all dashed lines together."""

MOST_CLIP_DEPTH = 8
"""Of clip paths that are clipped themselves."""

LONGEST_NAME = 64
"""Names of groups, classes and ids that are longer are not kept."""

MOST_NAMES = 24
"""Names kept for one shape: its own and those of the nearest groups."""

LONGEST_ATTRIBUTE = 1024
"""Characters of an attribute or a CSS value, except path data, point lists, transforms and ``style``: others may be
read once for every repetition, and must take no time."""
