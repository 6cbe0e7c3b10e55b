"""Which filler suits a region: by its shape and its size, as a maker would choose who fills what is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from batikstudio.base.parameter import Value
from batikstudio.geometry.areas import inset, pieces
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.filling.rows import at_lengths, corners_of, depth_mm
from batikstudio.motifs.filling.space import edges_of, space_of

if TYPE_CHECKING:
    from shapely import Polygon

Choice = tuple[str, dict[str, Value]]
"""The id of a filler, and what differs from its usual values."""

FLAT_MM = 3.0
"""A region that is nowhere twice as wide as this is fine without a filler."""
_NARROW_MM, _SMALL_MM, _LARGE_MM = 3.6, 7.5, 17.0
_SAWUT_MM = 6.4
_LONG, _BAND = 1.6, 3.4
_EVEN_SHARE, _WHOLE_SHARE = 0.8, 0.8
_MANY_TIPS = 4
_CORNER_WINDOW = 0.35

_FEW_RINGS = 3
"""A region with more holes than this, on average, has a drawing of its own in it."""
_AMONG_DOTS: tuple[Choice, ...] = (
    ("cecek", {"pitch_mm": 2.2, "size_mm": 0.8}),
    ("cecek_telu", {}),
    ("beras_wutah", {}),
)
ON_GROUNDS: tuple[Choice, ...] = (
    ("cecek", {}),
    ("ukel", {}),
    ("gringsing", {}),
    ("beras_wutah", {}),
    ("cecek_pitu", {}),
    ("kembang_cengkeh", {}),
    ("sekar_pasar", {}),
    ("rawan", {}),
    ("nruntum", {}),
    ("herangan", {}),
)
"""What a ground may be filled with, the plainest first."""


@dataclass(frozen=True)
class Shape:
    """What decides about a filler.

    Attributes
    ----------
    width_mm : float
        The diameter of the largest disc that fits in.
    slender : float
        How many times it is longer than wide.
    even : float
        The share of its smallest box, at any angle, that it covers: near 1 for a band.
    whole : float
        The share of its convex hull that it covers.
    tips : int
        How many pointed ends it has.
    """

    width_mm: float
    slender: float
    even: float
    whole: float
    tips: int


def shape_of(region: Rings) -> Shape | None:
    """Return the shape of a region's largest piece; None where there is nothing."""
    import shapely

    polygons = space_of(region, None, 0.0).polygons
    if not polygons:
        return None
    piece = polygons[0]
    width = 2 * depth_mm(piece)
    box = shapely.minimum_rotated_rectangle(piece)
    sides = np.linalg.norm(np.diff(shapely.get_coordinates(box)[:3], axis=0), axis=1)
    if width <= 0 or len(sides) < 2 or sides.min() <= 0:
        return None
    hull = float(shapely.area(shapely.convex_hull(piece)))
    # A bent piece is longer than its box: its area over its width tells.
    slender = max(float(sides.max() / sides.min()), float(piece.area) / width**2)
    return Shape(width, slender, float(piece.area) / float(sides.prod()), float(piece.area) / hull, _tips(piece, width))


def _tips(piece: Polygon, width_mm: float) -> int:
    """Return how many corners of the outer contour point outward."""
    ring = edges_of(piece)[0]
    window = max(_CORNER_WINDOW * width_mm, 0.5)
    at = corners_of(ring, window)
    if not len(at):
        return 0
    before, here, after = (at_lengths(ring, at + d * window, 0.1).points for d in (-1, 0, 1))
    turn = (here - before)[:, 0] * (after - here)[:, 1] - (here - before)[:, 1] * (after - here)[:, 0]
    return int((turn > 0).sum())


def is_empty(region: Rings) -> bool:
    """Whether a region has a place so wide that it would stay flat."""
    return len(inset(region, FLAT_MM, 0.05)) > 0


