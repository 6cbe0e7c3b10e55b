"""Which filler suits a region: by its shape and its size, as a maker would choose who fills what is empty."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.geometry.areas import inset, pieces
from batikstudio.geometry.rings import Rings, rings_of
from batikstudio.motifs.room import Room

Choice = tuple[str, dict[str, Value]]
"""The id of a filler, and what differs from its usual values."""

FLAT_MM = 3.0
"""A region that is nowhere twice as wide as this is fine without a filler."""
_LONG, _ROUND = 2.3, 0.72
_IN_LEAVES: tuple[Choice, ...] = (("cecek_sawut_daun", {}), ("blarak_sahirit", {"line_mm": 0.5}), ("sawut", {}))
_IN_BANDS: tuple[Choice, ...] = (
    ("galaran", {}),
    ("untu_walang", {"pitch_mm": 2.6, "size_mm": 2.4}),
    ("uler", {"size_mm": 1.6, "pitch_mm": 2.2}),
)
_IN_BODIES: tuple[Choice, ...] = (
    ("cecek", {}),
    ("sisik_melik", {"size_mm": 4.0, "pitch_mm": 4.0}),
    ("cecek_sawut", {}),
    ("kembang_cengkeh", {}),
    ("gringsing", {"size_mm": 4.6, "pitch_mm": 4.6}),
)
_IN_SMALL: tuple[Choice, ...] = (
    ("cecek", {"pitch_mm": 2.2, "size_mm": 0.8}),
    ("sawut", {"size_mm": 2.5, "pitch_mm": 1.3}),
)
_AMONG_OTHERS: tuple[Choice, ...] = (
    ("cecek", {"pitch_mm": 2.4, "size_mm": 0.9}),
    ("cecek_telu", {}),
    ("beras_wutah", {"size_mm": 2.0, "pitch_mm": 2.6}),
)
"""Where a drawing has dots and strokes of its own."""
_OWN_MM2, _OWN_COUNT = 8.0, 2
ON_GROUNDS: tuple[Choice, ...] = (
    ("cecek", {"pitch_mm": 2.8, "size_mm": 0.9}),
    ("ukel", {}),
    ("gringsing", {"size_mm": 4.6, "pitch_mm": 4.6}),
    ("beras_wutah", {}),
    ("cecek_pitu", {}),
    ("kembang_cengkeh", {}),
    ("sekar_pasar", {}),
    ("rawan", {}),
)
"""What a ground may be filled with, the plainest first."""


def is_empty(region: Rings) -> bool:
    """Whether a region has a place so wide that it would stay flat."""
    return len(inset(region, FLAT_MM, 0.05)) > 0


def fitting(region: Rings, seed: int) -> Choice:
    """Return a filler for a region; neighbours with other seeds get others.

    Parameters
    ----------
    region : Rings
        mm. Its largest piece decides.
    seed : int
    """
    largest = max(pieces(region), key=lambda one: one.area_mm2)
    room = Room(largest, None, 0.0)
    if room.is_empty:
        return _IN_SMALL[0]
    if _has_its_own(largest):
        return _one_of(_AMONG_OTHERS, seed)
    axis = room.axis
    slender = axis.length_mm / max(axis.width_mm, 0.1)
    full = room.rings.area_mm2 / (axis.length_mm * axis.width_mm)
    if axis.width_mm < 6.0 and slender > 2 * _LONG:
        return _one_of(_IN_BANDS, seed)
    if axis.width_mm < 7.0:
        return _one_of(_IN_SMALL, seed)
    if slender > _LONG and full < _ROUND + 0.1:
        return _one_of(_IN_LEAVES, seed)
    if slender > _LONG:
        return _one_of(_IN_BANDS[:1] + _IN_BODIES[:2], seed)
    return _one_of(_IN_BODIES, seed)


def _has_its_own(piece: Rings) -> bool:
    """Whether a piece has small holes: the isen that its motif is drawn with."""
    holes = [abs(rings_of([ring]).area_mm2) for ring in piece]
    return sum(area < _OWN_MM2 for area in holes) >= _OWN_COUNT


def ground(seed: int) -> Choice:
    """Return a filler for a ground."""
    return _one_of(ON_GROUNDS, seed)


def _one_of(choices: Sequence[Choice], seed: int) -> Choice:
    kind, values = choices[int(np.random.default_rng([seed]).integers(len(choices)))]
    return kind, dict(values)
