"""Narrow stripes of lereng, each with an ornament of its own that runs along it.

The frame has x along the band and y across it, see `ornaments.bands`; a stripe lies about the line ``y = middle_mm``
from x = 0 to the period of the band. What crosses an end of it goes on exactly at the other end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, PathBuilder, Points, circle, joined, polyline, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments.bands import lozenge, turned
from batikstudio.motifs.ornaments.blades import S_BLADE
from batikstudio.motifs.strokes import HALVES, Dots, area, contour, dots, framed, line, orbit, placed


class Tone(NamedTuple):
    """The roles of a stripe: its ground, its figures, what is fine on the ground, and what is fine on the figures."""

    ground: str
    figure: str
    fine: str
    inner: str


DARK = Tone("ground", "body", "accent", "accent")
BLUE = Tone("heart", "body", "filler", "accent")
BROWN = Tone("accent", "body", "filler", "heart")
WHITE = Tone("body", "heart", "accent", "filler")


@dataclass(frozen=True)
class Stripe:
    """A stripe to be filled.

    Attributes
    ----------
    length_mm : float
        The period of the band.
    middle_mm, width_mm : float
        Where it lies across the band, and its width.
    count : int
        How many times the ornament comes in one period.
    tone : Tone
    line_mm : float
        Width of outlines.
    isen : bool
        Whether figures are filled.
    """

    length_mm: float
    middle_mm: float
    width_mm: float
    count: int
    tone: Tone
    line_mm: float
    isen: bool

    @property
    def cell_mm(self) -> float:
        """The period of the ornament."""
        return self.length_mm / self.count

    @property
    def dot_mm(self) -> float:
        """The diameter of its cecek."""
        return min(max(0.07 * self.width_mm, 0.7), 1.3)

    @property
    def places(self) -> list[Affine]:
        """The middles of the ornament's cells."""
        return [Affine.translation((k + 0.5) * self.cell_mm, self.middle_mm) for k in range(self.count)]

    def scaled(self, points: Dots | Points) -> Points:
        """Return points given in shares of the cell's length and of the stripe's width, mm."""
        scaled: Points = np.asarray(points, np.float64) * np.array([self.cell_mm, self.width_mm])
        return scaled

    def dotted(self, role: str, points: Dots | Points) -> Part:
        """Return cecek at points in shares of the cell."""
        return dots(role, placed(self.places, self.scaled(points)), self.dot_mm)

    def shape(self, points: Dots | Points, corners: Sequence[int] = ()) -> Path:
        """Return the contour through points in shares of the cell, in every cell."""
        return orbit(contour(self.scaled(points), corners), self.places)

    def curve(self, points: Dots | Points) -> Path:
        """Return the smooth open line through points in shares of the cell, in every cell."""
        return orbit(smooth(self.scaled(points)), self.places)


Ornament = Callable[[Stripe], list[Part]]


def filled(stripe: Stripe, ornament: Ornament) -> list[Part]:
    """Return the ground of a stripe and its ornament."""
    return [band(stripe.tone.ground, stripe.length_mm, stripe.middle_mm, stripe.width_mm), *ornament(stripe)]


def band(role: str, length_mm: float, middle_mm: float, width_mm: float) -> Part:
    """Return a filled band along the whole period."""
    low, high = middle_mm - width_mm / 2, middle_mm + width_mm / 2
    return area(role, polyline([(0.0, low), (length_mm, low), (length_mm, high), (0.0, high)], closed=True))


def straight(role: str, length_mm: float, y_mm: float, width_mm: float) -> Part:
    """Return a line along the whole period."""
    return Part("lines", role, polyline([(0.0, y_mm), (length_mm, y_mm)]), max(width_mm, 0.3), "butt")


def twin(length_mm: float, y_mm: float, line_mm: float, between: str = "body") -> list[Part]:
    """Return two hairlines close together, with ``between`` shining through."""
    hair = max(0.45 * line_mm, 0.35)
    gap = max(0.7 * line_mm, 0.5)
    return [straight("outline", length_mm, y_mm, 2 * hair + gap), straight(between, length_mm, y_mm, gap)]