def fitting(region: Rings, seed: int) -> Choice:
    """Return a filler for a region, with values scaled to it; neighbours with other seeds get others.

    Parameters
    ----------
    region : Rings
        mm. Its largest piece decides.
    seed : int
    """
    shape = shape_of(region)
    if shape is None:
        return ("cecek", {})
    return _one_of(_AMONG_DOTS if len(region) > _FEW_RINGS * len(pieces(region)) else _choices(shape), seed)


def _choices(shape: Shape) -> Sequence[Choice]:
    width = shape.width_mm
    cecek: Choice = ("cecek", {"pitch_mm": _mm(width / 4.5, 1.8, 2.8), "size_mm": _mm(width / 12, 0.7, 1.0)})
    if width < _NARROW_MM:
        return (("cecek", {"pitch_mm": 1.9, "size_mm": 0.7, "inset_mm": _mm(0.25 * width, 0.3, 0.8)}),)
    if shape.slender > _BAND and shape.even > _EVEN_SHARE:
        return (*_in_bands(width), cecek)
    if width < _SMALL_MM:
        return (*_small(width), cecek)
    if shape.tips >= _MANY_TIPS and shape.whole > _WHOLE_SHARE - 0.3:
        return (cecek, ("sirapan", {}), ("sisik", {"pitch_mm": _mm(width / 3.5, 3.0, 5.0)}))
    if shape.slender > _LONG and shape.tips and shape.whole > _WHOLE_SHARE:
        return (*_in_leaves(width), cecek)
    return (*_in_bodies(width), cecek)


def _in_bands(width: float) -> tuple[Choice, ...]:
    room = width - 1.4
    return (
        ("galaran", {"pitch_mm": _mm(room / 4, 1.4, 2.2)}),
        ("untu_walang", {"pitch_mm": _mm(room, 3.0, 5.0), "size_mm": _mm(0.6 * room, 1.4, 2.8)}),
        ("uler", {"size_mm": _mm(room, 1.6, 2.4), "pitch_mm": _mm(room, 2.6, 4.8)}),
        ("blarak_sahirit", {"pitch_mm": _mm(room, 3.0, 7.0)}),
    )


def _small(width: float) -> tuple[Choice, ...]:
    if width < _SAWUT_MM:
        return ()
    return (("sawut", {"size_mm": _mm(0.3 * width, 1.5, 3.0), "pitch_mm": 1.2}),)


def _in_leaves(width: float) -> tuple[Choice, ...]:
    found: list[Choice] = [("cecek_sawut_daun", {"pitch_mm": _mm(width / 7, 1.5, 2.2)})]
    if width < _LARGE_MM:
        found.append(("sawut", {"size_mm": _mm(0.4 * width, 3.0, 7.0)}))
    return (*found, ("cecek_sawut", {"pitch_mm": _mm(width / 8, 1.4, 2.0)}))


def _in_bodies(width: float) -> tuple[Choice, ...]:
    found: list[Choice] = [
        ("sisik_melik", {"pitch_mm": _mm(width / 3.5, 3.4, 5.6), "size_mm": _mm(width / 12, 0.7, 1.1)}),
        ("cecek_sawut", {"pitch_mm": _mm(width / 8, 1.4, 2.0)}),
        ("gringsing", {"pitch_mm": _mm(width / 4, 3.0, 4.0)}),
    ]
    if width > _LARGE_MM - 4:
        found += [("kembang_cengkeh", {}), ("nruntum", {}), ("cecek_pitu", {})]
    return tuple(found)


def ground(seed: int) -> Choice:
    """Return a filler for a ground."""
    return _one_of(ON_GROUNDS, seed)


def _mm(value: float, low: float, high: float) -> float:
    return round(min(max(value, low), high), 2)


def _one_of(choices: Sequence[Choice], seed: int) -> Choice:
    kind, values = choices[int(np.random.default_rng([seed]).integers(len(choices)))]
    return kind, dict(values)
