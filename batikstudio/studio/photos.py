"""From a photograph or a scan to a motif: what the dialog and the command line share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import QUIET, Progress
from batikstudio.motifs.motif import Motif
from batikstudio.motifs.tracing.picture import Grey, Picture
from batikstudio.motifs.tracing.tracing import Mode

ScaleFrom = Literal["sheet", "corners", "page", "scanner", "width", "guess"]
"""Where the size comes from: a drawing sheet's marks, corners that were given, the edges of the paper, the scanner's
resolution, the width that was asked for; or nothing, and then the drawing is taken to be `GUESSED_MM` wide."""

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]

GUESSED_MM = 100.0
_EDGE_MM = 3.0
"""So much of a page is left out along its edges, where shadows and the table show."""
_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".heif", ".bmp", ".gif")
"""What is meant as a picture, whether the program reads it or says why not."""


@dataclass(frozen=True)
class TraceSettings:
    """What a person may choose.

    Attributes
    ----------
    mode : str
        ``"auto"``, ``"lines"`` or ``"areas"``.
    bias : float
        -1 to 1: how faint a line still counts.
    width_mm : float or None
        How wide the drawing shall be on the cloth; its true size otherwise.
    line_mm : float or None
        The width of every line; the pencil's otherwise.
    corners : four (x, y) or None
        Of the sheet, px of the upright picture, from its top left clockwise.
    paper : str
        Which sheet the corners, or the edges found, are of.
    """

    mode: Mode = "auto"
    bias: float = 0.0
    width_mm: float | None = None
    line_mm: float | None = None
    corners: Corners | None = None
    paper: str = "A4"


@dataclass(frozen=True, eq=False)
class Squared:
    """A drawing square-on and of known size.

    Attributes
    ----------
    grey : ndarray of shape (H, W), float32
    px_per_mm : float
    scale_from : str
    sheet_id : int or None
        The number of the drawing sheet that it is on.
    """

    grey: Grey
    px_per_mm: float
    scale_from: ScaleFrom
    sheet_id: int | None = None


@dataclass(frozen=True, eq=False)
class PhotoMotif:
    """A motif and the drawing that it was traced from."""

    motif: Motif
    drawing: Squared


def is_picture(data: bytes, path: Path) -> bool:
    """Whether a file is to be read as a picture: by its content, or, where that says nothing, by its name."""
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return webp or data.startswith(_MAGIC) or path.suffix.lower() in PICTURE_SUFFIXES


def squared(picture: Picture, settings: TraceSettings) -> Squared:
    """Return the drawing of a picture square-on, at the best scale that is known.

    Raises
    ------
    BatikError
        As `rectified`, `layout_of` and `drawn_box_px`.
    """
    from batikstudio.motifs.tracing.tracing import drawn_box_px

    found = _seen(picture, settings)
    if settings.width_mm is None and found.scale_from != "guess":
        return found
    x0, _, x1, _ = drawn_box_px(found.grey)
    px_per_mm = (x1 - x0) / (settings.width_mm or GUESSED_MM)
    return replace(found, px_per_mm=px_per_mm, scale_from="width" if settings.width_mm else "guess")


def _seen(picture: Picture, settings: TraceSettings) -> Squared:
    from batikstudio.motifs.tracing.marks import find_sheet
    from batikstudio.motifs.tracing.sheet import layout_of

    layout = layout_of(settings.paper)
    size_mm = (layout.width_mm, layout.height_mm)
    if settings.corners is not None:
        return _page(picture, np.array(settings.corners, np.float64) / picture.reduced, size_mm, "corners")
    try:
        sheet = find_sheet(picture.grey)
    except BatikError:  # any other paper is as good, it only tells less
        page = _found_page(picture, size_mm)
        if page is not None:
            return page
        if picture.dpi is not None:
            return Squared(picture.grey, picture.dpi / 25.4, "scanner")
        return Squared(picture.grey, 1.0, "guess")
    return Squared(sheet.drawing.grey, sheet.drawing.px_per_mm, "sheet", sheet.id)


def _found_page(picture: Picture, size_mm: tuple[float, float]) -> Squared | None:
    from batikstudio.motifs.tracing.rectify import find_page

    corners = find_page(picture.grey)
    try:
        return None if corners is None else _page(picture, corners, size_mm, "page")
    except BatikError:  # too small a picture to be a photograph of a page
        return None


def _page(
    picture: Picture, corners: NDArray[np.float64], size_mm: tuple[float, float], scale_from: ScaleFrom
) -> Squared:
    from batikstudio.motifs.tracing.rectify import rectified, upright

    sheet = rectified(picture.grey, corners, upright(size_mm, corners))
    edge = round(_EDGE_MM * sheet.px_per_mm)
    return Squared(sheet.grey[edge:-edge, edge:-edge], sheet.px_per_mm, scale_from)


def motif_from_photo(
    data: bytes, name: str, settings: TraceSettings | None = None, progress: Progress = QUIET
) -> PhotoMotif:
    """Make a motif of a photograph or a scan of a drawing.

    Parameters
    ----------
    data : bytes
        A JPEG, PNG, TIFF or WebP.
    name : str
        What the motif is called.
    settings : TraceSettings, optional
    progress : Progress

    Raises
    ------
    BatikError
        As `read_picture`, `squared` and `trace`.
    """
    from batikstudio.motifs.tracing.picture import read_picture

    chosen = settings or TraceSettings()
    picture = read_picture(data)
    progress.step(0.1)
    drawing = squared(picture, chosen)
    progress.step(0.4)
    return PhotoMotif(motif_of_drawing(drawing, name, chosen, progress.part(0.4, 1.0)), drawing)


def motif_of_drawing(drawing: Squared, name: str, settings: TraceSettings, progress: Progress = QUIET) -> Motif:
    """Trace a drawing that is square-on already: again at each change of a setting in a dialog."""
    from batikstudio.motifs.tracing.tracing import motif_of, trace

    traced = trace(drawing.grey, drawing.px_per_mm, settings.mode, settings.bias, progress)
    return motif_of(traced, name, settings.line_mm, settings.width_mm)


def png_of(pixels: NDArray[np.uint8], px_per_mm: float | None = None) -> bytes:
    """Return a picture, shape (H, W) or (H, W, 3), as a PNG that tells its resolution where it is known."""
    from PIL import Image

    from batikstudio.base.units import dpi

    target = BytesIO()
    known = {"dpi": (dpi(px_per_mm),) * 2} if px_per_mm else {}
    Image.fromarray(pixels).save(target, "PNG", optimize=True, **known)
    return target.getvalue()


def png_of_drawing(drawing: Squared) -> bytes:
    """Return a drawing as a grey PNG at its true size."""
    return png_of(np.rint(np.clip(drawing.grey, 0, 1) * 255).astype(np.uint8), drawing.px_per_mm)
