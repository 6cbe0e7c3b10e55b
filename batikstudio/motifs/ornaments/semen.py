"""The composition of a semen: figures on two mirrors and between them, joined by lung, plants in the gaps."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from batikstudio.base.parameter import Parameter
from batikstudio.base.words import Words
from batikstudio.motifs.generator import Drawn
from batikstudio.motifs.motif import CustomaryRepeat, Part
from batikstudio.motifs.ornaments.figures import MIRROR, PAIR, Figure, Pen, moved, placed_at
from batikstudio.motifs.ornaments.foliage import Run, bud, lung
from batikstudio.motifs.ornaments.grounds import laid

Draw = Callable[[float, Pen], Figure]


SHIFTED = Parameter("shifted", "bool", False, Words("Baris digeser setengah", "Rows shifted by half"))


class Piece(NamedTuple):
    """A figure of a semen: its place, size and turn in the right half; lengths in widths of the repeat.

    ``turned`` figures look to the left there. A figure at x = 0 or x = 0.5 lies on a mirror.
    """

    draw: Draw
    x: float
    y: float
    size: float
    angle_deg: float = 0.0
    turned: bool = False


class Scroll(NamedTuple):
    """A lung of the right half: its stem, the radius of its spiral, which way it winds, where leaves grow."""

    through: Run
    radius: float
    hand: int
    stations: tuple[float, ...] = (0.12, 0.27, 0.42, 0.57)


class Scene(NamedTuple):
    """What a semen holds; ``height`` is that of the repeat, in widths."""

    pieces: tuple[Piece, ...]
    scrolls: tuple[Scroll, ...]
    height: float = 0.84


def semen(scene: Scene, width_mm: float, pen: Pen, latar: str, shifted: bool) -> Drawn:
    """Return a semen.

    Parameters
    ----------
    scene : Scene
    width_mm : float
        Of the repeat.
    pen : Pen
    latar : str
        As `grounds.laid` takes it.
    shifted : bool
        Whether each row is shifted by half the width, so that figures of one mirror stand between those of the other
        (group cm, else pm).
    """
    w = width_mm
    figure: list[Part] = []
    for scroll in scene.scrolls:
        run = [(x * w, y * w) for x, y in scroll.through]
        one = lung(run, scroll.radius * w, scroll.hand, pen, 0.017 * w, 0.075 * w, scroll.stations)
        # The shoot breaks out of a bud, which hides where the stem was cut.
        (ax, ay), (bx, by) = run[:2]
        root = placed_at(bud(0.055 * w, pen), ax, ay, math.degrees(math.atan2(ax - bx, by - ay)))
        figure += moved((*one, *root), *PAIR)
    for piece in scene.pieces:
        own = piece.draw(piece.size * w, pen)
        if piece.turned:
            own = moved(own, MIRROR)
        own = placed_at(own, piece.x * w, piece.y * w, piece.angle_deg)
        figure += own if piece.x in (0.0, 0.5) else moved(own, *PAIR)
    name, group = ("brick 1/2", "cm") if shifted else ("grid", "pm")
    return laid(tuple(figure), CustomaryRepeat(name, w, scene.height * w, group), pen, latar, mirrored=True)
