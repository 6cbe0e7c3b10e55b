"""Small pictures of the real thing: motifs as dyed cloth, the cloth after each step, the preview in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.base.units import px_per_mm
from batikstudio.design.document import Design

if TYPE_CHECKING:
    from batikstudio.cloth.cache import Cache
    from batikstudio.cloth.render import View

Pixels = NDArray[np.uint8]

PREVIEW_PX = 512
LARGEST_PREVIEW_MM = 420.0


def motif_thumbnail(motif_id: str, width_px: int, height_px: int) -> Pixels:
    """Return a motif in its customary repeat as dyed cloth, shape (height, width, 3), sRGB."""
    from batikstudio.design.templates import from_motif

    design = from_motif(motif_id)
    repeat = design.fields[0].repeat
    width_mm = max(min(repeat.width_mm * 1.5, 260.0), 60.0)
    return design_thumbnail(design, width_px, height_px, width_mm)


def design_thumbnail(
    design: Design,
    width_px: int,
    height_px: int,
    width_mm: float,
    after: int | None = None,
    store: Cache | None = None,
    view: View = "cloth",
) -> Pixels:
    """Return the top left ``width_mm`` of the cloth, shape (height, width, 3), sRGB, reduced in linear light."""
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import Viewport, grid_of
    from batikstudio.raster.coverage import Window

    k = width_px / width_mm
    grid = grid_of(design, 25.4 * k)
    return render(
        design, Viewport(Window(0, 0, width_px, height_px), grid.px_per_mm), view, after, grid=grid, store=store
    )


_PROBE_GROWN, _PROBE_MOVED_MM, _PROBE_SEEN, _FINER = 1.15, (0.5, -1.0), 1.25, 4
"""The figure fills what even p6m leaves it; so many cells are seen, at so much finer pixels."""


def group_thumbnail(repeat_name: str, group: str, side_px: int) -> Pixels:
    """Return a cell of the probe figure in a symmetry group and what is beside it, shape (side, side, 3), sRGB.

    Parameters
    ----------
    repeat_name : str
        Which lattice: ``grid``, ``hexagon``, or ``frieze`` for a band.
    group : str
        Of the wallpaper, or of the band.
    side_px : int

    Raises
    ------
    BatikError
        ``pattern.lattice_does_not_fit``, ``group.unknown``.
    """
    from msgspec.structs import replace

    from batikstudio.design.edits import items, repeat
    from batikstudio.design.templates import from_template
    from batikstudio.geometry.affine import Affine
    from batikstudio.pattern.places import about
    from batikstudio.studio.hit import pivot_of

    design = from_template("symmetry-probe")
    field = design.fields[0]
    figure = [item.id for item in field.items()]
    grown = Affine.translation(*_PROBE_MOVED_MM) @ about(Affine.scaling(_PROBE_GROWN), *pivot_of(design, figure))
    size, seen = (field.repeat.width_mm, field.repeat.height_mm), _PROBE_SEEN * field.repeat.width_mm
    design = items.transform(design, figure, grown)
    if repeat_name == "frieze":
        design = repeat.set_repeat(design, field.id, f"frieze {group}", *size)
    else:
        design = repeat.set_repeat(design, field.id, repeat_name, *size, group)
    origin = (0.2 * size[0], seen / 2 if repeat_name == "frieze" else 0.0)
    design = replace(design, fields=(replace(design.fields[0], origin_mm=origin),))
    fine = design_thumbnail(design, _FINER * side_px, _FINER * side_px, seen, view="flat")
    reduced = fine.reshape(side_px, _FINER, side_px, _FINER, 3).mean(axis=(1, 3))
    found: Pixels = np.rint(reduced).astype(np.uint8)
    return found


def step_thumbnail(design: Design, after: int, width_px: int, height_px: int, store: Cache | None = None) -> Pixels:
    """Return the cloth after some steps as the process strip shows it: about one repeat wide."""
    return design_thumbnail(design, width_px, height_px, _strip_mm(design), after, store)


def pola_thumbnail(design: Design, width_px: int, height_px: int) -> Pixels:
    """Return the pola as the process strip shows it."""
    return design_thumbnail(design, width_px, height_px, _strip_mm(design), view="pola")


def _strip_mm(design: Design) -> float:
    return min(max(design.fields[0].repeat.width_mm, 60.0), 240.0)


def preview_png(design: Design) -> bytes:
    """Return the preview that travels in the file: at most 512 px a side, about two repeats.

    Empty where the design has a fault that keeps it from being drawn: work is saved whatever ails its picture.
    """
    from batikstudio.studio.views import png

    repeat = design.fields[0].repeat
    width_mm = min(repeat.width_mm * 2, design.cloth.length_mm, LARGEST_PREVIEW_MM)
    height_mm = min(width_mm * 0.75, design.cloth.width_mm)
    width_px = min(PREVIEW_PX, round(width_mm * px_per_mm(150)))
    height_px = max(round(width_px * height_mm / width_mm), 1)
    try:
        return png(design_thumbnail(design, width_px, height_px, width_mm))
    except BatikError:
        return b""
