"""Views of the cloth as PNG files, and the demonstration of the whole job."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import QUIET, Progress
from batikstudio.base.units import dpi as dots_per_inch
from batikstudio.design.document import Design
from batikstudio.studio.files import write_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from batikstudio.cloth.render import View

LARGEST_VIEW_PX = 400_000_000


def step_number(design: Design, text: str | None) -> int | None:
    """Return how many steps are done once the step named ``text`` is: by its id or its 1-based number; None for all.

    Raises
    ------
    BatikError
        ``step.unknown`` or ``step.number_unknown``.
    """
    if text is None:
        return None
    if re.fullmatch(r"-?[0-9]{1,9}", text):
        number = int(text)
        if not 0 <= number <= len(design.steps):
            raise BatikError("step.number_unknown", number=number, last=len(design.steps))
        return number
    return design.steps.index(design.colourway.step(text)) + 1


def write_view(
    design: Design,
    path: Path,
    *,
    view: View = "cloth",
    after: int | None = None,
    dpi: float = 60.0,
    rect_mm: tuple[float, float, float, float] | None = None,
    one_repeat: bool = False,
    progress: Progress = QUIET,
) -> None:
    """Render a view of the cloth to a PNG file with its resolution and colour space.

    Parameters
    ----------
    design : Design
    path : Path
    view, after
        As `cloth.render.render` takes them.
    dpi : float
        5 to 2400.
    rect_mm : (x, y, width, height), optional
        In mm, cut on the pixel grid of the whole cloth.
    one_repeat : bool
        Exactly one repeat, which wraps.
    progress : Progress

    Raises
    ------
    BatikError
        ``value.out_of_range``, ``rect.outside``, ``repeat.not_exact``, ``view.too_large`` or ``file.cannot_write``.
    """
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import grid_of

    if not 5 <= dpi <= 2400:
        raise BatikError("value.out_of_range", key="dpi", value=dpi, minimum=5, maximum=2400)
    grid = grid_of(design, dpi)
    viewport = grid.cloth
    if one_repeat:
        viewport = grid.repeat
    elif rect_mm is not None:
        viewport = grid.rect(*rect_mm)
    if viewport.window.width_px * viewport.window.height_px > LARGEST_VIEW_PX:
        raise BatikError("view.too_large", limit_mp=LARGEST_VIEW_PX // 1_000_000)
    picture = render(design, viewport, view, after, grid=grid, progress=progress)
    write_bytes(path, png(picture, grid.px_per_mm))


def png(picture: NDArray[np.uint8], px_per_mm: tuple[float, float] | None = None) -> bytes:
    """Return a picture, shape (h, w) or (h, w, 3), as the bytes of a PNG file in sRGB."""
    from PIL import Image

    from batikstudio.export.profiles import srgb_profile

    buffer = io.BytesIO()
    extra: dict[str, object] = {"icc_profile": srgb_profile()} if picture.ndim == 3 else {}
    if px_per_mm is not None:
        extra["dpi"] = (dots_per_inch(px_per_mm[0]), dots_per_inch(px_per_mm[1]))
    Image.fromarray(picture).save(buffer, "PNG", **extra)
    return buffer.getvalue()
