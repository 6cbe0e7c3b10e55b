"""Make the picture of all fillers as dyed cloth, in a leaf and around it: ``.venv/bin/python tools/isen_sheet.py``.

With ids, and ``--out FILE.png``, only these, for a look while drawing.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from batikstudio.design.document import Design
    from batikstudio.geometry.path import Path as Drawing

ROOT = Path(__file__).resolve().parents[1]
COLUMNS, COLOURS = 4, 24
GAP_PX, LABEL_PX = 12, 26
CELL_MM = (72.0, 44.0)


def main(arguments: list[str]) -> int:
    """Render every filler that was asked for in one picture, with its name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("isen", nargs="*", help="ids; all where they are left out")
    parser.add_argument("--dpi", type=float, default=76.0)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "isen.png")
    asked = parser.parse_args(arguments)

    from batikstudio.motifs.filler import isens

    sheet(asked.isen or list(isens()), asked.dpi).save(asked.out, optimize=True)
    return 0


def sheet(ids: list[str], dpi: float):  # type: ignore[no-untyped-def]
    """Return a picture of one repeat of each filler at ``dpi``, the names below."""
    from PIL import Image, ImageDraw

    from batikstudio.cloth.render import render
    from batikstudio.cloth.viewport import grid_of
    from batikstudio.motifs.filler import isen_of

    width, height = (round(side / 25.4 * dpi) for side in CELL_MM)
    columns = min(COLUMNS, len(ids))
    rows = math.ceil(len(ids) / columns)
    size = (columns * (width + GAP_PX) + GAP_PX, rows * (height + GAP_PX + LABEL_PX) + GAP_PX)
    page = Image.new("RGB", size, (236, 236, 236))
    draw = ImageDraw.Draw(page)
    for number, isen_id in enumerate(ids):
        design = cloth_with(isen_id)
        grid = grid_of(design, dpi)
        row, column = divmod(number, columns)
        x, y = GAP_PX + column * (width + GAP_PX), GAP_PX + row * (height + GAP_PX + LABEL_PX)
        page.paste(Image.fromarray(render(design, grid.rect(0.0, 0.0, *CELL_MM), grid=grid)), (x, y))
        one = isen_of(isen_id)
        draw.text(
            (x, y + height + 4), f"{one.name.id}{' (?)' if one.uncertain else ''}", fill=(20, 20, 20), font_size=12
        )
    return page.quantize(COLOURS)


def cloth_with(isen_id: str) -> Design:
    """Return a cloth with a white leaf that a filler fills; where it suits a ground, the ground too."""
    from msgspec.structs import replace

    from batikstudio.design.edits import isen, repeat
    from batikstudio.design.edits.drawing import add_area
    from batikstudio.design.settings import apply
    from batikstudio.design.templates import from_motif
    from batikstudio.geometry.affine import Affine
    from batikstudio.motifs.filler import GROUND, isen_of

    design = apply(apply(from_motif("mangga"), "weave", "no"), "uneven", "0")
    field = design.fields[0]
    layer = replace(field.layers[0], items=())
    design = replace(design, fields=(replace(field, layers=(layer,)),))
    design = repeat.set_repeat(design, field.id, "grid", *CELL_MM)
    for scale, slot in ((1.0, "soga"), (0.95, "putih")):
        about = Affine.translation(36.0, 22.0) @ Affine.scaling(scale) @ Affine.translation(-36.0, -22.0)
        design, leaf = add_area(design, layer.id, _leaf().transformed(about), slot)
    design = isen.set_isen(design, [leaf], "body", isen.isen(design, isen_id, "putih"))
    if GROUND in isen_of(isen_id).suits:
        design = isen.set_ground_isen(design, field.id, isen.isen(design, isen_id, field.ground))
    return design


def _leaf() -> Drawing:
    from batikstudio.motifs.strokes import contour

    places = [
        (6.0, 25.0),
        (16.0, 11.0),
        (34.0, 5.0),
        (54.0, 10.0),
        (67.0, 20.0),
        (56.0, 33.0),
        (36.0, 39.0),
        (16.0, 35.0),
    ]
    return contour(places, (0, 4))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