def untu_walang(s: Stripe) -> list[Part]:
    """Return untu walang, the grasshopper's teeth: triangles from both edges, one row in the gaps of the other."""
    w, c = s.width_mm / 2, s.cell_mm
    up = polyline([(-0.44 * c, w), (0.44 * c, w), (0.0, -0.55 * w)], closed=True)
    down = polyline([(0.06 * c, -w), (0.94 * c, -w), (0.5 * c, 0.55 * w)], closed=True)
    parts = framed(s.tone.figure, orbit(joined([up, down]), s.places), 0.5 * s.line_mm)
    if not s.isen:
        return [*parts]
    inner = [(0.0, 0.4), (0.0, 0.2), (-0.13, 0.4), (0.13, 0.4), (0.5, -0.4), (0.5, -0.2), (0.37, -0.4), (0.63, -0.4)]
    return [*parts, s.dotted(s.tone.inner, inner)]


def banyu_tetes(s: Stripe) -> list[Part]:
    """Return banyu tetes: drops of water that fall along the band, dots between them."""
    c, r = s.cell_mm, min(0.31 * s.width_mm, 0.32 * s.cell_mm)
    drop = np.array([(-0.46 * c, 0.0), (-0.2 * c, -0.42 * r), (0.1 * c, -r), (0.38 * c, 0.0)])
    drop = np.insert(drop, 3, (0.1 * c + 0.72 * r, -0.7 * r), axis=0)
    ring = np.concatenate((drop, drop[-2:0:-1] * (1.0, -1.0)))
    parts = [*framed(s.tone.figure, orbit(contour(ring, (0,)), s.places), 0.6 * s.line_mm)]
    if s.isen:
        core = orbit(contour(ring * 0.55 + (0.04 * c, 0.0), (0,)), s.places)
        parts += framed(s.tone.inner, core, 0.35 * s.line_mm)
        rim = [(x, y) for x, y in ((-0.3, 0.32), (-0.12, 0.42), (-0.46, 0.2), (0.46, 0.3), (0.3, 0.42), (0.5, 0.0))]
        parts.append(s.dotted(s.tone.fine, [(x, side * y) for x, y in rim for side in ((-1, 1) if y else (1,))]))
    return parts


def mlinjon_row(s: Stripe) -> list[Part]:
    """Return mlinjon in a row, one inside the other, with cecek in the triangles between them."""
    along, across = 0.46 * s.cell_mm, 0.42 * s.width_mm
    parts = [*framed(s.tone.figure, orbit(lozenge(along, across, 0.47), s.places), 0.6 * s.line_mm)]
    if s.isen:
        inner = orbit(lozenge(along / 2, across / 2, 0.47), s.places)
        parts += framed(s.tone.inner, inner, 0.4 * s.line_mm)
        rim = [(0.5, 0.34), (0.5, -0.34), (0.36, 0.38), (0.64, 0.38), (0.36, -0.38), (0.64, -0.38)]
        parts.append(s.dotted(s.tone.fine, rim))
    return parts


def tritis(s: Stripe) -> list[Part]:
    """Return tritis: rain that drips from the eaves, slanting strokes with a dot at each end."""
    stroke = ((-0.3, -0.3), (-0.08, -0.12), (0.08, 0.12), (0.3, 0.3))
    parts = [line(s.tone.figure, s.curve(stroke), min(0.3 * s.cell_mm, 1.6))]
    if s.isen:
        parts.append(s.dotted(s.tone.fine, [(-0.42, -0.4), (0.42, 0.4), (0.2, -0.2), (-0.2, 0.2)]))
    return parts


def ada_ada(s: Stripe) -> list[Part]:
    """Return ada-ada: a midrib of two lines with dots inside, and sawut on both sides."""
    w = s.width_mm
    parts = [band(s.tone.figure, s.length_mm, s.middle_mm, 0.42 * w)]
    parts += [straight("outline", s.length_mm, s.middle_mm + y * 0.21 * w, 0.6 * s.line_mm) for y in (-1, 1)]
    parts.append(s.dotted(s.tone.inner, [(0.0, 0.0), (-0.5, 0.0)]))
    if s.isen:
        hairs = [((x, y * 0.28), (x + 0.12, y * 0.42)) for x in (-0.45, -0.2, 0.05, 0.3) for y in (-1, 1)]
        sawut = orbit(joined([smooth(s.scaled(hair)) for hair in hairs]), s.places)
        parts.append(line(s.tone.fine, sawut, 0.55 * s.line_mm, "isen"))
    return parts


