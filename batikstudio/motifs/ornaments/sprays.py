"""A spray for a dark patch: a flower of five petals on a stalk with buds and leaves, in a circle about the origin."""

from __future__ import annotations

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.path import Path, circle, joined, smooth
from batikstudio.motifs.motif import Part
from batikstudio.motifs.ornaments.rosettes import mirrored, petal
from batikstudio.motifs.strokes import contour, dots, framed, line, orbit, placed

_FLOWER = tuple(Affine.translation(0.3, -0.3) @ Affine.rotation(turn) for turn in (-90.0, -31.0, 38.0, 106.0, 169.0))
"""Not quite five equal turns: the flower looks at us from aside."""

_LEAF = ((0.0, 0.0), (0.2, -0.15), (0.44, -0.17), (0.74, -0.03), (0.46, 0.12), (0.2, 0.11))
_LEAVES = (
    Affine.translation(0.0, 0.12) @ Affine.rotation(52),
    Affine.translation(-0.2, 0.42) @ Affine.rotation(176) @ Affine.scaling(0.95, -0.95),
    Affine.translation(-0.3, 0.1) @ Affine.rotation(-104) @ Affine.scaling(0.9),
    Affine.translation(-0.3, 0.6) @ Affine.rotation(24) @ Affine.scaling(0.66, -0.66),
)
_BUDS = (
    Affine.translation(-0.66, -0.2) @ Affine.rotation(-120),
    Affine.translation(-0.14, -0.62) @ Affine.rotation(-100),
)


def spray(radius_mm: float, thick_mm: float, turn_deg: float, petals: str, leaves: str) -> list[Part]:
    """Return a spray that fills a circle; ``petals`` and ``leaves`` are the roles of its areas."""
    frame = Affine.rotation(turn_deg) @ Affine.scaling(radius_mm)
    shape = petal(0.1, 0.63, 0.19, pointed=True)
    leaf = contour(_LEAF, (0, 3))
    stalk = smooth([(0.24, -0.16), (0.0, 0.14), (-0.2, 0.42), (-0.42, 0.86)])
    tendrils = [
        smooth([(-0.2, 0.42), (-0.3, 0.1), (-0.48, -0.1), (-0.66, -0.2)]),
        smooth([(-0.3, 0.1), (-0.26, -0.2), (-0.18, -0.42), (-0.14, -0.62)]),
    ]
    bud = petal(-0.04, 0.3, 0.11, pointed=True)
    rib = smooth([(0.08, 0.0), (0.36, -0.035), (0.6, -0.02)])
    veins = [smooth([(x, -0.02), (x + 0.07, -0.1)]) for x in (0.16, 0.26, 0.36, 0.46)]
    veins += [smooth([(x, 0.0), (x + 0.06, 0.06)]) for x in (0.16, 0.26, 0.36)]
    nerves = mirrored([smooth([(0.2, 0.015), (0.36, 0.06)])])
    nerves.append(smooth([(0.18, 0.0), (0.44, 0.0)]))
    heart = circle(0.3, -0.3, 0.12)

    def on(path: Path) -> Path:
        return path.transformed(frame)

    return [
        line("outline", on(joined([stalk, *tendrils])), 1.3 * thick_mm),
        *framed(leaves, on(orbit(leaf, _LEAVES)), thick_mm),
        line("filler", on(orbit(joined([rib, *veins]), _LEAVES)), 0.5 * thick_mm, "isen"),
        *framed(petals, on(orbit(bud, _BUDS)), thick_mm),
        *framed(petals, on(orbit(shape, _FLOWER)), thick_mm),
        line("accent", on(orbit(joined(nerves), _FLOWER)), 0.55 * thick_mm, "isen"),
        *framed("accent", on(heart), 0.8 * thick_mm, "filler"),
        dots("filler", placed((frame,), [(0.3, -0.3)]), max(0.08 * radius_mm, 0.8)),
    ]
