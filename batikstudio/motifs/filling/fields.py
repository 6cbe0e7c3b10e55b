"""Fields of stamps: in rows that follow the contour, in straight rows, or scattered."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from batikstudio.geometry.path import Points
from batikstudio.motifs.filling.grids import sheet_of
from batikstudio.motifs.filling.rows import GAP_SHARE, Spots, first_row, gathered, in_rows
from batikstudio.motifs.filling.scatter import in_gaps, pruned, scattered
from batikstudio.motifs.filling.space import Space
from batikstudio.motifs.filling.stamps import Hand, Stamp, sprinkled, stamped
from batikstudio.motifs.motif import Part

_ROW = math.sqrt(0.75)
_BESIDE_ROW_SHARE = 0.8
LARGE_MM = 1.55
"""Figures that reach further than this leave gaps that a batik would not leave flat."""


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
    """Return a stamp in rows, upright or turned with the row, and cecek where there is no room for another."""
    spots = spots_of(space, pitch_mm, hand.reach(stamp.reach_mm, pitch_mm), about_figures)
    laid = stamped(space, stamp, spots.points, spots.angles if turned else 0.0, hand, pitch_mm)
    return (*laid.parts, *between(space, laid.points, stamp.reach_mm, hand))


def scattered_field(space: Space, stamps: Sequence[Stamp], pitch_mm: float, hand: Hand) -> tuple[Part, ...]:
    """Return several stamps scattered evenly, taking turns at random and turned at random, with cecek in the gaps."""
    reach = max(stamp.reach_mm for stamp in stamps)
    points = scattered(space, pitch_mm, hand.reach(reach, pitch_mm), hand)
    which = hand.rng.integers(0, len(stamps), len(points))
    angles = hand.rng.uniform(0, 2 * np.pi, len(points))
    laid = [
        stamped(space, stamp, points[which == k], angles[which == k], hand, pitch_mm) for k, stamp in enumerate(stamps)
    ]
    parts = tuple(part for one in laid for part in one.parts)
    return (*parts, *between(space, np.concatenate([one.points for one in laid]), reach, hand))


def between(space: Space, points: Points, reach_mm: float, hand: Hand) -> tuple[Part, ...]:
    """Return cecek in the gaps between larger figures, so that nothing stays flat."""
    if reach_mm < LARGE_MM:
        return ()
    diameter = min(max(0.4 * reach_mm, 0.6), 0.95)
    step = 2.6 * diameter
    gaps = in_gaps(space, points, step, hand.reach(diameter / 2, step), reach_mm + 1.3 * diameter)
    return sprinkled(space, gaps, diameter, hand, step)