def kluwung(s: Stripe) -> list[Part]:
    """Return kluwung: rainbows, bows one inside the other on one edge of the stripe."""
    base = 0.5
    parts: list[Part] = []
    for share, role in ((0.49, s.tone.figure), (0.34, s.tone.inner), (0.2, s.tone.figure)):
        bow = np.array([(-1.0, 0.0), (-0.86, -0.5), (-0.5, -0.87), (0.0, -1.0), (0.5, -0.87), (0.86, -0.5), (1.0, 0.0)])
        points = bow * (share, 1.75 * share) + (0.0, base)
        parts += framed(role, s.shape(points, (0, 6)), 0.5 * s.line_mm)
    if s.isen:
        parts.append(s.dotted(s.tone.inner, [(0.0, 0.38)]))
        parts.append(s.dotted(s.tone.fine, [(0.5, -0.02), (0.5, -0.2), (0.38, -0.34), (0.62, -0.34)]))
    return parts


def lung(s: Stripe) -> list[Part]:
    """Return a vine that winds along the stripe, with a curl, a leaf and dots in each of its bends."""
    c, a = s.cell_mm, 0.36 * s.width_mm
    wave = PathBuilder().move(-0.5 * c, 0.0).cubic(-0.32 * c, -a, -0.18 * c, -a, 0.0, 0.0)
    wave.cubic(0.18 * c, a, 0.32 * c, a, 0.5 * c, 0.0)
    curl = (
        (-0.47, -0.05),
        (-0.36, -0.07),
        (-0.22, -0.07),
        (-0.13, 0.06),
        (-0.17, 0.23),
        (-0.29, 0.26),
        (-0.34, 0.14),
        (-0.27, 0.07),
    )
    both = joined([orbit(smooth(s.scaled(curl)), HALVES), wave.build()])
    leaf = ((-0.36, -0.24), (-0.27, -0.38), (-0.1, -0.44), (0.06, -0.33), (-0.08, -0.27), (-0.22, -0.27))
    leaves = orbit(orbit(contour(s.scaled(leaf), (0, 3)), HALVES), s.places)
    fine = max(0.9 * s.line_mm, 0.085 * s.width_mm)
    parts = [line(s.tone.figure, orbit(both, s.places), fine), area(s.tone.figure, leaves)]
    if s.isen:
        eyes = [(-0.46, 0.38), (-0.26, 0.16), (-0.06, 0.12), (-0.06, 0.4), (-0.46, -0.28), (-0.45, 0.22)]
        parts.append(s.dotted(s.tone.fine, turned(eyes)))
        rib = orbit(orbit(smooth(s.scaled(((-0.26, -0.31), (-0.14, -0.35), (-0.01, -0.34)))), HALVES), s.places)
        parts.append(line(s.tone.inner, rib, 0.4 * s.line_mm, "isen"))
    return parts


def lobes(s: Stripe) -> list[Part]:
    """Return plain S-blades as those of parang klithik, without mlinjon, and a dot beside each head."""
    x, y = turned(S_BLADE).T
    # One step of a parang along x and y is one cell of the stripe along it.
    shares = np.stack(((x + y) / 2, 0.5 * (y - x) / 1.85), axis=1)
    parts = [*framed(s.tone.figure, s.shape(shares), 0.6 * s.line_mm)]
    return [*parts, s.dotted(s.tone.figure, [(0.14, -0.36), (-0.14, 0.36)])] if s.isen else parts


def kembang(s: Stripe) -> list[Part]:
    """Return eight-petalled flowers with a lozenge of cecek between them."""
    r = min(0.42 * s.width_mm, 0.44 * s.cell_mm)
    petal = np.array([(0.24, 0.0), (0.48, -0.17), (0.82, -0.2), (1.0, 0.0), (0.82, 0.2), (0.48, 0.17)]) * r
    turns = [place @ Affine.rotation(45.0 * k) for place in s.places for k in range(8)]
    parts = [*framed(s.tone.figure, orbit(contour(petal, (0, 3)), turns), 0.55 * s.line_mm)]
    parts += framed(s.tone.inner, orbit(circle(0, 0, 0.24 * r), s.places), 0.5 * s.line_mm)
    if s.isen:
        rib = orbit(polyline([(0.42 * r, 0.0), (0.78 * r, 0.0)]), turns)
        parts.append(line(s.tone.inner, rib, 0.4 * s.line_mm, "isen"))
        parts.append(s.dotted(s.tone.fine, [(0.5, 0.0), (0.5, 0.18), (0.5, -0.18), (0.5, 0.36), (0.5, -0.36)]))
    return parts


