"""The pictures that the canvas shows: one repeat to lay out, and the exact view of a region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.progress import QUIET, Progress
from batikstudio.design.document import Design

if TYPE_CHECKING:
    from batikstudio.cloth.cache import Cache
    from batikstudio.cloth.render import View

CLOTH_DPI = 150.0
LARGEST_REPEAT_PX = 40_000_000
"""A period of chance can be as large as the cloth: then the whole is shown coarser until one looks closer."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture of a part of the cloth.

    Attributes
    ----------
    pixels : ndarray of shape (h, w, 3), uint8
        sRGB.
    x_mm, y_mm, width_mm, height_mm : float
        Where it lies on the cloth.
    period_mm : (float, float) or None
        After which it may be laid again; None for a picture of its place only.
    """

    pixels: NDArray[np.uint8]
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    period_mm: tuple[float, float] | None


def repeat_picture(
    design: Design,
    view: View = "cloth",
    after: int | None = None,
    store: Cache | None = None,
    progress: Progress = QUIET,
) -> Picture:
    """Return one period of the cloth at 150 dpi, to be laid out; the whole cloth where nothing comes round."""
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import grid_of

    dpi = CLOTH_DPI
    grid = grid_of(design, dpi)
    viewport = grid.repeat if grid.period_px else grid.cloth
    while viewport.window.width_px * viewport.window.height_px > LARGEST_REPEAT_PX:
        dpi /= 2
        grid = grid_of(design, dpi)
        viewport = grid.repeat if grid.period_px else grid.cloth
    pixels = _coloured(render(design, viewport, view, after, grid=grid, store=store, progress=progress))
    width, height = (px / k for px, k in zip(viewport.window[2:], grid.px_per_mm, strict=True))
    return Picture(pixels, 0.0, 0.0, width, height, (width, height) if grid.period_px else None)


def view_picture(
    design: Design,
    view: View,
    after: int | None,
    rect_mm: tuple[float, float, float, float],
    px_per_mm: float,
    store: Cache | None = None,
    progress: Progress = QUIET,
) -> Picture:
    """Return a region of the cloth, exact at the resolution nearest to ``px_per_mm``.

    Parameters
    ----------
    design : Design
    view, after
        As `cloth.render.render` takes them.
    rect_mm : (x, y, width, height)
    px_per_mm : float
    store : Cache, optional
    progress : Progress
    """
    from batikstudio.base.units import dpi
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import grid_of

    grid = grid_of(design, dpi(px_per_mm))
    viewport = grid.rect(*rect_mm)
    pixels = _coloured(render(design, viewport, view, after, grid=grid, store=store, progress=progress))
    kx, ky = grid.px_per_mm
    window = viewport.window
    return Picture(pixels, window.x_px / kx, window.y_px / ky, window.width_px / kx, window.height_px / ky, None)


WAX_SHOWN = np.array([122, 74, 28], np.float32)
CLOTH_SHOWN = np.array([239, 237, 229], np.float32)


def _coloured(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Show a wax map as brown wax on mori."""
    if pixels.ndim == 3:
        return pixels
    share = pixels[..., None].astype(np.float32) / 255.0
    return np.rint(CLOTH_SHOWN + (WAX_SHOWN - CLOTH_SHOWN) * share).astype(np.uint8)
