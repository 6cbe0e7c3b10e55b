"""A design as a picture that is rendered band by band while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from batikstudio.base.parameter import Parameter, Value, complete
from batikstudio.base.words import Words
from batikstudio.export.base import BandSource

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from batikstudio.design.document import Design
    from batikstudio.export.seam import SeamResult

SOURCE_PARAMETERS = (
    Parameter(
        "what",
        "choice",
        "cloth",
        Words("Bagian", "Part"),
        choices={
            "cloth": Words("seluruh kain", "the whole cloth"),
            "repeat": Words("satu raport", "one repeat"),
        },
    ),
    Parameter("dpi", "float", 300.0, Words("Resolusi", "Resolution"), "dpi", 10.0, 1200.0),
    Parameter("weave", "bool", False, Words("Tekstur tenun", "Weave")),
)
"""What may be asked of the cloth for every kind of picture file. Printed cloth has a weave of its own."""

ROWS_AT_ONCE = 256


def split_settings(settings: dict[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    """Return the settings of the source, complete, and what is left for the format; raises as `complete`."""
    own = {parameter.key for parameter in SOURCE_PARAMETERS}
    mine = {key: value for key, value in settings.items() if key in own}
    return complete(SOURCE_PARAMETERS, mine), {key: value for key, value in settings.items() if key not in own}


def source_of(design: Design, settings: dict[str, Value]) -> BandSource:
    """Return the picture of a design's cloth.

    Parameters
    ----------
    design : Design
    settings : dict
        Complete settings of `SOURCE_PARAMETERS`.

    Returns
    -------
    BandSource
        With its period where the design is an exact repeat; then the repeat joins to the byte.

    Raises
    ------
    BatikError
        ``repeat.not_exact`` if one repeat is wanted and the design has none that wraps.
    """
    from batikstudio.cloth.cache import Cache
    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import Viewport, grid_of
    from batikstudio.design.edits.about import set_look
    from batikstudio.export.seam import check_seam
    from batikstudio.raster.coverage import Window

    design = set_look(design, weave=bool(settings["weave"]))
    grid = grid_of(design, float(cast("float", settings["dpi"])))
    width, height = (grid.repeat if settings["what"] == "repeat" else grid.cloth).window[2:]

    def rectangle(x_px: int, y_px: int, width_px: int, height_px: int) -> NDArray[np.uint8]:
        viewport = Viewport(Window(x_px, y_px, width_px, height_px), grid.px_per_mm)
        # A band is used once: what is kept for it serves the baths within the band only.
        return render(design, viewport, grid=grid, store=Cache(64 << 20))

    def rows(start: int, stop: int) -> NDArray[np.uint8]:
        if grid.period_px is None or grid.period_px[0] >= width:
            return rectangle(0, start, width, stop - start)
        import numpy as np

        one = rectangle(0, start, grid.period_px[0], stop - start)
        return np.take(one, np.arange(width) % grid.period_px[0], axis=1)

    def seam() -> SeamResult:
        return check_seam(rectangle, width, height)

    whole = grid.period_px is not None and width % grid.period_px[0] == 0 and height % grid.period_px[1] == 0
    return BandSource(
        width_px=width,
        height_px=height,
        px_per_mm=grid.px_per_mm,
        rows=rows,
        period_px=grid.period_px,
        rows_at_once=ROWS_AT_ONCE,
        seam=seam if whole else None,
    )
