"""Small motif files for tests."""

from __future__ import annotations

import json

from tests.support.hostile_svg import svg

HEADER = {
    "format": "batikstudio-motif-1",
    "id": "daun",
    "version": 3,
    "name": {"id": "Daun", "en": "Leaf"},
    "meaning": {"id": "Sehelai daun.", "en": "A leaf."},
    "family": "lung",
    "region": {"id": "Probolinggo", "en": "Probolinggo"},
    "source": "A test.",
    "uncertain": True,
    "larangan": {"id": "Tidak.", "en": "No."},
    "licence": "CC0-1.0",
    "repeat": {"name": "half-drop 1/2", "width_mm": 40, "height_mm": 30.5, "group": "pm"},
    "ground": "kept",
    "ranks": {"heart": "keep2"},
}
LEAF = '<g data-kind="areas" data-role="body"><path d="M-10 0C-5 -8 5 -8 10 0C5 8 -5 8 -10 0z" fill="#fff"/></g>'
VEIN = '<path data-kind="lines" data-role="inline" d="M-9 0H9" fill="none" stroke="#000" stroke-width="0.8"/>'


def motif_file(*body: str, **changed: object) -> bytes:
    table = json.dumps({key: value for key, value in (HEADER | changed).items() if value is not ...})
    return svg(f"<metadata>{table}</metadata>", *body)
