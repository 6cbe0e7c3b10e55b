"""The cloths of the sido family: diamonds framed by bands, a figure in each, small plants in the corners."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from batikstudio.geometry.affine import Affine
from batikstudio.motifs.generator import Drawn
from batikstudio.motifs.motif import CustomaryRepeat
from batikstudio.motifs.ornaments.figures import MIRROR, Figure, Pen, moved, placed_at
from batikstudio.motifs.ornaments.frames import corner_plants, diamond, diamond_places
from batikstudio.motifs.ornaments.grounds import laid

Draw = Callable[[float, Pen], Figure]


class Inmate(NamedTuple):
    """A figure of a diamond: how it is drawn, its size and how far down it sits, in diagonals."""

    draw: Draw
    size: float
    down: float = 0.0


class Cells(NamedTuple):
    """The figures of a sido cloth.

    Attributes
    ----------
    upright : four Inmates
        On the mirrors, each its own mirror image: row by row, left to right.
    sideways : two Inmates
        Off the mirrors, looking to the right; their images look to the left.
    gringsing : bool
        Whether scales fill the bands.
    """

    upright: tuple[Inmate, Inmate, Inmate, Inmate]
    sideways: tuple[Inmate, Inmate]
    gringsing: bool = False


BAND = 0.075
"""The width of a band, in sides of a diamond."""


def sido(cells: Cells, side_mm: float, pen: Pen, latar: str) -> Drawn:
    """Return a sido cloth: a lattice of squares turned by 45 degrees, two by two diagonals in its cell (group pm).

    Parameters
    ----------
    cells : Cells
    side_mm : float
        Of a diamond, from middle to middle of its bands.
    pen : Pen
    latar : str
        As `grounds.laid` takes it.
    """
    d = math.sqrt(2) * side_mm
    band = BAND * side_mm
    on, off = diamond_places(d)
    figure = [*moved(diamond(d, band, pen, cells.gringsing), *(Affine.translation(*place) for place in (*on, *off)))]
    figure += moved(corner_plants(d, band, pen), *(Affine.translation(*place) for place in (*on, *off)))
    for (x, y), inmate in zip(on, cells.upright, strict=True):
        figure += placed_at(inmate.draw(inmate.size * d, pen), x, y + inmate.down * d)
    for (x, y), inmate in zip(off[::2], cells.sideways, strict=True):
        one = placed_at(inmate.draw(inmate.size * d, pen), 0, inmate.down * d)
        home = Affine.translation(x, y)
        figure += moved(one, home, MIRROR @ home)
    repeat = CustomaryRepeat("grid", 2 * d, 2 * d, "pm")
    return laid(tuple(figure), repeat, pen, latar, mirrored=True)
