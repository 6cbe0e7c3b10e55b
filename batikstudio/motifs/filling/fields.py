"""Fields of stamps: in rows that follow the contour, in straight rows, or scattered."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.motifs.filling.grids import sheet_of
from batikstudio.motifs.filling.rows import GAP_SHARE, Spots, first_row, gathered, in_rows
from batikstudio.motifs.filling.scatter import in_gaps, pruned, scattered
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, stamped
from batikstudio.motifs.motif import Part

_ROW = math.sqrt(0.75)
_BESIDE_ROW_SHARE = 0.8


def spots_of(space: Space, pitch_mm: float, reach_mm: float, about_figures: bool) -> Spots:
    """Return places: of a region in rows along its contour, of a ground in rows fitted to the lattice.

    Where ``about_figures``, a first row follows the figures of a ground, and the straight rows keep clear of it.
    """
    if space.basis is None:
        return in_rows(space, pitch_mm, reach_mm)
    found = []
    if about_figures:
        row = first_row(space, pitch_mm, reach_mm)
        row = row.only(space.holds(row.points, reach_mm * 0.98))
        found.append(row.only(pruned(space, row.points, _BESIDE_ROW_SHARE * pitch_mm)))
    sheet = sheet_of(space, pitch_mm, pitch_mm * _ROW, 0.5, 0.0)
    straight = sheet.points[space.holds(sheet.points, reach_mm)]
    found.append(Spots(straight, np.zeros(len(straight))))
    spots = gathered(found)
    spots = spots.only(pruned(space, spots.points, _BESIDE_ROW_SHARE * min(pitch_mm, sheet.step_mm)))
    extra = in_gaps(space, spots.points, GAP_SHARE * pitch_mm, reach_mm)
    return gathered([spots, Spots(extra, np.zeros(len(extra)))])


def in_field(
    space: Space, stamp: Stamp, pitch_mm: float, hand: Hand, *, turned: bool = False, about_figures: bool = False
) -> tuple[Part, ...]:
    """Return a stamp in rows, upright or turned with the row."""
    spots = spots_of(space, pitch_mm, hand.reach(stamp.reach_mm, pitch_mm), about_figures)
    return stamped(space, stamp, spots.points, spots.angles if turned else 0.0, hand, pitch_mm)


def scattered_field(space: Space, stamps: Sequence[Stamp], pitch_mm: float, hand: Hand) -> tuple[Part, ...]:
    """Return several stamps scattered evenly, taking turns at random and turned at random."""
    reach = hand.reach(max(stamp.reach_mm for stamp in stamps), pitch_mm)
    points = scattered(space, pitch_mm, reach, hand)
    which = hand.rng.integers(0, len(stamps), len(points))
    angles = hand.rng.uniform(0, 2 * np.pi, len(points))
    parts: list[Part] = []
    for k, stamp in enumerate(stamps):
        here = which == k
        parts += stamped(space, stamp, points[here], angles[here], hand, pitch_mm)
    return tuple(parts)