def patran(s: Stripe) -> list[Part]:
    """Return leaves in pairs along a midrib, slanting forward."""
    leaf = ((-0.36, 0.03), (-0.16, 0.05), (0.16, 0.2), (0.4, 0.44), (0.02, 0.4), (-0.26, 0.22))
    sides = (Affine(), Affine.scaling(1.0, -1.0))
    leaves = orbit(orbit(contour(s.scaled(leaf), (0, 3)), sides), s.places)
    parts = [*framed(s.tone.figure, leaves, 0.55 * s.line_mm)]
    parts.append(straight(s.tone.figure, s.length_mm, s.middle_mm, max(0.06 * s.width_mm, 0.6)))
    if s.isen:
        ribs: list[Dots] = [((-0.26, 0.08), (0.02, 0.21), (0.27, 0.37))]
        ribs += [((-0.14, 0.14), (-0.12, 0.24)), ((0.0, 0.2), (0.04, 0.32)), ((0.0, 0.2), (0.12, 0.23))]
        veins = orbit(orbit(joined([smooth(s.scaled(rib)) for rib in ribs]), sides), s.places)
        parts.append(line(s.tone.inner, veins, 0.4 * s.line_mm, "isen"))
        rim = [(-0.4, 0.3), (-0.4, -0.3), (-0.3, 0.41), (-0.3, -0.41), (0.42, 0.16), (0.42, -0.16)]
        parts.append(s.dotted(s.tone.fine, rim))
    return parts


def ukel(s: Stripe) -> list[Part]:
    """Return S-shaped double curls with a dot in each eye and small leaves at their backs."""
    curl = (
        (0.0, 0.0),
        (0.1, -0.14),
        (0.2, -0.27),
        (0.33, -0.3),
        (0.42, -0.17),
        (0.38, -0.02),
        (0.27, 0.02),
        (0.22, -0.09),
        (0.28, -0.15),
    )
    spine = np.array(curl)
    both = orbit(smooth(s.scaled(np.concatenate((-spine[:0:-1], spine)))), s.places)
    wide = max(0.09 * s.width_mm, 0.9)
    leaf = ((0.06, 0.04), (0.2, 0.14), (0.34, 0.3), (0.4, 0.42), (0.2, 0.4), (0.06, 0.24))
    leaves = orbit(orbit(contour(s.scaled(leaf), (0, 3)), HALVES), s.places)
    parts = [
        line("outline", both, wide + 1.1 * s.line_mm),
        line(s.tone.figure, both, wide),
        *framed(s.tone.figure, leaves, 0.5 * s.line_mm),
    ]
    if s.isen:
        rib = orbit(orbit(smooth(s.scaled(((0.1, 0.1), (0.2, 0.24), (0.33, 0.37)))), HALVES), s.places)
        parts.append(line(s.tone.inner, rib, 0.4 * s.line_mm, "isen"))
        rim = [(0.5, 0.1), (0.5, 0.26), (0.5, -0.1), (0.5, -0.26), (0.04, -0.36), (-0.04, 0.36), (0.5, 0.41)]
        parts.append(s.dotted(s.tone.fine, [*rim, (0.16, -0.42), (-0.16, 0.42), (-0.5, -0.41)]))
    return parts


def pearls(s: Stripe) -> list[Part]:
    """Return discs with a dot in each, and finer dots in a lozenge between them."""
    r = min(0.3 * s.width_mm, 0.28 * s.cell_mm)
    parts = [*framed(s.tone.figure, orbit(circle(0, 0, r), s.places), 0.5 * s.line_mm)]
    if s.isen:
        parts.append(dots(s.tone.inner, placed(s.places, [(0.0, 0.0)]), max(0.8 * r, 0.6)))
        parts.append(s.dotted(s.tone.fine, [(0.5, 0.22), (0.5, -0.22)]))
    return parts


def plain(s: Stripe) -> list[Part]:
    """Return a plain band with a fine line and short sawut along both edges, none without isen."""
    if not s.isen:
        return []
    y = s.width_mm / 2 - 1.9 * s.line_mm - 0.8
    parts = [straight(s.tone.fine, s.length_mm, s.middle_mm + side * y, 0.6 * s.line_mm) for side in (-1, 1)]
    hairs = [
        smooth([((x - 0.5) * s.cell_mm, side * (y - 0.4)), ((x - 0.36) * s.cell_mm, side * (y - 0.1 * s.width_mm))])
        for x in (0.25, 0.75)
        for side in (-1, 1)
    ]
    return [*parts, line(s.tone.fine, orbit(joined(hairs), s.places), 0.5 * s.line_mm, "isen")]
