"""Blades of parang whose white runs on from one to the next, with dark uceng between their heads.

One seam comes down from the tip of each uceng and ends in a curl; its half turn goes up from the tip of the uceng
below. The frame is that of `ornaments.bands`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, Points, circle, joined, polyline, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments import bands
from batikstudio.motifs.strokes import HALVES, Dots, area, contour, dots, line, orbit, placed

S_BLADE: Dots = (
    (0.36, -1.22),
    (0.5, -1.27),
    (0.58, -1.18),
    (0.55, -0.98),
    (0.5, -0.68),
    (0.475, -0.35),
    (0.47, 0.0),
    (0.46, 0.34),
    (0.41, 0.6),
    (0.25, 0.83),
    (0.03, 1.02),
    (-0.18, 1.14),
)
"""Half of the contour of a plain S-blade, in steps: from the back of its head down the right side to the foot."""


@dataclass(frozen=True)
class Blades:
    """The figure of one period, in steps.

    Attributes
    ----------
    head : points
        The edge of the white from the tip of an uceng up its right side, over the head and down to the tip of the next,
        which is the first point moved by (1, 1).
    side : int
        How many points of ``head``, from either end, run beside an uceng.
    seam : points
        From the tip of an uceng down to its curl.
    disc : (x, y)
    radius : float
        Of the kepala above the uceng.
    """

    head: Dots
    side: int
    seam: Dots
    disc: tuple[float, float]
    radius: float

    def discs(self, step: float) -> tuple[Affine, ...]:
        """Return where the two discs of one period lie, mm."""
        home = Affine.translation(self.disc[0] * step, self.disc[1] * step)
        return tuple(turn @ home for turn in HALVES)

    def white(self, step: float) -> Path:
        """Return the white of one period, mm; two of its sides are straight and lie on the white of the next."""
        count = len(self.head)
        return contour(bands.turned(np.array(self.head) * step), (0, count - 1, count, 2 * count - 1))

    def body(self, step: float, thick: float) -> list[Part]:
        """Return the white with garis ganda round it and the discs, and the dark of the uceng without."""
        round_ = orbit(circle(0, 0, self.radius * step), self.discs(step))
        white = self.white(step)
        double, edge = bands.ringed(joined([white, round_]), thick)
        return [*double, area("ground", orbit(self._field(step), HALVES)), edge, area("body", white)]

    def seams(self, step: float, thick: float) -> Part:
        """Return both seams."""
        return line("outline", orbit(smooth(np.array(self.seam) * step), HALVES), thick)

    def uceng(self, step: float) -> tuple[Points, Points]:
        """Return the left and the right side of an uceng, from its tip up to the disc, mm."""
        left = np.array(self.head[: -self.side - 1 : -1]) - 1.0
        return left * step, np.array(self.head[: self.side]) * step

    def _field(self, step: float) -> Path:
        """Return the dark under the disc, its sides hidden by the white, mm."""
        left, right = self.uceng(step)
        over = 0.05 * step * np.array([[-1.0, 0.0], [1.0, 1.0]])
        ring = np.concatenate((left + over[0], [np.array(self.disc) * step], right[::-1] + over[1]))
        return polyline(ring, closed=True)

    def cecek(self, step: float, thick: float) -> Part:
        """Return white dots in rows across each uceng, fewer toward its tip, clear of its edges and of the disc."""
        size = min(max(0.055 * step, 0.8), 1.5)
        gap, margin = 1.9 * size, thick + 0.5 + size / 2
        left, right = (bands.along(side, gap / 4) for side in self.uceng(step))
        found: list[Points] = []
        for share in np.arange(0.06, 1.0, 4.0 / len(right)):
            ends = [side[round(share * (len(side) - 1))] for side in (left, right)]
            wide = float(np.linalg.norm(ends[1] - ends[0]))
            count = math.floor((wide - 2 * margin) / gap) + 1
            if count > 0:
                at = 0.5 + (np.arange(count) - (count - 1) / 2) * gap / wide
                found.append(ends[0] + at[:, None] * (ends[1] - ends[0]))
        places = np.concatenate(found)
        clear = np.linalg.norm(places - np.array(self.disc) * step, axis=1) > self.radius * step + margin
        return dots("filler", placed(HALVES, places[clear]), size)

    def beads(self, step: float, thick: float, run: slice) -> Part:
        """Return a row of fine cecek on both sides of a run of the seams."""
        spine = np.array(self.seam[run]) * step
        rows = [bands.along(bands.shifted(spine, side * (thick + 0.7)), 1.9) for side in (-1, 1)]
        return dots("accent", placed(HALVES, np.concatenate(rows)), 0.8)
